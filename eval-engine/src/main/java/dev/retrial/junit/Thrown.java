package dev.retrial.junit;

import dev.retrial.run.Ending;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.TestAbortedException;

/** What JUnit is told about how a test ended. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Thrown {

    private static final StackTraceElement[] NO_FRAMES = new StackTraceElement[0];

    private Thrown() {}

    static String firstLine(String facts) {
        int end = facts.indexOf('\n');
        return end < 0 ? facts : facts.substring(0, end);
    }

    private static String located(String facts, @Nullable String place) {
        if (place == null) {
            return facts;
        }
        String first = firstLine(facts);
        return first + "\ncase      " + place + facts.substring(first.length());
    }

    static TestExecutionResult result(Ending ending, Leaf leaf) {
        Throwable thrown = ending.kind() == Ending.Kind.PASSED ? null : by(ending, "", leaf.place());
        if (thrown == null) {
            return TestExecutionResult.successful();
        }
        return ending.kind() == Ending.Kind.ABORTED
                ? TestExecutionResult.aborted(thrown)
                : TestExecutionResult.failed(thrown);
    }

    /**
     * What a test that ends like this throws; null where it passes. It has no stack trace: its frames would be ours and hide the facts.
     *
     * @param name what stands before the facts, for a test whose own name does not tell the cell; else empty
     * @param place where the case is written, which follows the first line; null where the facts name it
     */
    public static @Nullable Throwable by(Ending ending, String name, @Nullable String place) {
        String message = name.isEmpty() ? ending.message() : name + ": " + ending.message();
        String facts = located(message, place);
        Throwable thrown = switch (ending.kind()) {
            case PASSED -> null;
            case FAILED ->
                ending.expected() == null && ending.actual() == null
                        ? new CaseFailed(facts)
                        : new CaseFailed(facts, ending.expected(), ending.actual());
            case ERROR -> new NotEvaluated(facts, ending.trace());
            case ABORTED -> new TestAbortedException(message);
        };
        if (thrown != null) {
            thrown.setStackTrace(NO_FRAMES);
        }
        return thrown;
    }
}
