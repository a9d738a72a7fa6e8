package dev.retrial.tickets.triage;

import org.apiguardian.api.API;

/** What triage makes of a ticket. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Decision {
    /** The AI agent failed. */
    FAILURE("failure"),
    /** The AI agent did nothing wrong that anybody or anything in the ticket tells of. */
    NO_FAILURE("no-failure"),
    /** There are signs, too few to say so; a judge or a person decides. */
    OPEN("open"),
    /** The AI agent has no part in it. */
    NO_AGENT("no-agent");

    private final String key;

    Decision(String key) {
        this.key = key;
    }

    /** The word for it in files and reports. */
    public String key() {
        return key;
    }
}
