package dev.retrial.tickets.read.file;

import java.util.Arrays;

/** Characters that grow, and whose array can be handed to a parser. */
final class CharText {

    private static final int KEPT = 1 << 21;

    private char[] chars = new char[1 << 14];
    private int length;

    void clear() {
        length = 0;
        if (chars.length > KEPT) {
            chars = new char[1 << 14];
        }
    }

    void append(char[] from, int start, int end) {
        int count = end - start;
        if (length + count > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(length + count, chars.length * 2));
        }
        System.arraycopy(from, start, chars, length, count);
        length += count;
    }

    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }
}
