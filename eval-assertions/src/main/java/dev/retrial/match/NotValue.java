package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;

/** {@code $not: value}: anything but that; a key that is not there is not the value either. */
record NotValue(ValueMatcher value) implements ValueMatcher {

    static ValueMatcher read(Spec operand, Matchers.Mode mode) throws InvalidExpectation {
        return new NotValue(Matchers.read(operand, mode));
    }

    @Override
    public boolean refers() {
        return value.refers();
    }

    @Override
    public ValueMatcher with(References references) {
        return new NotValue(value.with(references));
    }

    @Override
    public boolean matches(JsonNode actual) {
        return !value.matches(actual);
    }

    @Override
    public String describe() {
        return "{\"$not\":" + value.describe() + "}";
    }
}
