package dev.retrial.tickets.lanes;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apiguardian.api.API;

/**
 * Does work on several threads and hands its results over on the one that gives the work, in the order in which it was given. So what comes out does not depend on how
 * many threads there are, and nothing that takes results needs to know of any.
 *
 * <p>It is bounded: no more than some hundred pieces of work are on their way, and no more than some MiB of what they work on; what is larger than that is done alone.
 *
 * @param <R> what comes of a piece of work
 */
@API(status = API.Status.INTERNAL)
public final class Lanes<R> implements AutoCloseable {

    /** So that a slow piece of work does not keep the other threads waiting. */
    private static final int MOST_A_THREAD = 64;

    private static final long MOST_BYTES = 8 << 20;

    private final ExecutorService pool;
    private final Taker<R> taker;
    private final int most;
    private final ArrayDeque<Waiting<R>> waiting = new ArrayDeque<>();
    private long bytes;

    private record Waiting<R>(long bytes, Future<R> result) {}

    /** What takes results. */
    @FunctionalInterface
    public interface Taker<R> {
        /** Takes the next one. */
        void take(R result) throws IOException;
    }

    /**
     * A lane for each processor.
     *
     * @param name of the threads
     * @param taker takes the results, on the thread that gives the work
     */
    public Lanes(String name, Taker<R> taker) {
        this(name, Runtime.getRuntime().availableProcessors(), taker);
    }

    /** @param threads how many lanes, 1 or more */
    public Lanes(String name, int threads, Taker<R> taker) {
        this.taker = taker;
        most = threads * MOST_A_THREAD;
        pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Gives work; hands over results that are there, and waits for some where too much is on its way.
     *
     * @param size how many bytes it works on, roughly
     * @throws IOException what the taker throws, or a piece of work; nothing further is to be given then
     */
    public void give(long size, Callable<R> work) throws IOException {
        while (!waiting.isEmpty()
                && (waiting.size() >= most
                        || bytes + size > MOST_BYTES
                        || waiting.peek().result().isDone())) {
            takeOne();
        }
        waiting.add(new Waiting<>(size, pool.submit(work)));
        bytes += size;
    }

    /** Waits for everything that was given. */
    public void finish() throws IOException {
        while (!waiting.isEmpty()) {
            takeOne();
        }
    }

    private void takeOne() throws IOException {
        Waiting<R> next = waiting.remove();
        bytes -= next.bytes();
        taker.take(result(next.result()));
    }

    private static <R> R result(Future<R> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for what was given to other threads");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IOException(cause);
        }
    }

    /** Stops what is still at work. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
