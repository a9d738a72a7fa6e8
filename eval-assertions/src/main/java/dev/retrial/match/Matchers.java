package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Reads what a value must look like: the one place that knows every matcher by name. */
final class Matchers {

    /** The matchers, in the order in which the documentation has them. */
    private static final List<String> NAMES = List.of(
            "$any",
            "$absent",
            "$optional",
            "$not",
            "$regex",
            "$like",
            "$contains",
            "$one-of",
            "$range",
            "$approx",
            "$date",
            "$same-as",
            "$schema",
            "$exact",
            "$unordered",
            "$each");

    private Matchers() {}

    /** What is said of the keys that are not named. */
    enum Mode {
        /** They may hold anything. */
        PARTIAL,
        /** There are none. */
        EXACT
    }

    /** What is expected at this place. */
    static ValueMatcher read(Spec spec, Mode mode) throws InvalidExpectation {
        JsonNode value = spec.json();
        if (value.isObject()) {
            return isMatcher(spec) ? named(spec, mode) : object(spec, mode);
        }
        if (value.isArray()) {
            return list(spec, mode);
        }
        return Literal.of(value);
    }

    static boolean anyRefers(List<ValueMatcher> matchers) {
        for (ValueMatcher matcher : matchers) {
            if (matcher.refers()) {
                return true;
            }
        }
        return false;
    }

    static List<ValueMatcher> with(List<ValueMatcher> matchers, References references) {
        List<ValueMatcher> with = new ArrayList<>(matchers.size());
        for (ValueMatcher matcher : matchers) {
            with.add(matcher.with(references));
        }
        return List.copyOf(with);
    }

    /** For each matcher, the items of the list that it matches. */
    static int[][] fits(List<ValueMatcher> matchers, JsonNode list) {
        int[][] fits = new int[matchers.size()][];
        for (int i = 0; i < fits.length; i++) {
            int[] items = new int[list.size()];
            int count = 0;
            for (int item = 0; item < items.length; item++) {
                if (matchers.get(i).matches(list.get(item))) {
                    items[count++] = item;
                }
            }
            fits[i] = Arrays.copyOf(items, count);
        }
        return fits;
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

    private static ValueMatcher named(Spec spec, Mode mode) throws InvalidExpectation {
        Spec operand = spec.onlyEntry();
        return switch (operand.key()) {
            case "$any" -> AnyValue.read(operand);
            case "$absent" -> AbsentValue.read(operand);
            case "$optional" -> OptionalValue.read(operand, mode);
            case "$regex" -> RegexValue.read(operand);
            case "$like" -> LikeValue.read(operand);
            case "$one-of" -> OneOfValue.read(operand, mode);
            case "$not" -> NotValue.read(operand, mode);
            case "$contains" -> ContainsValue.read(operand, mode);
            case "$approx" -> ApproxValue.read(operand);
            case "$date" -> DateValue.read(operand);
            case "$same-as" -> SameAsValue.read(operand);
            case "$schema" -> SchemaValue.read(operand);
            case "$exact" -> ExactValue.read(operand);
            case "$unordered" -> UnorderedValue.read(operand, mode);
            case "$each" -> EachValue.read(operand, mode);
            case "$range" -> RangeValue.read(operand);
            default -> throw operand.unknown("unknown matcher", operand.key(), NAMES);
        };
    }

    private static ValueMatcher object(Spec spec, Mode mode) throws InvalidExpectation {
        if (spec.json().isEmpty()) {
            return mode == Mode.EXACT ? new ObjectValue(List.of(), true, spec.json()) : ObjectValue.EMPTY;
        }
        List<ObjectValue.Entry> entries = new ArrayList<>(spec.json().size());
        for (Spec entry : spec.entries().values()) {
            String key = entry.key();
            entries.add(new ObjectValue.Entry(key.startsWith("$$") ? key.substring(1) : key, read(entry, mode)));
        }
        return new ObjectValue(entries, mode == Mode.EXACT, spec.json());
    }

    private static ValueMatcher list(Spec spec, Mode mode) throws InvalidExpectation {
        if (spec.json().isEmpty()) {
            return new ListValue(List.of(), spec.json());
        }
        List<ValueMatcher> items = new ArrayList<>();
        for (Spec item : spec.items()) {
            items.add(read(item, mode));
        }
        return new ListValue(List.copyOf(items), spec.json());
    }
}
