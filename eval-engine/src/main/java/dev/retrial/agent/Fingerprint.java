package dev.retrial.agent;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What an agent is made of, as far as it is known.
 *
 * @param model the model's name, or null
 * @param promptHash SHA-256 of the system prompt and its overlays, in hex, or null
 * @param toolHash SHA-256 of the tools' names, descriptions and schemas, in hex, or null
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Fingerprint(
        @Nullable String model,
        @Nullable String promptHash,
        @Nullable String toolHash) {

    /** Nothing is known. */
    public static final Fingerprint UNKNOWN = new Fingerprint(null, null, null);
}
