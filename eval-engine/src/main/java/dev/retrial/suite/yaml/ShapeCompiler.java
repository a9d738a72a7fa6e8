package dev.retrial.suite.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a shape of a JSON Schema (2020-12).
 *
 * <p>These keywords count: {@code type}, {@code enum}, {@code const}, {@code pattern}, {@code minLength}, {@code minimum}, {@code maximum}, {@code items}, {@code minItems},
 * {@code properties}, {@code additionalProperties}, {@code required}, {@code minProperties}, {@code maxProperties}, {@code propertyNames: {pattern}}, {@code oneOf},
 * {@code anyOf} and {@code $ref} into {@code $defs}. Others are for editors and are passed over, as a schema has it.
 * {@code patternErrorMessage}, which editors know too, says in words what a {@code pattern} asks for.
 * {@code format: date} is a day such as {@code 2026-12-31}, checked without its pattern, since many files have one.
 * {@code format: suite-path} marks the path of a file or directory within the suite's directory.
 */
public final class ShapeCompiler {

    private final JsonNode root;
    private final boolean variables;
    private final Map<String, Shape> references = new HashMap<>();

    private ShapeCompiler(JsonNode root, boolean variables) {
        this.root = root;
        this.variables = variables;
    }

    /** The shape of a schema. */
    public static Shape compile(JsonNode schema) {
        return new ShapeCompiler(schema, false).shape(schema);
    }

    /** The shape of a schema in whose place of numbers and truth values text with an environment variable may stand. */
    public static Shape compileWithVariables(JsonNode schema) {
        return new ShapeCompiler(schema, true).shape(schema);
    }

    private Shape shape(JsonNode schema) {
        JsonNode reference = schema.get("$ref");
        if (reference != null) {
            return reference(reference.asText());
        }
        return fill(new Shape(), schema);
    }

    private Shape reference(String pointer) {
        Shape known = references.get(pointer);
        if (known == null) {
            known = new Shape();
            references.put(pointer, known);
            JsonNode target = root.at(pointer.substring(pointer.indexOf('#') + 1));
            if (target.isMissingNode()) {
                throw new IllegalArgumentException("a schema refers to " + pointer + ", which it does not hold");
            }
            if (target.has("$ref")) {
                known.merge(shape(target));
            } else {
                fill(known, target);
            }
        }
        return known;
    }

    private Shape fill(Shape shape, JsonNode schema) {
        shape.variables = variables;
        boolean alternatives = false;
        for (String keyword : new String[] {"oneOf", "anyOf"}) {
            JsonNode list = schema.get(keyword);
            if (list != null) {
                for (JsonNode alternative : list) {
                    // An alternative that only says which keys go together is no shape of its own.
                    if (isShape(alternative)) {
                        shape.merge(shape(alternative));
                        alternatives = true;
                    }
                }
            }
        }
        if (!isShape(schema)) {
            shape.merge(Shape.FREE);
            return shape;
        }
        JsonNode constant = schema.get("const");
        JsonNode words = schema.get("enum");
        if (constant != null) {
            literal(shape, constant);
        } else if (words != null) {
            for (JsonNode word : words) {
                literal(shape, word);
            }
        } else if (schema.has("type")) {
            types(shape, schema);
        } else if (!alternatives && (schema.has("properties") || schema.has("additionalProperties"))) {
            map(shape, schema);
        } else if (!alternatives && schema.has("items")) {
            list(shape, schema);
        }
        return shape;
    }

    private static boolean isShape(JsonNode schema) {
        return schema.has("$ref")
                || schema.has("type")
                || schema.has("enum")
                || schema.has("const")
                || schema.has("properties")
                || schema.has("additionalProperties")
                || schema.has("items")
                || hasShape(schema.get("oneOf"))
                || hasShape(schema.get("anyOf"));
    }

    private static boolean hasShape(@Nullable JsonNode alternatives) {
        if (alternatives != null) {
            for (JsonNode alternative : alternatives) {
                if (isShape(alternative)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void types(Shape shape, JsonNode schema) {
        JsonNode type = schema.get("type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                type(shape, one.asText(), schema);
            }
        } else {
            type(shape, type.asText(), schema);
        }
    }

    private void type(Shape shape, String type, JsonNode schema) {
        switch (type) {
            case "string" -> text(shape, schema);
            case "number", "integer" -> number(shape, schema, type.equals("integer"));
            case "boolean" -> shape.truth = true;
            case "null" -> shape.nothing = true;
            case "array" -> list(shape, schema);
            case "object" -> map(shape, schema);
            default -> throw new IllegalArgumentException("a schema has the type '" + type + "', which does not exist");
        }
    }

    private void literal(Shape shape, JsonNode value) {
        Shape literal = new Shape();
        if (value.isTextual()) {
            literal.text = true;
            literal.words = Set.of(value.textValue());
        } else if (value.isBoolean()) {
            literal.truth = true;
            literal.onlyTruth = value.booleanValue();
        } else if (value.isNumber()) {
            literal.number = true;
            literal.minimum = value.decimalValue();
            literal.maximum = value.decimalValue();
        } else if (value.isNull()) {
            literal.nothing = true;
        } else {
            literal.merge(Shape.FREE);
        }
        shape.merge(literal);
    }

    private static void text(Shape shape, JsonNode schema) {
        Shape text = new Shape();
        text.text = true;
        text.path = "suite-path".equals(schema.path("format").asText());
        text.minLength = schema.path("minLength").asInt(0);
        text.day = "date".equals(schema.path("format").asText());
        if (schema.has("pattern")) {
            text.pattern = new LazyPattern(schema.get("pattern").asText());
            text.patternMeaning = schema.has("patternErrorMessage")
                    ? schema.get("patternErrorMessage").asText()
                    : null;
        }
        shape.merge(text);
    }

    private static void number(Shape shape, JsonNode schema, boolean whole) {
        Shape number = new Shape();
        number.number = true;
        number.wholeNumber = whole;
        number.minimum = schema.has("minimum") ? schema.get("minimum").decimalValue() : null;
        number.maximum = schema.has("maximum") ? schema.get("maximum").decimalValue() : null;
        shape.merge(number);
    }

    private void list(Shape shape, JsonNode schema) {
        Shape list = new Shape();
        JsonNode items = schema.get("items");
        list.items = items == null || items.isBoolean() ? Shape.FREE : shape(items);
        list.minItems = schema.path("minItems").asInt(0);
        shape.merge(list);
    }

    private void map(Shape shape, JsonNode schema) {
        Shape map = new Shape();
        Map<String, Shape> properties = new LinkedHashMap<>();
        JsonNode named = schema.get("properties");
        if (named != null) {
            for (Map.Entry<String, JsonNode> one : named.properties()) {
                properties.put(one.getKey(), shape(one.getValue()));
            }
        }
        map.properties = properties;
        JsonNode additional = schema.get("additionalProperties");
        if (additional == null || additional.isBoolean()) {
            map.additional = additional == null || additional.booleanValue() ? Shape.FREE : null;
        } else {
            map.additional = shape(additional);
        }
        Set<String> required = new LinkedHashSet<>();
        for (JsonNode key : schema.path("required")) {
            required.add(key.asText());
        }
        map.required = required;
        map.minProperties = schema.path("minProperties").asInt(0);
        map.maxProperties = schema.path("maxProperties").asInt(Integer.MAX_VALUE);
        JsonNode keyPattern = schema.path("propertyNames").get("pattern");
        map.keyPattern = keyPattern == null ? null : new LazyPattern(keyPattern.asText());
        shape.merge(map);
    }
}
