package dev.retrial.suite.yaml;

/**
 * One item of text, before anything has decided what it means.
 *
 * @param text the text as written, quotes and escapes resolved
 * @param plain whether it stands there without quotes, so that a YAML reader may take it for something else than text
 * @param line the line where it begins, from 1
 * @param column the column where it begins, from 1
 */
public record YamlScalar(String text, boolean plain, int line, int column) implements YamlNode {

    /** Whether nothing at all is written here: {@code key:} and then the next line. */
    public boolean isEmpty() {
        return plain && text.isEmpty();
    }
}
