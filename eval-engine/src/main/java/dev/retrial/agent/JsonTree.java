package dev.retrial.agent;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.apiguardian.api.API;

/**
 * Reads JSON into nodes without an {@code ObjectMapper}, whose classes alone take longer to load than a small suite takes to run.
 *
 * <p>Numbers with a fraction stay exact. How deep and long a text may be is up to the parser.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class JsonTree {

    private JsonTree() {}

    /** The value that begins with the parser's current token; afterwards the parser is on its last token. */
    public static JsonNode read(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                    json.nextToken();
                    object.set(key, read(json));
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    array.add(read(json));
                }
                yield array;
            }
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
            default -> throw new IllegalStateException("no value begins with " + json.currentToken());
        };
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
