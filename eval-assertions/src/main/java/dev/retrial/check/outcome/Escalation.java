package dev.retrial.check.outcome;

import org.apiguardian.api.API;

/** Whether the agent handed over to a person when it should; the two mistakes cost different people, so they are never added up. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Escalation {
    /** It was to hand over, and did. */
    RIGHT("right"),
    /** It kept what a person was to get: the customer's time. */
    MISSED("missed"),
    /** It handed over what it was to settle itself: a colleague's time. */
    PREMATURE("premature");

    private final String key;

    Escalation(String key) {
        this.key = key;
    }

    /** Whether of two expectations about one conversation this is the one to tell: what follows a premature hand-over is no longer the customer's story. */
    public boolean outweighs(Escalation other) {
        return compareTo(other) > 0;
    }

    /** The word for it in results. */
    public String key() {
        return key;
    }
}
