package dev.retrial.check.tool;

import org.apiguardian.api.API;

/** How the order of expected calls counts. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Order {
    /** Not at all. */
    ANY_ORDER("any-order"),
    /** They come one after the other; other calls may come between. */
    IN_ORDER("in-order"),
    /** They come one after the other, and there is no other call. */
    EXACTLY("exactly");

    private final String key;

    Order(String key) {
        this.key = key;
    }

    /** The word for it in case files. */
    public String key() {
        return key;
    }
}
