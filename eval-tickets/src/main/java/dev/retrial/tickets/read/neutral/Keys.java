package dev.retrial.tickets.read.neutral;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of a neutral ticket, read strictly: the wrong type is an error that names the key by its path. */
final class Keys {

    private final JsonNode object;
    private final String path;

    Keys(JsonNode object, String path) throws InvalidTicketException {
        if (!object.isObject()) {
            throw new InvalidTicketException((path.isEmpty() ? "the record" : "`" + path + "`") + " is not an object");
        }
        this.object = object;
        this.path = path.isEmpty() ? "" : path + ".";
    }

    String required(String key) throws InvalidTicketException {
        String text = text(key);
        if (text == null) {
            throw new InvalidTicketException("`" + path + key + "` is missing");
        }
        return text;
    }

    @Nullable
    String text(String key) throws InvalidTicketException {
        JsonNode value = value(key);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrong(key, "text");
        }
        return value.textValue();
    }

    boolean flag(String key, boolean otherwise) throws InvalidTicketException {
        Boolean flag = flag(key);
        return flag == null ? otherwise : flag;
    }

    @Nullable
    Boolean flag(String key) throws InvalidTicketException {
        JsonNode value = value(key);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            throw wrong(key, "true or false");
        }
        return value.booleanValue();
    }

    @Nullable
    Long number(String key) throws InvalidTicketException {
        JsonNode value = value(key);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw wrong(key, "a whole number from 0");
        }
        return value.longValue();
    }

    @Nullable
    Integer count(String key) throws InvalidTicketException {
        Long number = number(key);
        if (number == null) {
            return null;
        }
        if (number > Integer.MAX_VALUE) {
            throw wrong(key, "a whole number from 0 to " + Integer.MAX_VALUE);
        }
        return number.intValue();
    }

    @Nullable
    Instant instant(String key) throws InvalidTicketException {
        String text = text(key);
        if (text == null) {
            return null;
        }
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            // Without the cause: its message repeats what the record says.
            throw new InvalidTicketException(
                    "`" + path + key + "` should be a date and time with its zone, such as 2026-03-02T09:15:00Z");
        }
    }

    /** The value as it is, a JSON null included; null where the key is missing. */
    @Nullable
    JsonNode any(String key) {
        return object.get(key);
    }

    List<String> texts(String key) throws InvalidTicketException {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list(key)) {
            if (!item.isTextual()) {
                throw wrong(key, "a list of texts");
            }
            texts.add(item.textValue());
        }
        return texts;
    }

    List<Keys> objects(String key) throws InvalidTicketException {
        List<Keys> objects = new ArrayList<>();
        for (JsonNode item : list(key)) {
            objects.add(new Keys(item, path + key + "[" + objects.size() + "]"));
        }
        return objects;
    }

    @Nullable
    Keys object(String key) throws InvalidTicketException {
        JsonNode value = value(key);
        return value == null ? null : new Keys(value, path + key);
    }

    JsonNode node() {
        return object;
    }

    private Iterable<JsonNode> list(String key) throws InvalidTicketException {
        JsonNode value = value(key);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(key, "a list");
        }
        return value;
    }

    private @Nullable JsonNode value(String key) {
        JsonNode value = object.get(key);
        return value == null || value.isNull() ? null : value;
    }

    InvalidTicketException wrong(String key, String expected) {
        return new InvalidTicketException("`" + path + key + "` should be " + expected);
    }
}
