package dev.retrial.report;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a run says of one cell, without what was said in it.
 *
 * @param caseId the case
 * @param cohort the cohort
 * @param status the case's status
 * @param failure the case's failure class, or null
 * @param difficulty the case's difficulty, or null
 * @param tags the case's own tags
 * @param seen how many tickets tell the case's story
 * @param file the case's file within the suite; empty where no trial was made
 * @param line its line
 * @param hash the hash of the case, or null
 * @param outcome how the cell ended
 * @param trials how its first trials ended
 * @param failedChecks the names of the gating checks that failed, each once
 * @param first the first failure or error, or null where all passed
 * @param escalation {@code missed} or {@code premature} where a trial was, else null
 * @param cost what all its trials took
 * @param transcript the transcript to show first: of the first trial that did not pass, else of the first; null where there is none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CellOverview(
        String caseId,
        String cohort,
        String status,
        @Nullable String failure,
        @Nullable String difficulty,
        List<String> tags,
        int seen,
        String file,
        int line,
        @Nullable String hash,
        CellOutcome outcome,
        TrialCounts trials,
        List<String> failedChecks,
        @Nullable Finding first,
        @Nullable String escalation,
        Cost cost,
        @Nullable String transcript) {

    /** {@code refund-late [enterprise]}. */
    public String name() {
        return caseId + " [" + cohort + "]";
    }

    /** Whether it counts in rates: it gates, and at least one of its trials could be judged. */
    public boolean counts() {
        return isActive() && trials.judged() > 0;
    }

    /** Whether it gates: neither known to fail, nor quarantined, nor a draft. */
    public boolean isActive() {
        return status.equals("active");
    }

    /** The share of its trials that passed. */
    public double share() {
        return (double) trials.passed() / trials.judged();
    }

    /**
     * How trials ended.
     *
     * @param passed how many passed
     * @param failed how many failed
     * @param diverged how many diverged
     * @param errors how many are errors
     */
    public record TrialCounts(int passed, int failed, int diverged, int errors) {

        /** Those that tell something of the agent. */
        public int judged() {
            return passed + failed + diverged;
        }

        /** All. */
        public int all() {
            return judged() + errors;
        }
    }

    /**
     * What was found wrong.
     *
     * @param check the check's name; empty where the trial itself broke
     * @param expected what was expected, or null
     * @param was what there was, or null
     * @param message what else there is to say, or null
     * @param turn the turn, or null
     */
    public record Finding(
            String check,
            @Nullable String expected,
            @Nullable String was,
            @Nullable String message,
            @Nullable Integer turn) {

        /** In one line: {@code tools.never: expected no call of issue_refund, was issue_refund {…}, turn 1}. */
        public String sentence() {
            StringBuilder text = new StringBuilder(check);
            if (expected != null || was != null) {
                text.append(text.isEmpty() ? "" : ": ").append("expected ").append(expected);
                text.append(", was ").append(was);
            } else if (message != null) {
                text.append(text.isEmpty() ? "" : ": ").append(message);
            }
            return text.toString();
        }
    }

    /**
     * What trials took.
     *
     * @param trials how many there were
     * @param millis how long they took together
     * @param longest how long the longest took
     * @param inputTokens tokens read, as far as known
     * @param outputTokens tokens written, as far as known
     */
    public record Cost(int trials, long millis, long longest, long inputTokens, long outputTokens) {

        /** Nothing. */
        public static final Cost NONE = new Cost(0, 0, 0, 0, 0);

        Cost plus(Cost more) {
            return new Cost(
                    trials + more.trials,
                    millis + more.millis,
                    Math.max(longest, more.longest),
                    inputTokens + more.inputTokens,
                    outputTokens + more.outputTokens);
        }
    }
}
