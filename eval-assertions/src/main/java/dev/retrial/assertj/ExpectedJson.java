package dev.retrial.assertj;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.match.ArgumentMatcher;
import dev.retrial.match.Arguments;
import org.jspecify.annotations.Nullable;

/** JSON that stands in a test; a mistake in it is one in the test, and so an {@link IllegalArgumentException}. */
final class ExpectedJson {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private ExpectedJson() {}

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    static JsonNode of(Object value) {
        return JSON.valueToTree(value);
    }

    static @Nullable ArgumentMatcher arguments(JsonNode arguments) {
        try {
            return arguments.isObject() && arguments.isEmpty() ? null : Arguments.matcher(arguments);
        } catch (InvalidExpectation e) {
            throw mistake(e);
        }
    }

    static IllegalArgumentException mistake(InvalidExpectation invalid) {
        return new IllegalArgumentException(
                (invalid.pointer().isEmpty() ? "" : invalid.pointer() + ": ") + invalid.getMessage(), invalid);
    }
}
