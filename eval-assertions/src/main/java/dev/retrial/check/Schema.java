package dev.retrial.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apiguardian.api.API;

/** The pieces of which the JSON Schemas of our kinds are made; each call makes a new node. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Schema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Schema() {}

    /** Any text that is not empty. */
    public static ObjectNode text() {
        return NODES.objectNode().put("type", "string").put("minLength", 1);
    }

    /** One of these words. */
    public static ObjectNode word(String... words) {
        ObjectNode schema = NODES.objectNode().put("type", "string");
        ArrayNode choices = schema.putArray("enum");
        for (String word : words) {
            choices.add(word);
        }
        return schema;
    }

    /** {@code true}: what can be demanded and otherwise is left out. */
    public static ObjectNode truth() {
        ObjectNode schema = NODES.objectNode();
        schema.putArray("enum").add(true);
        return schema;
    }

    /** A whole number from {@code min}. */
    public static ObjectNode integer(int min) {
        return NODES.objectNode().put("type", "integer").put("minimum", min);
    }

    /** A number from {@code min}. */
    public static ObjectNode number(int min) {
        return NODES.objectNode().put("type", "number").put("minimum", min);
    }

    /** A list of at least one. */
    public static ObjectNode list(JsonNode item) {
        ObjectNode schema = NODES.objectNode().put("type", "array").put("minItems", 1);
        schema.set("items", item);
        return schema;
    }

    /** A list of at least one text. */
    public static ObjectNode texts() {
        return list(text());
    }

    /** Any JSON object. */
    public static ObjectNode freeObject() {
        return NODES.objectNode().put("type", "object");
    }

    /** A map of at least one key, of which none is known yet; {@link #with} adds them. */
    public static ObjectNode map() {
        ObjectNode schema = NODES.objectNode().put("type", "object").put("minProperties", 1);
        schema.putObject("properties");
        return schema.put("additionalProperties", false);
    }

    /**
     * Adds a key to a {@link #map}.
     *
     * @return the map
     */
    public static ObjectNode with(ObjectNode map, String key, String description, ObjectNode value) {
        ((ObjectNode) map.get("properties")).set(key, value.put("description", description));
        return map;
    }

    /** Whatever one of these allows. */
    public static ObjectNode anyOf(JsonNode... choices) {
        ObjectNode schema = NODES.objectNode();
        ArrayNode any = schema.putArray("anyOf");
        for (JsonNode choice : choices) {
            any.add(choice);
        }
        return schema;
    }
}
