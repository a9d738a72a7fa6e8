package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object with at least these keys. */
record ObjectValue(List<Entry> entries, JsonNode written) implements ValueMatcher {

    /** Any object. */
    static final ObjectValue EMPTY = new ObjectValue(List.of(), JsonNodeFactory.instance.objectNode());

    /** A key and what must be under it. */
    record Entry(String key, ValueMatcher value) {}

    @Override
    public boolean matches(JsonNode actual) {
        if (!actual.isObject()) {
            return false;
        }
        for (Entry entry : entries) {
            if (!entry.value.matches(under(actual, entry.key))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void addMismatches(JsonNode actual, @Nullable Place place, List<ArgumentMatcher.Mismatch> mismatches) {
        if (!actual.isObject()) {
            ValueMatcher.super.addMismatches(actual, place, mismatches);
            return;
        }
        for (Entry entry : entries) {
            entry.value.addMismatches(under(actual, entry.key), new Place(place, entry.key), mismatches);
        }
    }

    @Override
    public String describe() {
        return CompactJson.of(written);
    }

    private static JsonNode under(JsonNode object, String key) {
        JsonNode value = object.get(key);
        return value == null ? MissingNode.getInstance() : value;
    }
}
