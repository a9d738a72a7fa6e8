package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of exactly these items, in this order. */
record ListValue(List<ValueMatcher> items, JsonNode written) implements ValueMatcher {

    @Override
    public boolean refers() {
        return Matchers.anyRefers(items);
    }

    @Override
    public ValueMatcher with(References references) {
        return new ListValue(Matchers.with(items, references), written);
    }

    @Override
    public boolean matches(JsonNode actual) {
        if (!actual.isArray() || actual.size() != items.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).matches(actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void addMismatches(JsonNode actual, @Nullable Place place, List<ArgumentMatcher.Mismatch> mismatches) {
        if (!actual.isArray() || actual.size() != items.size()) {
            ValueMatcher.super.addMismatches(actual, place, mismatches);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            items.get(i).addMismatches(actual.get(i), new Place(place, Integer.toString(i)), mismatches);
        }
    }

    @Override
    public String describe() {
        return CompactJson.of(written);
    }
}
