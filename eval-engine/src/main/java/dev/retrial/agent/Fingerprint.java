package dev.retrial.agent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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

    /**
     * The fingerprint of an agent whose parts are at hand.
     *
     * @param model the model's name, or null
     * @param prompts the system prompt and its overlays, in an order that does not change
     * @param tools each tool with its description and schema, as text, in an order that does not change
     */
    public static Fingerprint of(@Nullable String model, List<String> prompts, List<String> tools) {
        return new Fingerprint(model, hash(prompts), hash(tools));
    }

    private static @Nullable String hash(List<String> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                // The length comes first, so that text cannot wander from one part to the next unnoticed.
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
