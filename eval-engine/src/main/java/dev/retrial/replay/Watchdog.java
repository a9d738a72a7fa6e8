package dev.retrial.replay;

import org.jspecify.annotations.Nullable;

/**
 * Interrupts threads that are still busy when their time is up.
 *
 * <p>One daemon thread for the whole JVM looks after all of them; beginning and ending a watch costs two short locks and wakes nobody,
 * since it happens for every message that is sent. The thread ends when it has had nothing to do for a while.
 */
final class Watchdog {

    private static final long LONGEST_SLEEP_NANOS = 500_000_000L;
    private static final int SLEEPS_UNTIL_IDLE = 20;

    private static final Watchdog INSTANCE = new Watchdog();

    /** A ring of the watches that are on; its head watches nothing. */
    private final Watch head = new Watch(Thread.currentThread(), 0, null);

    private @Nullable Thread guard;
    private long wakesAt;

    private Watchdog() {
        head.next = head;
        head.previous = head;
    }

    /**
     * Watches the current thread.
     *
     * @param nanos after how long it is interrupted
     * @param stuck told when the thread is still busy a while after that, or null
     */
    static Watch watch(long nanos, @Nullable Stuck stuck) {
        Watch watch = new Watch(Thread.currentThread(), System.nanoTime() + nanos, stuck);
        INSTANCE.add(watch);
        return watch;
    }

    /** What happens to a thread that takes no notice of its interruption. */
    interface Stuck {

        /** How long after the interruption the thread counts as stuck, in nanoseconds. */
        long graceNanos();

        /** The thread is stuck; called by the guard, at most once. */
        void leaveBehind();
    }

    private synchronized void add(Watch watch) {
        watch.next = head;
        watch.previous = head.previous;
        head.previous.next = watch;
        head.previous = watch;
        if (guard == null) {
            Thread thread = new Thread(this::guard, "retrial-watchdog");
            thread.setDaemon(true);
            guard = thread;
            thread.start();
        } else if (watch.deadline - wakesAt < 0) {
            notifyAll();
        }
    }

    private synchronized void remove(Watch watch) {
        watch.previous.next = watch.next;
        watch.next.previous = watch.previous;
    }

    private void guard() {
        int idle = 0;
        while (true) {
            Watch due;
            synchronized (this) {
                long now = System.nanoTime();
                long sleep = LONGEST_SLEEP_NANOS;
                due = null;
                for (Watch watch = head.next; watch != head; watch = watch.next) {
                    long left = watch.deadline - now;
                    if (left <= 0) {
                        due = watch;
                        break;
                    }
                    sleep = Math.min(sleep, left);
                }
                if (due == null) {
                    idle = head.next == head ? idle + 1 : 0;
                    if (idle > SLEEPS_UNTIL_IDLE) {
                        guard = null;
                        return;
                    }
                    wakesAt = now + sleep;
                    if (!sleptFor(sleep)) {
                        guard = null;
                        return;
                    }
                } else if (!due.fire(now)) {
                    remove(due);
                    due.next = due;
                    due.previous = due;
                }
            }
            // Outside the lock, since it is somebody else's code.
            if (due != null && due.isStuck() && due.stuck != null) {
                due.stuck.leaveBehind();
            }
        }
    }

    // Whoever calls looks again at what is due, in a loop.
    @SuppressWarnings("WaitNotInLoop")
    private boolean sleptFor(long nanos) {
        try {
            // A millisecond is added so that what is due then is really due.
            wait(nanos / 1_000_000 + 1);
            return true;
        } catch (InterruptedException nobodyShould) {
            return false;
        }
    }

    /** One thread with a deadline. */
    static final class Watch {

        private enum State {
            ON,
            INTERRUPTED,
            STUCK,
            OVER
        }

        private final Thread thread;
        private final @Nullable Stuck stuck;
        private long deadline;
        private State state = State.ON;
        private Watch next = this;
        private Watch previous = this;

        private Watch(Thread thread, long deadline, @Nullable Stuck stuck) {
            this.thread = thread;
            this.deadline = deadline;
            this.stuck = stuck;
        }

        /**
         * Ends the watch; called by the watched thread, once. No interruption follows it, and one by this watch is taken back.
         *
         * @return whether the time was up
         */
        boolean end() {
            INSTANCE.remove(this);
            boolean late;
            synchronized (this) {
                late = state != State.ON;
                state = State.OVER;
            }
            if (late) {
                Thread.interrupted();
            }
            return late;
        }

        /** The time is up; whether the watch goes on. */
        private synchronized boolean fire(long now) {
            switch (state) {
                case ON -> {
                    state = State.INTERRUPTED;
                    thread.interrupt();
                    if (stuck != null) {
                        deadline = now + stuck.graceNanos();
                        return true;
                    }
                    return false;
                }
                case INTERRUPTED -> {
                    state = State.STUCK;
                    return false;
                }
                case STUCK, OVER -> {
                    return false;
                }
            }
            throw new AssertionError(state);
        }

        private synchronized boolean isStuck() {
            return state == State.STUCK;
        }
    }
}
