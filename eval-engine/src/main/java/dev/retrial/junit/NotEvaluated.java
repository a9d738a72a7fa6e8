package dev.retrial.junit;

import java.io.Serial;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Nobody knows whether the agent is right: the agent, the infrastructure, a check or a file is broken. Builds count it as an error, not as a failure.
 *
 * <p>The message is the first line, which is what a build repeats in its summary; the facts follow where a stack trace is printed, instead of one.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NotEvaluated extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String facts;

    /**
     * With the facts, and without a stack trace, which would only show our own code.
     *
     * @param facts what happened and what to do
     * @param cause where the team's own code threw, or null
     */
    public NotEvaluated(String facts, @Nullable Throwable cause) {
        super(Thrown.firstLine(facts), cause, true, false);
        this.facts = facts;
    }

    /** What happened and what to do. */
    public String facts() {
        return facts;
    }

    @Override
    public String toString() {
        return getClass().getName() + ": " + facts;
    }
}
