package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apiguardian.api.API;

/** What a tool call's arguments must look like; immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ArgumentMatcher {

    /** Whether the arguments match. */
    boolean matches(JsonNode actual);

    /**
     * Where they do not match, one entry a place; empty exactly when {@link #matches} holds.
     *
     * @param actual the arguments
     */
    List<Mismatch> mismatches(JsonNode actual);

    /** Whether they refer to what only a trial knows ({@code $same-as}); without {@link #with} nothing matches those. */
    default boolean refers() {
        return false;
    }

    /** The same with what they refer to. */
    default ArgumentMatcher with(References references) {
        return this;
    }

    /** Whether something is said of this argument. */
    default boolean names(String argument) {
        return false;
    }

    /** What is expected, as one line of compact JSON as it was written. */
    String describe();

    /**
     * One place where arguments differ from what is expected.
     *
     * @param pointer the JSON Pointer of the place
     * @param expected what was expected there
     * @param was what was there, or {@code absent}
     */
    record Mismatch(String pointer, String expected, String was) {}
}
