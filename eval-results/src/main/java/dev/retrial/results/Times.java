package dev.retrial.results;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants as text in UTC, to the millisecond. Written by hand: the JDK's formatter costs a short run more than the run. */
final class Times {

    private Times() {}

    /** {@code 2026-03-02T09:15:00.123Z}. */
    static String iso(Instant instant) {
        return text(instant, "-", ":");
    }

    /** {@code 20260302T091500.123Z}, which sorts as time goes and is a file name everywhere. */
    static String compact(Instant instant) {
        return text(instant, "", "");
    }

    private static String text(Instant instant, String betweenDays, String betweenHours) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(24);
        digits(text, time.getYear(), 4).append(betweenDays);
        digits(text, time.getMonthValue(), 2).append(betweenDays);
        digits(text, time.getDayOfMonth(), 2).append('T');
        digits(text, time.getHour(), 2).append(betweenHours);
        digits(text, time.getMinute(), 2).append(betweenHours);
        digits(text, time.getSecond(), 2).append('.');
        return digits(text, time.getNano() / 1_000_000, 3).append('Z').toString();
    }

    private static StringBuilder digits(StringBuilder text, int number, int width) {
        for (int unit = width == 4 ? 1000 : width == 3 ? 100 : 10; unit > 0; unit /= 10) {
            text.append((char) ('0' + number / unit % 10));
        }
        return text;
    }
}
