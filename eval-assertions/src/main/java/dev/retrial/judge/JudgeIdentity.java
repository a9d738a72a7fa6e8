package dev.retrial.judge;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a judge is made of, as far as it is known: with another of any of these, verdicts cannot be compared.
 *
 * @param model the model's name, or null
 * @param rubricHash SHA-256 of what the model is told beside the criterion and the text, in hex, or null
 * @param settings whatever else decides, such as the number of samples; may be empty
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record JudgeIdentity(
        @Nullable String model, @Nullable String rubricHash, String settings) {

    /** Nothing is known, so that no verdict can be kept for another run. */
    public static final JudgeIdentity UNKNOWN = new JudgeIdentity(null, null, "");

    /** Whether two verdicts of judges with this identity may stand for each other. */
    public boolean isKnown() {
        return model != null && rubricHash != null;
    }

    /** Whether this is that model, whatever its provider puts before the name. */
    public boolean isModel(@Nullable String other) {
        return model != null && other != null && bare(model).equalsIgnoreCase(bare(other));
    }

    private static String bare(String name) {
        return name.substring(name.lastIndexOf('/') + 1).strip();
    }
}
