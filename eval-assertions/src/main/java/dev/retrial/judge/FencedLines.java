package dev.retrial.judge;

import org.apiguardian.api.API;

/**
 * Writes down what somebody wrote, so that a model that reads it is told nothing by it: each line has a prefix, and what would read like a fence, a
 * model's control token or an answer of ours is rewritten.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class FencedLines {

    private FencedLines() {}

    /**
     * Appends a text, a prefix before each of its lines, and a line break behind it.
     *
     * @param to where it is written
     * @param written what somebody wrote
     * @param answer the word, in lower case, with which a model begins the line that we read; where somebody wrote it, it is marked as quoted
     */
    public static void append(StringBuilder to, String written, String answer) {
        to.append("| ");
        int i = 0;
        while (i < written.length()) {
            int point = written.codePointAt(i);
            int next = i + Character.charCount(point);
            if (breaksLine(point)) {
                if (point == '\r' && next < written.length() && written.charAt(next) == '\n') {
                    next++;
                }
                to.append("\n| ");
            } else if (isRun(written, i, '<')) {
                to.append('‹');
            } else if (isRun(written, i, '>')) {
                to.append('›');
            } else if ((point == '[' && startsWith(written, next, "INST")) || startsWith(written, i, "[/INST")) {
                to.append('(');
            } else if (startsWith(written, i, answer)) {
                to.append(written, i, i + answer.length()).append(" (quoted)");
                next = i + answer.length();
            } else if (!isUnseen(point)) {
                to.appendCodePoint(Character.isISOControl(point) ? ' ' : point);
            }
            i = next;
        }
        to.append('\n');
    }

    private static boolean breaksLine(int point) {
        return switch (point) {
            case '\n', '\r', 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> true;
            default -> false;
        };
    }

    /** Whether a sign of a fence or of a control token is here: one of several, or one beside a bar. */
    private static boolean isRun(String written, int at, char sign) {
        if (written.charAt(at) != sign) {
            return false;
        }
        char before = at == 0 ? ' ' : written.charAt(at - 1);
        char after = at + 1 == written.length() ? ' ' : written.charAt(at + 1);
        return before == sign || after == sign || before == '|' || after == '|';
    }

    /** Letters that stand for nothing on a screen, in which words for a model can be hidden; what joins emoji is none of them. */
    private static boolean isUnseen(int point) {
        int type = Character.getType(point);
        return (type == Character.FORMAT && point != 0x200D)
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE;
    }

    private static boolean startsWith(String written, int at, String word) {
        return written.regionMatches(true, at, word, 0, word.length());
    }
}
