package dev.retrial.tickets.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others wrote, within Markdown: it formats, links and notifies nothing. */
final class MarkdownCode {

    private MarkdownCode() {}

    /** Within a cell of a table, as code; a dash of nothing. */
    static String cell(@Nullable String text) {
        String line = text == null ? "" : Words.line(text);
        if (line.isEmpty()) {
            return "–";
        }
        String ticks = "`".repeat(longestRun(line) + 1);
        // Spaces keep a tick of the text apart from ours, and are not shown.
        String padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return (ticks + padding + line + padding + ticks).replace("|", "\\|");
    }

    static String cells(List<String> texts) {
        return texts.isEmpty()
                ? "–"
                : String.join(", ", texts.stream().map(MarkdownCode::cell).toList());
    }

    /** A sentence of ours that may quote others. */
    static String sentence(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\', '`', '*', '_', '[', ']', '~', '|', '#' ->
                    safe.append('\\').append(c);
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                // An invisible comment keeps a name from being a mention and an address from being a link.
                case '@' -> safe.append("@<!-- -->");
                case ':' -> safe.append(text.startsWith("://", i) ? ":<!-- -->" : ":");
                case '.' -> safe.append(text.regionMatches(true, i - 3, "www.", 0, 4) ? ".<!-- -->" : ".");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
