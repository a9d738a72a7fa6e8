package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code $exact: value}: objects in it, at any depth, hold no key that is not named. */
record ExactValue(ValueMatcher value) implements ValueMatcher {

    static ValueMatcher read(Spec operand) throws InvalidExpectation {
        return new ExactValue(Matchers.read(operand, Matchers.Mode.EXACT));
    }

    @Override
    public boolean refers() {
        return value.refers();
    }

    @Override
    public ValueMatcher with(References references) {
        return new ExactValue(value.with(references));
    }

    @Override
    public boolean names(String key) {
        return value.names(key);
    }

    @Override
    public boolean matches(JsonNode actual) {
        return value.matches(actual);
    }

    @Override
    public void addMismatches(JsonNode actual, @Nullable Place place, List<ArgumentMatcher.Mismatch> mismatches) {
        value.addMismatches(actual, place, mismatches);
    }

    @Override
    public String describe() {
        return "{\"$exact\":" + value.describe() + "}";
    }
}
