package dev.retrial.tickets.redact;

/** Where sentences and lines begin, as far as capitals depend on it. */
final class Sentence {

    private Sentence() {}

    /** Whether a sentence, a line, an item or a quotation begins at this word. */
    static boolean begins(String text, int start) {
        int at = start - 1;
        boolean blank = false;
        while (at >= 0) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\u00A0') {
                blank = true;
            } else if ("\"'([{*_>#-\u2022\u201C\u201E\u00AB\u2018\u00BF\u00A1".indexOf(c) < 0) {
                return c == '\n'
                        || c == '\r'
                        || c == '|'
                        || (blank && (".!?:;\u2026".indexOf(c) >= 0 && !isAbbreviation(text, at)))
                        || (c == '。' || c == '！' || c == '？');
            }
            at--;
        }
        return true;
    }

    /** Whether the point ends a title or an initial and no sentence. */
    private static boolean isAbbreviation(String text, int point) {
        int start = point;
        while (start > 0 && Letters.isLetter(text.charAt(start - 1))) {
            start--;
        }
        String word = text.substring(start, point);
        return text.charAt(point) == '.' && (word.length() == 1 || (!word.isEmpty() && KnownParties.isTitle(word)));
    }

    /** Whether what follows makes the words before it somebody who is spoken to: a comma, a colon, the end of the line. */
    static boolean isAddress(String text, int end) {
        int at = end;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at == text.length() || ",\n\r:!".indexOf(text.charAt(at)) >= 0;
    }
}
