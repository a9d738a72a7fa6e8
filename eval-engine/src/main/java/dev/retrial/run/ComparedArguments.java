package dev.retrial.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.retrial.match.CompactJson;
import dev.retrial.text.Words;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** The arguments of a write in one form: keys sorted, numbers by value, and sentences left out, since words are voice. */
final class ComparedArguments {

    private static final int LONGEST = 2_000;
    private static final int MANY_WORDS = 5;
    private static final int SOME_WORDS = 3;
    private static final int PLAIN_DIGITS = 40;

    private ComparedArguments() {}

    static String of(JsonNode arguments) {
        return CompactJson.of(inOneForm(arguments), LONGEST);
    }

    private static JsonNode inOneForm(JsonNode value) {
        if (value.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                sorted.put(field.getKey(), inOneForm(field.getValue()));
            }
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            sorted.forEach(object::set);
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (JsonNode item : value) {
                array.add(inOneForm(item));
            }
            return array;
        }
        if (value.isNumber()) {
            return number(value);
        }
        return value.isTextual() && isSentence(value.textValue()) ? TextNode.valueOf("…") : value;
    }

    private static JsonNode number(JsonNode value) {
        if (value.isFloatingPointNumber() && !value.isBigDecimal() && !Double.isFinite(value.doubleValue())) {
            return value;
        }
        BigDecimal stripped = value.decimalValue().stripTrailingZeros();
        // Written out, 1e999999999 would fill the memory.
        return Math.abs((long) stripped.scale()) > PLAIN_DIGITS
                ? TextNode.valueOf(stripped.toString())
                : DecimalNode.valueOf(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }

    /** Several words, unless they look like a name or an address. */
    private static boolean isSentence(String text) {
        int words = Words.count(text);
        if (words >= MANY_WORDS) {
            return true;
        }
        if (words < SOME_WORDS) {
            return false;
        }
        boolean first = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c) || (!first && Character.isUpperCase(c))) {
                return false;
            }
            first &= !Character.isLetter(c);
        }
        return true;
    }
}
