package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arguments and results as they can stand in a case: bounded in depth, number and length, without what its reader would take for a matcher. */
final class BoundedJson {

    private static final int DEPTH = 12;
    private static final int VALUES = 400;

    private int left = VALUES;
    private boolean whole = true;

    private BoundedJson() {}

    /**
     * What can be kept of a value.
     *
     * @param value the value
     * @param whole whether that is all of it
     */
    record Kept(JsonNode value, boolean whole) {}

    static Kept of(JsonNode value) {
        BoundedJson bounded = new BoundedJson();
        JsonNode kept = bounded.keep(value, DEPTH);
        return new Kept(kept == null ? TextNode.valueOf("") : kept, bounded.whole);
    }

    /** Arguments with which something is compared: a key that begins with {@code $} is doubled, so that it is no matcher. */
    static JsonNode literal(JsonNode value) {
        if (value instanceof ObjectNode map) {
            ObjectNode literal = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> entry : map.properties()) {
                String key = entry.getKey();
                literal.set(key.startsWith("$") ? "$" + key : key, literal(entry.getValue()));
            }
            return literal;
        }
        if (value.isArray()) {
            ArrayNode literal = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> literal.add(literal(item)));
            return literal;
        }
        return value;
    }

    private @Nullable JsonNode keep(JsonNode value, int depth) {
        if (left-- <= 0 || depth == 0) {
            whole = false;
            return null;
        }
        if (value instanceof ObjectNode map) {
            ObjectNode kept = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> entry : map.properties()) {
                String key = CleanText.line(entry.getKey(), CaseYaml.LONGEST_KEY);
                JsonNode item = key.isEmpty() ? null : keep(entry.getValue(), depth - 1);
                if (item != null) {
                    kept.set(key, item);
                } else {
                    whole = false;
                }
            }
            return kept;
        }
        if (value.isArray()) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode();
            for (JsonNode item : value) {
                JsonNode one = keep(item, depth - 1);
                if (one == null) {
                    break;
                }
                kept.add(one);
            }
            return kept;
        }
        if (value.isTextual()) {
            String text = value.textValue();
            whole &= text.length() <= CleanText.LONGEST;
            return TextNode.valueOf(CleanText.of(text));
        }
        return value.isNumber() || value.isBoolean() || value.isNull() ? value : TextNode.valueOf(value.asText());
    }
}
