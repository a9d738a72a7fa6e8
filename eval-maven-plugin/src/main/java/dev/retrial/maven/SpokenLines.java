package dev.retrial.maven;

import java.io.Writer;
import java.util.function.Consumer;

/** Hands over each line as soon as it ends, and keeps all of them. */
final class SpokenLines extends Writer {

    private final Consumer<String> line;
    private final StringBuilder all = new StringBuilder();
    private int from;

    SpokenLines(Consumer<String> line) {
        this.line = line;
    }

    @Override
    public void write(char[] signs, int offset, int length) {
        all.append(signs, offset, length);
        for (int end = all.indexOf("\n", from); end >= 0; end = all.indexOf("\n", from)) {
            int to = end > from && all.charAt(end - 1) == '\r' ? end - 1 : end;
            line.accept(all.substring(from, to));
            from = end + 1;
        }
    }

    @Override
    public void flush() {}

    /** Hands over what is left without an end of its line. */
    @Override
    public void close() {
        if (from < all.length()) {
            line.accept(all.substring(from));
            from = all.length();
        }
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
