package dev.retrial.suite;

import org.apiguardian.api.API;

/** How hard a case is. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Difficulty {
    /** What an agent deflects every day. */
    EASY("easy"),
    /** Between the two. */
    MEDIUM("medium"),
    /** What reaches people. */
    HARD("hard");

    private final String key;

    Difficulty(String key) {
        this.key = key;
    }

    /** The word for it in case files and results. */
    public String key() {
        return key;
    }
}
