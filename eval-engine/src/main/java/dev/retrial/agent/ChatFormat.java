package dev.retrial.agent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.retrial.match.CompactJson;
import java.io.IOException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The corners of the chat-completions format, in which JSON travels as text. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChatFormat {

    private static final JsonFactory JSON = new JsonFactory();

    private ChatFormat() {}

    /**
     * The arguments of a tool call: an object, or the JSON text of one.
     *
     * @param arguments what was sent, or null
     * @return an object; what is none stays text, which no expected arguments match
     */
    public static JsonNode arguments(@Nullable JsonNode arguments) {
        if (arguments == null || arguments.isNull() || arguments.isMissingNode()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (arguments.isObject()) {
            return arguments;
        }
        if (!arguments.isTextual()) {
            return JsonNodeFactory.instance.textNode(textOf(arguments));
        }
        if (arguments.textValue().isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode parsed = parse(arguments.textValue());
        return parsed != null && parsed.isObject() ? parsed : arguments;
    }

    /** The result in a tool message: JSON where it is the text of an object or a list, else the text itself. */
    public static JsonNode result(String content) {
        String text = content.strip();
        if (text.startsWith("{") || text.startsWith("[")) {
            JsonNode parsed = parse(text);
            if (parsed != null) {
                return parsed;
            }
        }
        return JsonNodeFactory.instance.textNode(content);
    }

    /** A value as the text of a tool message: text as it is, anything else as compact JSON. */
    public static String textOf(JsonNode value) {
        return value.isTextual() ? value.textValue() : CompactJson.of(value, Integer.MAX_VALUE);
    }

    /** The text of a message's content: text, or a list of parts of which the texts count; null where it is neither. */
    public static @Nullable String contentText(JsonNode content) {
        if (content.isTextual()) {
            return content.textValue();
        }
        if (!content.isArray()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            JsonNode partText = part.path("text");
            if (partText.isTextual()) {
                text.append(partText.textValue());
            }
        }
        return text.toString();
    }

    private static @Nullable JsonNode parse(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            return JsonTree.readWhole(json);
        } catch (IOException noJson) {
            return null;
        }
    }
}
