package dev.retrial.run;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * The threads that run trials, as many as trials may be under way: each takes the next trial when it has ended one, so there is no queue that could grow.
 *
 * <p>They are virtual from JDK 24 on. Before, an agent that blocks within {@code synchronized} would keep one of the few threads that carry virtual ones.
 */
final class Workers {

    private static final int FIRST_WITHOUT_PINNING = 24;

    private final List<Thread> threads = new ArrayList<>();

    /** Starts this many threads, or as many as the system gives, one at least. */
    static Workers start(int number, Runnable work) {
        Workers workers = new Workers();
        MethodHandle virtual = Runtime.version().feature() >= FIRST_WITHOUT_PINNING ? startVirtualThread() : null;
        for (int i = 0; i < number; i++) {
            try {
                workers.threads.add(virtual == null ? startPlatformThread(work, i + 1) : startVirtual(virtual, work));
            } catch (OutOfMemoryError e) {
                // "unable to create native thread": those that run do the work.
                if (workers.threads.isEmpty()) {
                    throw e;
                }
                break;
            }
        }
        return workers;
    }

    int number() {
        return threads.size();
    }

    void interrupt() {
        for (Thread thread : threads) {
            thread.interrupt();
        }
    }

    private static Thread startPlatformThread(Runnable work, int number) {
        Thread thread = new Thread(work, "retrial-" + number);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static Thread startVirtual(MethodHandle virtual, Runnable work) {
        try {
            return (Thread) virtual.invokeExact(work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Thread.startVirtualThread throws no checked exception", e);
        }
    }

    private static MethodHandle startVirtualThread() {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every JDK since 21 has virtual threads", e);
        }
    }
}
