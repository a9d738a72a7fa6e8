package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code $each: value}: a list of which every item matches; an empty list has none that could. */
record EachValue(ValueMatcher item) implements ValueMatcher {

    static ValueMatcher read(Spec operand, Matchers.Mode mode) throws InvalidExpectation {
        return new EachValue(Matchers.read(operand, mode));
    }

    @Override
    public boolean refers() {
        return item.refers();
    }

    @Override
    public ValueMatcher with(References references) {
        return new EachValue(item.with(references));
    }

    @Override
    public boolean matches(JsonNode actual) {
        if (!actual.isArray() || actual.isEmpty()) {
            return false;
        }
        for (JsonNode one : actual) {
            if (!item.matches(one)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void addMismatches(JsonNode actual, @Nullable Place place, List<ArgumentMatcher.Mismatch> mismatches) {
        if (!actual.isArray() || actual.isEmpty()) {
            ValueMatcher.super.addMismatches(actual, place, mismatches);
            return;
        }
        for (int i = 0; i < actual.size(); i++) {
            item.addMismatches(actual.get(i), new Place(place, Integer.toString(i)), mismatches);
        }
    }

    @Override
    public String describe() {
        return "{\"$each\":" + item.describe() + "}";
    }
}
