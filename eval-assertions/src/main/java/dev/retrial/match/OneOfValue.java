package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.util.ArrayList;
import java.util.List;

/** {@code $one-of: [values]}: one of them matches. */
record OneOfValue(List<ValueMatcher> values, JsonNode written) implements ValueMatcher {

    static ValueMatcher read(Spec operand, Matchers.Mode mode) throws InvalidExpectation {
        List<ValueMatcher> values = new ArrayList<>();
        for (Spec item : operand.items()) {
            values.add(Matchers.read(item, mode));
        }
        return new OneOfValue(List.copyOf(values), operand.json());
    }

    @Override
    public boolean refers() {
        return Matchers.anyRefers(values);
    }

    @Override
    public ValueMatcher with(References references) {
        return new OneOfValue(Matchers.with(values, references), written);
    }

    @Override
    public boolean matches(JsonNode actual) {
        for (ValueMatcher value : values) {
            if (value.matches(actual)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String describe() {
        return "{\"$one-of\":" + CompactJson.of(written) + "}";
    }
}
