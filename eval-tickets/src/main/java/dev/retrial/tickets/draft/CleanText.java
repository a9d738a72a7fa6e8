package dev.retrial.tickets.draft;

/** Text of a ticket as it can stand in a case: of bounded length, with the line ends of one system, without what is no text. */
final class CleanText {

    /** More of one message says nothing more about what went wrong. */
    static final int LONGEST = 8_000;

    private static final String CUT = " […]";

    private CleanText() {}

    static String of(String text) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), LONGEST) + 8);
        int blankLines = 0;
        int at = 0;
        while (at < text.length() && clean.length() <= LONGEST) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (codePoint == '\r') {
                if (at < text.length() && text.charAt(at) == '\n') {
                    continue;
                }
                codePoint = '\n';
            }
            if (codePoint == '\n' || codePoint == 0x85 || codePoint == 0x2028 || codePoint == 0x2029) {
                stripEnd(clean);
                blankLines++;
                if (blankLines <= 2 && !clean.isEmpty()) {
                    clean.append('\n');
                }
            } else if (codePoint == '\t' || codePoint == 0xA0) {
                clean.append(' ');
            } else if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                clean.append('\uFFFD');
                blankLines = 0;
            } else if (!Character.isISOControl(codePoint) && codePoint != 0xFEFF) {
                clean.appendCodePoint(codePoint);
                blankLines = codePoint == ' ' ? blankLines : 0;
            }
        }
        boolean cut = clean.length() > LONGEST;
        if (cut) {
            clean.setLength(Character.isHighSurrogate(clean.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
        }
        String whole = clean.toString().strip();
        return cut ? whole + CUT : whole;
    }

    /** Without the lines that quote what was said before, and the line that says who wrote them; all of it where nothing else is there. */
    static String withoutQuoted(String text) {
        if (!text.startsWith(">") && !text.contains("\n>")) {
            return text;
        }
        StringBuilder own = new StringBuilder();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean introduces = lines[i].endsWith(":") && i + 1 < lines.length && lines[i + 1].startsWith(">");
            if (!lines[i].startsWith(">") && !introduces) {
                own.append(lines[i]).append('\n');
            }
        }
        String rest = of(own.toString());
        return rest.isEmpty() ? text : rest;
    }

    private static void stripEnd(StringBuilder text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
    }

    /** The text on one line, cut at a word where it is longer. */
    static String line(String text, int longest) {
        String line = String.join(" ", of(text).split("\\s+")).strip();
        if (line.length() <= longest) {
            return line;
        }
        int end = line.lastIndexOf(' ', longest - 1);
        int cut = end > longest / 2 ? end : longest - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(cut - 1)) ? cut - 1 : cut)
                        .strip() + "…";
    }
}
