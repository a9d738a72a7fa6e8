package dev.retrial.run;

import dev.retrial.check.Failed;
import dev.retrial.check.Severity;
import dev.retrial.check.outcome.Outcomes;
import dev.retrial.check.report.Finding;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Suite;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares the cells of each case when the last of them has ended.
 *
 * <p>Of a case that is under way a digest of each trial is kept, of one that has ended nothing.
 */
final class AcrossCohorts {

    private final Suite suite;
    private final @Nullable Outcomes outcomes;
    private final ContextFacts contexts;
    private final NamedDocuments documents;
    private final Map<EvalCase, Gathered> underWay = new IdentityHashMap<>();
    private int sameVoices;
    private @Nullable String firstOfSameVoices;

    /**
     * Compares what runs of a plan.
     *
     * @param cells the cells that run; of a case with only one nothing is compared
     */
    AcrossCohorts(Suite suite, List<Cell> cells) {
        this.suite = suite;
        this.outcomes = outcomes(suite);
        this.contexts = new ContextFacts(suite);
        this.documents = new NamedDocuments(suite);
        if (suite.cohorts().size() > 1) {
            for (Cell cell : cells) {
                underWay.computeIfAbsent(cell.evalCase(), each -> new Gathered()).cellsLeft++;
            }
            underWay.values().removeIf(gathered -> gathered.cellsLeft < 2);
        }
    }

    private static @Nullable Outcomes outcomes(Suite suite) {
        try {
            return suite.outcomes().byOutcome().isEmpty() ? null : Outcomes.toldBy(suite.outcomes());
        } catch (IllegalArgumentException e) {
            // A phrase that cannot be looked for is a mistake that the case reports which demands the outcome.
            return null;
        }
    }

    /** What was kept of a case. */
    private static final class Gathered {
        final Map<String, List<TrialDigest>> trials = new LinkedHashMap<>();
        final List<Wording> wordings = new ArrayList<>(1);
        int cellsLeft;
        boolean complete = true;

        @Nullable
        String broken;
    }

    /**
     * A case that was compared.
     *
     * @param evalCase the case
     * @param ending how its test ends
     * @param findings what was compared; empty where there was nothing to compare
     * @param compared how many trials of each cohort were compared
     */
    record Compared(EvalCase evalCase, Ending ending, List<Finding> findings, Map<String, Integer> compared) {}

    /** Whether the case is, or will be, compared. */
    synchronized boolean compares(EvalCase evalCase) {
        return underWay.containsKey(evalCase);
    }

    /** Whether something of a trial of the case is kept. */
    synchronized boolean keeps(EvalCase evalCase) {
        Gathered gathered = underWay.get(evalCase);
        return gathered != null && !gathered.trials.isEmpty();
    }

    /** Keeps what is needed of a trial. */
    void add(Trial trial) {
        if (!compares(trial.cell().evalCase())
                || (trial.outcome() != Trial.Outcome.PASSED && trial.outcome() != Trial.Outcome.FAILED)) {
            return;
        }
        TrialDigest digest = null;
        String broken = null;
        try {
            Wording wording = shared(trial.cell().evalCase(), Wording.of(trial, documents));
            digest = TrialDigest.of(trial, suite.tools(), outcomes, contexts, wording);
        } catch (RuntimeException | StackOverflowError e) {
            // Without the exception's message, which may quote the customer. The trial itself has its verdict.
            broken = "a trial could not be compared: " + e.getClass().getName();
        }
        synchronized (this) {
            Gathered gathered = underWay.get(trial.cell().evalCase());
            if (gathered != null && digest != null) {
                gathered.trials
                        .computeIfAbsent(trial.cell().cohort().id(), id -> new ArrayList<>(1))
                        .add(digest);
            } else if (gathered != null) {
                gathered.broken = broken;
            }
        }
    }

    /** The wording that another trial of the case has already, or this one; where there are several, with their facts. */
    private Wording shared(EvalCase evalCase, Wording wording) {
        List<Wording> several;
        Wording shared = wording;
        synchronized (this) {
            Gathered gathered = underWay.get(evalCase);
            if (gathered == null) {
                return wording;
            }
            for (Wording other : gathered.wordings) {
                shared = other.isSame(wording) ? other : shared;
            }
            if (shared == wording) {
                gathered.wordings.add(wording);
            }
            if (gathered.wordings.size() == 1) {
                return shared;
            }
            several = List.copyOf(gathered.wordings);
        }
        // Here, where it holds nobody up, and not when the case is compared.
        for (Wording each : several) {
            each.facts();
        }
        return shared;
    }

    /**
     * Notes that a cell has ended.
     *
     * @param complete whether all its trials have an outcome
     * @return what came out where it was the last cell of a case that is compared, else null
     */
    synchronized @Nullable Compared ended(Cell cell, boolean complete) {
        Gathered gathered = underWay.get(cell.evalCase());
        if (gathered == null) {
            return null;
        }
        gathered.complete &= complete;
        if (--gathered.cellsLeft > 0) {
            return null;
        }
        underWay.remove(cell.evalCase());
        return compared(cell.evalCase(), gathered);
    }

    private Compared compared(EvalCase evalCase, Gathered gathered) {
        Map<String, List<TrialDigest>> trials = inOrder(evalCase, gathered.trials);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        trials.forEach((cohort, digests) -> numbers.put(cohort, digests.size()));
        if (!gathered.complete) {
            return new Compared(evalCase, Ending.aborted("the run was cancelled"), List.of(), numbers);
        }
        if (gathered.broken != null) {
            return new Compared(evalCase, Ending.error(gathered.broken), List.of(), numbers);
        }
        if (trials.size() < 2) {
            String who = trials.isEmpty()
                    ? "no cohort"
                    : "only " + trials.keySet().iterator().next();
            return new Compared(
                    evalCase,
                    Ending.aborted("nothing to compare: " + who + " has a trial that came to its end"),
                    List.of(),
                    numbers);
        }
        List<Finding> findings = new CohortComparison(suite, evalCase, trials).findings();
        for (Finding finding : findings) {
            if (finding.check().severity() == Severity.ADVISORY && finding.result() instanceof Failed) {
                sameVoices++;
                firstOfSameVoices = firstOfSameVoices == null ? evalCase.id() : firstOfSameVoices;
            }
        }
        return new Compared(evalCase, CohortComparison.ending(evalCase, findings), findings, numbers);
    }

    private static Map<String, List<TrialDigest>> inOrder(EvalCase evalCase, Map<String, List<TrialDigest>> trials) {
        Map<String, List<TrialDigest>> ordered = new LinkedHashMap<>();
        for (String cohort : evalCase.cohorts().keySet()) {
            List<TrialDigest> digests = trials.get(cohort);
            if (digests != null) {
                ordered.put(cohort, digests);
            }
        }
        return ordered;
    }

    /** What is said once at the end where overlays seem not to be applied; null where there is nothing to say. */
    synchronized @Nullable String warning() {
        return sameVoices == 0
                ? null
                : "cohorts with overlays of their own got word for word the same replies in " + sameVoices
                        + (sameVoices == 1 ? " case (" : " cases (such as ") + firstOfSameVoices
                        + "); is the overlay sent to the agent?";
    }
}
