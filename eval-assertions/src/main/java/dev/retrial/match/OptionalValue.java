package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code $optional: value}: the key is not there, or the value matches. */
record OptionalValue(ValueMatcher value) implements ValueMatcher {

    static ValueMatcher read(Spec operand, Matchers.Mode mode) throws InvalidExpectation {
        return new OptionalValue(Matchers.read(operand, mode));
    }

    @Override
    public boolean refers() {
        return value.refers();
    }

    @Override
    public ValueMatcher with(References references) {
        return new OptionalValue(value.with(references));
    }

    @Override
    public boolean matches(JsonNode actual) {
        return actual.isMissingNode() || value.matches(actual);
    }

    @Override
    public void addMismatches(JsonNode actual, @Nullable Place place, List<ArgumentMatcher.Mismatch> mismatches) {
        if (!actual.isMissingNode()) {
            value.addMismatches(actual, place, mismatches);
        }
    }

    @Override
    public String describe() {
        return "{\"$optional\":" + value.describe() + "}";
    }
}
