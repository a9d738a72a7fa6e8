package dev.retrial.suite.yaml;

/**
 * Finds text that YAML takes for a comment: {@code order #1042} ends at {@code order}.
 *
 * <p>Scalars are passed in the order of the file; a {@code #} between two of them starts a comment. A comment on a line of its own, or with a space behind
 * {@code #}, is one that somebody meant.
 */
final class CutOffText {

    private static final String REASON =
            "YAML cuts the text off at ' #': quote the text, or put a space behind # to make it a comment";

    private final String text;
    private final Complaints complaints;
    private final boolean onePerCodePoint;

    private int nextHash;
    private int previousEnd;
    private int previousIndent;
    private boolean previousPlain;
    private int mappedCodePoints;
    private int mappedChars;

    CutOffText(String text, Complaints complaints) {
        this.text = text;
        this.complaints = complaints;
        this.onePerCodePoint = text.codePointCount(0, text.length()) == text.length();
        this.nextHash = text.indexOf('#');
    }

    /**
     * Looks between the scalar before this one and this one.
     *
     * @param start the code point at which the scalar begins
     * @param end the code point behind it
     * @param plain whether it has no quotes and is a value, so that a deeper line below it is part of it
     * @param indent the column, from 0, that a further line of it has to go beyond
     */
    void scalar(int start, int end, boolean plain, int indent) {
        if (nextHash < 0) {
            return;
        }
        between(charAt(start));
        previousEnd = charAt(end);
        previousPlain = plain;
        previousIndent = indent;
        if (nextHash >= 0 && nextHash < previousEnd) {
            nextHash = text.indexOf('#', previousEnd);
        }
    }

    /** Looks behind the last scalar. */
    void end() {
        if (nextHash >= 0) {
            between(text.length());
        }
    }

    private void between(int to) {
        while (nextHash >= 0 && nextHash < to) {
            comment(nextHash);
            int lineEnd = text.indexOf('\n', nextHash);
            nextHash = lineEnd < 0 ? -1 : text.indexOf('#', lineEnd);
        }
    }

    private void comment(int hash) {
        int next = hash + 1;
        if (next >= text.length() || isBlank(text.charAt(next))) {
            return;
        }
        int lineStart = hash;
        while (lineStart > 0 && isSpace(text.charAt(lineStart - 1))) {
            lineStart--;
        }
        boolean ownLine = lineStart == 0 || text.charAt(lineStart - 1) == '\n' || text.charAt(lineStart - 1) == '\r';
        if (ownLine && !(previousPlain && hash - lineStart > previousIndent && onlyBlank(previousEnd, hash))) {
            return;
        }
        int line = 1;
        int start = 0;
        for (int at = text.indexOf('\n'); at >= 0 && at < hash; at = text.indexOf('\n', at + 1)) {
            line++;
            start = at + 1;
        }
        complaints.add(line, text.codePointCount(start, hash) + 1, REASON);
    }

    private boolean onlyBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Scalars come in order, so that the whole file is gone over once. */
    private int charAt(int codePoint) {
        if (onePerCodePoint) {
            return codePoint;
        }
        mappedChars = text.offsetByCodePoints(mappedChars, codePoint - mappedCodePoints);
        mappedCodePoints = codePoint;
        return mappedChars;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isBlank(char c) {
        return isSpace(c) || c == '\n' || c == '\r';
    }
}
