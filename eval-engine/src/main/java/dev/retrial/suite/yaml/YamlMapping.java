package dev.retrial.suite.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map; no two of its keys are the same.
 *
 * @param entries its entries, in order
 * @param line the line where it begins, from 1
 * @param column the column where it begins, from 1
 */
public record YamlMapping(List<Entry> entries, int line, int column) implements YamlNode {

    /**
     * A key with its value.
     *
     * @param key the key; text as written, whatever it looks like
     * @param value the value
     */
    public record Entry(YamlScalar key, YamlNode value) {

        /** The key's text. */
        public String name() {
            return key.text();
        }
    }

    /** The entry with this key, or null. Maps in suite files are small, so this looks at one entry after the other. */
    public @Nullable Entry entry(String name) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.key.text().equals(name)) {
                return entry;
            }
        }
        return null;
    }

    /** The value under this key, or null. */
    public @Nullable YamlNode get(String name) {
        Entry entry = entry(name);
        return entry == null ? null : entry.value;
    }
}
