package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;

/** {@code $regex: pattern}: text that the RE2 pattern matches as a whole. */
record RegexValue(Pattern pattern, JsonNode written) implements ValueMatcher {

    static ValueMatcher read(Spec operand) throws InvalidExpectation {
        try {
            return new RegexValue(Pattern.compile(operand.text()), operand.json());
        } catch (PatternSyntaxException e) {
            throw operand.invalid("not an RE2 pattern: " + e.getDescription());
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
