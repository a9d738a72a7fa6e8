package dev.retrial.tickets.triage;

import dev.retrial.suite.FailureClass;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a judge says of a ticket.
 *
 * @param decision {@link Decision#FAILURE}, {@link Decision#NO_FAILURE}, or {@link Decision#OPEN} where it cannot say or what it said could not be read
 * @param failure the class of a failure, else null
 * @param turn the index of the AI agent's turn that failed, else -1
 * @param reason its reason on one line, may be empty; a model's words about a ticket, so as confidential as the ticket
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TriageVerdict(Decision decision, @Nullable FailureClass failure, int turn, String reason) {

    /** It cannot say. */
    public static final TriageVerdict OPEN = new TriageVerdict(Decision.OPEN, null, -1, "");

    /** A failure has a class and a turn; nothing else has. */
    public TriageVerdict {
        boolean isFailure = decision == Decision.FAILURE;
        if (isFailure != (failure != null) || isFailure != (turn >= 0) || decision == Decision.NO_AGENT) {
            throw new IllegalArgumentException("a verdict is a failure with its class and turn, no failure, or open");
        }
    }
}
