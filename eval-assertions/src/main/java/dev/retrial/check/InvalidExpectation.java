package dev.retrial.check;

import java.io.Serial;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** An expectation that cannot be bound: whoever wrote it has to mend it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InvalidExpectation extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String reason;
    private final @Nullable String nearest;

    /**
     * An expectation that cannot be bound.
     *
     * @param pointer the JSON Pointer (RFC 6901) of the offending value within the bound value; for an unknown key, the key's own
     * @param reason what is wrong and what to do
     * @param nearest the nearest known key or name, or null
     */
    public InvalidExpectation(String pointer, String reason, @Nullable String nearest) {
        super(reason);
        this.pointer = pointer;
        this.reason = reason;
        this.nearest = nearest;
    }

    @Override
    public String getMessage() {
        return nearest == null ? reason : reason + "; did you mean '" + nearest + "'?";
    }

    /** The JSON Pointer of the offending value within the bound value. */
    public String pointer() {
        return pointer;
    }

    /** What is wrong and what to do, without the nearest name. */
    public String reason() {
        return reason;
    }

    /** The nearest known key or name, or null. */
    public @Nullable String nearest() {
        return nearest;
    }

    /** The same mistake, seen from the value that holds the bound one at {@code prefix}. */
    public InvalidExpectation below(String prefix) {
        return new InvalidExpectation(prefix + pointer, reason, nearest);
    }
}
