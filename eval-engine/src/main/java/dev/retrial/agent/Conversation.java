package dev.retrial.agent;

import org.apiguardian.api.API;

/** One customer's conversation with the agent; used by one thread at a time. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface Conversation extends AutoCloseable {

    /**
     * Sends the customer's next message and waits for the answer.
     *
     * <p>The thread is interrupted when the turn's limit is over.
     *
     * @param message what the customer says
     * @return what the agent answered, with the tools that it called on the way
     * @throws AgentFailure where there is no answer that can be graded; any other exception counts as {@link AgentFailure.Kind#MAY_HAVE_WORKED}
     * @throws InterruptedException where the thread was interrupted
     */
    Answer send(String message) throws InterruptedException;

    /** Called once when the trial has ended. */
    @Override
    default void close() {}
}
