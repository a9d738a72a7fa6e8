package dev.retrial.check.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import dev.retrial.match.Arguments;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Holds expected arguments against the JSON Schema of a tool, so that a slip is an error in the case and not a failing agent.
 *
 * <p>Only the structure counts: types, enumerations, items, and the names of properties.
 * What a tool requires does not, since expected arguments are partial, and nothing inside a matcher does.
 * Where a schema lists its properties and does not allow others in so many words, another name is a slip.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ArgumentSchema {

    private ArgumentSchema() {}

    /**
     * Holds arguments against a tool's {@code parameters}.
     *
     * @throws InvalidExpectation where they cannot be what the tool takes
     */
    public static void check(Spec expected, JsonNode schema) throws InvalidExpectation {
        if (!schema.isObject() || schema.has("$ref") || Arguments.isMatcher(expected.json())) {
            return;
        }
        checkType(expected, schema.path("type"));
        checkChoice(expected, schema);
        if (expected.isMap() && !expected.json().isEmpty()) {
            checkProperties(expected, schema);
        } else if (expected.isList()
                && !expected.json().isEmpty()
                && schema.path("items").isObject()) {
            for (Spec item : expected.items()) {
                check(item, schema.get("items"));
            }
        }
    }

    private static void checkType(Spec expected, JsonNode type) throws InvalidExpectation {
        if (type.isTextual()) {
            if (!is(expected.json(), type.textValue())) {
                throw wrongType(expected, type.textValue());
            }
        } else if (type.isArray()) {
            StringBuilder names = new StringBuilder();
            for (JsonNode choice : type) {
                if (is(expected.json(), choice.asText())) {
                    return;
                }
                names.append(names.isEmpty() ? "" : " or ").append(choice.asText());
            }
            throw wrongType(expected, names.toString());
        }
    }

    private static InvalidExpectation wrongType(Spec expected, String type) {
        String found = switch (expected.json().getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL, MISSING -> "null";
        };
        boolean quote = type.equals("string")
                && (expected.json().isNumber() || expected.json().isBoolean());
        return expected.invalid(
                "the tool's schema wants " + type + " here, this is " + found + (quote ? ": quote it" : ""));
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber() || (value.isNumber() && isWhole(value));
            case "boolean" -> value.isBoolean();
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "null" -> value.isNull();
            default -> true;
        };
    }

    private static boolean isWhole(JsonNode number) {
        double value = number.doubleValue();
        return Double.isInfinite(value) || value == Math.rint(value);
    }

    private static void checkChoice(Spec expected, JsonNode schema) throws InvalidExpectation {
        JsonNode choices = schema.path("enum");
        if (!choices.isArray()) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (JsonNode choice : choices) {
            if (choice.equals(expected.json())
                    || (choice.isNumber()
                            && expected.isNumber()
                            && choice.decimalValue().compareTo(expected.number()) == 0)) {
                return;
            }
            names.add(choice.asText());
        }
        throw expected.unknown(
                "the tool's schema allows " + String.join(", ", names) + " here, and not",
                expected.json().asText(),
                names);
    }

    private static void checkProperties(Spec expected, JsonNode schema) throws InvalidExpectation {
        JsonNode properties = schema.path("properties");
        if (!properties.isObject()) {
            return;
        }
        boolean open = schema.has("additionalProperties")
                ? !schema.get("additionalProperties").isBoolean()
                        || schema.get("additionalProperties").booleanValue()
                : schema.has("patternProperties") || properties.isEmpty();
        for (Spec entry : expected.entries().values()) {
            String name = entry.key().startsWith("$$") ? entry.key().substring(1) : entry.key();
            JsonNode property = properties.get(name);
            if (property != null) {
                check(entry, property);
            } else if (!open) {
                throw entry.unknown("the tool has no argument", name, names(properties));
            }
        }
    }

    private static List<String> names(JsonNode properties) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> each = properties.fieldNames(); each.hasNext(); ) {
            names.add(each.next());
        }
        return names;
    }
}
