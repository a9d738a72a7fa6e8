package dev.retrial.replay;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A trial on a thread of its own, which is left behind when the agent is still busy after its time is up and it was interrupted.
 *
 * <p>Such a thread cannot be stopped in Java; it is a daemon, and what it brings later is thrown away. They are platform threads, since
 * an agent that never blocks would keep one of the few threads that carry virtual ones.
 */
final class ReplayApart implements Runnable, Watchdog.Stuck {

    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final TrialReplay trial;
    private final ClassLoader classLoader = Thread.currentThread().getContextClassLoader();

    private @Nullable Thread thread;
    private @Nullable Replayed result;
    private @Nullable Throwable thrown;

    ReplayApart(TrialReplay trial) {
        this.trial = trial;
    }

    /** Runs the trial and waits for it, or for the moment when it is left behind. */
    Replayed replay() throws InterruptedException {
        Threads.POOL.execute(this);
        try {
            return await();
        } catch (InterruptedException cancelled) {
            leave();
            throw cancelled;
        }
    }

    @Override
    public void run() {
        synchronized (this) {
            thread = Thread.currentThread();
        }
        Thread.currentThread().setContextClassLoader(classLoader);
        Replayed replayed = null;
        Throwable failure = null;
        try {
            replayed = trial.run(this);
        } catch (Throwable e) {
            failure = e;
        }
        synchronized (this) {
            thread = null;
            if (result == null) {
                result = replayed;
                thrown = failure;
            }
            notifyAll();
        }
        Thread.interrupted();
    }

    @Override
    public long graceNanos() {
        return GRACE_NANOS;
    }

    @Override
    public void leaveBehind() {
        Replayed left = trial.leaveBehind();
        synchronized (this) {
            if (result == null && thrown == null) {
                result = left;
                notifyAll();
            }
        }
    }

    private synchronized Replayed await() throws InterruptedException {
        while (result == null && thrown == null) {
            wait();
        }
        if (result != null) {
            return result;
        }
        if (thrown instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        throw new IllegalStateException("a replay threw instead of reporting", thrown);
    }

    /** The run was cancelled: the agent is interrupted and gets a moment to notice. */
    private synchronized void leave() {
        trial.leaveBehind();
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Loaded with the first trial that needs it. */
    private static final class Threads {

        private static final AtomicInteger COUNT = new AtomicInteger();

        private static final ExecutorService POOL = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "retrial-trial-" + COUNT.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
