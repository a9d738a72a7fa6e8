package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.util.List;

/** {@code $range: [min, max]}: a number within the bounds, both included; a bound that is null is open. */
record RangeValue(JsonNode min, JsonNode max, JsonNode written) implements ValueMatcher {

    static ValueMatcher read(Spec operand) throws InvalidExpectation {
        List<Spec> bounds = operand.items();
        if (bounds.size() != 2) {
            throw operand.invalid("expected two bounds, [min, max], of which one may be null");
        }
        boolean open = false;
        for (Spec bound : bounds) {
            if (!bound.isEmpty()) {
                bound.number();
            } else if (open) {
                throw operand.invalid("one bound must be a number");
            } else {
                open = true;
            }
        }
        JsonNode min = bounds.get(0).json();
        JsonNode max = bounds.get(1).json();
        if (!open && JsonNumbers.compare(min, max) > 0) {
            throw operand.invalid("the lower bound is above the upper one");
        }
        return new RangeValue(min, max, operand.json());
    }

    @Override
    public boolean matches(JsonNode actual) {
        return actual.isNumber()
                && (min.isNull() || JsonNumbers.compare(min, actual) <= 0)
                && (max.isNull() || JsonNumbers.compare(actual, max) <= 0);
    }

    @Override
    public String describe() {
        return "{\"$range\":" + CompactJson.of(written) + "}";
    }
}
