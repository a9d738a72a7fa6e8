package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;

/** Numbers compared by their value, whatever type the parser gave them. */
final class JsonNumbers {

    private JsonNumbers() {}

    /** Below, at or above zero, as {@code a} is less than, equal to or greater than {@code b}; both are numbers. */
    static int compare(JsonNode a, JsonNode b) {
        if (a.isIntegralNumber() && b.isIntegralNumber() && a.canConvertToLong() && b.canConvertToLong()) {
            return Long.compare(a.longValue(), b.longValue());
        }
        if (!isFinite(a) || !isFinite(b)) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        // Compares the exponents first, so that 1e999999999 is never written out.
        return exact(a).compareTo(exact(b));
    }

    /** Whether two values are the same JSON but for how their numbers are written. */
    static boolean equal(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return compare(a, b) == 0;
        }
        if (!a.isContainerNode() || a.size() != b.size() || a.getNodeType() != b.getNodeType()) {
            return a.equals(b);
        }
        if (a.isArray()) {
            for (int i = 0; i < a.size(); i++) {
                if (!equal(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        for (Map.Entry<String, JsonNode> field : a.properties()) {
            JsonNode other = b.get(field.getKey());
            if (other == null || !equal(field.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFinite(JsonNode number) {
        return !(number.isDouble() || number.isFloat()) || Double.isFinite(number.doubleValue());
    }

    private static BigDecimal exact(JsonNode number) {
        // Through its text, a float of 0.1 is 0.1 and not the double nearest to it.
        return number.isFloat() ? new BigDecimal(number.asText()) : number.decimalValue();
    }
}
