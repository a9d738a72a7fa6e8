package dev.retrial.transcript;

import org.apiguardian.api.API;

/**
 * One thing that happened in a trial.
 *
 * <p>Every event carries its turn: 1 for whatever follows the customer's first message (the message itself included) up to the second one, and so on.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Event permits CustomerMessage, AgentReply, ToolCall, Handoff {

    /** The customer's turn that this event belongs to, counted from 1. */
    int turn();
}
