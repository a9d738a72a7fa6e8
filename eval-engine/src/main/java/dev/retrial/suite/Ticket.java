package dev.retrial.suite;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a case comes from.
 *
 * @param system the help desk
 * @param ref a keyed hash of the ticket's id, never the id
 * @param opened the day it was opened
 * @param category the help desk's own category
 * @param seen how many tickets tell the same story; 1 where the file does not say
 */
public record Ticket(
        @Nullable String system,
        @Nullable String ref,
        @Nullable LocalDate opened,
        @Nullable String category,
        int seen) {}
