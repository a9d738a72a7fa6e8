package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.util.ArrayList;
import java.util.List;

/** {@code $unordered: [items]}: a list of exactly these items, in any order. */
record UnorderedValue(List<ValueMatcher> items, JsonNode written) implements ValueMatcher {

    static ValueMatcher read(Spec operand, Matchers.Mode mode) throws InvalidExpectation {
        List<ValueMatcher> items = new ArrayList<>();
        for (Spec item : operand.items()) {
            items.add(Matchers.read(item, mode));
        }
        return new UnorderedValue(List.copyOf(items), operand.json());
    }

    @Override
    public boolean refers() {
        return Matchers.anyRefers(items);
    }

    @Override
    public ValueMatcher with(References references) {
        return new UnorderedValue(Matchers.with(items, references), written);
    }

    @Override
    public boolean matches(JsonNode actual) {
        return actual.isArray()
                && actual.size() == items.size()
                && Assignment.inAnyOrder(Matchers.fits(items, actual), actual.size())
                                .size()
                        == items.size();
    }

    @Override
    public String describe() {
        return "{\"$unordered\":" + CompactJson.of(written) + "}";
    }
}
