package dev.retrial.agent.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.agent.ChatFormat;

/** Writes JSON text piece by piece. */
final class Wire {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Wire() {}

    /** A text with its quotes. */
    static void quote(String text, StringBuilder out) {
        out.append('"');
        escape(text, out);
        out.append('"');
    }

    /** A text without its quotes. */
    static void escape(String text, StringBuilder out) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\') {
                continue;
            }
            out.append(text, from, i);
            from = i + 1;
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xF]);
            }
        }
        out.append(text, from, text.length());
    }

    /** A value. */
    static void write(JsonNode value, StringBuilder out) {
        if (value.isTextual()) {
            quote(value.textValue(), out);
        } else if (value.isEmpty() && value.isObject()) {
            out.append("{}");
        } else {
            out.append(ChatFormat.textOf(value));
        }
    }
}
