package dev.retrial.junit;

import java.io.Serial;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * The agent was wrong, or a case does not hold on its own ticket.
 *
 * <p>The message is the first line, which is what a build repeats in its summary; the facts follow where a stack trace is printed, instead of one.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CaseFailed extends AssertionFailedError {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String facts;

    /** With nothing to compare. */
    CaseFailed(String facts) {
        super(Thrown.firstLine(facts));
        this.facts = facts;
    }

    /** With what an IDE shows as a difference. */
    CaseFailed(String facts, @Nullable String expected, @Nullable String actual) {
        super(Thrown.firstLine(facts), expected, actual);
        this.facts = facts;
    }

    /** Every failed check, with the replies in question. */
    public String facts() {
        return facts;
    }

    @Override
    public String toString() {
        return getClass().getName() + ": " + facts;
    }
}
