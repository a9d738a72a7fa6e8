package dev.retrial.check.tone;

/** Counts links: Markdown's, and addresses that stand for themselves. */
final class Links {

    private Links() {}

    static void count(String text, Tally tally) {
        int lastEnd = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ']' && i + 1 < text.length() && text.charAt(i + 1) == '(') {
                int end = targetEnd(text, i + 2);
                // In [https://x](https://x) the address has been counted.
                if (lastEnd != i && end > i + 2) {
                    tally.add(i, end);
                }
                lastEnd = end;
                i = Math.max(i, end - 1);
            } else if ((c == 'h' || c == 'H' || c == 'w' || c == 'W') && beginsAddress(text, i)) {
                int end = targetEnd(text, i);
                tally.add(i, end);
                lastEnd = end;
                i = end - 1;
            }
        }
    }

    private static boolean beginsAddress(String text, int at) {
        if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            return false;
        }
        return text.regionMatches(true, at, "https://", 0, 8)
                || text.regionMatches(true, at, "http://", 0, 7)
                || text.regionMatches(true, at, "www.", 0, 4);
    }

    private static int targetEnd(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && ")]>\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
