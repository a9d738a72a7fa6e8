package dev.retrial.tickets.duplicate;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is beside the others.
 *
 * @param ref the ticket's keyed reference
 * @param kind which of the four
 * @param of the case's id, the rejected ticket's reference, or the reference of the ticket that stands for this one; null for a new one
 * @param similarity to {@code of}, from 0 to 1: of their shingles, or, with a rejected ticket, as their signatures estimate it; 1 for a new
 *     one. It may be below .6 where a third ticket is similar to both
 * @param count how many tickets of this import tell the story of a new one, itself included; 1 for the others
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Finding(String ref, Kind kind, @Nullable String of, double similarity, int count) {

    /** What a ticket is beside the others. */
    public enum Kind {
        /** Nobody has told this yet; or it stands for all tickets of this import that do. */
        NEW,
        /** It tells what a case holds already, or is the ticket that the case was made of. */
        REPEATS_CASE,
        /** It tells what a person has rejected already, or is that ticket. */
        REPEATS_REJECTED,
        /** It tells what another ticket of this import does, which stands for both. */
        REPEATS_TICKET
    }
}
