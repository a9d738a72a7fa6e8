package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;

/** {@code $any: true}: some value, null included. */
record AnyValue() implements ValueMatcher {

    static ValueMatcher read(Spec operand) throws InvalidExpectation {
        if (!operand.bool()) {
            throw operand.invalid("write '$any: true', or '$absent: true' for a key that must not be there");
        }
        return new AnyValue();
    }

    @Override
    public boolean matches(JsonNode actual) {
        return !actual.isMissingNode();
    }

    @Override
    public String describe() {
        return "{\"$any\":true}";
    }
}
