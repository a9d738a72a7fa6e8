package dev.retrial.tickets.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask.
 *
 * <p>Only who knows the token, which is made anew with each start; only under this machine's own name, so that a name which somebody points at this machine is of no use;
 * and, where a browser says from which page a request comes, only from ours.
 */
final class Access {

    private static final int TOKEN_BYTES = 24;

    private final String token;
    private final int port;

    private Access(String token, int port) {
        this.token = token;
        this.port = port;
    }

    static Access onPort(int port) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return new Access(Base64.getUrlEncoder().withoutPadding().encodeToString(random), port);
    }

    String token() {
        return token;
    }

    /** What it is refused with, or null where it may be answered. */
    @Nullable
    Answer refusal(Request request) {
        String host = request.header("Host");
        if (!("127.0.0.1:" + port).equals(host) && !("localhost:" + port).equals(host)) {
            return Answer.error(403, "This page answers under the address that was printed only.");
        }
        if (!isToken(request.token())) {
            return Answer.error(401, "The token is missing or wrong: open the address that 'retrial review' printed.");
        }
        boolean ours = ("http://" + host).equals(request.header("Origin"));
        if (request.has("Origin") ? !ours : request.isWrite()) {
            return Answer.error(403, "This comes from another page.");
        }
        String site = request.header("Sec-Fetch-Site");
        boolean typed = "none".equals(site) && !request.isWrite();
        if (request.has("Sec-Fetch-Site") && !"same-origin".equals(site) && !typed) {
            return Answer.error(403, "This comes from another page.");
        }
        return switch (request.method()) {
            case "GET" -> null;
            case "POST" ->
                "application/json".equals(request.header("Content-Type"))
                        ? null
                        : Answer.error(415, "Expected application/json.");
            default -> Answer.error(405, "Only GET and POST are answered.");
        };
    }

    /** Compares in a time that does not tell how much of it was right. */
    private boolean isToken(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
