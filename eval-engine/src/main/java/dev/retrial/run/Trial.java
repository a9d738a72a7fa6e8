package dev.retrial.run;

import dev.retrial.check.CheckResult;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One replay of a cell, graded.
 *
 * @param cell the cell
 * @param number its number within the cell, from 1
 * @param outcome how it ended
 * @param transcript what happened; for an error, what had happened before it
 * @param findings what each check found; empty where nothing could be graded
 * @param reason why it is an error or diverged, or null where it is neither
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Trial(
        Cell cell,
        int number,
        Outcome outcome,
        Transcript transcript,
        List<Finding> findings,
        @Nullable String reason) {

    /** Copies the list. */
    public Trial {
        findings = List.copyOf(findings);
    }

    /** How a trial ends; the four are never mixed. */
    public enum Outcome {
        /** Every gating check that applies holds, and at least one does. */
        PASSED("passed"),
        /** A gating check failed. */
        FAILED("failed"),
        /** The agent took the conversation where the ticket cannot answer. */
        DIVERGED("diverged"),
        /** Agent, infrastructure or a check broke; or no gating check had anything to look at. */
        ERROR("error");

        private final String key;

        Outcome(String key) {
            this.key = key;
        }

        /** The word for it in results. */
        public String key() {
            return key;
        }
    }

    /**
     * What a check found.
     *
     * @param check the check with its scope
     * @param result what it found
     */
    public record Finding(ScopedCheck check, CheckResult result) {}
}
