package dev.retrial.tickets.coverage;

import dev.retrial.tickets.AiOutcome;

/** How the agent's part ended, in words. */
final class Outcomes {

    private Outcomes() {}

    static String text(AiOutcome outcome) {
        return switch (outcome) {
            case CONFIRMED_RESOLUTION -> "solved, the customer says";
            case ASSUMED_RESOLUTION -> "taken for solved, the customer said no more";
            case ESCALATED -> "escalated";
            case NEGATIVE_FEEDBACK -> "the answer did not help";
            case PROCEDURE_HANDOFF -> "handed over as a procedure says";
            case ABANDONED -> "the customer left";
        };
    }
}
