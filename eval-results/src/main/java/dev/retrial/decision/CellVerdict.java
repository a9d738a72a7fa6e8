package dev.retrial.decision;

import dev.retrial.gate.PassCount;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says of one cell.
 *
 * @param kind what
 * @param standing what its record is worth
 * @param sentence why: {@code failed, so it ran again until the result was settled: 1 of 6 passed, …}
 * @param baseline its record, or null where there is none that can be compared
 * @param fresh the attempts that decided
 * @param p how often luck brings so few passes or fewer; 1 where nothing was compared
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CellVerdict(
        Kind kind,
        Standing standing,
        String sentence,
        @Nullable PassCount baseline,
        PassCount fresh,
        double p) {

    /** What is said of a cell. */
    public enum Kind {
        /** Its first attempt passed. */
        PASSED("passed"),
        /** It failed at first, and passed often enough when it was tried again. */
        NOT_CONFIRMED("not-confirmed"),
        /** As {@link #NOT_CONFIRMED}, but to be looked at. */
        SUSPECT("suspect"),
        /** Worse than its record. */
        REGRESSION("regression"),
        /** It broke a critical rule more than once. */
        CRITICAL("critical"),
        /** Worse than its record, but the main branch's agent is no better today. */
        MAIN_FAILS_TOO("main-fails-too"),
        /** It has no record, and failed most attempts. */
        NEW_FAILING("new-failing"),
        /** Its first attempt could not be evaluated. */
        NOT_EVALUATED("not-evaluated"),
        /** The attempts that it needs could not be had. */
        OPEN("open");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The word for it in results. */
        public String key() {
            return key;
        }

        /** Whether it speaks against the change. */
        public boolean isRed() {
            return this == REGRESSION || this == CRITICAL || this == NEW_FAILING;
        }
    }

    /** What a cell's record is worth. */
    public enum Standing {
        /** Good enough to compare with. */
        RELIABLE("reliable"),
        /** Long enough, but the cell fails too often on the main branch to be judged alone. */
        POOR("poor"),
        /** Too few attempts. */
        SHORT("short"),
        /** The main branch does not have the cell. */
        NEW("new"),
        /** What its verdicts rest on is another, so nothing can be compared. */
        UNVERIFIABLE("unverifiable");

        private final String key;

        Standing(String key) {
            this.key = key;
        }

        /** The word for it in results. */
        public String key() {
            return key;
        }
    }
}
