package dev.retrial.scene;

import org.apiguardian.api.API;

/** How a conversation stands after a reply. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Outcome {
    /** The agent handed over to a person. */
    ESCALATED("escalated"),
    /** The agent declined. */
    REFUSED("refused"),
    /** The agent asked for something. */
    ASKED("asked"),
    /** None of the others. */
    ANSWERED("answered");

    private final String key;

    Outcome(String key) {
        this.key = key;
    }

    /** The word for it in suite files and results. */
    public String key() {
        return key;
    }
}
