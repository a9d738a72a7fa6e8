package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Writes a case as YAML that reads back as exactly the same texts, whatever a ticket says.
 *
 * <p>Text of several lines is a literal block, long text a folded one. Everything that some reader of YAML takes for something else is in double quotes, and so is
 * every text with a character that cannot be seen or that changes the order of what can: there it stands as an escape, so that a reviewer sees it.
 * There are no anchors, aliases, tags, comments or flow collections, and nothing is expanded: <code>${NAME}</code> in a case is text to its reader as well.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CaseYaml {

    /** YAML looks no further than 1,024 characters for the colon behind a key. */
    static final int LONGEST_KEY = 200;

    private static final int INDENT = 2;

    private final StringBuilder out = new StringBuilder();

    private CaseYaml() {}

    /**
     * The case as a YAML file.
     *
     * @throws IllegalArgumentException where a key is longer than 200 characters, or a value is neither an object, a list, text, a number, a truth value nor null
     */
    public static String write(ObjectNode evalCase) {
        CaseYaml yaml = new CaseYaml();
        if (evalCase.isEmpty()) {
            return "{}\n";
        }
        yaml.map(evalCase, 0, false);
        return yaml.out.toString();
    }

    /** A part of a case as it stands in one, each line behind so many spaces. */
    static String part(JsonNode list, int indent) {
        CaseYaml yaml = new CaseYaml();
        yaml.list(list, indent);
        return yaml.out.toString();
    }

    /** A part of a case on one line, as it stands within brackets. */
    static String flow(JsonNode value) {
        StringBuilder out = new StringBuilder();
        if (value instanceof ObjectNode map) {
            for (Map.Entry<String, JsonNode> entry : map.properties()) {
                out.append(out.isEmpty() ? "" : ", ")
                        .append(key(entry.getKey()))
                        .append(": ")
                        .append(flow(entry.getValue()));
            }
            return "{" + out + "}";
        }
        if (value.isArray()) {
            for (JsonNode item : value) {
                out.append(out.isEmpty() ? "" : ", ").append(flow(item));
            }
            return "[" + out + "]";
        }
        return value.isTextual()
                ? YamlText.quoted(value.textValue())
                : value.isNumber() ? number(value.asText()) : value.asText();
    }

    /**
     * The entries of a map.
     *
     * @param afterDash whether the first key follows the dash of a list, on the same line
     */
    private void map(ObjectNode map, int indent, boolean afterDash) {
        boolean onLine = afterDash;
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            if (!onLine) {
                out.append(" ".repeat(indent));
            }
            onLine = false;
            out.append(key(entry.getKey())).append(':');
            value(entry.getValue(), indent + INDENT);
        }
    }

    private void list(JsonNode list, int indent) {
        for (JsonNode item : list) {
            out.append(" ".repeat(indent)).append('-');
            if (item instanceof ObjectNode map && !map.isEmpty()) {
                out.append(' ');
                map(map, indent + INDENT, true);
            } else {
                value(item, indent + INDENT);
            }
        }
    }

    private void value(JsonNode value, int indent) {
        if (value instanceof ObjectNode map) {
            if (map.isEmpty()) {
                out.append(" {}\n");
            } else {
                out.append('\n');
                map(map, indent, false);
            }
        } else if (value.isArray()) {
            if (value.isEmpty()) {
                out.append(" []\n");
            } else {
                out.append('\n');
                list(value, indent);
            }
        } else {
            out.append(' ');
            scalar(value, indent);
        }
    }

    private void scalar(JsonNode value, int indent) {
        if (value.isTextual()) {
            YamlText.write(value.textValue(), indent, out);
        } else if (value.isNumber()) {
            out.append(number(value.asText())).append('\n');
        } else if (value.isBoolean() || value.isNull()) {
            out.append(value.asText()).append('\n');
        } else {
            throw new IllegalArgumentException("a case has no values of the type " + value.getNodeType());
        }
    }

    /** The number where our reader takes it for one; what is too long to reckon with stays, as text. */
    private static String number(String digits) {
        int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        boolean tooLong = digits.length() > 60 || exponent >= 0 && digits.length() - exponent > 4;
        boolean finite = !digits.isEmpty() && !Character.isLetter(digits.charAt(digits.length() - 1));
        return tooLong || !finite ? YamlText.quoted(digits) : digits;
    }

    private static String key(String key) {
        if (key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a key of " + key.length() + " characters: at most " + LONGEST_KEY);
        }
        return YamlText.isPlainKey(key) ? key : YamlText.quoted(key);
    }
}
