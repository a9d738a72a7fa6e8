package dev.retrial.tickets;

import com.fasterxml.jackson.databind.JsonNode;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A tool call as an export shows it.
 *
 * @param tool the tool's name
 * @param arguments what it was given, or null where the export does not say (which is not the same as none)
 * @param result what it answered, or null where the export does not say
 * @param succeeded whether it worked, or null where the export does not say
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SeenCall(
        String tool,
        @Nullable JsonNode arguments,
        @Nullable JsonNode result,
        @Nullable Boolean succeeded) {}
