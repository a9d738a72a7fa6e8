package dev.retrial.tickets.duplicate;

import java.util.Arrays;

/**
 * Splits text into words and gives each a hash, without an object for any of them. Case and marks are nothing; runs of numbers, an e-mail
 * address and a link are one word of their kind each, whatever they say; in scripts without blanks every character is a word.
 */
final class Words {

    private static final int NUMBER = 0x4E1D_5A21;
    private static final int MAIL = 0x1F7B_93C5;
    private static final int LINK = 0x7A3C_44E9;
    private static final int LONGEST_CODE = 32;

    private int[] hashes = new int[256];
    private int size;

    int size() {
        return size;
    }

    int at(int word) {
        return hashes[word];
    }

    void clear() {
        size = 0;
    }

    /** Adds the words of a part of a text, as long as fewer than {@code limit} are held. */
    void add(String text, int from, int to, int limit) {
        int at = from;
        while (at < to && size < limit) {
            while (at < to && isBlank(text.charAt(at))) {
                at++;
            }
            int end = at;
            while (end < to && !isBlank(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                chunk(text, at, end, limit);
            }
            at = end;
        }
    }

    private void chunk(String text, int from, int to, int limit) {
        int kind = kindOf(text, from, to);
        if (kind == NUMBER) {
            number();
            return;
        }
        if (kind != 0) {
            push(kind);
            return;
        }
        int hash = 0;
        int letters = 0;
        boolean digits = false;
        for (int at = from; at < to && size < limit; ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c >= 0x0E00 && standsAlone(c)) {
                end(hash, letters, digits);
                push(mixed(step(0, c)));
                hash = 0;
                letters = 0;
                digits = false;
            } else if (Character.isLetter(c)) {
                hash = step(hash, Character.toLowerCase(c));
                letters++;
            } else if (Character.isDigit(c)) {
                digits = true;
                letters++;
            } else if (!joins(c)) {
                end(hash, letters, digits);
                hash = 0;
                letters = 0;
                digits = false;
            }
        }
        end(hash, letters, digits);
    }

    private void end(int hash, int letters, boolean digits) {
        if (digits) {
            number();
        } else if (letters > 0) {
            push(mixed(hash));
        }
    }

    private void number() {
        if (size == 0 || hashes[size - 1] != NUMBER) {
            push(NUMBER);
        }
    }

    private void push(int hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = hash;
    }

    /** An apostrophe, a combining mark or a soft hyphen is inside a word, not between two. */
    private static boolean joins(int c) {
        return c == '\'' || c == '\u2019' || c == '\u00AD' || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static int kindOf(String text, int from, int to) {
        int dot = to - 2;
        while (dot > from && text.charAt(dot) != '.') {
            dot--;
        }
        for (int i = from + 1; i < to - 1; i++) {
            char c = text.charAt(i);
            if (c == '@' && i < dot && Character.isLetterOrDigit(text.charAt(i - 1))) {
                return MAIL;
            }
            if (c == ':' && i + 2 < to && text.charAt(i + 1) == '/' && text.charAt(i + 2) == '/') {
                return LINK;
            }
        }
        if (text.regionMatches(true, from, "www.", 0, 4) && to - from > 5) {
            return LINK;
        }
        return isCode(text, from, to) ? NUMBER : 0;
    }

    /** An order number, an amount, a date: the letters in it say as little as the digits. */
    private static boolean isCode(String text, int from, int to) {
        boolean digits = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 0x0E00) {
                return false;
            }
            digits |= c >= '0' && c <= '9';
        }
        return digits && to - from <= LONGEST_CODE;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00A0' || Character.isWhitespace(c);
    }

    private static boolean standsAlone(int c) {
        return c <= 0x109F
                || (c >= 0x1780 && c <= 0x17FF)
                || (c >= 0x3040 && c <= 0x30FF)
                || Character.isIdeographic(c);
    }

    private static int step(int hash, int c) {
        return (hash ^ c) * 0x01000193 + 0x5bd1;
    }

    private static int mixed(int hash) {
        int h = hash * 0x85ebca6b;
        h ^= h >>> 15;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 13);
    }
}
