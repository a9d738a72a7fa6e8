package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code $contains: value} or {@code $contains: [values]}: a list that has an item of its own for each of them, or a text that has each of them in it.
 */
record ContainsValue(List<ValueMatcher> values, List<String> texts, JsonNode written) implements ValueMatcher {

    static ValueMatcher read(Spec operand, Matchers.Mode mode) throws InvalidExpectation {
        List<ValueMatcher> values = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Spec item : operand.oneOrMore()) {
            values.add(Matchers.read(item, mode));
            if (item.isText()) {
                texts.add(Normalizer.normalize(item.text(), Normalizer.Form.NFC));
            }
        }
        return new ContainsValue(List.copyOf(values), List.copyOf(texts), operand.json());
    }

    @Override
    public boolean refers() {
        return Matchers.anyRefers(values);
    }

    @Override
    public ValueMatcher with(References references) {
        return new ContainsValue(Matchers.with(values, references), texts, written);
    }

    @Override
    public boolean matches(JsonNode actual) {
        if (actual.isArray()) {
            return Assignment.inAnyOrder(Matchers.fits(values, actual), actual.size())
                            .size()
                    == values.size();
        }
        if (!actual.isTextual() || texts.size() != values.size()) {
            return false;
        }
        String text = actual.textValue();
        for (String part : texts) {
            if (!text.contains(part)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String describe() {
        return "{\"$contains\":" + CompactJson.of(written) + "}";
    }
}
