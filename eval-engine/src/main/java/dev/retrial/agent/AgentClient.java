package dev.retrial.agent;

import org.apiguardian.api.API;

/**
 * A team's agent, as Retrial talks to it.
 *
 * <p>One client serves a whole run and is used by several threads at once; each trial has a conversation of its own.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface AgentClient extends AutoCloseable {

    /**
     * Opens the conversation of one trial.
     *
     * @param opening who speaks, with what context, clock and world
     * @return a conversation that nobody else uses
     * @throws AgentFailure where the agent cannot be reached or refuses
     */
    Conversation open(Opening opening);

    /** What the agent is made of; unknown unless the client says. */
    default Fingerprint fingerprint() {
        return Fingerprint.UNKNOWN;
    }

    /** Called once at the end of the run. */
    @Override
    default void close() {}
}
