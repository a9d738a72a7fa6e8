package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Reads what a value must look like: the one place that knows every matcher by name. */
final class Matchers {

    /** The matchers, in the order in which the documentation has them. */
    private static final List<String> NAMES =
            List.of("$any", "$absent", "$optional", "$regex", "$like", "$one-of", "$range");

    private Matchers() {}

    /** What is expected at this place. */
    static ValueMatcher read(Spec spec) throws InvalidExpectation {
        JsonNode value = spec.json();
        if (value.isObject()) {
            return isMatcher(spec) ? named(spec) : object(spec);
        }
        if (value.isArray()) {
            return list(spec);
        }
        return Literal.of(value);
    }

    private static boolean isMatcher(Spec spec) throws InvalidExpectation {
        JsonNode value = spec.json();
        for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (name.startsWith("$") && !name.startsWith("$$")) {
                if (value.size() > 1) {
                    throw spec.invalid("the matcher '" + name + "' must be the only key of its map; the key '" + name
                            + "' itself is written '$" + name + "'");
                }
                return true;
            }
        }
        return false;
    }

    private static ValueMatcher named(Spec spec) throws InvalidExpectation {
        Spec operand = spec.onlyEntry();
        return switch (operand.key()) {
            case "$any" -> AnyValue.read(operand);
            case "$absent" -> AbsentValue.read(operand);
            case "$optional" -> OptionalValue.read(operand);
            case "$regex" -> RegexValue.read(operand);
            case "$like" -> LikeValue.read(operand);
            case "$one-of" -> OneOfValue.read(operand);
            case "$range" -> RangeValue.read(operand);
            default -> throw operand.unknown("unknown matcher", operand.key(), NAMES);
        };
    }

    private static ValueMatcher object(Spec spec) throws InvalidExpectation {
        if (spec.json().isEmpty()) {
            return ObjectValue.EMPTY;
        }
        List<ObjectValue.Entry> entries = new ArrayList<>(spec.json().size());
        for (Spec entry : spec.entries().values()) {
            String key = entry.key();
            entries.add(new ObjectValue.Entry(key.startsWith("$$") ? key.substring(1) : key, read(entry)));
        }
        return new ObjectValue(entries, spec.json());
    }

    private static ValueMatcher list(Spec spec) throws InvalidExpectation {
        if (spec.json().isEmpty()) {
            return new ListValue(List.of(), spec.json());
        }
        List<ValueMatcher> items = new ArrayList<>();
        for (Spec item : spec.items()) {
            items.add(read(item));
        }
        return new ListValue(List.copyOf(items), spec.json());
    }
}
