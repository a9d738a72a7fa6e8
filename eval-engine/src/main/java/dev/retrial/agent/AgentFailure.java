package dev.retrial.agent;

import java.io.Serial;
import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The agent gave no answer that can be graded: an error of the trial, never a wrong answer. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AgentFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    /**
     * A failure.
     *
     * @param kind what it means for trying again
     * @param message what happened and what to do; no secrets, no ticket text
     */
    public AgentFailure(Kind kind, String message) {
        this(kind, message, null, null);
    }

    /**
     * A failure with the wait that the agent asked for.
     *
     * @param kind what it means for trying again
     * @param message what happened and what to do; no secrets, no ticket text
     * @param retryAfter how long the agent asks to wait, or null
     * @param cause the exception behind it, or null
     */
    public AgentFailure(Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** What the failure means for trying again. */
    public Kind kind() {
        return kind;
    }

    /** How long the agent asks to wait, or null. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** What a failure means for trying again. */
    public enum Kind {
        /** The request was refused before it was worked on (429, 503 with {@code Retry-After}, connection refused): the same message is sent again. */
        NOT_WORKED_ON,
        /** The turn, or a write, may have happened (500, a reset, a time-out): the trial starts again under a new conversation id. */
        MAY_HAVE_WORKED,
        /** Trying again would bring the same (401, 404, an answer that cannot be read, a tool loop without end): the trial is an error. */
        HOPELESS
    }
}
