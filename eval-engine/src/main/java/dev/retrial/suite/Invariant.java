package dev.retrial.suite;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What must not differ between the cohorts of a case, unless the case says that it {@code varies}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Invariant {
    /** The successful calls that changed something. */
    WRITES("writes"),
    /** How the conversation stood in the end. */
    OUTCOME("outcome"),
    /** Money and percentages in the replies. */
    AMOUNTS("amounts"),
    /** Days and months in the replies. */
    DATES("dates"),
    /** So many days, hours, months in the replies. */
    PERIODS("periods"),
    /** Identifiers in the replies: of orders, documents, policies. */
    IDS("ids"),
    /** Documents and addresses that the replies name. */
    DOCUMENTS("documents");

    private final String key;

    Invariant(String key) {
        this.key = key;
    }

    /** The word for it under {@code varies} and, behind {@code cohorts.}, in results. */
    public String key() {
        return key;
    }

    /** Whether it is about what the agent did, rather than what it said. */
    public boolean isDone() {
        return this == WRITES || this == OUTCOME;
    }

    /** The one of this key, or null. */
    public static @Nullable Invariant of(String key) {
        for (Invariant invariant : values()) {
            if (invariant.key.equals(key)) {
                return invariant;
            }
        }
        return null;
    }

    /** All keys. */
    static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Invariant invariant : values()) {
            keys.add(invariant.key);
        }
        return keys;
    }
}
