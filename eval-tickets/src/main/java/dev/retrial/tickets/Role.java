package dev.retrial.tickets;

import org.apiguardian.api.API;

/** Who speaks in a turn of a ticket. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Role {
    /** The person who asks for help, or another on their side. */
    CUSTOMER,
    /** The automated agent that a customer took for the company's voice. */
    AI_AGENT,
    /** A person of the company, to the customer. */
    HUMAN_AGENT,
    /** What the company wrote to itself; never shown to the customer, and never copied into a case. */
    INTERNAL_NOTE,
    /** The help desk itself: assignments, surveys, workflows. */
    SYSTEM
}
