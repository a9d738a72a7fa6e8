package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object with at least these keys, or with no others. */
record ObjectValue(List<Entry> entries, boolean exact, JsonNode written) implements ValueMatcher {

    /** Any object. */
    static final ObjectValue EMPTY = new ObjectValue(List.of(), false, JsonNodeFactory.instance.objectNode());

    /** A key and what must be under it. */
    record Entry(String key, ValueMatcher value) {}

    @Override
    public boolean refers() {
        for (Entry entry : entries) {
            if (entry.value.refers()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public ValueMatcher with(References references) {
        List<Entry> with = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            with.add(new Entry(entry.key, entry.value.with(references)));
        }
        return new ObjectValue(with, exact, written);
    }

    @Override
    public boolean names(String key) {
        for (Entry entry : entries) {
            if (entry.key.equals(key)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean matches(JsonNode actual) {
        if (!actual.isObject()) {
            return false;
        }
        if (exact) {
            for (Map.Entry<String, JsonNode> field : actual.properties()) {
                if (!names(field.getKey())) {
                    return false;
                }
            }
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
        if (exact) {
            for (Map.Entry<String, JsonNode> field : actual.properties()) {
                if (!names(field.getKey())) {
                    mismatches.add(new ArgumentMatcher.Mismatch(
                            Place.pointer(new Place(place, field.getKey())),
                            "absent",
                            CompactJson.of(field.getValue())));
                }
            }
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
