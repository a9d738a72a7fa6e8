package dev.retrial.run;

import dev.retrial.check.Errored;
import dev.retrial.check.Failed;
import dev.retrial.mutants.Mutant;
import dev.retrial.mutants.Mutation;
import dev.retrial.mutants.Original;
import dev.retrial.replay.Replayed;
import dev.retrial.replay.TranscriptSource;
import dev.retrial.replay.TrialRequest;
import dev.retrial.run.CaseMutants.Tried;
import dev.retrial.run.Trial.Finding;
import dev.retrial.suite.Cohort;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.ReferenceAnswer;
import dev.retrial.suite.Suite;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Tests the tests: makes right answers wrong, one thing at a time, and tells which checks notice. No agent and no judge is asked.
 *
 * <p>Right answers are what a case has as {@code accepted}, and recordings of it that pass.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class MutantRun {

    private final Suite suite;
    private final SelfCheck selfCheck;
    private final @Nullable TranscriptSource recordings;

    /**
     * A run over a suite.
     *
     * @param suite the suite
     * @param recordings where further right answers are, or null
     */
    public MutantRun(Suite suite, @Nullable TranscriptSource recordings) {
        this.suite = suite;
        this.selfCheck = new SelfCheck(suite);
        this.recordings = recordings;
    }

    /** Whether the case has a status in which it should notice anything. */
    public static boolean appliesTo(EvalCase evalCase) {
        return switch (evalCase.status()) {
            case DRAFT, RETIRED -> false;
            case ACTIVE, KNOWN_FAILING, QUARANTINED -> true;
        };
    }

    private record Answer(String name, Cohort cohort, int firstKnown, Transcript transcript) {}

    /**
     * Makes the mutants of a case and tries it on them, whatever its status.
     *
     * @throws InterruptedException where the thread was interrupted while a recording was read
     */
    public CaseMutants run(EvalCase evalCase) throws InterruptedException {
        List<Answer> answers = answers(evalCase);
        List<String> notes = new ArrayList<>();
        List<Tried> tried = new ArrayList<>();
        for (Answer answer : answers) {
            List<Finding> right =
                    selfCheck.evaluate(evalCase, answer.cohort(), answer.firstKnown(), answer.transcript());
            if (passes(right)) {
                Original original = new Original(
                        evalCase, answer.transcript(), suite.tools(), suite.outcomes(), otherVoices(answer, answers));
                for (Mutation mutation : Mutation.values()) {
                    for (Mutant mutant : mutation.of(original)) {
                        tried.add(tried(evalCase, answer, mutant, right));
                    }
                }
            } else {
                notes.add(answer.name() + " does not pass with cohort "
                        + answer.cohort().id() + ", so nothing is made of it");
            }
        }
        return new CaseMutants(evalCase, tried, notes);
    }

    private List<Answer> answers(EvalCase evalCase) throws InterruptedException {
        List<Answer> answers = new ArrayList<>();
        for (ReferenceAnswer accepted : evalCase.accepted()) {
            for (Cohort cohort : selfCheck.cohorts(evalCase, accepted)) {
                answers.add(new Answer(
                        "accepted at line " + accepted.line(),
                        cohort,
                        ReferenceTranscript.firstTurn(evalCase, accepted),
                        ReferenceTranscript.of(evalCase, accepted)));
            }
        }
        if (recordings != null) {
            for (String id : evalCase.cohorts().keySet()) {
                Cohort cohort = suite.cohorts().get(id);
                if (cohort != null) {
                    Cell cell = new Cell(evalCase, cohort);
                    Replayed replayed = recordings.replay(new TrialRequest(evalCase, cohort, cell.context(), 1));
                    if (replayed instanceof Replayed.Complete complete) {
                        answers.add(new Answer("the recording", cohort, 1, complete.transcript()));
                    }
                }
            }
        }
        return answers;
    }

    private static Map<String, Transcript> otherVoices(Answer answer, List<Answer> answers) {
        Map<String, Transcript> voices = new TreeMap<>();
        for (Answer other : answers) {
            if (!other.cohort().id().equals(answer.cohort().id())) {
                voices.putIfAbsent(other.cohort().id(), other.transcript());
            }
        }
        return voices;
    }

    private boolean passes(List<Finding> findings) {
        for (Finding finding : findings) {
            if (selfCheck.countsForAccepted(finding) && isLost(finding)) {
                return false;
            }
        }
        return true;
    }

    private Tried tried(EvalCase evalCase, Answer answer, Mutant mutant, List<Finding> right) {
        List<Finding> findings =
                selfCheck.evaluate(evalCase, answer.cohort(), answer.firstKnown(), mutant.transcript());
        List<String> killers = new ArrayList<>();
        boolean byOwn = false;
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            boolean kills = finding.result() instanceof Failed
                    && finding.check().check().severity().gates()
                    && !isLost(right.get(i));
            if (kills) {
                byOwn |= Relevance.isOwn(finding, evalCase.failure());
                String name = finding.check().check().name();
                if (!killers.contains(name)) {
                    killers.add(name);
                }
            }
        }
        return new Tried(
                mutant.mutation(), answer.cohort().id(), TrialReport.masked(mutant.what(), findings), killers, byOwn);
    }

    private static boolean isLost(Finding finding) {
        return finding.result() instanceof Failed || finding.result() instanceof Errored;
    }
}
