package dev.retrial.suite;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reads days and instants whose form a schema has accepted; the JDK's formatter costs more to start than a small suite to read. */
final class IsoTime {

    private IsoTime() {}

    /**
     * {@code 2026-03-02}.
     *
     * @throws DateTimeException where there is no such day
     */
    static LocalDate day(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    /**
     * {@code 2026-03-02T09:15:00Z}; seconds and their fraction may be left out, and an offset may stand for {@code Z}.
     *
     * @throws DateTimeException where there is no such instant
     */
    static Instant instant(String text) {
        int at = 16;
        int second = 0;
        int nano = 0;
        if (text.charAt(at) == ':') {
            second = number(text, at + 1, at + 3);
            at += 3;
        }
        if (text.charAt(at) == '.') {
            int scale = 100_000_000;
            for (at++; Character.isDigit(text.charAt(at)); at++) {
                nano += (text.charAt(at) - '0') * scale;
                scale /= 10;
            }
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        second,
                        nano)
                .toInstant(offset(text, at));
    }

    private static ZoneOffset offset(String text, int at) {
        if (text.charAt(at) == 'Z') {
            return ZoneOffset.UTC;
        }
        int sign = text.charAt(at) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * number(text, at + 1, at + 3), sign * number(text, at + 4, at + 6));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
