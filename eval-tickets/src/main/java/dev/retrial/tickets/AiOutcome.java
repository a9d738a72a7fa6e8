package dev.retrial.tickets;

import org.apiguardian.api.API;

/** How the help desk itself says the AI agent's part ended. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum AiOutcome {
    /** The customer said that it was solved. */
    CONFIRMED_RESOLUTION,
    /** The customer said no more, and the help desk took that for solved. */
    ASSUMED_RESOLUTION,
    /** Handed to people. */
    ESCALATED,
    /** The customer said that the answer did not help. */
    NEGATIVE_FEEDBACK,
    /** A procedure handed it over as it was told to. */
    PROCEDURE_HANDOFF,
    /** The customer left. */
    ABANDONED
}
