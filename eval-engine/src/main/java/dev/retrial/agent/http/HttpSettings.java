package dev.retrial.agent.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.agent.TextTemplate;
import dev.retrial.agent.TextTemplate.Part;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Nearest;
import dev.retrial.check.Spec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an HTTP agent, read and checked.
 *
 * @param url where messages go
 * @param headers the headers that the file gives
 * @param request the body
 * @param reader finds things in the answer
 */
record HttpSettings(TextTemplate url, Map<String, TextTemplate> headers, RequestTemplate request, AnswerReader reader) {

    /** What the HTTP client sets itself and does not let anyone else set. */
    private static final Set<String> RESERVED = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private static final String NAME_CHARACTERS = "!#$%&'*+-.^_`|~";

    static HttpSettings read(ObjectNode settings) throws InvalidExpectation {
        Spec agent = Spec.of(settings).allowing("url", "headers", "request", "response");
        Spec url = agent.required("url");
        TextTemplate urlTemplate = template(url, url.text(), true);
        return new HttpSettings(urlTemplate, headers(agent.optional("headers")), request(agent), reader(agent));
    }

    private static Map<String, TextTemplate> headers(@Nullable Spec spec) throws InvalidExpectation {
        Map<String, TextTemplate> headers = new LinkedHashMap<>();
        if (spec != null) {
            for (Map.Entry<String, Spec> header : spec.entries().entrySet()) {
                String name = header.getKey();
                Spec value = header.getValue();
                if (!isHeaderName(name)) {
                    throw value.invalid("'" + name + "' is no name of a header");
                }
                if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
                    throw value.invalid("the header '" + name + "' is set by the HTTP client itself; leave it out");
                }
                headers.put(name, template(value, value.text(), true));
            }
        }
        return headers;
    }

    private static RequestTemplate request(Spec agent) throws InvalidExpectation {
        Spec spec = agent.required("request");
        if (!spec.isMap() && !spec.isList()) {
            throw spec.wrongType("a map or a list");
        }
        check(spec.json(), spec.pointer());
        RequestTemplate request = RequestTemplate.compile(spec.json());
        if (!request.uses(Placeholder.MESSAGE) && !request.uses(Placeholder.MESSAGES)) {
            throw spec.invalid("this request never says what the customer said; add \"${message}\" or \"${messages}\"");
        }
        return request;
    }

    /** Checks the placeholders of every text, at any depth. */
    private static void check(JsonNode value, String pointer) throws InvalidExpectation {
        if (value.isTextual()) {
            check(TextTemplate.parse(value.textValue()), pointer, false);
        } else if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                check(
                        field.getValue(),
                        pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"));
            }
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), pointer + "/" + i);
            }
        }
    }

    private static TextTemplate template(Spec place, String text, boolean oneLine) throws InvalidExpectation {
        TextTemplate template = TextTemplate.parse(text);
        check(template, place.pointer(), oneLine);
        return template;
    }

    private static void check(TextTemplate template, String pointer, boolean oneLine) throws InvalidExpectation {
        for (Part part : template.parts()) {
            switch (part.kind()) {
                case LITERAL, VARIABLE -> {
                    // Literals stand for themselves; variables are read when a cell runs.
                }
                case UNKNOWN ->
                    throw new InvalidExpectation(
                            pointer,
                            "${" + part.text() + "} is neither an environment variable, which is written in upper case,"
                                    + " nor a placeholder",
                            nearest(part.text()));
                case PLACEHOLDER -> {
                    Placeholder placeholder = Placeholder.find(part.text());
                    if (placeholder == null) {
                        throw new InvalidExpectation(
                                pointer,
                                "there is no placeholder ${" + part.text() + "}; there are "
                                        + String.join(", ", Placeholder.keys()),
                                nearest(part.text()));
                    }
                    if (oneLine && !placeholder.isOneLine()) {
                        throw new InvalidExpectation(
                                pointer, "${" + part.text() + "} can only stand in `request`", null);
                    }
                }
            }
        }
    }

    private static @Nullable String nearest(String name) {
        return Nearest.to(name, Placeholder.keys());
    }

    private static AnswerReader reader(Spec agent) throws InvalidExpectation {
        Spec response = agent.required("response").allowing("reply", "tool-calls", "handoff", "usage");
        Spec usage = response.optional("usage");
        if (usage != null) {
            usage.allowing("input-tokens", "output-tokens");
        }
        return new AnswerReader(
                pointer(response.required("reply")),
                optionalPointer(response, "tool-calls"),
                optionalPointer(response, "handoff"),
                optionalPointer(usage, "input-tokens"),
                optionalPointer(usage, "output-tokens"));
    }

    private static @Nullable JsonPointer optionalPointer(@Nullable Spec parent, String key) throws InvalidExpectation {
        Spec spec = parent == null ? null : parent.optional(key);
        return spec == null ? null : pointer(spec);
    }

    private static JsonPointer pointer(Spec spec) throws InvalidExpectation {
        String text = spec.text();
        if (!text.startsWith("/")) {
            throw spec.invalid("a JSON Pointer begins with '/': write /" + text.replace('.', '/'));
        }
        return JsonPointer.compile(text);
    }

    private static boolean isHeaderName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && NAME_CHARACTERS.indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
