package dev.retrial.statement;

import java.util.Arrays;

/** The words of a sentence, and what stands before each of them. */
final class Sentence {

    /** What stands between a word and the one before. */
    enum Gap {
        NONE,
        COMMA,
        /** A colon, a semicolon, a dash, a bracket, a new line. */
        BREAK
    }

    private static final String ELISIONS = " n j d l m t s c qu jusqu lorsqu puisqu ";

    /** Longer words are cut. */
    static final int LONGEST_WORD = 40;

    private String[] words = new String[32];
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private Gap[] gaps = new Gap[32];
    private int size;
    private final boolean question;
    private final int start;
    private final int end;

    /** The sentence of the text between the offsets. */
    Sentence(String text, int start, int end, boolean question) {
        this.question = question;
        this.start = start;
        this.end = end;
        read(text, start, end);
    }

    int size() {
        return size;
    }

    String word(int index) {
        return words[index];
    }

    int startOf(int index) {
        return starts[index];
    }

    int endOf(int index) {
        return ends[index];
    }

    Gap gapBefore(int index) {
        return gaps[index];
    }

    boolean isQuestion() {
        return question;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** The first word that ends behind this offset; {@link #size} where none does. */
    int wordAt(int offset) {
        for (int i = 0; i < size; i++) {
            if (ends[i] > offset) {
                return i;
            }
        }
        return size;
    }

    private void read(String text, int from, int until) {
        Gap gap = Gap.NONE;
        int at = from;
        while (at < until) {
            char c = text.charAt(at);
            if (isWordPart(c)) {
                int wordEnd = wordEnd(text, at, until);
                split(text, at, wordEnd, gap);
                gap = Gap.NONE;
                at = wordEnd;
            } else {
                gap = later(gap, gapOf(text, at, from, until));
                at++;
            }
        }
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC';
    }

    private static int wordEnd(String text, int from, int until) {
        int at = from;
        while (at < until) {
            char c = text.charAt(at);
            boolean inside = Character.isLetterOrDigit(c);
            if (!inside && at + 1 < until && at > from && Character.isLetterOrDigit(text.charAt(at + 1))) {
                boolean digits = Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
                inside = isApostrophe(c) || ((c == '.' || c == ',') && digits);
            }
            if (!inside) {
                break;
            }
            at++;
        }
        return Math.max(at, from + 1);
    }

    /** Adds a word, or the two that French writes together. */
    private void split(String text, int from, int until, Gap gap) {
        for (int i = from; i < until && i - from < 8; i++) {
            if (isApostrophe(text.charAt(i))) {
                if (i + 2 < until || (i + 1 < until && text.charAt(i + 1) != 's' && text.charAt(i + 1) != 't')) {
                    String before = lower(text, from, i);
                    if (ELISIONS.contains(" " + before + " ")) {
                        add(before + "'", from, i + 1, gap);
                        add(lower(text, i + 1, until), i + 1, until, Gap.NONE);
                        return;
                    }
                }
                break;
            }
        }
        add(lower(text, from, until), from, until, gap);
    }

    private static String lower(String text, int from, int until) {
        int limit = Math.min(until, from + LONGEST_WORD);
        StringBuilder lower = new StringBuilder(limit - from);
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            lower.append(isApostrophe(c) ? '\'' : Character.toLowerCase(Character.toUpperCase(c)));
        }
        return lower.toString();
    }

    private static Gap gapOf(String text, int at, int from, int until) {
        char c = text.charAt(at);
        return switch (c) {
            case ',' -> Gap.COMMA;
            case ';', ':', '\u2014', '\u2013', '(', ')', '[', ']', '\n', '\u2026', '!', '?', '|' -> Gap.BREAK;
            case '-' -> {
                boolean alone = at > from
                        && at + 1 < until
                        && Character.isWhitespace(text.charAt(at - 1))
                        && Character.isWhitespace(text.charAt(at + 1));
                yield alone ? Gap.BREAK : Gap.NONE;
            }
            default -> Gap.NONE;
        };
    }

    private static Gap later(Gap one, Gap other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private void add(String word, int from, int until, Gap gap) {
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            gaps = Arrays.copyOf(gaps, size * 2);
        }
        words[size] = word;
        starts[size] = from;
        ends[size] = until;
        gaps[size++] = gap;
    }
}
