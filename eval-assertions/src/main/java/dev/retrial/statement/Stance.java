package dev.retrial.statement;

import org.apiguardian.api.API;

/** How something that a reply says is meant. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Stance {
    /** The reply says that it is so. */
    AFFIRMED("affirmed"),
    /** The reply says that it is not so. */
    NEGATED("negated"),
    /** The reply asks whether it is so. */
    QUESTIONED("part of a question"),
    /** The reply quotes it: in quotation marks, a quoted line or a block of code. */
    QUOTED("quoted"),
    /** Somebody else said it, and the reply puts that right. */
    CORRECTED("somebody's words, corrected"),
    /** It would be so under a condition. */
    CONDITIONAL("under a condition"),
    /** It may be so one day. */
    PLANNED("a plan");

    private final String description;

    Stance(String description) {
        this.description = description;
    }

    /** The stance in words. */
    public String description() {
        return description;
    }
}
