package dev.retrial.wording;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What others wrote, within Markdown: always as code, so that it formats, links and notifies nothing. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class MarkdownText {

    private MarkdownText() {}

    /** Within a cell of a table, as code; a dash of nothing. */
    public static String cell(@Nullable String text) {
        String code = text == null ? "" : code(text);
        return code.isEmpty() ? "–" : code.replace("|", "\\|");
    }

    /** Several within a cell of a table; a dash of none. */
    public static String cells(List<String> texts) {
        return texts.isEmpty()
                ? "–"
                : String.join(", ", texts.stream().map(MarkdownText::cell).toList());
    }

    /** In a line, as code. */
    public static String code(String text) {
        String line = Texts.line(text);
        if (line.isEmpty()) {
            return "";
        }
        String ticks = "`".repeat(longestRun(line, '`') + 1);
        // Spaces keep a tick of the text apart from ours, and are not shown.
        String padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return ticks + padding + line + padding + ticks;
    }

    /** As a block of code, which no line of the text ends. */
    public static String block(String text) {
        String fence = "`".repeat(Math.max(3, longestRun(text, '`') + 1));
        StringBuilder lines = new StringBuilder(fence).append("text\n");
        text.lines().forEach(line -> lines.append(Texts.line(line)).append('\n'));
        return lines.append(fence).append('\n').toString();
    }

    /** A sentence of ours that may quote others: no link, no mention, no markup, one line. */
    public static String sentence(String text) {
        String line = Texts.line(text);
        StringBuilder safe = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '\\', '`', '*', '_', '[', ']', '~', '|', '#' ->
                    safe.append('\\').append(c);
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                // An invisible comment keeps a name from being a mention and an address from being a link.
                case '@' -> safe.append("@<!-- -->");
                case ':' -> safe.append(line.startsWith("://", i) ? ":<!-- -->" : ":");
                case '.' -> safe.append(line.regionMatches(true, i - 3, "www.", 0, 4) ? ".<!-- -->" : ".");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    private static int longestRun(String text, char of) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == of ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
