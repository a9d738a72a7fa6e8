package dev.retrial.tickets.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The days (UTC) that figures are of.
 *
 * @param today the last of them
 * @param days how many
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Window(LocalDate today, int days) {

    /** How many days a window has where nobody says. */
    public static final int DAYS = 90;

    /** Refuses a window without a day, or of more than a hundred years. */
    public Window {
        if (days < 1 || days > 36_525) {
            throw new IllegalArgumentException("a window has from 1 to 36525 days, not " + days);
        }
    }

    /** The last {@value #DAYS} days. */
    public static Window endingAt(Instant now) {
        return endingAt(now, DAYS);
    }

    /** The last days, today included. */
    public static Window endingAt(Instant now, int days) {
        return new Window(LocalDate.ofInstant(now, ZoneOffset.UTC), days);
    }

    /** The first of the days. */
    public LocalDate first() {
        return today.minusDays(days - 1L);
    }

    /** How many days ago; negative for a day to come. */
    public long age(LocalDate day) {
        return ChronoUnit.DAYS.between(day, today);
    }

    boolean has(@Nullable LocalDate day) {
        return day != null && !day.isAfter(today) && !day.isBefore(first());
    }
}
