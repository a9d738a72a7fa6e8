package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * Sees at once that a value satisfies a schema of the simple kind that tools have.
 *
 * <p>It never says that a value does not: what it does not know, and what looks wrong, is left to the validator.
 */
final class PlainSchema {

    /** Keywords that say nothing about whether a value is accepted. */
    private static final Set<String> REMARKS = Set.of(
            "title",
            "description",
            "default",
            "examples",
            "deprecated",
            "$schema",
            "$comment",
            "readOnly",
            "writeOnly");

    private static final int DEEPEST = 64;

    private PlainSchema() {}

    static boolean surelyAccepts(JsonNode schema, JsonNode value) {
        return accepts(schema, value, 0);
    }

    private static boolean accepts(JsonNode schema, JsonNode value, int depth) {
        if (schema.isBoolean()) {
            return schema.booleanValue();
        }
        if (!schema.isObject() || depth > DEEPEST) {
            return false;
        }
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            if (!holds(keyword.getKey(), keyword.getValue(), schema, value, depth)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(String keyword, JsonNode rule, JsonNode schema, JsonNode value, int depth) {
        return switch (keyword) {
            case "type" -> isOfType(rule, value);
            case "properties" -> propertiesHold(rule, value, depth);
            case "required" -> hasAll(rule, value);
            case "enum" -> isAmong(rule, value);
            case "additionalProperties" -> othersHold(rule, schema, value, depth);
            case "items" -> itemsHold(rule, schema, value, depth);
            case "minimum" -> !value.isNumber() || (rule.isNumber() && JsonNumbers.compare(rule, value) <= 0);
            case "maximum" -> !value.isNumber() || (rule.isNumber() && JsonNumbers.compare(value, rule) <= 0);
            case "minLength" -> !value.isTextual() || length(value) >= rule.asLong(Long.MAX_VALUE);
            case "maxLength" -> !value.isTextual() || length(value) <= rule.asLong(-1);
            default -> REMARKS.contains(keyword);
        };
    }

    private static int length(JsonNode text) {
        return text.textValue().codePointCount(0, text.textValue().length());
    }

    private static boolean isOfType(JsonNode rule, JsonNode value) {
        if (rule.isArray()) {
            for (JsonNode one : rule) {
                if (isOfType(one, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (rule.asText()) {
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static boolean propertiesHold(JsonNode rule, JsonNode value, int depth) {
        if (!value.isObject()) {
            return true;
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode property = rule.get(field.getKey());
            if (property != null && !accepts(property, field.getValue(), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasAll(JsonNode rule, JsonNode value) {
        if (!value.isObject()) {
            return true;
        }
        for (JsonNode name : rule) {
            if (!value.has(name.asText())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAmong(JsonNode rule, JsonNode value) {
        for (JsonNode choice : rule) {
            if (choice.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean othersHold(JsonNode rule, JsonNode schema, JsonNode value, int depth) {
        if (!value.isObject() || (rule.isBoolean() && rule.booleanValue())) {
            return true;
        }
        if (schema.has("patternProperties")) {
            return false;
        }
        JsonNode properties = schema.path("properties");
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (!properties.has(field.getKey()) && !accepts(rule, field.getValue(), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean itemsHold(JsonNode rule, JsonNode schema, JsonNode value, int depth) {
        if (!value.isArray()) {
            return true;
        }
        if (schema.has("prefixItems")) {
            return false;
        }
        for (JsonNode item : value) {
            if (!accepts(rule, item, depth + 1)) {
                return false;
            }
        }
        return true;
    }
}
