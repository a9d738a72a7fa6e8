package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;

/** {@code $absent: true}: the key is not there; a null is there. */
record AbsentValue() implements ValueMatcher {

    static ValueMatcher read(Spec operand) throws InvalidExpectation {
        if (!operand.bool()) {
            throw operand.invalid("write '$absent: true', or '$any: true' for a key that must be there");
        }
        return new AbsentValue();
    }

    @Override
    public boolean matches(JsonNode actual) {
        return actual.isMissingNode();
    }

    @Override
    public String describe() {
        return "{\"$absent\":true}";
    }
}
