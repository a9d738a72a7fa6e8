package dev.retrial.run;

import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Failed;
import dev.retrial.judge.NoJudge;
import dev.retrial.run.SelfCheckResult.Tried;
import dev.retrial.run.Trial.Finding;
import dev.retrial.scene.OutcomeSignals.ByResponse;
import dev.retrial.scene.OutcomeSignals.Signal;
import dev.retrial.scene.Scene;
import dev.retrial.suite.Cohort;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Layer;
import dev.retrial.suite.ReferenceAnswer;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.suite.Status;
import dev.retrial.suite.Suite;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Tries a case on its own ticket: each {@code observed} must fail it, each {@code accepted} must pass it. No agent is asked.
 *
 * <p>An {@code observed} must fail on a check that the case's failure class is about ({@link Relevance}), or on each of its {@code fails}; with one cohort is enough.
 * An {@code accepted} must pass with every cohort.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SelfCheck {

    private final Suite suite;
    private final SuiteTexts texts;
    /** The answer's hand-off cannot be written down in a reference, so what depends on it is not known there. */
    private final boolean handoffUnknown;

    /** A self-check of this suite's cases. */
    public SelfCheck(Suite suite) {
        this.suite = suite;
        this.texts = new SuiteTexts(suite);
        boolean byResponse = false;
        for (Signal signal : suite.outcomes().byOutcome().values()) {
            byResponse |= signal instanceof ByResponse;
        }
        this.handoffUnknown = byResponse;
    }

    /** Whether the case has anything to try itself on, and a status that asks for it. */
    public static boolean appliesTo(EvalCase evalCase) {
        return switch (evalCase.status()) {
            case DRAFT, RETIRED -> false;
            case ACTIVE, KNOWN_FAILING, QUARANTINED ->
                !evalCase.observed().isEmpty() || !evalCase.accepted().isEmpty();
        };
    }

    /** Tries the case, whatever its {@link Status}. */
    public SelfCheckResult run(EvalCase evalCase) {
        List<Tried> tried = new ArrayList<>();
        for (ReferenceAnswer observed : evalCase.observed()) {
            tried.add(observed(evalCase, observed));
        }
        for (ReferenceAnswer accepted : evalCase.accepted()) {
            tried.add(accepted(evalCase, accepted));
        }
        return new SelfCheckResult(evalCase, tried);
    }

    /** One cohort with which it fails as it should is enough. */
    private Tried observed(EvalCase evalCase, ReferenceAnswer observed) {
        Transcript transcript = ReferenceTranscript.of(evalCase, observed);
        List<Finding> errors = new ArrayList<>();
        List<Finding> failures = new ArrayList<>();
        List<String> missing = List.of();
        for (Cohort cohort : cohorts(evalCase, observed)) {
            List<Finding> findings = evaluate(evalCase, cohort, observed, transcript);
            List<String> notFailed = Relevance.notFailed(evalCase.failure(), observed.fails(), findings);
            if (notFailed.isEmpty()) {
                return Tried.holds(SelfCheckResult.Kind.OBSERVED, observed, cohort.id(), findings);
            }
            missing = notFailed;
            for (Finding finding : findings) {
                if (finding.check().check().severity().gates()) {
                    addTo(failures, errors, finding);
                }
            }
        }
        String what = "observed at line " + observed.line();
        if (!errors.isEmpty()) {
            return Tried.error(
                    SelfCheckResult.Kind.OBSERVED, observed, what + " " + TrialReport.notEvaluated(errors), errors);
        }
        String why = failures.isEmpty()
                ? "this case passes on its own ticket, so it guards nothing: " + what + " fails no expectation"
                : "this case fails on its own ticket for another reason: " + what + " fails " + names(failures);
        return Tried.broken(
                SelfCheckResult.Kind.OBSERVED,
                observed,
                why + "\n  must fail: " + String.join(", ", missing)
                        + (transcript.callsKnown()
                                ? ""
                                : "\n  its calls are not known; write `calls: []` where there were none, so that expectations on calls look at it"),
                failures);
    }

    /** Every cohort must be satisfied. */
    private Tried accepted(EvalCase evalCase, ReferenceAnswer accepted) {
        Transcript transcript = ReferenceTranscript.of(evalCase, accepted);
        String what = "accepted at line " + accepted.line();
        for (Cohort cohort : cohorts(evalCase, accepted)) {
            List<Finding> failures = new ArrayList<>();
            List<Finding> errors = new ArrayList<>();
            for (Finding finding : evaluate(evalCase, cohort, accepted, transcript)) {
                if (countsForAccepted(finding)) {
                    addTo(failures, errors, finding);
                }
            }
            if (!errors.isEmpty()) {
                return Tried.error(
                        SelfCheckResult.Kind.ACCEPTED, accepted, what + " " + TrialReport.notEvaluated(errors), errors);
            }
            if (!failures.isEmpty()) {
                Trial trial =
                        new Trial(new Cell(evalCase, cohort), 1, Trial.Outcome.FAILED, transcript, failures, null);
                Ending report = TrialReport.of(trial, null);
                return new Tried(
                        SelfCheckResult.Kind.ACCEPTED,
                        accepted,
                        cohort.id(),
                        Ending.failed(
                                "this case fails on the right answer: " + what + " with cohort " + cohort.id() + "\n"
                                        + report.message(),
                                report.expected(),
                                report.actual()),
                        failures);
            }
        }
        return Tried.holds(SelfCheckResult.Kind.ACCEPTED, accepted, null, List.of());
    }

    /** What every check of the cell finds, those left out that look at what a reference does not hold. */
    private List<Finding> evaluate(EvalCase evalCase, Cohort cohort, ReferenceAnswer reference, Transcript transcript) {
        return evaluate(evalCase, cohort, ReferenceTranscript.firstTurn(evalCase, reference), transcript);
    }

    /**
     * What every check of the cell finds, without a judge; those left out that look at turns of which nothing is known.
     *
     * @param firstKnown the first turn of which the transcript says what the agent did
     */
    List<Finding> evaluate(EvalCase evalCase, Cohort cohort, int firstKnown, Transcript transcript) {
        Cell cell = new Cell(evalCase, cohort);
        Grader grader = new Grader(suite, cell, cell.context(), NoJudge.INSTANCE, texts);
        Scene scene = grader.scene();
        List<Finding> findings = new ArrayList<>();
        for (ScopedCheck check : grader.checks()) {
            Integer turn = check.turn();
            boolean known = turn == null || turn >= firstKnown;
            if (known && !check.kind().equals("judged")) {
                CheckResult result = Grader.evaluate(check, transcript, scene);
                findings.add(new Finding(check, result));
            }
        }
        return findings;
    }

    /** Whether what is written down as a right answer has to satisfy this. */
    boolean countsForAccepted(Finding finding) {
        return finding.check().check().severity().gates() && !(handoffUnknown && isAboutHandoff(finding));
    }

    List<Cohort> cohorts(EvalCase evalCase, ReferenceAnswer reference) {
        List<Cohort> cohorts = new ArrayList<>();
        for (String id : evalCase.cohorts().keySet()) {
            Cohort cohort = suite.cohorts().get(id);
            if (cohort != null
                    && (reference.cohort() == null || reference.cohort().equals(id))) {
                cohorts.add(cohort);
            }
        }
        if (cohorts.isEmpty()) {
            throw new IllegalArgumentException(evalCase.file() + ":" + reference.line() + ": cohort '"
                    + reference.cohort() + "' is none of this case's");
        }
        return cohorts;
    }

    private static void addTo(List<Finding> failures, List<Finding> errors, Finding finding) {
        if (finding.result() instanceof Failed) {
            failures.add(finding);
        } else if (finding.result() instanceof Errored) {
            errors.add(finding);
        }
    }

    private static boolean isAboutHandoff(Finding finding) {
        String kind = finding.check().kind();
        return kind.equals("outcome") || kind.equals("handoff");
    }

    private static String names(List<Finding> failures) {
        List<String> names = new ArrayList<>();
        for (Finding failure : failures) {
            Layer layer = failure.check().layer();
            String name = failure.check().check().name()
                    + switch (layer) {
                        case SUITE, ALWAYS -> " (of the suite)";
                        case COHORT -> " (of the cohort)";
                        case CASE, TURN -> "";
                    };
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return String.join(", ", names);
    }
}
