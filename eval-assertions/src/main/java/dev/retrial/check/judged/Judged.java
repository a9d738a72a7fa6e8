package dev.retrial.check.judged;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.DeferredCheck;
import dev.retrial.check.Errored;
import dev.retrial.check.Failed;
import dev.retrial.check.Passed;
import dev.retrial.check.Severity;
import dev.retrial.judge.JudgeFailure;
import dev.retrial.judge.Judgement;
import dev.retrial.judge.Question;
import dev.retrial.judge.Standing;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.CustomerMessage;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * {@code judged}: the judge says that the criterion is met.
 *
 * @param criterion a statement that is true or not of what the agent said and did
 * @param criterionClass which labels of people it is held against
 * @param advisory why the judge's verdict fails nothing, or null where it does
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Judged(
        String criterion, String criterionClass, @Nullable String advisory) implements DeferredCheck {

    /** The class of a criterion that names none. */
    public static final String GENERAL = "general";

    /** A criterion of the general class. */
    public static Judged of(String criterion) {
        return new Judged(criterion.strip(), GENERAL, null);
    }

    @Override
    public String name() {
        return "judged";
    }

    @Override
    public Severity severity() {
        return advisory == null ? Severity.MAJOR : Severity.ADVISORY;
    }

    /** The same criterion; where the judge does not agree with people as it should, one that fails nothing. */
    @Override
    public Check weighedIn(Scene scene) {
        if (advisory != null) {
            return this;
        }
        Standing standing;
        try {
            standing = scene.background().judge().standing(criterionClass);
        } catch (JudgeFailure | IllegalStateException e) {
            // Whoever evaluates this one hears the same.
            return this;
        }
        return standing.gates() ? this : new Judged(criterion, criterionClass, standing.reason());
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        if (!holdsSomethingOfTheAgent(transcript)) {
            return Failed.of(criterion, "the agent said and did nothing");
        }
        Judgement judgement;
        try {
            scene.background().judge().standing(criterionClass);
            judgement = scene.background().judge().judge(new Question(criterion, transcript));
        } catch (JudgeFailure | IllegalStateException e) {
            return new Errored(criterion + ": " + e.getMessage());
        } catch (RuntimeException e) {
            // Without the exception's message, which may hold a key or what somebody wrote.
            return new Errored(
                    criterion + ": the judge broke with " + e.getClass().getName());
        }
        String said = judgement.votes()
                + (judgement.reason().isBlank() ? "" : ": " + judgement.reason())
                + (advisory == null
                        ? ""
                        : "\nthe judge is only advisory in the class " + criterionClass + ": " + advisory);
        return switch (judgement.verdict()) {
            case YES -> new Passed(List.of(), said);
            case NO -> new Failed(criterion, said, onlyTurn(transcript), List.of(), null);
            case UNDECIDED ->
                new Errored(criterion + ": the judge is " + said
                        + "; ask for one thing that the conversation shows, or take more samples");
        };
    }

    private static boolean holdsSomethingOfTheAgent(Transcript transcript) {
        for (Event event : transcript.events()) {
            if (!(event instanceof CustomerMessage)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Integer onlyTurn(Transcript transcript) {
        int first = transcript.events().get(0).turn();
        int last = transcript.events().get(transcript.events().size() - 1).turn();
        return first == last ? first : null;
    }
}
