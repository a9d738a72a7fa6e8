package dev.retrial.tickets.work;

import java.util.function.Consumer;
import org.apiguardian.api.API;

/** Says now and then how far a long step is: the first time after five seconds, then every five seconds, one plain line each. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StepProgress {

    private static final long INTERVAL_NANOS = 5_000_000_000L;

    private final Consumer<String> line;
    private long last = System.nanoTime();

    /**
     * Progress.
     *
     * @param line takes a line
     */
    public StepProgress(Consumer<String> line) {
        this.line = line;
    }

    /** Tells nobody. */
    public static StepProgress silent() {
        return new StepProgress(line -> {});
    }

    /** So many of something are done, of so many where that is known (else 0). */
    void at(String what, long done, long of) {
        long now = System.nanoTime();
        if (now - last >= INTERVAL_NANOS) {
            last = now;
            line.accept(of > 0 ? what + ": " + 100 * done / of + " %" : what + ": " + done);
        }
    }
}
