package dev.retrial.run;

import dev.retrial.replay.TranscriptSource;
import dev.retrial.run.Holding.Held;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a plan, run by workers that each take the next trial under one lock.
 *
 * <p>The lock also keeps the calls of the listener apart. It is not held while a trial runs.
 */
final class Execution {

    private static final long LINE_EVERY_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final String CANCELLED = "the run was cancelled";

    private final SuiteRun run;
    private final TranscriptSource source;
    private final CellListener listener;
    private final Cancellation cancellation;
    private final List<Cell> cells;
    private final Holding holding;
    private final ReentrantLock lock;
    private final Condition workerEnded;
    private final List<Waiting> held = new ArrayList<>();

    private int cursor;
    private @Nullable Started current;
    private int toBegin;
    private boolean cancelled;
    private String why = CANCELLED;
    private int working;
    private @Nullable Throwable failure;

    Execution(SuiteRun run, TranscriptSource source, CellListener listener, Cancellation cancellation) {
        this.run = run;
        this.source = source;
        this.listener = listener;
        this.cancellation = cancellation;
        this.cells = run.plan().cells();
        this.holding = run.plan().holding();
        this.lock = run.lock();
        this.workerEnded = lock.newCondition();
    }

    /** A cell that has begun; whether it has finished is guarded by the lock. */
    private static final class Started {

        final CellRun cell;
        final int index;
        boolean finished;

        Started(CellRun cell, int index) {
            this.cell = cell;
            this.index = index;
        }
    }

    private record Waiting(int index, Held held) {}

    void run() {
        long trials = (long) cells.size() * run.trials().attempts();
        int limit = (int)
                Math.min(trials, run.plan().settings().concurrency(run.plan().suite()));
        boolean interrupted = false;
        if (limit > 0) {
            lock.lock();
            try {
                // The workers wait for the lock, so their number is right before the first of them ends.
                Workers workers = Workers.start(limit, this::work);
                working = workers.number();
                interrupted = awaitWorkers(workers);
            } finally {
                lock.unlock();
            }
        }
        if (failure == null) {
            if (cancelled) {
                run.cancelled(why);
            }
            release();
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

    /** Waits under the lock, and says every 30 seconds how far the run is. */
    private boolean awaitWorkers(Workers workers) {
        boolean interrupted = false;
        long wait = LINE_EVERY_NANOS;
        while (working > 0) {
            try {
                wait = workerEnded.awaitNanos(wait);
                if (wait <= 0 && working > 0) {
                    run.plan().console().accept(run.progress().line());
                    wait = LINE_EVERY_NANOS;
                }
            } catch (InterruptedException e) {
                interrupted = true;
                cancelled = true;
                workers.interrupt();
            }
        }
        return interrupted;
    }

    private void work() {
        try {
            for (Started started = take(); started != null; started = take()) {
                replay(started);
                finishWhereEnded(started);
            }
        } catch (RuntimeException | Error e) {
            // A listener or a policy threw: nobody hears of the cells any more.
            stop(e);
        } finally {
            lock.lock();
            try {
                working--;
                workerEnded.signal();
            } finally {
                lock.unlock();
            }
        }
    }

    private void replay(Started started) {
        try {
            started.cell.replay(source);
        } catch (InterruptedException e) {
            started.cell.abandonOne();
            cancel();
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            started.cell.broke(e);
        }
        // What a turn's time-out left behind must not reach the next trial.
        Thread.interrupted();
    }

    /** The cell of the next trial, in the order of the plan, or null where none is left. */
    private @Nullable Started take() {
        lock.lock();
        try {
            if (failure != null) {
                return null;
            }
            stopWhereAsked();
            Started begun = current;
            if (begun != null && toBegin > 0) {
                if (!cancelled) {
                    toBegin--;
                    return begun;
                }
                toBegin = 0;
                begun.cell.cutShort();
                finishUnderLock(begun);
            }
            current = null;
            while (cursor < cells.size()) {
                Cell cell = cells.get(cursor++);
                String reason = run.skips(cell);
                if (reason != null) {
                    run.progress().skipped();
                    listener.skipped(cell, reason);
                } else if (cancelled) {
                    run.progress().cancelled();
                    listener.skipped(cell, why);
                    compareWhereLast(cell, false);
                } else {
                    Started started = new Started(run.begin(cell), cursor - 1);
                    current = started;
                    toBegin = run.trials().attempts() - 1;
                    listener.started(cell);
                    return started;
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void stopWhereAsked() {
        cancelled |= cancellation.requested();
        String stops = cancelled ? null : holding.stops();
        if (stops != null) {
            cancelled = true;
            why = stops;
        }
    }

    private void finishWhereEnded(Started started) {
        if (started.cell.hasEnded()) {
            lock.lock();
            try {
                finishUnderLock(started);
            } finally {
                lock.unlock();
            }
        }
    }

    private void finishUnderLock(Started started) {
        if (started.finished || !started.cell.hasEnded()) {
            return;
        }
        started.finished = true;
        Cell cell = started.cell.cell();
        if (started.cell.isIncomplete()) {
            run.progress().cancelled();
            listener.finished(cell, Ending.aborted(why));
            compareWhereLast(cell, false);
            return;
        }
        Ending ending = started.cell.ending();
        if (holding.holds(cell, ending)) {
            held.add(new Waiting(started.index, new Held(cell, ending)));
        } else {
            run.progress().finished(ending);
            listener.finished(cell, ending);
        }
        compareWhereLast(cell, true);
    }

    /** What the cohorts of a case have in common is known when their trials have ended, and waits for no decision. */
    private void compareWhereLast(Cell cell, boolean complete) {
        Ending ending = run.compareWhereLast(cell, complete);
        if (ending != null) {
            listener.compared(cell.evalCase(), ending);
        }
    }

    /** Finishes what was held, as the run has decided. */
    private void release() {
        held.sort(Comparator.comparingInt(Waiting::index));
        List<Held> cellsHeld = new ArrayList<>(held.size());
        for (Waiting waiting : held) {
            cellsHeld.add(waiting.held());
        }
        List<Ending> endings = holding.release(cellsHeld, run);
        if (endings.size() != cellsHeld.size()) {
            throw new IllegalStateException(
                    "of " + cellsHeld.size() + " held cells " + endings.size() + " were decided");
        }
        lock.lock();
        try {
            for (int i = 0; i < endings.size(); i++) {
                run.progress().finished(endings.get(i));
                listener.finished(cellsHeld.get(i).cell(), endings.get(i));
            }
        } finally {
            lock.unlock();
        }
    }

    private void cancel() {
        lock.lock();
        try {
            cancelled = true;
        } finally {
            lock.unlock();
        }
    }

    private void stop(Throwable thrown) {
        lock.lock();
        try {
            if (failure == null) {
                failure = thrown;
            }
        } finally {
            lock.unlock();
        }
    }
}
