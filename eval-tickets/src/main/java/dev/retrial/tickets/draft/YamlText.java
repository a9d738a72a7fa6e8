package dev.retrial.tickets.draft;

import java.util.Locale;
import java.util.Set;

/** How one text stands in YAML: plain, in double quotes, or as a block; always so that it reads back as the same text. */
final class YamlText {

    /** Beyond this, a text of one line is folded. */
    private static final int LINE = 100;

    /** What YAML 1.1 or 1.2 takes for a truth value, for nothing or for a number. */
    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf", "none");

    private YamlText() {}

    /** Appends the text and a line end; further lines stand behind so many spaces. */
    static void write(String text, int indent, StringBuilder out) {
        boolean visible = isVisible(text);
        if (!visible) {
            out.append(quoted(text)).append('\n');
        } else if (text.indexOf('\n') >= 0) {
            literal(text, indent, out);
        } else if (text.length() > LINE && isFoldable(text)) {
            folded(text, indent, out);
        } else if (isPlain(text)) {
            out.append(text).append('\n');
        } else {
            out.append(quoted(text)).append('\n');
        }
    }

    /** Whether all of it can stand in the file as it is. */
    private static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                if (isTag(text.codePointAt(i))) {
                    return false;
                }
                i++;
            } else if (c != '\n' && mustBeEscaped(c)) {
                return false;
            }
        }
        return true;
    }

    /** Letters that are not shown at all, by which a text can say to a model what no person sees. */
    private static boolean isTag(int codePoint) {
        return codePoint >= 0xE0000 && codePoint <= 0xE0FFF;
    }

    /** Control characters, line ends of other systems, what turns the direction of text or has no width, and halves of characters. */
    private static boolean mustBeEscaped(char c) {
        return c < ' ' && c != '\t'
                || c >= 0x7F && c <= 0x9F
                || c == 0x00AD
                || c == 0x061C
                || c == 0x180E
                || c >= 0x200E && c <= 0x200F
                || c == 0x200B
                || c >= 0x2028 && c <= 0x202E
                || c >= 0x2060 && c <= 0x206F
                || c == 0xFEFF
                || c >= 0xFFF0 && c <= 0xFFFB
                || c >= 0xFFFE
                || Character.isSurrogate(c);
    }

    private static void literal(String text, int indent, StringBuilder out) {
        if (!isBlock(text)) {
            out.append(quoted(text)).append('\n');
            return;
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        int lineEnds = text.length() - end;
        out.append(lineEnds == 0 ? "|-\n" : lineEnds == 1 ? "|\n" : "|+\n");
        int from = 0;
        while (from < text.length()) {
            int to = text.indexOf('\n', from);
            int lineEnd = to < 0 ? text.length() : to;
            if (lineEnd > from) {
                out.append(" ".repeat(indent)).append(text, from, lineEnd);
            }
            out.append('\n');
            from = lineEnd + 1;
        }
    }

    /** Whether the lines are as YAML keeps them: the first tells the indentation, and none is blank but for spaces. */
    private static boolean isBlock(String text) {
        char first = text.charAt(0);
        if (first == ' ' || first == '\n' || first == '\t') {
            return false;
        }
        int from = 0;
        while (from < text.length()) {
            int to = text.indexOf('\n', from);
            int lineEnd = to < 0 ? text.length() : to;
            if (lineEnd > from
                    && (text.charAt(from) == '\t'
                            || text.substring(from, lineEnd).isBlank())) {
                return false;
            }
            from = lineEnd + 1;
        }
        return true;
    }

    private static boolean isFoldable(String text) {
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        return first != ' ' && first != '\t' && last != ' ' && last != '\t' && text.indexOf('\t') < 0;
    }

    /** Breaks at single spaces only, each of which a reader puts back. */
    private static void folded(String text, int indent, StringBuilder out) {
        out.append(">-\n");
        int from = 0;
        while (from < text.length()) {
            int to = lineEnd(text, from);
            out.append(" ".repeat(indent)).append(text, from, to).append('\n');
            from = to + 1;
        }
    }

    private static int lineEnd(String text, int from) {
        if (text.length() - from <= LINE) {
            return text.length();
        }
        int best = -1;
        for (int i = from + 1; i < text.length() - 1; i++) {
            if (i - from > LINE && best >= 0) {
                break;
            }
            if (text.charAt(i) == ' ' && text.charAt(i - 1) != ' ' && text.charAt(i + 1) != ' ') {
                best = i;
            }
        }
        return best < 0 ? text.length() : best;
    }

    /** Whether no reader takes it for anything but this text, between a colon and the end of the line. */
    private static boolean isPlain(String text) {
        if (text.isEmpty() || WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return false;
        }
        char first = text.charAt(0);
        if (!Character.isLetter(first) && first != '/' || text.charAt(text.length() - 1) == ' ') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && " .,;!?'()/_+$%€£–—’-".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the key can stand without quotes. */
    static boolean isPlainKey(String key) {
        if (key.isEmpty() || WORDS.contains(key.toLowerCase(Locale.ROOT))) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean further = c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.';
            if (!letter && (i == 0 || !further)) {
                return false;
            }
        }
        return true;
    }

    /** The text in double quotes, on one line. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                int codePoint = text.codePointAt(i);
                if (isTag(codePoint)) {
                    quoted.append(String.format(Locale.ROOT, "\\U%08X", codePoint));
                } else {
                    quoted.appendCodePoint(codePoint);
                }
                i++;
            } else if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (c == '\t') {
                quoted.append("\\t");
            } else if (c == '\r') {
                quoted.append("\\r");
            } else if (mustBeEscaped(c)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
