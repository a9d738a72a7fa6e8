package dev.retrial.run;

import dev.retrial.replay.TranscriptSource;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Trials that are asked for when all cells have ended, run by workers that each take the next one under one lock. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class FurtherTrials {

    private static final long LINE_EVERY_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final SuiteRun run;
    private final TranscriptSource source;
    private final Wishes wishes;
    private final Cancellation cancellation;
    private final Map<Cell, CellRun> cells = new IdentityHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int underWay;
    private int working;
    private int ended;
    private boolean cancelled;
    private @Nullable Throwable failure;

    FurtherTrials(SuiteRun run, TranscriptSource source, Wishes wishes, Cancellation cancellation) {
        this.run = run;
        this.source = source;
        this.wishes = wishes;
        this.cancellation = cancellation;
    }

    /** Says what to try next. Never called for two at once. */
    public interface Wishes {

        /** The next trial to begin, or null where there is none as long as those under way have not ended. */
        @Nullable
        Wish next();

        /** A trial has ended. */
        void ended(Wish wish, Trial.Outcome outcome);
    }

    /**
     * A trial that is wanted.
     *
     * @param cell the cell
     * @param stage what it is for, as the results say it
     * @param agent who is asked; null for the agent under test
     * @param number a number by which whoever asked knows it again
     */
    public record Wish(Cell cell, String stage, @Nullable TranscriptSource agent, int number) {}

    void run() {
        int limit = run.plan().settings().concurrency(run.plan().suite());
        boolean interrupted = false;
        lock.lock();
        try {
            Workers workers = Workers.start(limit, this::work);
            working = workers.number();
            long wait = LINE_EVERY_NANOS;
            while (working > 0) {
                try {
                    wait = changed.awaitNanos(wait);
                    if (wait <= 0 && working > 0) {
                        run.plan().console().accept("Retrial: the gate tries again: " + ended + " trials so far");
                        wait = LINE_EVERY_NANOS;
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                    cancelled = true;
                    workers.interrupt();
                }
            }
        } finally {
            lock.unlock();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException broken) {
            throw broken;
        }
    }

    private void work() {
        lock.lock();
        try {
            for (Wish wish = take(); wish != null; wish = take()) {
                Trial.Outcome outcome = replay(wish);
                underWay--;
                if (outcome == null) {
                    cancelled = true;
                } else {
                    ended++;
                    wishes.ended(wish, outcome);
                }
                changed.signalAll();
            }
        } catch (InterruptedException e) {
            cancelled = true;
        } catch (RuntimeException | Error e) {
            failure = failure == null ? e : failure;
        } finally {
            working--;
            changed.signalAll();
            lock.unlock();
        }
    }

    /** The next trial, waited for while those under way may bring new wishes; null where there will be none. */
    private @Nullable Wish take() throws InterruptedException {
        while (failure == null) {
            cancelled |= run.isCancelled()
                    || cancellation.requested()
                    || run.plan().holding().stops() != null;
            if (cancelled) {
                return null;
            }
            Wish wish = wishes.next();
            if (wish != null) {
                underWay++;
                return wish;
            }
            if (underWay == 0) {
                return null;
            }
            changed.await();
        }
        return null;
    }

    /** The outcome; null where the run was cancelled meanwhile. The lock is not held while a trial runs. */
    private Trial.@Nullable Outcome replay(Wish wish) {
        CellRun cell = cells.computeIfAbsent(wish.cell(), each -> CellRun.again(run, each));
        TranscriptSource agent = wish.agent();
        lock.unlock();
        try {
            return cell.replay(agent == null ? source : agent, wish.stage()).outcome();
        } catch (InterruptedException e) {
            return null;
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            return Trial.Outcome.ERROR;
        } finally {
            // What a turn's time-out left behind must not reach the next trial.
            Thread.interrupted();
            lock.lock();
        }
    }
}
