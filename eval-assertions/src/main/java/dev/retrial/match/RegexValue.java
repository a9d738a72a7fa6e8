package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import dev.retrial.text.TextPattern;

/** {@code $regex: pattern}: text that the RE2 pattern matches as a whole. */
record RegexValue(TextPattern pattern, JsonNode written) implements ValueMatcher {

    static ValueMatcher read(Spec operand) throws InvalidExpectation {
        try {
            return new RegexValue(TextPattern.of(operand.text()), operand.json());
        } catch (IllegalArgumentException e) {
            throw operand.invalid(e);
        }
    }

    @Override
    public boolean matches(JsonNode actual) {
        return actual.isTextual() && pattern.matches(actual.textValue());
    }

    @Override
    public String describe() {
        return "{\"$regex\":" + CompactJson.of(written) + "}";
    }
}
