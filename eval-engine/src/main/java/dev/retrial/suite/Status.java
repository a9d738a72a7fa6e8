package dev.retrial.suite;

import org.apiguardian.api.API;

/** Where a case stands in its life. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Status {
    /** Not reviewed: never runs unless asked, never gates; its cells are shown as skipped. */
    DRAFT("draft"),
    /** Runs and gates. */
    ACTIVE("active"),
    /** Runs; shown as skipped while it fails, red when it passes. */
    KNOWN_FAILING("known-failing"),
    /** Skipped until its date, then gates again. */
    QUARANTINED("quarantined"),
    /** A tombstone and no test. */
    RETIRED("retired");

    private final String key;

    Status(String key) {
        this.key = key;
    }

    /** The word for it in case files and results. */
    public String key() {
        return key;
    }
}
