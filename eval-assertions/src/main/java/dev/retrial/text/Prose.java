package dev.retrial.text;

import org.apiguardian.api.API;

/**
 * What of a Markdown text is meant to be read as sentences: everything but its code.
 *
 * @param text the text with each sign of code replaced by a blank, so that offsets stay what they were
 * @param codeBlocks how many fenced blocks of code there are
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Prose(String text, int codeBlocks) {

    /** How far a piece of code within a line may go. */
    private static final int LONGEST_INLINE = 200;

    /** Takes the code out of a text. */
    public static Prose of(String markdown) {
        if (markdown.indexOf('`') < 0 && !markdown.contains("~~~")) {
            return new Prose(markdown, 0);
        }
        ReadText known = ReadText.of(markdown);
        Prose prose = known == null ? null : known.prose;
        if (prose == null) {
            prose = withoutCode(markdown);
            if (known != null) {
                known.prose = prose;
            }
        }
        return prose;
    }

    private static Prose withoutCode(String markdown) {
        StringBuilder prose = new StringBuilder(markdown);
        int blocks = 0;
        int at = 0;
        while (at < markdown.length()) {
            int lineEnd = lineEnd(markdown, at);
            int fence = fence(markdown, at, lineEnd);
            if (fence > 0) {
                int blockEnd = blockEnd(markdown, lineEnd, markdown.charAt(firstSign(markdown, at)), fence);
                blank(prose, at, blockEnd);
                blocks++;
                at = blockEnd;
            } else {
                blankInline(markdown, prose, at, lineEnd);
                at = lineEnd + 1;
            }
        }
        return new Prose(prose.toString(), blocks);
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static int firstSign(String text, int lineStart) {
        int at = lineStart;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** The length of the fence that makes up the beginning of this line, or 0. */
    private static int fence(String text, int lineStart, int lineEnd) {
        int at = firstSign(text, lineStart);
        if (at >= lineEnd) {
            return 0;
        }
        char sign = text.charAt(at);
        if (sign != '`' && sign != '~') {
            return 0;
        }
        int end = run(text, at);
        // A fence of backticks with another one behind it is code within a line.
        boolean inline = sign == '`' && indexWithin(text, '`', end, lineEnd) >= 0;
        return end - at >= 3 && !inline ? end - at : 0;
    }

    private static int indexWithin(String text, char sign, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == sign) {
                return i;
            }
        }
        return -1;
    }

    private static int blockEnd(String text, int firstLineEnd, char sign, int length) {
        int at = firstLineEnd + 1;
        while (at < text.length()) {
            int lineEnd = lineEnd(text, at);
            int start = firstSign(text, at);
            if (start < lineEnd && text.charAt(start) == sign && run(text, start) - start >= length) {
                return lineEnd;
            }
            at = lineEnd + 1;
        }
        return text.length();
    }

    private static void blankInline(String text, StringBuilder prose, int from, int lineEnd) {
        int at = from;
        while (at < lineEnd) {
            if (text.charAt(at) != '`') {
                at++;
                continue;
            }
            int open = run(text, at);
            int close = closing(text, open, open - at, Math.min(lineEnd, open + LONGEST_INLINE));
            if (close < 0) {
                at = open;
            } else {
                blank(prose, at, close);
                at = close;
            }
        }
    }

    private static int closing(String text, int from, int length, int limit) {
        int at = from;
        while (at < limit) {
            if (text.charAt(at) != '`') {
                at++;
                continue;
            }
            int end = run(text, at);
            if (end - at == length) {
                return end;
            }
            at = end;
        }
        return -1;
    }

    private static int run(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == text.charAt(from)) {
            at++;
        }
        return at;
    }

    private static void blank(StringBuilder prose, int from, int until) {
        for (int i = from; i < until && i < prose.length(); i++) {
            if (prose.charAt(i) != '\n') {
                prose.setCharAt(i, ' ');
            }
        }
    }
}
