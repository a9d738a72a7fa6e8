package dev.retrial.tickets.coverage;

import dev.retrial.tickets.AiOutcome;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What the agent and people did with a ticket.
 *
 * @param firstAgentTurn the index of the agent's first turn, from 0; null where it has none that the export shows
 * @param lastAgentTurn the index of the agent's last turn; null as before
 * @param outcome how the help desk says the agent's part ended, or null where it does not say
 * @param personReplied whether a person of the company wrote to the customer
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Handling(
        @Nullable Integer firstAgentTurn,
        @Nullable Integer lastAgentTurn,
        @Nullable AiOutcome outcome,
        boolean personReplied) {

    /** Where a ticket ended. */
    public enum End {
        /** A person replied, or the help desk says that it was handed to people. */
        PERSON,
        /** The help desk says that it was solved, and no person replied. */
        AGENT,
        /** The customer left or was not helped, and no person replied. */
        NOBODY,
        /** No person replied, and the help desk does not say how it ended: silence is not taken for success. */
        NOT_TOLD
    }

    /** Whether the export shows a turn of the agent. */
    public boolean agentSpoke() {
        return firstAgentTurn != null;
    }

    /** Whether the help desk says that it was handed to people, or the agent spoke and a person replied. */
    public boolean handedOver() {
        return outcome == AiOutcome.ESCALATED
                || outcome == AiOutcome.PROCEDURE_HANDOFF
                || (agentSpoke() && personReplied);
    }

    /** Where it ended. */
    public End end() {
        if (personReplied) {
            return End.PERSON;
        }
        if (outcome == null) {
            return End.NOT_TOLD;
        }
        return switch (outcome) {
            case ESCALATED, PROCEDURE_HANDOFF -> End.PERSON;
            case CONFIRMED_RESOLUTION, ASSUMED_RESOLUTION -> End.AGENT;
            case NEGATIVE_FEEDBACK, ABANDONED -> End.NOBODY;
        };
    }
}
