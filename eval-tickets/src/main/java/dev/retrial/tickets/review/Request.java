package dev.retrial.tickets.review;

import com.sun.net.httpserver.Headers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, before its body is read.
 *
 * @param method such as {@code GET}
 * @param path the path as it was sent, nothing decoded
 * @param query the query as it was sent, or null
 * @param headers the headers
 */
record Request(String method, String path, @Nullable String query, Headers headers) {

    static final String TOKEN_HEADER = "Retrial-Token";

    boolean isWrite() {
        return method.equals("POST");
    }

    /** The header, or null where it is missing; two of them are as good as none. */
    @Nullable
    String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.size() != 1 ? null : values.get(0);
    }

    /** Whether the header is there at all. */
    boolean has(String name) {
        return headers.containsKey(name);
    }

    /** The token: in the address of the page, in a header for everything else. */
    @Nullable
    String token() {
        if (path.equals("/")) {
            return query != null && query.startsWith("token=") ? query.substring("token=".length()) : null;
        }
        return header(TOKEN_HEADER);
    }
}
