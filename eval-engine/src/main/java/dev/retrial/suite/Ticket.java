package dev.retrial.suite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Where a case comes from.
 *
 * @param system the help desk
 * @param ref a keyed hash of the ticket's id, never the id
 * @param opened the day it was opened
 * @param category the help desk's own category
 * @param seen how many tickets tell the same story; 1 where the file does not say
 * @param provenance how the case was made of the ticket, as the tool that made it wrote it down, or null; not to be changed
 * @param effort what the ticket cost people, from which the difficulty was taken, or null; not to be changed
 * @param redaction what was hidden, counted by type, or null; not to be changed
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Ticket(
        @Nullable String system,
        @Nullable String ref,
        @Nullable LocalDate opened,
        @Nullable String category,
        int seen,
        @Nullable ObjectNode provenance,
        @Nullable ObjectNode effort,
        @Nullable ObjectNode redaction) {

    /** A ticket of which nothing more is written down. */
    public Ticket(
            @Nullable String system,
            @Nullable String ref,
            @Nullable LocalDate opened,
            @Nullable String category,
            int seen) {
        this(system, ref, opened, category, seen, null, null, null);
    }
}
