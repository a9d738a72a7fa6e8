package dev.retrial.report;

import dev.retrial.report.CellOverview.Cost;
import dev.retrial.report.CellOverview.Finding;
import dev.retrial.report.CellOverview.TrialCounts;
import dev.retrial.results.CheckRecord;
import dev.retrial.results.TrialRecord;
import dev.retrial.wording.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes up the trials of one cell as they come, and keeps no more of them than an overview needs. */
final class CellFold {

    /** Facts are for reading; what an agent wrote may be long. */
    private static final int LONGEST_FACT = 300;

    private final String caseId;
    private final String cohort;
    private @Nullable Described described;
    private int passed;
    private int failed;
    private int diverged;
    private int errors;
    private Cost cost = Cost.NONE;
    private final List<String> failedChecks = new ArrayList<>(0);
    private @Nullable Finding first;
    private int firstRank = Integer.MAX_VALUE;
    private @Nullable String transcript;
    private int transcriptRank = Integer.MAX_VALUE;
    private @Nullable String escalation;

    CellFold(String caseId, String cohort) {
        this.caseId = caseId;
        this.cohort = cohort;
    }

    void add(TrialRecord trial, Map<String, String> names) {
        if (described == null) {
            described = Described.by(trial);
        }
        cost = cost.plus(new Cost(
                1,
                trial.millis(),
                trial.millis(),
                Math.max(0, trial.usage().inputTokens()),
                Math.max(0, trial.usage().outputTokens())));
        if (!trial.stage().equals(TrialRecord.FIRST)) {
            return;
        }
        switch (trial.outcome()) {
            case "passed" -> passed++;
            case "failed" -> failed++;
            case "diverged" -> diverged++;
            default -> errors++;
        }
        if (trial.escalation() != null && !trial.escalation().equals("right")) {
            escalation = trial.escalation();
        }
        int rank = rank(trial.outcome()) * 10_000 + Math.min(trial.trial(), 9_999);
        if (rank < transcriptRank) {
            transcriptRank = rank;
            transcript = trial.transcript();
        }
        if (!trial.outcome().equals("passed")) {
            addFindings(trial, rank, names);
        }
    }

    private void addFindings(TrialRecord trial, int rank, Map<String, String> names) {
        // A critical rule that is broken is what a reader has to see first.
        Finding found = null;
        boolean foundIsCritical = false;
        for (CheckRecord check : trial.checks()) {
            boolean decides = !check.severity().equals("advisory")
                    && (check.outcome().equals("failed") || check.outcome().equals("error"));
            if (decides) {
                String name = names.computeIfAbsent(check.check(), any -> any);
                if (!failedChecks.contains(name)) {
                    failedChecks.add(name);
                }
                boolean critical = check.severity().equals("critical");
                if (found == null || (critical && !foundIsCritical)) {
                    foundIsCritical = critical;
                    found = new Finding(
                            name, cut(check.expected()), cut(check.was()), cut(check.message()), check.turn());
                }
            }
        }
        if (found == null) {
            found = new Finding("", null, null, cut(trial.reason()), null);
        }
        if (rank < firstRank) {
            firstRank = rank;
            first = found;
        }
    }

    /** What failed says more than what broke, and that more than what passed. */
    private static int rank(String outcome) {
        return switch (outcome) {
            case "failed" -> 0;
            case "diverged" -> 1;
            case "passed" -> 3;
            default -> 2;
        };
    }

    /**
     * The cell by its trials.
     *
     * @param attempts how many it should have
     * @param pass how many of them must pass
     */
    CellOverview finish(int attempts, int pass) {
        Described of = described == null ? Described.NOTHING : described;
        TrialCounts trials = new TrialCounts(passed, failed, diverged, errors);
        return new CellOverview(
                caseId,
                cohort,
                of.status(),
                of.failure(),
                of.difficulty(),
                of.tags(),
                of.seen(),
                of.file(),
                of.line(),
                of.hash(),
                outcome(attempts, pass, of.status(), trials),
                trials,
                List.copyOf(failedChecks),
                first,
                escalation,
                cost,
                transcript);
    }

    /** The same rule by which the engine ends a cell. */
    private static CellOutcome outcome(int attempts, int pass, String status, TrialCounts trials) {
        if (trials.all() < attempts) {
            return CellOutcome.MISSING;
        }
        CellOutcome plain;
        if (trials.failed() > attempts - pass) {
            plain = CellOutcome.FAILED;
        } else if (trials.errors() > 0) {
            plain = CellOutcome.ERROR;
        } else {
            plain = trials.passed() >= pass ? CellOutcome.PASSED : CellOutcome.DIVERGED;
        }
        boolean settled = plain == CellOutcome.FAILED || plain == CellOutcome.DIVERGED;
        return switch (status) {
            case "known-failing" -> {
                if (plain == CellOutcome.PASSED) {
                    yield CellOutcome.PASSED_UNEXPECTEDLY;
                }
                yield settled ? trials.errors() > 0 ? CellOutcome.ERROR : CellOutcome.KNOWN_FAILURE : plain;
            }
            case "draft", "retired" -> settled ? CellOutcome.NOT_GATING : plain;
            default -> plain;
        };
    }

    /** What a trial says of its case. */
    private record Described(
            String status,
            @Nullable String failure,
            @Nullable String difficulty,
            List<String> tags,
            int seen,
            String file,
            int line,
            @Nullable String hash) {

        static final Described NOTHING = new Described("active", null, null, List.of(), 1, "", 0, null);

        static Described by(TrialRecord trial) {
            return new Described(
                    trial.status(),
                    trial.failure(),
                    trial.difficulty(),
                    trial.tags(),
                    trial.seen(),
                    trial.file(),
                    trial.line(),
                    trial.hashes().get("case"));
        }
    }

    private static @Nullable String cut(@Nullable String fact) {
        return fact == null ? null : Texts.cut(fact, LONGEST_FACT);
    }
}
