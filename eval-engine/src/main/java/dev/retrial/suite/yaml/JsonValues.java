package dev.retrial.suite.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes JSON of nodes that their shape accepts. */
final class JsonValues {

    /** More digits than any figure in a support ticket has, and few enough to reckon with. */
    private static final int LONGEST_NUMBER = 60;

    private static final int LONGEST_EXPONENT = 3;

    private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

    private final TextPool pool;

    JsonValues(TextPool pool) {
        this.pool = pool;
    }

    JsonNode json(YamlNode node, Shape shape, boolean item) {
        if (node instanceof YamlScalar scalar) {
            return scalar(scalar, shape);
        }
        if (node instanceof YamlSequence sequence) {
            List<YamlNode> items = sequence.items();
            Shape itemShape = shape.items == null ? Shape.FREE : shape.items;
            ArrayNode array = NODES.arrayNode(items.size());
            for (int i = 0; i < items.size(); i++) {
                array.add(json(items.get(i), itemShape, true));
            }
            return array;
        }
        ObjectNode object = NODES.objectNode();
        List<YamlMapping.Entry> entries = ((YamlMapping) node).entries();
        for (int i = 0; i < entries.size(); i++) {
            YamlMapping.Entry entry = entries.get(i);
            Shape value = shape.property(entry.name());
            object.set(pool.one(entry.name()), json(entry.value(), value == null ? Shape.FREE : value, false));
        }
        return object;
    }

    private JsonNode scalar(YamlScalar scalar, Shape shape) {
        String text = scalar.text();
        if (!scalar.plain() || shape.isText()) {
            return NODES.textNode(pool.one(text));
        }
        return switch (PlainScalar.of(text)) {
            case NUMBER -> number(text);
            case TRUE -> NODES.booleanNode(true);
            case FALSE -> NODES.booleanNode(false);
            case NULL -> NODES.nullNode();
            case TEXT, DATE, OTHER_NUMBER, OTHER_TRUTH, OTHER_NULL, SPECIAL -> NODES.textNode(pool.one(text));
        };
    }

    private static JsonNode number(String text) {
        int length = text.length();
        boolean whole = true;
        for (int i = 0; i < length && whole; i++) {
            char c = text.charAt(i);
            whole = c == '-' || c >= '0' && c <= '9';
        }
        if (whole && length < 10) {
            return NODES.numberNode(Integer.parseInt(text));
        }
        if (whole && length < 19) {
            long number = Long.parseLong(text);
            return number == (int) number ? NODES.numberNode((int) number) : NODES.numberNode(number);
        }
        return whole ? NODES.numberNode(new BigInteger(text)) : NODES.numberNode(new BigDecimal(text));
    }

    /** The number, or null where it is too long to reckon with. */
    static @Nullable BigDecimal decimal(String text) {
        int exponent = Math.max(text.lastIndexOf('e'), text.lastIndexOf('E'));
        int exponentDigits = exponent < 0 ? 0 : text.length() - exponent - 1;
        boolean signed = exponent >= 0 && (text.charAt(exponent + 1) == '+' || text.charAt(exponent + 1) == '-');
        if (text.length() > LONGEST_NUMBER || exponentDigits - (signed ? 1 : 0) > LONGEST_EXPONENT) {
            return null;
        }
        return new BigDecimal(text);
    }
}
