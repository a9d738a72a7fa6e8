package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one value must look like; immutable.
 *
 * <p>A value that is not there is a {@link com.fasterxml.jackson.databind.node.MissingNode}.
 */
interface ValueMatcher {

    /** Whether the value matches. */
    boolean matches(JsonNode actual);

    /** Whether it refers to what only a trial knows. */
    default boolean refers() {
        return false;
    }

    /** The same with what it refers to. */
    default ValueMatcher with(References references) {
        return this;
    }

    /** Whether it says something of this key of an object. */
    default boolean names(String key) {
        return false;
    }

    /** The value as it was expected, for people. */
    String describe();

    /** Adds what does not match; by default the whole value does not. */
    default void addMismatches(JsonNode actual, @Nullable Place place, List<ArgumentMatcher.Mismatch> mismatches) {
        if (!matches(actual)) {
            mismatches.add(new ArgumentMatcher.Mismatch(Place.pointer(place), describe(), CompactJson.of(actual)));
        }
    }

    /** A place below the whole; null is the whole itself. */
    record Place(@Nullable Place parent, String key) {

        static String pointer(@Nullable Place place) {
            return place == null
                    ? ""
                    : pointer(place.parent) + "/" + place.key.replace("~", "~0").replace("/", "~1");
        }
    }
}
