package dev.retrial.suite;

import java.time.Duration;

/**
 * How long an agent may take.
 *
 * @param turn for one answer; default 60 seconds
 * @param trial for the whole trial, its retries and waits included; default 5 minutes
 */
public record Timeouts(Duration turn, Duration trial) {

    /** What holds where the suite file does not say. */
    public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(60), Duration.ofMinutes(5));
}
