package dev.retrial.run;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How a cell that was started ends.
 *
 * @param kind what the test runner shows
 * @param message the facts; empty where it passed
 * @param expected what was expected, for a diff in the IDE, or null
 * @param actual what was there instead, or null
 * @param trace where an agent in code threw, or null; without the exception's message, which may quote the customer
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Ending(
        Kind kind,
        String message,
        @Nullable String expected,
        @Nullable String actual,
        @Nullable Throwable trace) {

    /** The cell passed. */
    public static final Ending PASSED = new Ending(Kind.PASSED, "", null, null, null);

    /** The agent was wrong. */
    public static Ending failed(String message, @Nullable String expected, @Nullable String actual) {
        return new Ending(Kind.FAILED, message, expected, actual, null);
    }

    /** The agent was wrong, and there is nothing to compare. */
    public static Ending failed(String message) {
        return failed(message, null, null);
    }

    /** It could not be told whether the agent is right. */
    public static Ending error(String message) {
        return new Ending(Kind.ERROR, message, null, null, null);
    }

    /** It could not be told whether the agent is right, since code threw. */
    static Ending error(String message, @Nullable Throwable trace) {
        return new Ending(Kind.ERROR, message, null, null, trace);
    }

    /** It ended without a verdict that counts; shown as skipped. */
    public static Ending aborted(String reason) {
        return new Ending(Kind.ABORTED, reason, null, null, null);
    }

    /** What a test runner can show. */
    public enum Kind {
        /** Green. */
        PASSED,
        /** Red: the agent was wrong. */
        FAILED,
        /** Red: nobody knows whether the agent is right. */
        ERROR,
        /** Shown as skipped. */
        ABORTED
    }

    /** Whether this fails the build. */
    public boolean isRed() {
        return kind == Kind.FAILED || kind == Kind.ERROR;
    }
}
