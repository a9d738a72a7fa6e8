package dev.retrial.text;

import org.apiguardian.api.API;

/** What of a text is somebody else's: quoted lines, and what stands between double quotes. Single quotes are not, since they may be apostrophes. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Quotations {

    /** How far a quotation within a paragraph may go. */
    private static final int LONGEST = 2_000;

    private Quotations() {}

    /** The text with each sign of a quotation replaced by a blank, so that offsets stay what they were. */
    public static String without(String text) {
        int first = 0;
        while (first < text.length() && !mayQuote(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        ReadText known = ReadText.of(text);
        String unquoted = known == null ? null : known.unquoted;
        if (unquoted == null) {
            unquoted = withoutThem(text);
            if (known != null) {
                known.unquoted = unquoted;
            }
        }
        return unquoted;
    }

    private static String withoutThem(String text) {
        StringBuilder own = new StringBuilder(text);
        int at = 0;
        while (at < text.length()) {
            int lineEnd = lineEnd(text, at);
            if ((at == 0 || text.charAt(at - 1) == '\n') && isQuotedLine(text, at, lineEnd)) {
                blank(own, at, lineEnd);
                at = lineEnd + 1;
            } else {
                at = withoutInLine(text, own, at, lineEnd);
            }
        }
        return own.toString();
    }

    private static boolean mayQuote(char c) {
        return c < 0x80 ? c == '"' || c == '>' : c == '\u00AB' || c == '\u00BB' || c >= 0x2010;
    }

    /** Goes on behind the line, or behind the quotation that began in it. */
    private static int withoutInLine(String text, StringBuilder own, int from, int lineEnd) {
        int at = from;
        while (at < lineEnd) {
            String closing = closing(text.charAt(at));
            int end = closing.isEmpty() || !opens(text, at) ? -1 : end(text, at + 1, closing);
            if (end >= 0) {
                blank(own, at, end + 1);
                if (end >= lineEnd) {
                    return end + 1;
                }
                at = end + 1;
            } else {
                // Without an end within reach, the next straight quote may not begin what this one could not: one look
                // a line.
                at = end == -2 ? lineEnd : at + 1;
            }
        }
        return lineEnd + 1;
    }

    private static String closing(char c) {
        return switch (c) {
            case '"' -> "\"";
            case '\u201C' -> "\u201D";
            case '\u201D' -> "\u201D";
            case '\u201E' -> "\u201C\u201D";
            case '\u00AB' -> "\u00BB";
            case '\u00BB' -> "\u00AB";
            case '\u300C' -> "\u300D";
            default -> "";
        };
    }

    /** A straight quote behind a digit is an inch; one behind a letter closes. */
    private static boolean opens(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    /** Where it is closed; -2 where it is not, within the paragraph. */
    private static int end(String text, int from, String closing) {
        int limit = Math.min(text.length(), from + LONGEST);
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (closing.indexOf(c) >= 0) {
                return i;
            }
            if (c == '\n' && i + 1 < limit && text.charAt(i + 1) == '\n') {
                return -2;
            }
        }
        return -2;
    }

    private static boolean isQuotedLine(String text, int from, int lineEnd) {
        int at = from;
        while (at < lineEnd && at - from < 4 && text.charAt(at) == ' ') {
            at++;
        }
        return at < lineEnd && text.charAt(at) == '>';
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static void blank(StringBuilder own, int from, int until) {
        for (int i = from; i < until && i < own.length(); i++) {
            if (own.charAt(i) != '\n') {
                own.setCharAt(i, ' ');
            }
        }
    }
}
