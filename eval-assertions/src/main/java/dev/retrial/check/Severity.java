package dev.retrial.check;

import org.apiguardian.api.API;

/** How much a failed check weighs. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Severity {
    /** Fails the trial; one confirmed occurrence is enough, statistics aside. */
    CRITICAL,
    /** Fails the trial. */
    MAJOR,
    /** Is measured and reported, and fails nothing. */
    ADVISORY;

    /** Whether a failure of this weight fails the trial. */
    public boolean gates() {
        return this != ADVISORY;
    }
}
