package dev.retrial.tickets.read.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An object of an export, read leniently as to what is there and strictly as to its type: what is missing is null, and what is of the wrong
 * type is reported by its name and then as good as missing.
 */
@API(status = API.Status.INTERNAL)
public final class Fields {

    private final JsonNode object;
    private final Consumer<String> complaints;

    /**
     * An object's fields.
     *
     * @param complaints is told what is of the wrong type
     */
    public Fields(JsonNode object, Consumer<String> complaints) {
        this.object = object;
        this.complaints = complaints;
    }

    /** The object itself. */
    public JsonNode node() {
        return object;
    }

    /** Whether there is such a field, even a null one. */
    public boolean has(String name) {
        return object.has(name);
    }

    /** A text; numbers and flags are texts too. */
    public @Nullable String text(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (value.isContainerNode()) {
            complaints.accept("`" + name + "` should be text");
            return null;
        }
        return value.asText();
    }

    /** A text that says something. */
    public @Nullable String filled(String name) {
        String text = text(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** An id: a number or a short text. */
    public @Nullable String id(String name) {
        return Ids.of(value(name), () -> complaints.accept("`" + name + "` should be an id"));
    }

    /** A flag, or null where there is none. */
    public @Nullable Boolean flag(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isTextual()
                && (value.textValue().equals("true") || value.textValue().equals("false"))) {
            return value.textValue().equals("true");
        }
        complaints.accept("`" + name + "` should be true or false");
        return null;
    }

    /** Whether a flag is there and true. */
    public boolean is(String name) {
        return Boolean.TRUE.equals(flag(name));
    }

    /** A whole number, or null where there is none. */
    public @Nullable Long number(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (value.isNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        complaints.accept("`" + name + "` should be a number");
        return null;
    }

    /** A count, or null where there is none. */
    public @Nullable Integer count(String name) {
        Long number = number(name);
        return number == null || number < 0 || number > Integer.MAX_VALUE ? null : number.intValue();
    }

    /** A point in time, in any of the ways in which help desks write one. */
    public @Nullable Instant time(String name) {
        JsonNode value = value(name);
        if (value == null || (value.isTextual() && value.textValue().isBlank())) {
            return null;
        }
        Instant time = Times.of(value);
        if (time == null) {
            complaints.accept("`" + name + "` should be a date and time");
        }
        return time;
    }

    /** An object; one without fields where there is none. */
    public Fields object(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isObject()) {
            complaints.accept("`" + name + "` should be an object");
            value = null;
        }
        return new Fields(value == null ? MissingNode.getInstance() : value, complaints);
    }

    /** The objects of a list; none where there is none. */
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode item : list(name)) {
            if (item.isObject()) {
                objects.add(new Fields(item, complaints));
            } else if (!item.isNull()) {
                complaints.accept("`" + name + "` should hold objects");
            }
        }
        return objects;
    }

    /** The texts of a list; none where there is none. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list(name)) {
            if (item.isValueNode() && !item.isNull()) {
                texts.add(item.asText());
            } else if (!item.isNull()) {
                complaints.accept("`" + name + "` should hold texts");
            }
        }
        return texts;
    }

    private Iterable<JsonNode> list(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            complaints.accept("`" + name + "` should be a list");
            return List.of();
        }
        return value;
    }

    /** A field's value, or null where it is missing or null. */
    public @Nullable JsonNode value(String name) {
        JsonNode value = object instanceof ObjectNode ? object.get(name) : null;
        return value == null || value.isNull() ? null : value;
    }
}
