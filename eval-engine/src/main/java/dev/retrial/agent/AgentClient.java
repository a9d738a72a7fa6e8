package dev.retrial.agent;

import org.apiguardian.api.API;

/**
 * A team's agent, as Retrial talks to it.
 *
 * <p>One client serves a whole run and is used by several threads at once; each trial has a conversation of its own.
 * Only {@link #open} has to be written; the rest has defaults.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public non-sealed interface AgentClient extends Agent {

    /**
     * Opens the conversation of one trial.
     *
     * @param opening who speaks, with what context, clock and world
     * @return a conversation that nobody else uses
     * @throws AgentFailure where the agent cannot be reached or refuses
     */
    Conversation open(Opening opening);

    /**
     * Whether {@link Conversation#send} always ends soon after its thread is interrupted; default no.
     *
     * <p>Where it does, a trial stays on the thread that asked for it. Where it may not, the trial gets a thread of its
     * own, which is left behind when the agent is still busy after its time is up.
     */
    default boolean endsWhenInterrupted() {
        return false;
    }

    /**
     * Whether the answers tell which tools were called; default yes. Where they do not, checks on calls are not applicable.
     */
    default boolean tellsCalls() {
        return true;
    }
}
