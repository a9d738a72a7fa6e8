package dev.retrial.tickets.triage;

import org.apiguardian.api.API;

/**
 * What speaks for a failure, or against it.
 *
 * @param rule the rule's key, such as {@code note} or {@code contradicted-fact}; the page on triage lists them
 * @param turn the index of the turn that shows it, or -1 where it is no turn but the ticket: a rating, an outcome, a tag, a monitor
 * @param start where in the turn's text it begins; 0 where it is no turn
 * @param end behind its last character there; 0 where it is no turn
 * @param score how much it says, from 0 to 1; negative where it speaks against a failure
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Evidence(String rule, int turn, int start, int end, double score) {

    /** The turn of evidence that is in no turn. */
    public static final int NO_TURN = -1;
}
