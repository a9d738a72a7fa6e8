package dev.retrial.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Many small pieces of work, done by the calling thread and, where they are many, on the other processors as well. */
final class SharedWork implements Runnable {

    private final int pieces;
    private final Supplier<IntConsumer> worker;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();

    private SharedWork(int pieces, Supplier<IntConsumer> worker) {
        this.pieces = pieces;
        this.worker = worker;
    }

    /**
     * Does the work and returns when all of it is done.
     *
     * @param pieces how many pieces there are, each told by its number from 0
     * @param perThread what a thread must have to do to be worth its start
     * @param worker makes what does the pieces of one thread
     */
    static void run(int pieces, int perThread, Supplier<IntConsumer> worker) {
        SharedWork work = new SharedWork(pieces, worker);
        int helpers = Math.min(Runtime.getRuntime().availableProcessors(), pieces / perThread) - 1;
        List<Thread> threads = new ArrayList<>(Math.max(helpers, 0));
        for (int helper = 1; helper <= helpers; helper++) {
            Thread thread = new Thread(work, "retrial-reader-" + helper);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        work.run();
        await(threads);
        Throwable failure = work.thrown.get();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }

    @Override
    public void run() {
        try {
            IntConsumer one = worker.get();
            for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                one.accept(piece);
            }
        } catch (RuntimeException | Error e) {
            thrown.compareAndSet(null, e);
            next.set(pieces);
        }
    }

    /** An interruption is for whoever asked for the work; half of it is no use to anyone. */
    private static void await(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
