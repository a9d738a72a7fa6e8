package dev.retrial.agent;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A text with <code>${…}</code> in it, taken apart: variables of the environment in upper case, placeholders in lower case.
 *
 * @param parts the pieces, in order
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record TextTemplate(List<Part> parts) {

    /** Copies the list. */
    public TextTemplate {
        parts = List.copyOf(parts);
    }

    /** What a piece is. */
    public enum Kind {
        /** Text as it stands. */
        LITERAL,
        /** <code>${NAME}</code> or <code>${NAME:-default}</code>. */
        VARIABLE,
        /** <code>${conversation.id}</code> and the like. */
        PLACEHOLDER,
        /** <code>${…}</code> that is neither; stands for itself. */
        UNKNOWN
    }

    /**
     * A piece.
     *
     * @param kind what it is
     * @param text the text as written, or the name between the braces
     * @param otherwise the variable's default, or null
     */
    public record Part(Kind kind, String text, @Nullable String otherwise) {

        /** The piece as it was written. */
        public String written() {
            return switch (kind) {
                case LITERAL -> text;
                case VARIABLE -> otherwise == null ? "${" + text + "}" : "${" + text + ":-" + otherwise + "}";
                case PLACEHOLDER, UNKNOWN -> "${" + text + "}";
            };
        }
    }

    /** Takes a text apart. */
    public static TextTemplate parse(String text) {
        int open = text.indexOf("${");
        if (open < 0) {
            return new TextTemplate(List.of(new Part(Kind.LITERAL, text, null)));
        }
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (open >= 0) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            if (open > from) {
                parts.add(new Part(Kind.LITERAL, text.substring(from, open), null));
            }
            parts.add(inBraces(text.substring(open + 2, close)));
            from = close + 1;
            open = text.indexOf("${", from);
        }
        if (from < text.length()) {
            parts.add(new Part(Kind.LITERAL, text.substring(from), null));
        }
        return new TextTemplate(parts);
    }

    /** The one piece that the text consists of, or null where there are several. */
    public @Nullable Part only() {
        return parts.size() == 1 ? parts.get(0) : null;
    }

    private static Part inBraces(String content) {
        int dash = content.indexOf(":-");
        String name = dash < 0 ? content : content.substring(0, dash);
        if (isName(name, 'A', 'Z', "_")) {
            return new Part(Kind.VARIABLE, name, dash < 0 ? null : content.substring(dash + 2));
        }
        return new Part(isName(content, 'a', 'z', ".-_") ? Kind.PLACEHOLDER : Kind.UNKNOWN, content, null);
    }

    private static boolean isName(String name, char first, char last, String further) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean digit = c >= '0' && c <= '9' && i > 0;
            if (!digit && (c < first || c > last) && further.indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
