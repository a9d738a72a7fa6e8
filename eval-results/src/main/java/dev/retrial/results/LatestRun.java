package dev.retrial.results;

import org.jspecify.annotations.Nullable;

/**
 * What {@code latest.json} names.
 *
 * @param run the newest complete run
 * @param stopped the newest run after it that was stopped, or null where there is none
 */
record LatestRun(String run, @Nullable String stopped) {}
