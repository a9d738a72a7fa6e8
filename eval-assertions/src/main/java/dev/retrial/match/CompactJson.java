package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * JSON on one line for a message: as much of it as fits, however large the value is.
 *
 * <p>Control characters are escaped, and what is not there reads {@code absent}.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CompactJson {

    private static final int LONGEST = 400;

    private final StringBuilder out = new StringBuilder();
    private final int limit;

    private CompactJson(int limit) {
        this.limit = limit;
    }

    /** The value, shortened at some hundred characters. */
    public static String of(JsonNode value) {
        return of(value, LONGEST);
    }

    /** The value, shortened at this many characters. */
    public static String of(JsonNode value, int limit) {
        CompactJson json = new CompactJson(limit);
        json.write(value);
        if (json.full()) {
            json.out.setLength(Character.isHighSurrogate(json.out.charAt(limit - 1)) ? limit - 1 : limit);
            json.out.append('…');
        }
        return json.out.toString();
    }

    private boolean full() {
        return out.length() > limit;
    }

    private void write(JsonNode value) {
        if (value.isObject()) {
            char separator = '{';
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                if (full()) {
                    return;
                }
                out.append(separator);
                quote(field.getKey());
                out.append(':');
                write(field.getValue());
                separator = ',';
            }
            out.append(separator == '{' ? "{}" : "}");
        } else if (value.isArray()) {
            char separator = '[';
            for (int i = 0; i < value.size() && !full(); i++) {
                out.append(separator);
                write(value.get(i));
                separator = ',';
            }
            out.append(separator == '[' ? "[]" : "]");
        } else if (value.isTextual()) {
            quote(value.textValue());
        } else if (value.isMissingNode()) {
            out.append("absent");
        } else {
            out.append(value.asText());
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length() && !full(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                        String hex = Integer.toHexString(c);
                        out.append("\\u").append("0000", hex.length(), 4).append(hex);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
