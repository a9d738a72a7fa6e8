package dev.retrial.tickets;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a quality monitor of the help desk said of the ticket.
 *
 * @param monitor its name
 * @param result its result, as the export has it
 * @param flagged whether it found something wrong
 * @param explanation its reason, or null
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record MonitorFinding(
        String monitor,
        String result,
        boolean flagged,
        @Nullable String explanation) {}
