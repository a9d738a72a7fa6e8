package dev.retrial.tickets.read.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Points in time as help desks write them: ISO 8601, seconds or milliseconds since 1970, and Zendesk's old {@code 2011/09/25 22:35:44 -0700}. */
final class Times {

    /** Seconds beyond this would be after the year 5000, so it is milliseconds. */
    private static final long MILLIS = 100_000_000_000L;

    private static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss XX", Locale.ROOT);

    private Times() {}

    static @Nullable Instant of(JsonNode value) {
        if (value.isNumber()) {
            return ofNumber(value.longValue());
        }
        if (!value.isTextual() || value.textValue().length() > 60) {
            return null;
        }
        String text = value.textValue().strip();
        if (text.chars().allMatch(c -> c >= '0' && c <= '9') && text.length() >= 9 && text.length() <= 13) {
            return ofNumber(Long.parseLong(text));
        }
        try {
            if (text.endsWith("Z") && text.indexOf('T') > 0) {
                return Instant.parse(text);
            }
            if (text.indexOf(' ') > 0) {
                return spaced(text);
            }
            return text.length() > 19
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant spaced(String text) {
        String dashed = text.replace('/', '-').replace(" UTC", " +0000").replace(" GMT", " +0000");
        return dashed.length() <= 19
                ? LocalDateTime.parse(dashed.replace(' ', 'T')).toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(dashed, SPACED).toInstant();
    }

    private static @Nullable Instant ofNumber(long number) {
        if (number <= 0) {
            return null;
        }
        return number < MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }
}
