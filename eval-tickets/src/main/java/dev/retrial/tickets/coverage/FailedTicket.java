package dev.retrial.tickets.coverage;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a failure until all tickets are read, since a later one may tell that its near-duplicates have a case.
 *
 * @param ref its reference
 * @param story the key of its story
 * @param day its day, since the epoch
 * @param column the ordinal of its class, or one more than the last where nobody named it
 * @param category the category's number
 * @param about the number of the tool or policy
 * @param family the number of its family
 * @param system the system's number
 * @param channel the channel's number
 * @param language the language's number
 * @param own whether a case was made of this very ticket and accepted
 * @param agentSpoke whether the export shows a turn of the agent
 * @param handedOver whether it was handed to people
 * @param escalation for a wrong hand-off, its direction, or null
 */
record FailedTicket(
        String ref,
        long story,
        int day,
        byte column,
        int category,
        int about,
        int family,
        int system,
        int channel,
        int language,
        boolean own,
        boolean agentSpoke,
        boolean handedOver,
        TriageFact.@Nullable Escalation escalation) {}
