package dev.retrial.tickets.corpus;

import dev.retrial.suite.FailureClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a ticket.
 *
 * @param kind what sort of ticket it is
 * @param failure the class of the agent's failure, or null where it did not fail
 * @param turn the index of the agent's turn that failed, or -1
 * @param scene the name of the scene whose wordings it has
 * @param language its language
 * @param difficulty the difficulty that its effort was made for: {@code easy}, {@code medium}, {@code hard}
 * @param noAgent whether the AI agent has no part in it
 * @param silent whether it failed without a word or a sign of anybody
 * @param planted identities in it
 * @param duplicateOf the id of the ticket that it repeats, or null
 * @param jaccard how alike the two are, by {@link Shingles}; 0 where it repeats none
 */
public record Label(
        Kind kind,
        @Nullable FailureClass failure,
        int turn,
        String scene,
        String language,
        String difficulty,
        boolean noAgent,
        boolean silent,
        List<Canary> planted,
        @Nullable String duplicateOf,
        double jaccard) {

    /** A sort of ticket. */
    public enum Kind {
        /** The AI agent failed. */
        FAILURE,
        /** It looks like a failure of the AI agent and is none. */
        NEAR_MISS,
        /** Nothing is wrong. */
        ORDINARY,
        /** Nobody asks for anything. */
        NOISE
    }
}
