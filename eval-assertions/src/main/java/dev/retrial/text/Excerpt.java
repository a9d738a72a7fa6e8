package dev.retrial.text;

import org.apiguardian.api.API;

/** Parts of a text for a message: on one line, bounded in length, and with nothing in them that a terminal would obey. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Excerpt {

    private static final int AROUND = 40;
    private static final int LONGEST = 240;

    private Excerpt() {}

    /** The text in quotes, shortened. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        append(quoted, text, 0, Math.min(text.length(), LONGEST));
        return quoted.append(text.length() > LONGEST ? "…\"" : "\"").toString();
    }

    /** The part of the text in quotes, with some words before and behind it. */
    public static String around(String text, Span span) {
        int from = wordStart(text, Math.max(0, span.start() - AROUND), span.start());
        int spanEnd = Math.min(span.end(), span.start() + LONGEST);
        int until = wordEnd(text, Math.min(text.length(), spanEnd + AROUND), spanEnd);
        StringBuilder quoted = new StringBuilder(from > 0 ? "\"…" : "\"");
        append(quoted, text, from, until);
        return quoted.append(until < text.length() ? "…\"" : "\"").toString();
    }

    /** The text with its control characters made visible; its lines stay. */
    public static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                visible.append(c);
            } else if (c != '\r' || i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                appendVisible(visible, c);
            }
        }
        return visible.toString();
    }

    private static int wordStart(String text, int from, int limit) {
        if (from == 0) {
            return 0;
        }
        int at = from;
        while (at < limit && !Letters.isSpace(text.charAt(at))) {
            at++;
        }
        int start = at < limit ? at + 1 : from;
        return Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start;
    }

    private static int wordEnd(String text, int until, int limit) {
        if (until == text.length()) {
            return until;
        }
        int at = until;
        while (at > limit && !Letters.isSpace(text.charAt(at))) {
            at--;
        }
        int end = at > limit ? at : until;
        return end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private static void append(StringBuilder to, String text, int from, int until) {
        for (int i = from; i < until; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                to.append("\\n");
            } else {
                appendVisible(to, c);
            }
        }
    }

    private static void appendVisible(StringBuilder to, char c) {
        switch (c) {
            case '\t' -> to.append("\\t");
            case '\r' -> to.append("\\r");
            default -> {
                // Joiners belong to emoji and to some scripts; other invisible signs turn text around or hide it.
                boolean hides = Character.isISOControl(c)
                        || (c > 0x7F && c != '\u200D' && c != '\u200C' && Character.getType(c) == Character.FORMAT)
                        || c == '\u2028'
                        || c == '\u2029';
                if (hides) {
                    String hex = Integer.toHexString(c);
                    to.append("\\u").append("0000", hex.length(), 4).append(hex);
                } else {
                    to.append(c);
                }
            }
        }
    }
}
