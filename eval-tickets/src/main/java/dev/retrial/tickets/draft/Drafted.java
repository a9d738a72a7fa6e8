package dev.retrial.tickets.draft;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket has become.
 *
 * @param draft the draft, or null where none can be made
 * @param problem why not, without a word of the ticket; null where there is a draft
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Drafted(@Nullable Draft draft, @Nullable String problem) {}
