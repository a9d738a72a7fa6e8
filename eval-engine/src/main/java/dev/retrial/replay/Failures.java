package dev.retrial.replay;

import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.AgentFailure.Kind;

/** What an exception of the agent's client means. */
final class Failures {

    private static final int DEEPEST = 16;

    private Failures() {}

    /**
     * The failure that an exception stands for.
     *
     * @throws InterruptedException where it tells of an interruption, which only the run asks for here
     */
    static AgentFailure of(Throwable thrown) throws InterruptedException {
        if (thrown instanceof AgentFailure failure) {
            return failure;
        }
        if (tellsOfInterruption(thrown)) {
            throw new InterruptedException("the run was cancelled");
        }
        boolean hopeless =
                thrown instanceof OutOfMemoryError || thrown instanceof InternalError || thrown instanceof LinkageError;
        return new AgentFailure(
                hopeless ? Kind.HOPELESS : Kind.MAY_HAVE_WORKED,
                "the agent's client threw " + describe(thrown),
                null,
                thrown);
    }

    /** The exception's type and where it comes from; not its message, in which anything may stand. */
    static String describe(Throwable thrown) {
        StringBuilder text = new StringBuilder(thrown.getClass().getName());
        for (StackTraceElement frame : thrown.getStackTrace()) {
            String type = frame.getClassName();
            if (!type.startsWith("java.") && !type.startsWith("jdk.") && !type.startsWith("sun.")) {
                text.append(" at ").append(type).append('.').append(frame.getMethodName());
                text.append('(')
                        .append(frame.getFileName())
                        .append(':')
                        .append(frame.getLineNumber())
                        .append(')');
                break;
            }
        }
        return text.toString();
    }

    /** Many clients wrap it in an exception of their own. */
    private static boolean tellsOfInterruption(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof InterruptedException) {
                return true;
            }
            cause = cause.getCause();
        }
        return Thread.currentThread().isInterrupted();
    }
}
