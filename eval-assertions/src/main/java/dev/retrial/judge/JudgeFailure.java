package dev.retrial.judge;

import java.io.Serial;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A judge that could not be asked, or whose answer cannot be read. It says nothing about the agent, and is never a verdict. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class JudgeFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param message what happened and what to do; holds neither a secret nor what anybody wrote
     */
    public JudgeFailure(String message) {
        this(message, null);
    }

    /**
     * A failure.
     *
     * @param message what happened and what to do; holds neither a secret nor what anybody wrote
     * @param cause what was thrown, or null
     */
    public JudgeFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
