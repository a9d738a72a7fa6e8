package dev.retrial.suite;

import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlScalar;
import dev.retrial.suite.yaml.YamlSequence;

/** Finds the place in a file that a JSON Pointer, or the name of a check, means. */
final class Places {

    private Places() {}

    /**
     * The node that a JSON Pointer leads to from the value of an entry, or the last one on the way that exists: a scalar's own place, otherwise that of its key.
     *
     * @param pointer a JSON Pointer (RFC 6901)
     */
    static YamlNode of(YamlMapping.Entry entry, String pointer) {
        YamlNode place = entry.key();
        YamlNode value = entry.value();
        int at = 0;
        while (at < pointer.length() && pointer.charAt(at) == '/') {
            int end = pointer.indexOf('/', at + 1);
            end = end < 0 ? pointer.length() : end;
            String step = pointer.substring(at + 1, end).replace("~1", "/").replace("~0", "~");
            at = end;
            YamlMapping.Entry next = value instanceof YamlMapping mapping ? mapping.entry(step) : null;
            if (next != null) {
                place = next.key();
                value = next.value();
            } else if (value instanceof YamlSequence sequence
                    && index(step) < sequence.items().size()) {
                value = sequence.items().get(index(step));
                place = value;
            } else {
                break;
            }
        }
        return value instanceof YamlScalar scalar && !scalar.isEmpty() ? scalar : place;
    }

    /** The key that a check's dotted name leads to from its kind's entry: {@code tone.words}. */
    static YamlNode ofCheck(YamlMapping.Entry kind, String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? kind.key() : keyOf(kind, name.substring(dot + 1));
    }

    private static YamlNode keyOf(YamlMapping.Entry entry, String path) {
        int dot = path.indexOf('.');
        String step = dot < 0 ? path : path.substring(0, dot);
        YamlMapping.Entry next = entry.value() instanceof YamlMapping mapping ? mapping.entry(step) : null;
        if (next != null) {
            return dot < 0 ? next.key() : keyOf(next, path.substring(dot + 1));
        }
        return entry.key();
    }

    private static int index(String step) {
        if (step.isEmpty() || step.length() > 6) {
            return Integer.MAX_VALUE;
        }
        int index = 0;
        for (int i = 0; i < step.length(); i++) {
            char c = step.charAt(i);
            if (c < '0' || c > '9') {
                return Integer.MAX_VALUE;
            }
            index = index * 10 + c - '0';
        }
        return index;
    }
}
