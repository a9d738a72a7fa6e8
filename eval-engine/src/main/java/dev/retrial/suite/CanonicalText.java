package dev.retrial.suite;

import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlScalar;
import dev.retrial.suite.yaml.YamlSequence;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What YAML says, as a text in which comments, layout and the order of keys do not show. */
final class CanonicalText {

    private final StringBuilder text = new StringBuilder(2048);

    void clear() {
        text.setLength(0);
    }

    boolean isEmpty() {
        return text.length() == 0;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    CanonicalText append(String name) {
        text.append(name).append('=');
        return this;
    }

    CanonicalText append(YamlNode node) {
        return append(node, Set.of());
    }

    /** Each text with its length, so that no two trees look alike; the keys that are left out are those of this node alone. */
    CanonicalText append(YamlNode node, Set<String> without) {
        if (node instanceof YamlScalar scalar) {
            scalar(scalar);
        } else if (node instanceof YamlSequence sequence) {
            text.append('[');
            List<YamlNode> items = sequence.items();
            for (int i = 0; i < items.size(); i++) {
                append(items.get(i), Set.of());
            }
            text.append(']');
        } else if (node instanceof YamlMapping mapping) {
            text.append('{');
            for (YamlMapping.Entry entry : sorted(mapping.entries())) {
                if (!without.contains(entry.name())) {
                    scalar(entry.key());
                    append(entry.value(), Set.of());
                }
            }
            text.append('}');
        }
        return this;
    }

    private void scalar(YamlScalar scalar) {
        String said = scalar.text();
        text.append(scalar.plain() ? 'p' : 'q')
                .append(said.length())
                .append(':')
                .append(said);
    }

    private static YamlMapping.Entry[] sorted(List<YamlMapping.Entry> entries) {
        YamlMapping.Entry[] sorted = entries.toArray(new YamlMapping.Entry[0]);
        if (sorted.length > 1) {
            Arrays.sort(sorted, (a, b) -> a.name().compareTo(b.name()));
        }
        return sorted;
    }
}
