package dev.retrial.junit;

import java.io.Serial;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Nobody knows whether the agent is right: the agent, the infrastructure, a check or a file is broken. Builds count it as an error, not as a failure. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NotEvaluated extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * With the facts, and without a stack trace, which would only show our own code.
     *
     * @param message the facts
     * @param cause where the team's own code threw, or null
     */
    public NotEvaluated(String message, @Nullable Throwable cause) {
        super(message, cause, true, false);
    }
}
