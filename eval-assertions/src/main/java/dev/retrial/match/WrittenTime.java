package dev.retrial.match;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An ISO 8601 date or time as somebody wrote it.
 *
 * @param day the day that it names, in its own offset
 * @param instant when it is; a day begins at 00:00 UTC, and so does a time without offset count
 * @param isDay whether it is a day and no time
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record WrittenTime(LocalDate day, Instant instant, boolean isDay) {

    private static final int LONGEST = 64;
    private static final int DAY = "2026-03-02".length();

    /** Reads a date or a time, or null where the text is none. */
    public static @Nullable WrittenTime read(String text) {
        if (text.length() < DAY || text.length() > LONGEST || !beginsLikeADay(text)) {
            return null;
        }
        try {
            if (text.length() == DAY) {
                LocalDate day = LocalDate.parse(text);
                return new WrittenTime(day, day.atStartOfDay(ZoneOffset.UTC).toInstant(), true);
            }
            String iso = text.charAt(DAY) == ' ' ? text.substring(0, DAY) + 'T' + text.substring(DAY + 1) : text;
            OffsetDateTime time = hasOffset(iso)
                    ? OffsetDateTime.parse(iso)
                    : LocalDateTime.parse(iso).atOffset(ZoneOffset.UTC);
            return new WrittenTime(time.toLocalDate(), time.toInstant(), false);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean beginsLikeADay(String text) {
        for (int i = 0; i < DAY; i++) {
            char c = text.charAt(i);
            boolean fits = (i == 4 || i == 7) ? c == '-' : (c >= '0' && c <= '9');
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasOffset(String iso) {
        return iso.endsWith("Z") || iso.endsWith("z") || iso.indexOf('+', DAY) > 0 || iso.indexOf('-', DAY) > 0;
    }

    /** Reads {@code 2d}, {@code 36h}, {@code 15m}, {@code 30s} or an ISO 8601 duration such as {@code P2D}; null where the text is none. */
    public static @Nullable Duration duration(String text) {
        try {
            if (text.length() < LONGEST && (text.startsWith("P") || text.startsWith("p"))) {
                return Duration.parse(text);
            }
            if (text.length() < 2 || text.length() > 10) {
                return null;
            }
            long amount = 0;
            for (int i = 0; i < text.length() - 1; i++) {
                char c = text.charAt(i);
                if (c < '0' || c > '9') {
                    return null;
                }
                amount = amount * 10 + c - '0';
            }
            return switch (text.charAt(text.length() - 1)) {
                case 'd' -> Duration.ofDays(amount);
                case 'h' -> Duration.ofHours(amount);
                case 'm' -> Duration.ofMinutes(amount);
                case 's' -> Duration.ofSeconds(amount);
                default -> null;
            };
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
