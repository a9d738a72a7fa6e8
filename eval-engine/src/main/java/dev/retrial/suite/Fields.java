package dev.retrial.suite;

import dev.retrial.suite.yaml.Complaints;
import dev.retrial.suite.yaml.Shape;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlScalar;
import dev.retrial.suite.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a map whose values its schema accepts.
 *
 * <p>A value that the schema refuses has been reported and reads as left out, so that the mistakes of the other keys are found in the same run.
 */
final class Fields {

    private final YamlMapping mapping;
    private final Shape shape;
    private final List<YamlMapping.Entry> unsound = new ArrayList<>(0);

    private Fields(YamlMapping mapping, Shape shape) {
        this.mapping = mapping;
        this.shape = shape;
    }

    /**
     * Holds a map against its schema.
     *
     * @param name what the map is called in messages
     * @param unread a key whose value is left to the caller, or an empty text
     */
    static Fields of(YamlMapping mapping, Shape shape, String name, String unread, Complaints complaints) {
        Fields fields = new Fields(mapping, shape);
        shape.acceptsKeys(mapping, name, complaints);
        List<YamlMapping.Entry> entries = mapping.entries();
        for (int i = 0; i < entries.size(); i++) {
            YamlMapping.Entry entry = entries.get(i);
            Shape value = shape.property(entry.name());
            if (value == null
                    || !entry.name().equals(unread) && !value.accepts(entry.value(), entry.name(), complaints)) {
                fields.unsound.add(entry);
            }
        }
        return fields;
    }

    /** A map that its schema accepts as a whole. */
    static Fields sound(YamlNode mapping, Shape shape) {
        return new Fields((YamlMapping) mapping, shape);
    }

    YamlMapping mapping() {
        return mapping;
    }

    /** What the schema says of a key's value. */
    Shape shape(String key) {
        Shape value = shape.property(key);
        return value == null ? Shape.FREE : value;
    }

    /** Whether the key is there, whatever its value. */
    boolean has(String key) {
        return mapping.entry(key) != null;
    }

    /** The value, or null where the key is left out or its value refused. */
    @Nullable
    YamlNode get(String key) {
        YamlMapping.Entry entry = mapping.entry(key);
        return entry == null || unsound.contains(entry) ? null : entry.value();
    }

    /** The text, or null where the key is left out or its value refused. */
    @Nullable
    String text(String key) {
        return get(key) instanceof YamlScalar scalar ? scalar.text() : null;
    }

    /** The whole number, or the default where the key is left out or its value refused. */
    int integer(String key, int missing) {
        return get(key) instanceof YamlScalar scalar ? integer(scalar) : missing;
    }

    /** The whole number that a schema has accepted within the bounds of an int. */
    static int integer(YamlScalar scalar) {
        return new java.math.BigDecimal(scalar.text()).intValueExact();
    }

    /** The items, or an empty list where the key is left out or its value refused. */
    List<YamlNode> items(String key) {
        return get(key) instanceof YamlSequence sequence ? sequence.items() : List.of();
    }

    /** The entries, or an empty list where the key is left out or its value refused. */
    List<YamlMapping.Entry> entries(String key) {
        return get(key) instanceof YamlMapping found ? found.entries() : List.of();
    }
}
