package dev.retrial.report;

import org.apiguardian.api.API;

/** How a cell ended, by its own rule; in the order in which people want to see them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum CellOutcome {
    /** More trials failed than may. */
    FAILED("failed", true, 0),
    /** It could not be told whether the agent is right. */
    ERROR("error", true, 1),
    /** It is known to fail, and passed: it wants to be guarded from now on. */
    PASSED_UNEXPECTEDLY("passed though known to fail", true, 2),
    /** The agent took the conversation where the ticket cannot answer. */
    DIVERGED("diverged", false, 3),
    /** It was planned, and the results say nothing of it. */
    MISSING("missing", true, 4),
    /** It is known to fail, and did. */
    KNOWN_FAILURE("known failure", false, 5),
    /** It does not gate, and did not pass. */
    NOT_GATING("draft", false, 6),
    /** Enough trials passed. */
    PASSED("passed", false, 7);

    private final String text;
    private final boolean red;
    private final int rank;

    CellOutcome(String text, boolean red, int rank) {
        this.text = text;
        this.red = red;
        this.rank = rank;
    }

    /** What people read. */
    public String text() {
        return text;
    }

    /** Whether it alone makes a run red or incomplete; a cell that diverged does so in CI only. */
    boolean isRed() {
        return red;
    }

    /** Its place in the order of a table. */
    int rank() {
        return rank;
    }
}
