package dev.retrial.agent.http;

import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.AgentFailure.Kind;
import dev.retrial.agent.Environment;
import dev.retrial.agent.TextTemplate;
import dev.retrial.agent.TextTemplate.Part;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a run, environment variables filled in; what is the same for all of them is made once.
 *
 * @param common URL and headers without placeholders
 * @param url the URL where it has placeholders, else empty
 * @param headers the headers with placeholders
 * @param body the body
 * @param isPlain whether all of them go over {@code http} without TLS
 */
record BoundRequest(
        HttpRequest.Builder common,
        TextTemplate url,
        Map<String, TextTemplate> headers,
        RequestTemplate body,
        boolean isPlain) {

    private static final TextTemplate NONE = new TextTemplate(List.of());

    /**
     * Reads the environment.
     *
     * @throws AgentFailure where a variable is missing, or its value cannot be used
     */
    static BoundRequest of(HttpSettings settings, Environment environment) {
        HttpRequest.Builder common = HttpRequest.newBuilder();
        common.setHeader("Content-Type", "application/json");
        common.setHeader("Accept", "application/json");
        common.setHeader("User-Agent", "retrial");
        TextTemplate url = bound(settings.url(), environment);
        boolean fixed = !hasPlaceholder(url);
        if (fixed) {
            common.uri(uri(written(url)));
        }
        Map<String, TextTemplate> varying = new LinkedHashMap<>();
        for (Map.Entry<String, TextTemplate> header : settings.headers().entrySet()) {
            TextTemplate value = bound(header.getValue(), environment);
            if (hasPlaceholder(value)) {
                varying.put(header.getKey(), value);
            } else {
                setHeader(common, header.getKey(), written(value));
            }
        }
        boolean plain = written(url).strip().regionMatches(true, 0, "http://", 0, 7);
        return new BoundRequest(
                common, fixed ? NONE : url, varying, settings.request().bind(environment), plain);
    }

    /** A builder of the requests of one conversation. */
    HttpRequest.Builder open(RequestTemplate.Values values) {
        HttpRequest.Builder request = common.copy();
        if (!url.parts().isEmpty()) {
            StringBuilder text = new StringBuilder();
            for (Part part : url.parts()) {
                Placeholder placeholder = placeholder(part);
                text.append(
                        placeholder == null
                                ? part.text()
                                : URLEncoder.encode(values.text(placeholder), StandardCharsets.UTF_8)
                                        .replace("+", "%20"));
            }
            request.uri(uri(text.toString()));
        }
        for (Map.Entry<String, TextTemplate> header : headers.entrySet()) {
            StringBuilder text = new StringBuilder();
            for (Part part : header.getValue().parts()) {
                Placeholder placeholder = placeholder(part);
                text.append(placeholder == null ? part.text() : values.text(placeholder));
            }
            setHeader(request, header.getKey(), text.toString());
        }
        return request;
    }

    /** Scheme, host and port: what a message may show of a URL, whose other parts may hold secrets. */
    static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    private static URI uri(String text) {
        URI uri;
        try {
            uri = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw unusable("`agent.url` is no URL; it should read like http://localhost:8080/chat");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null) {
            throw unusable("`agent.url` has to begin with http:// or https:// and a host");
        }
        if (uri.getUserInfo() != null) {
            throw unusable("`agent.url` holds a user name, which is not sent; put credentials into `agent.headers`");
        }
        return uri;
    }

    private static void setHeader(HttpRequest.Builder request, String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7F || c > 0xFF) {
                throw unusable("the header " + name + " has a line break or another character that no header may hold;"
                        + " look at the environment variables in it");
            }
        }
        request.setHeader(name, value);
    }

    private static AgentFailure unusable(String message) {
        return new AgentFailure(Kind.HOPELESS, message);
    }

    /** Variables become literals, so that nothing in their values is expanded again. */
    private static TextTemplate bound(TextTemplate template, Environment environment) {
        List<Part> parts = new ArrayList<>();
        for (Part part : template.parts()) {
            parts.add(
                    part.kind() == TextTemplate.Kind.VARIABLE
                            ? new Part(TextTemplate.Kind.LITERAL, environment.value(part), null)
                            : part);
        }
        return new TextTemplate(parts);
    }

    private static boolean hasPlaceholder(TextTemplate template) {
        for (Part part : template.parts()) {
            if (part.kind() == TextTemplate.Kind.PLACEHOLDER) {
                return true;
            }
        }
        return false;
    }

    private static String written(TextTemplate template) {
        StringBuilder text = new StringBuilder();
        for (Part part : template.parts()) {
            text.append(part.written());
        }
        return text.toString();
    }

    private static @Nullable Placeholder placeholder(Part part) {
        return part.kind() == TextTemplate.Kind.PLACEHOLDER ? Placeholder.find(part.text()) : null;
    }
}
