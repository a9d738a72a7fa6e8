package dev.retrial.junit;

import dev.retrial.run.Cancellation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ExecutionRequest;

/** The cancellation token that an execution request has since JUnit 6, seen from code that is compiled against 5.14. */
final class CancellationShim {

    private static final @Nullable MethodHandle TOKEN;
    private static final @Nullable MethodHandle REQUESTED;

    static {
        MethodHandle token = null;
        MethodHandle requested = null;
        try {
            Class<?> type = Class.forName(
                    "org.junit.platform.engine.CancellationToken", false, ExecutionRequest.class.getClassLoader());
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            token = lookup.findVirtual(ExecutionRequest.class, "getCancellationToken", MethodType.methodType(type));
            requested = lookup.findVirtual(type, "isCancellationRequested", MethodType.methodType(boolean.class));
        } catch (ReflectiveOperationException e) {
            // JUnit 5: nobody can ask a run to stop.
            token = null;
        }
        TOKEN = token;
        REQUESTED = requested;
    }

    private CancellationShim() {}

    /** What asks this execution to stop. */
    static Cancellation of(ExecutionRequest request) {
        if (TOKEN == null || REQUESTED == null) {
            return Cancellation.NEVER;
        }
        MethodHandle bound = REQUESTED.bindTo(invoke(TOKEN, request));
        return () -> requested(bound);
    }

    /** Asked before each trial; so exactly, since anything else adapts the handle on each call. */
    private static boolean requested(MethodHandle bound) {
        try {
            return (boolean) bound.invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object invoke(MethodHandle handle, Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
