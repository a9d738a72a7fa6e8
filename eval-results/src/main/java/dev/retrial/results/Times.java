package dev.retrial.results;

import java.time.Instant;
import java.time.LocalDate;

/** Instants as text in UTC, to the millisecond. Written by hand: the JDK's formatter costs a short run more than the run. */
final class Times {

    private static final int SECONDS_OF_DAY = 86_400;

    private static volatile LocalDate lastDay = LocalDate.EPOCH;

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
        long second = instant.getEpochSecond();
        LocalDate day = day(Math.floorDiv(second, SECONDS_OF_DAY));
        int time = Math.floorMod(second, SECONDS_OF_DAY);
        StringBuilder text = new StringBuilder(24);
        digits(text, day.getYear(), 4).append(betweenDays);
        digits(text, day.getMonthValue(), 2).append(betweenDays);
        digits(text, day.getDayOfMonth(), 2).append('T');
        digits(text, time / 3600, 2).append(betweenHours);
        digits(text, time / 60 % 60, 2).append(betweenHours);
        digits(text, time % 60, 2).append('.');
        return digits(text, instant.getNano() / 1_000_000, 3).append('Z').toString();
    }

    /** Most times of a run are of one day. */
    private static LocalDate day(long epochDay) {
        LocalDate day = lastDay;
        if (day.toEpochDay() != epochDay) {
            day = LocalDate.ofEpochDay(epochDay);
            lastDay = day;
        }
        return day;
    }

    private static StringBuilder digits(StringBuilder text, int number, int width) {
        for (int unit = width == 4 ? 1000 : width == 3 ? 100 : 10; unit > 0; unit /= 10) {
            text.append((char) ('0' + number / unit % 10));
        }
        return text;
    }
}
