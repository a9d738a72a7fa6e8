package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Expected arguments, read from JSON.
 *
 * <p>Objects match partially (a key that is not named may hold anything), lists in order and in full, numbers by value ({@code 25} is {@code 25.0}), text exactly.
 * An object whose one key starts with {@code $} is a matcher; {@code $$x} is the key {@code $x} itself.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Arguments {

    private Arguments() {}

    /**
     * Reads expected arguments.
     *
     * @param expected an object, which may hold matchers at any depth, or a matcher; an empty object matches any arguments that are an object
     * @throws InvalidExpectation where a matcher does not exist or is not written as it should be
     */
    public static ArgumentMatcher matcher(JsonNode expected) throws InvalidExpectation {
        return matcher(Spec.of(expected));
    }

    /** Reads expected arguments, with mistakes located as the place locates them. */
    public static ArgumentMatcher matcher(Spec expected) throws InvalidExpectation {
        expected.map();
        return new Whole(Matchers.read(expected, Matchers.Mode.PARTIAL));
    }

    /** Whether this is an object that stands for a matcher, known or not, and not for itself. */
    public static boolean isMatcher(JsonNode expected) {
        if (!expected.isObject() || expected.size() != 1) {
            return false;
        }
        String key = expected.fieldNames().next();
        return key.startsWith("$") && !key.startsWith("$$");
    }

    /** Whether two values are the same JSON but for how their numbers are written: {@code 25} is {@code 25.0}. */
    public static boolean equal(JsonNode a, JsonNode b) {
        return JsonNumbers.equal(a, b);
    }

    /** Arguments as a whole: only an object can match, since anything else is what a model sent instead of arguments. */
    private record Whole(ValueMatcher value) implements ArgumentMatcher {

        @Override
        public boolean refers() {
            return value.refers();
        }

        @Override
        public ArgumentMatcher with(References references) {
            return value.refers() ? new Whole(value.with(references)) : this;
        }

        @Override
        public boolean names(String argument) {
            return value.names(argument);
        }

        @Override
        public boolean matches(JsonNode actual) {
            return actual.isObject() && value.matches(actual);
        }

        @Override
        public List<Mismatch> mismatches(JsonNode actual) {
            if (!actual.isObject()) {
                return List.of(new Mismatch("", describe(), "no JSON object: " + CompactJson.of(actual)));
            }
            List<Mismatch> mismatches = new ArrayList<>();
            value.addMismatches(actual, null, mismatches);
            return mismatches;
        }

        @Override
        public String describe() {
            return value.describe();
        }
    }
}
