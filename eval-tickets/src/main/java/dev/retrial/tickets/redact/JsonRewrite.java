package dev.retrial.tickets.redact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through arguments and results, keys included. */
final class JsonRewrite {

    /** Deeper than any tool answers; what is below is dropped, so that a hostile one costs no stack. */
    private static final int DEEPEST = 200;

    private static final TextNode TOO_DEEP = TextNode.valueOf("[too deep]");

    private final TicketRewrite.Visitor visitor;

    JsonRewrite(TicketRewrite.Visitor visitor) {
        this.visitor = visitor;
    }

    JsonNode of(String place, @Nullable String key, JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return TOO_DEEP;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode made = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                String name = visitor.text(place, null, property.getKey());
                String unique = name;
                for (int twin = 2; made.has(unique); twin++) {
                    unique = name + "-" + twin;
                }
                made.set(
                        unique,
                        of(
                                place + "/" + unique,
                                PersonalKeys.within(key, property.getKey()),
                                property.getValue(),
                                depth + 1));
            }
            return made;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode made = JsonNodeFactory.instance.arrayNode(array.size());
            for (int i = 0; i < array.size(); i++) {
                made.add(of(place + "/" + i, key, array.get(i), depth + 1));
            }
            return made;
        }
        if (node.isNumber()) {
            return visitor.number(key, node);
        }
        if (node.isTextual()) {
            return TextNode.valueOf(visitor.text(place, key, node.textValue()));
        }
        // True, false and null tell nothing; bytes and objects of Java's are in no export.
        return node.isBoolean() || node.isNull() ? node : TextNode.valueOf("[hidden]");
    }
}
