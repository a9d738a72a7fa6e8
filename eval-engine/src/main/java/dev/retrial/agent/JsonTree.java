package dev.retrial.agent;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * Reads JSON into nodes, and writes them, without an {@code ObjectMapper}, whose classes alone take longer to load than a small suite takes to run.
 *
 * <p>Numbers with a fraction stay exact. How deep and long a text may be is up to the parser.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class JsonTree {

    private JsonTree() {}

    /** The value that begins with the parser's current token; afterwards the parser is on its last token. */
    public static JsonNode read(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null || token == JsonToken.FIELD_NAME || token.isStructEnd()) {
            throw new IllegalStateException("no value begins with " + token);
        }
        // One loop with one place that moves on, and not a call of itself at each level: the compiler copies the parser
        // into each place that calls it.
        ArrayDeque<ContainerNode<?>> around = new ArrayDeque<>(4);
        ContainerNode<?> open = null;
        String key = "";
        while (true) {
            switch (token) {
                case FIELD_NAME -> key = json.currentName();
                case START_OBJECT, START_ARRAY -> {
                    ContainerNode<?> begun = token == JsonToken.START_OBJECT
                            ? JsonNodeFactory.instance.objectNode()
                            : JsonNodeFactory.instance.arrayNode();
                    if (open != null) {
                        put(open, key, begun);
                        around.push(open);
                    }
                    open = begun;
                }
                case END_OBJECT, END_ARRAY -> {
                    if (around.isEmpty()) {
                        return Objects.requireNonNull(open);
                    }
                    open = around.pop();
                }
                default -> {
                    JsonNode value = scalar(token, json);
                    if (open == null) {
                        return value;
                    }
                    put(open, key, value);
                }
            }
            token = json.nextToken();
            if (token == null) {
                throw new IOException("the text ends within a value");
            }
        }
    }

    private static void put(ContainerNode<?> open, String key, JsonNode value) {
        if (open instanceof ObjectNode object) {
            object.set(key, value);
        } else {
            ((ArrayNode) open).add(value);
        }
    }

    private static JsonNode scalar(JsonToken token, JsonParser json) throws IOException {
        return switch (token) {
            case VALUE_STRING -> JsonNodeFactory.instance.textNode(json.getText());
            case VALUE_NUMBER_INT ->
                switch (json.getNumberType()) {
                    case INT -> JsonNodeFactory.instance.numberNode(json.getIntValue());
                    case LONG -> JsonNodeFactory.instance.numberNode(json.getLongValue());
                    default -> JsonNodeFactory.instance.numberNode(json.getBigIntegerValue());
                };
            case VALUE_NUMBER_FLOAT -> JsonNodeFactory.instance.numberNode(json.getDecimalValue());
            case VALUE_TRUE -> JsonNodeFactory.instance.booleanNode(true);
            case VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(false);
            case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
            default -> throw new IllegalStateException("no value begins with " + token);
        };
    }

    /** Writes a value, without an object mapper. */
    public static void write(JsonNode value, JsonGenerator json) throws IOException {
        switch (value.getNodeType()) {
            case OBJECT -> {
                json.writeStartObject();
                for (Map.Entry<String, JsonNode> field : value.properties()) {
                    json.writeFieldName(field.getKey());
                    write(field.getValue(), json);
                }
                json.writeEndObject();
            }
            case ARRAY -> {
                json.writeStartArray();
                for (int i = 0; i < value.size(); i++) {
                    write(value.get(i), json);
                }
                json.writeEndArray();
            }
            case STRING -> json.writeString(value.textValue());
            case BOOLEAN -> json.writeBoolean(value.booleanValue());
            case NUMBER -> {
                switch (value.numberType()) {
                    case INT -> json.writeNumber(value.intValue());
                    case LONG -> json.writeNumber(value.longValue());
                    case BIG_INTEGER -> json.writeNumber(value.bigIntegerValue());
                    case BIG_DECIMAL -> json.writeNumber(value.decimalValue());
                    case FLOAT -> json.writeNumber(value.floatValue());
                    case DOUBLE -> json.writeNumber(value.doubleValue());
                }
            }
            case BINARY -> json.writeBinary(value.binaryValue());
            case NULL, MISSING, POJO -> json.writeNull();
        }
    }

    /** The only value of a text; the caller opens and closes the parser. */
    public static JsonNode readWhole(JsonParser json) throws IOException {
        if (json.nextToken() == null) {
            throw new IOException("empty");
        }
        JsonNode value = read(json);
        if (json.nextToken() != null) {
            throw new IOException("more than one value");
        }
        return value;
    }
}
