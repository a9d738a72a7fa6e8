package dev.retrial.gate;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Cells that have something in common; null where a key does not matter.
 *
 * @param cohort their cohort
 * @param difficulty their difficulty
 * @param failure their failure class
 * @param tag a tag of their case
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Part(
        @Nullable String cohort,
        @Nullable String difficulty,
        @Nullable String failure,
        @Nullable String tag) {

    /** {@code cohort=enterprise difficulty=hard}; {@code all} where no key matters. */
    public String name() {
        List<String> parts = new ArrayList<>();
        add(parts, "cohort", cohort);
        add(parts, "difficulty", difficulty);
        add(parts, "failure", failure);
        add(parts, "tag", tag);
        return parts.isEmpty() ? "all" : String.join(" ", parts);
    }

    /** The part of this {@link #name}. */
    public static Part named(String name) {
        return new Part(value(name, "cohort"), value(name, "difficulty"), value(name, "failure"), value(name, "tag"));
    }

    /** A tag may have spaces in it, and comes last. */
    private static @Nullable String value(String name, String key) {
        int at = name.startsWith(key + "=") ? 0 : name.indexOf(" " + key + "=") + 1;
        if (at == 0 && !name.startsWith(key + "=")) {
            return null;
        }
        String rest = name.substring(at + key.length() + 1);
        int space = key.equals("tag") ? -1 : rest.indexOf(' ');
        return space < 0 ? rest : rest.substring(0, space);
    }

    private static void add(List<String> parts, String key, @Nullable String value) {
        if (value != null) {
            parts.add(key + "=" + value);
        }
    }
}
