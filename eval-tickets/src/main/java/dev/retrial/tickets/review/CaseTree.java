package dev.retrial.tickets.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlReader;
import dev.retrial.suite.yaml.YamlScalar;
import dev.retrial.suite.yaml.YamlSequence;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A case file as a tree that a form can change, and back.
 *
 * <p>Numbers keep the digits that they are written with, so that what nobody touched is written as it was.
 */
final class CaseTree {

    /** A number as JSON has it, of a length that can be reckoned with. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,20})?");

    private CaseTree() {}

    /** The tree, or null where the text is no map in YAML. */
    static @Nullable ObjectNode read(String yaml) {
        YamlNode root = YamlReader.read(yaml, (line, column, reason) -> {});
        return root instanceof YamlMapping mapping ? map(mapping) : null;
    }

    private static ObjectNode map(YamlMapping mapping) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        for (YamlMapping.Entry entry : mapping.entries()) {
            map.set(entry.name(), json(entry.value()));
        }
        return map;
    }

    private static JsonNode json(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            return map(mapping);
        }
        if (node instanceof YamlSequence sequence) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            sequence.items().forEach(item -> list.add(json(item)));
            return list;
        }
        YamlScalar scalar = (YamlScalar) node;
        return scalar.plain() ? plain(scalar.text()) : JsonNodeFactory.instance.textNode(scalar.text());
    }

    private static JsonNode plain(String text) {
        return switch (text) {
            case "" -> JsonNodeFactory.instance.nullNode();
            case "null" -> JsonNodeFactory.instance.nullNode();
            case "true" -> JsonNodeFactory.instance.booleanNode(true);
            case "false" -> JsonNodeFactory.instance.booleanNode(false);
            default ->
                NUMBER.matcher(text).matches()
                        ? DecimalNode.valueOf(new BigDecimal(text))
                        : JsonNodeFactory.instance.textNode(text);
        };
    }
}
