package dev.retrial.judge;

import java.util.EnumMap;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * A judge that asks a model, once or several times, and takes what more than half of the samples say.
 *
 * <p>It stops asking as soon as the others could not change the verdict.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ModelJudge implements Judge {

    /** The most samples that a judge takes of one criterion. */
    public static final int MOST_SAMPLES = 99;

    private final JudgeModel model;
    private final int samples;

    private ModelJudge(JudgeModel model, int samples) {
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new IllegalArgumentException("a judge takes from 1 to " + MOST_SAMPLES + " samples");
        }
        this.model = model;
        this.samples = samples;
    }

    /**
     * A judge.
     *
     * @param model the model to ask
     * @param samples how often it is asked for one criterion, from 1 to {@value #MOST_SAMPLES}; an odd number leaves no tie between yes and no
     */
    public static ModelJudge asking(JudgeModel model, int samples) {
        return new ModelJudge(model, samples);
    }

    @Override
    public Judgement judge(Question question) {
        String asked = Rubric.question(question);
        Map<Verdict, Integer> votes = new EnumMap<>(Verdict.class);
        Map<Verdict, String> reasons = new EnumMap<>(Verdict.class);
        int unreadable = 0;
        for (int i = 0; i < samples; i++) {
            VerdictLine said = VerdictLine.in(answer(asked));
            if (said == null) {
                unreadable++;
                continue;
            }
            int equal = votes.merge(said.verdict(), 1, Integer::sum);
            reasons.putIfAbsent(said.verdict(), said.reason());
            if (2 * equal > samples) {
                return judgement(said.verdict(), votes, unreadable, reasons.getOrDefault(said.verdict(), ""));
            }
        }
        if (unreadable > 0) {
            throw new JudgeFailure((samples == 1 ? "the judge's answer" : unreadable + " of " + samples + " answers")
                    + " held no verdict; a judge has to end with a line such as `VERDICT: YES`, so ask another model");
        }
        String reason = "the samples do not agree";
        return judgement(Verdict.UNDECIDED, votes, unreadable, reason);
    }

    private static Judgement judgement(Verdict verdict, Map<Verdict, Integer> votes, int unreadable, String reason) {
        return new Judgement(
                verdict,
                votes.getOrDefault(Verdict.YES, 0),
                votes.getOrDefault(Verdict.NO, 0),
                votes.getOrDefault(Verdict.UNDECIDED, 0),
                unreadable,
                reason);
    }

    private String answer(String asked) {
        try {
            return model.answer(Rubric.instructions(), asked);
        } catch (JudgeFailure e) {
            throw e;
        } catch (RuntimeException e) {
            // Without the exception's message, which may hold a key or what somebody wrote.
            throw new JudgeFailure(
                    "the judge could not be asked: its model threw "
                            + e.getClass().getName(),
                    e);
        }
    }

    @Override
    public JudgeIdentity identity() {
        String settings = "samples=" + samples + (model.settings().isEmpty() ? "" : " " + model.settings());
        return new JudgeIdentity(model.name(), Rubric.HASH, settings);
    }
}
