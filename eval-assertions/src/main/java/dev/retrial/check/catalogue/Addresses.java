package dev.retrial.check.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.text.Span;
import dev.retrial.transcript.CustomerMessage;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.ToolCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Web addresses: those in a reply, and those that it may give. */
final class Addresses {

    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 32;

    private final Set<String> known = new HashSet<>();
    private final List<String> beginnings = new ArrayList<>();

    /** Adds an address that exists; with {@code *} at its end, every address that begins so. */
    void add(String address) {
        if (address.endsWith("*")) {
            beginnings.add(normal(address.substring(0, address.length() - 1)));
        } else {
            known.add(normal(address));
        }
    }

    /** Adds what stands in a text. */
    void addFrom(String text) {
        for (Span span : in(text)) {
            known.add(normal(span.in(text)));
        }
    }

    /** Adds what stands in a tool's result or a customer's message. */
    void addFrom(Event event) {
        if (event instanceof CustomerMessage message) {
            addFrom(message.text());
        } else if (event instanceof ToolCall call) {
            JsonNode result = call.result();
            if (result != null) {
                addFrom(result, 0);
            }
        }
    }

    void addFrom(JsonNode json, int depth) {
        if (json.isTextual()) {
            addFrom(json.textValue());
        } else if (depth < DEEPEST) {
            for (JsonNode child : json) {
                addFrom(child, depth + 1);
            }
        }
    }

    boolean has(String address) {
        String normal = normal(address);
        if (known.contains(normal)) {
            return true;
        }
        for (String beginning : beginnings) {
            if (normal.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    static boolean isAddress(String name) {
        return name.startsWith("https://") || name.startsWith("http://") || name.startsWith("www.");
    }

    /** Where the addresses of a text stand. */
    static List<Span> in(String text) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean begins = (c == 'h' && (text.startsWith("https://", at) || text.startsWith("http://", at)))
                    || (c == 'w'
                            && text.startsWith("www.", at)
                            && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))));
            if (!begins) {
                at++;
                continue;
            }
            int end = at;
            while (end < text.length() && end - at < LONGEST && isPart(text.charAt(end))) {
                end++;
            }
            int next = end;
            while (end > at && isTrailing(text.charAt(end - 1))) {
                end--;
            }
            spans.add(new Span(at, end));
            at = Math.max(next, at + 1);
        }
        return spans;
    }

    private static boolean isPart(char c) {
        return c > ' '
                && c != '<'
                && c != '>'
                && c != '"'
                && c != ')'
                && c != ']'
                && c != '`'
                && c != '|'
                && !Character.isWhitespace(c)
                && c != '\u201D'
                && c != '\u00BB';
    }

    private static boolean isTrailing(char c) {
        return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == '*' || c == '_'
                || c == '\'';
    }

    /** The same address in its one form: without scheme, {@code www.}, query, fragment and closing slash. */
    private static String normal(String address) {
        String rest = address;
        int scheme = rest.indexOf("://");
        rest = scheme >= 0 ? rest.substring(scheme + 3) : rest;
        rest = rest.startsWith("www.") ? rest.substring(4) : rest;
        for (int i = 0; i < rest.length(); i++) {
            if (rest.charAt(i) == '?' || rest.charAt(i) == '#') {
                rest = rest.substring(0, i);
                break;
            }
        }
        rest = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        int path = rest.indexOf('/');
        return path < 0
                ? rest.toLowerCase(Locale.ROOT)
                : rest.substring(0, path).toLowerCase(Locale.ROOT) + rest.substring(path);
    }
}
