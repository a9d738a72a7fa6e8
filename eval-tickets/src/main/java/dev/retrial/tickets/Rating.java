package dev.retrial.tickets;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What the customer thought of it.
 *
 * @param verdict the help desk's scale brought to three
 * @param score the score as the export has it, such as {@code bad} or {@code 2}
 * @param comment the customer's words, or null
 * @param ofTheAgent whether the AI agent was rated, and not the ticket as a whole
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Rating(
        Verdict verdict, String score, @Nullable String comment, boolean ofTheAgent) {

    /** A rating on three steps. */
    public enum Verdict {
        GOOD,
        NEUTRAL,
        BAD
    }
}
