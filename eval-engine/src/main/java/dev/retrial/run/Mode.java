package dev.retrial.run;

import org.apiguardian.api.API;

/** Who is watching: it decides how what is undecided ends. An error is red in both. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Mode {
    /** A developer's machine: a diverged cell is shown as skipped. */
    LOCAL("local"),
    /** A build that must not be green by accident: a diverged cell fails. */
    CI("ci");

    private final String key;

    Mode(String key) {
        this.key = key;
    }

    /** The word for it in {@code retrial.mode} and in results. */
    public String key() {
        return key;
    }
}
