package dev.retrial.tickets.read.desk;

import java.util.regex.Pattern;

/**
 * Leaves out of a mail's text what was said before, and a signature, where a line clearly says so. When in doubt it stays: a customer who quotes
 * the agent's promise is evidence.
 *
 * <ul>
 *   <li>a line of one of the forms {@code On … wrote:}, {@code Am … schrieb …:}, {@code Le … a écrit :}, {@code El … escribió:}, with nothing but
 *       quoted lines ({@code >}) after it
 *   <li>quoted lines at the end, with nothing of the writer's after them
 *   <li>{@code -----Original Message-----} and its like in German, French and Spanish, and all after it
 *   <li>a help desk's {@code ##- Please type your reply above this line -##}, and all after it
 *   <li>the line {@code "-- "} of a signature, with at most twelve lines after it
 * </ul>
 */
final class QuotedHistory {

    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?:On\\b.{4,200}\\bwrote:|Am\\b.{4,200}\\bschrieb\\b.{0,100}:|Le\\b.{4,200}\\ba écrit\\s?:|El\\b.{4,200}\\bescribió:)\\s*");
    private static final Pattern FORWARDED = Pattern.compile(
            "-{3,}\\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original)\\s*-{3,}\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOVE = Pattern.compile("#+-.{0,80}-#+\\s*");
    private static final int SIGNATURE = 12;

    private QuotedHistory() {}

    static String without(String text) {
        if (text.indexOf('>') < 0 && text.indexOf("--") < 0 && text.indexOf("#-") < 0) {
            return text;
        }
        String[] lines = text.split("\n", -1);
        int end = lines.length;
        for (int i = 1; i < end; i++) {
            String line = lines[i];
            if (line.length() <= 300
                    && (FORWARDED.matcher(line).matches() || ABOVE.matcher(line).matches())) {
                end = i;
            } else if (line.equals("-- ") && end - i - 1 <= SIGNATURE) {
                end = i;
            }
        }
        end = withoutQuoted(lines, blanks(lines, end));
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < end; i++) {
            out.append(i == 0 ? "" : "\n").append(lines[i]);
        }
        String said = out.toString().strip();
        return said.isEmpty() ? text : said;
    }

    /** Quoted lines at the end, and the line or two that say whose they are. */
    private static int withoutQuoted(String[] lines, int end) {
        int from = end;
        while (from > 0 && (lines[from - 1].isBlank() || lines[from - 1].startsWith(">"))) {
            from--;
        }
        boolean quoted = false;
        for (int i = from; i < end; i++) {
            quoted |= lines[i].startsWith(">");
        }
        if (!quoted) {
            return end;
        }
        if (from > 0 && attribution(lines[from - 1])) {
            return from - 1;
        }
        if (from > 1 && attribution(lines[from - 2] + " " + lines[from - 1])) {
            return from - 2;
        }
        return from;
    }

    private static boolean attribution(String line) {
        return line.length() <= 500 && ATTRIBUTION.matcher(line).matches();
    }

    private static int blanks(String[] lines, int end) {
        int at = end;
        while (at > 0 && lines[at - 1].isBlank()) {
            at--;
        }
        return at;
    }
}
