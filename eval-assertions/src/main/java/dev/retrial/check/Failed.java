package dev.retrial.check;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The agent did not do what was expected.
 *
 * @param expected what was expected, one line where it can be
 * @param was what the agent said or did instead
 * @param turn the turn that broke the expectation, from 1, or null where none did alone
 * @param evidence the spans of replies that decided; may be empty
 * @param nearestMiss what came closest to the expectation, or null
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Failed(
        String expected,
        String was,
        @Nullable Integer turn,
        List<Evidence> evidence,
        @Nullable String nearestMiss) implements CheckResult {

    /** Copies the list. */
    public Failed {
        evidence = List.copyOf(evidence);
    }

    /** A failure with no place and no near miss. */
    public static Failed of(String expected, String was) {
        return new Failed(expected, was, null, List.of(), null);
    }
}
