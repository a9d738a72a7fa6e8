package dev.retrial.tickets.read.file;

import org.apiguardian.api.API;

/**
 * JSON may escape half a surrogate pair, and real exports do, where a text was cut in the middle of an emoji. No encoding can hold one raw,
 * so whatever is written as JSON is written with these escaped again.
 */
@API(status = API.Status.INTERNAL)
public final class LoneSurrogates {

    private LoneSurrogates() {}

    /**
     * The same JSON, with every half of a pair as an escape; in a name, where Jackson takes none, as the replacement character.
     *
     * @param json as Jackson writes it, without white space between tokens
     */
    public static String escaped(String json) {
        int at = first(json, 0);
        if (at < 0) {
            return json;
        }
        StringBuilder out = new StringBuilder(json.length() + 16);
        int from = 0;
        for (; at >= 0; at = first(json, from)) {
            out.append(json, from, at);
            if (inName(json, at)) {
                out.append('\ufffd');
            } else {
                out.append("\\u").append(Integer.toHexString(json.charAt(at)));
            }
            from = at + 1;
        }
        return out.append(json, from, json.length()).toString();
    }

    private static boolean inName(String json, int at) {
        for (int i = at; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i + 1 < json.length() && json.charAt(i + 1) == ':';
            }
        }
        return false;
    }

    private static int first(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }
}
