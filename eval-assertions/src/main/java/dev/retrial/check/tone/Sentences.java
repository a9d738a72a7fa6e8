package dev.retrial.check.tone;

/** Counts sentences: by their full stops, and by the lines of lists and headings, which have none. */
final class Sentences {

    private Sentences() {}

    static int count(String text) {
        int count = 0;
        boolean words = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                words = true;
            } else if (words && (c == '\n' ? endsBlock(text, i) : endsSentence(text, i))) {
                count++;
                words = false;
            }
        }
        return words ? count + 1 : count;
    }

    private static boolean endsSentence(String text, int at) {
        char mark = text.charAt(at);
        if ("\u3002\uFF01\uFF1F\u061F\u0964".indexOf(mark) >= 0) {
            return true;
        }
        if ("!?.\u2026".indexOf(mark) < 0) {
            return false;
        }
        int next = at + 1;
        while (next < text.length() && isClosing(text.charAt(next))) {
            next++;
        }
        boolean blankFollows = next == text.length() || Character.isWhitespace(text.charAt(next));
        return blankFollows && !(text.charAt(at) == '.' && isAbbreviation(text, at));
    }

    /** What may stand between the end of a sentence and the blank: further marks, quotes, brackets, emphasis. */
    private static boolean isClosing(char c) {
        return "!?.\u2026\"'\u201D\u2019\u00BB)]*_".indexOf(c) >= 0;
    }

    /** Whether the point belongs to the word before it: a title, "e.g.", an initial, or the number of an item. */
    private static boolean isAbbreviation(String text, int point) {
        int start = point;
        while (start > 0
                && point - start < 12
                && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
            start--;
        }
        String word = text.substring(start, point).toLowerCase(java.util.Locale.ROOT);
        return switch (word) {
            case "e.g",
                    "i.e",
                    "mr",
                    "mrs",
                    "ms",
                    "dr",
                    "prof",
                    "st",
                    "vs",
                    "approx",
                    "no",
                    "inc",
                    "ltd",
                    "co",
                    "jr",
                    "sr",
                    "cf",
                    "al",
                    "fig",
                    "dept" -> !word.equals("no") || digitFollows(text, point);
            default -> isItemNumber(text, start, word);
        };
    }

    private static boolean digitFollows(String text, int point) {
        return point + 2 < text.length() && Character.isDigit(text.charAt(point + 2));
    }

    private static boolean isItemNumber(String text, int start, String word) {
        if (word.isEmpty() || word.length() > 3) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isDigit(word.charAt(i))) {
                return false;
            }
        }
        int before = start;
        while (before > 0 && text.charAt(before - 1) == ' ') {
            before--;
        }
        return before == 0 || text.charAt(before - 1) == '\n';
    }

    /** Whether a paragraph, a heading or an item ends with this line. */
    private static boolean endsBlock(String text, int lineEnd) {
        int start = text.lastIndexOf('\n', lineEnd - 1) + 1;
        if (start < lineEnd && text.charAt(start) == '#') {
            return true;
        }
        int next = lineEnd + 1;
        while (next < text.length()
                && (text.charAt(next) == ' ' || text.charAt(next) == '\t' || text.charAt(next) == '\r')) {
            next++;
        }
        if (next == text.length()) {
            return true;
        }
        char c = text.charAt(next);
        if (c == '\n' || c == '#' || c == '|' || c == '>') {
            return true;
        }
        if (c == '-' || c == '*' || c == '+' || c == '\u2022') {
            return next + 1 < text.length() && text.charAt(next + 1) == ' ';
        }
        int digits = next;
        while (digits < text.length() && digits - next < 4 && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits > next
                && digits + 1 < text.length()
                && (text.charAt(digits) == '.' || text.charAt(digits) == ')')
                && text.charAt(digits + 1) == ' ';
    }
}
