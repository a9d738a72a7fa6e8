package dev.retrial.tickets.draft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk that ends the process (as far as a test can tell) at its n-th step: before it, in the middle of a write, or behind it. */
final class Crashing implements Disk {

    /** The process is gone. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Where in the step it ends. */
    enum Moment {
        BEFORE,
        WITHIN,
        BEHIND
    }

    private final int at;
    private final Moment moment;
    private int steps;

    Crashing(int at, Moment moment) {
        this.at = at;
        this.moment = moment;
    }

    /** How many steps there were. */
    int steps() {
        return steps;
    }

    private interface Step {
        void run() throws IOException;
    }

    private void step(Step half, Step whole) throws IOException {
        int now = steps++;
        if (now != at) {
            whole.run();
            return;
        }
        switch (moment) {
            case BEFORE -> {}
            case WITHIN -> half.run();
            case BEHIND -> whole.run();
        }
        throw new Crash();
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        step(() -> Disk.REAL.write(file, Arrays.copyOf(bytes, bytes.length / 2)), () -> Disk.REAL.write(file, bytes));
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
        step(() -> Disk.REAL.append(file, Arrays.copyOf(bytes, bytes.length / 2)), () -> Disk.REAL.append(file, bytes));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step(() -> {}, () -> Disk.REAL.move(from, to));
    }

    @Override
    public void delete(Path file) throws IOException {
        step(() -> {}, () -> Disk.REAL.delete(file));
    }
}
