package dev.retrial.agent.http;

import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.AgentFailure.Kind;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What an answer with another status than 2xx means. */
final class Refusal {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final int MOST_DIGITS = 9;

    private Refusal() {}

    /** The failure that a status stands for. */
    static AgentFailure of(int status, HttpHeaders headers) {
        String retryAfter = headers.firstValue("retry-after").orElse(null);
        boolean notWorkedOn = status == TOO_MANY_REQUESTS || (status == UNAVAILABLE && retryAfter != null);
        Kind kind = notWorkedOn ? Kind.NOT_WORKED_ON : status >= 500 ? Kind.MAY_HAVE_WORKED : Kind.HOPELESS;
        return new AgentFailure(
                kind,
                "the agent answered " + status + named(status) + advice(status),
                notWorkedOn ? wait(retryAfter, Instant.now()) : null,
                null);
    }

    /** How long a {@code Retry-After} asks to wait: seconds or a date; null where it is left out or neither. */
    static @Nullable Duration wait(@Nullable String retryAfter, Instant now) {
        if (retryAfter == null || retryAfter.isBlank()) {
            return null;
        }
        String text = retryAfter.strip();
        if (isNumber(text)) {
            return Duration.ofSeconds(Long.parseLong(text.substring(0, Math.min(text.length(), MOST_DIGITS))));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
        } catch (DateTimeException neither) {
            return null;
        }
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The status in words; the client does not give us the server's. */
    private static String named(int status) {
        return switch (status) {
            case 400 -> " Bad Request";
            case 401 -> " Unauthorized";
            case 403 -> " Forbidden";
            case 404 -> " Not Found";
            case 405 -> " Method Not Allowed";
            case 413 -> " Content Too Large";
            case 415 -> " Unsupported Media Type";
            case 422 -> " Unprocessable Content";
            case TOO_MANY_REQUESTS -> " Too Many Requests";
            case 500 -> " Internal Server Error";
            case 502 -> " Bad Gateway";
            case UNAVAILABLE -> " Service Unavailable";
            case 504 -> " Gateway Timeout";
            default -> "";
        };
    }

    private static String advice(int status) {
        return switch (status) {
            case 401, 403 -> "; check the credentials in `agent.headers`";
            case 404, 405 -> "; check `agent.url`";
            case 400, 415, 422 -> "; check that `agent.request` is what the agent expects";
            case 301, 302, 303, 307, 308 -> ", a redirect, which is not followed; write its target into `agent.url`";
            default -> "";
        };
    }
}
