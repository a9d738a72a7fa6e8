package dev.retrial.tickets.coverage;

import org.apiguardian.api.API;

/** What the suite has for a failure; of several, the first of these counts. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Cover {
    /** A case that a person accepted: active, known to fail, or quarantined. */
    CASE("case"),
    /** A draft that waits for review. */
    DRAFT("draft"),
    /** Only a case that was retired: what it told happens again. */
    RETIRED("retired"),
    /** A person looked at it and wanted no case; left out of every share. */
    REJECTED("rejected"),
    /** Nothing. */
    NONE("none");

    private final String key;

    Cover(String key) {
        this.key = key;
    }

    /** The word for it in JSON. */
    public String key() {
        return key;
    }

    Cover or(Cover other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
