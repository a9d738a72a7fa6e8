package dev.retrial.tickets.work;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apiguardian.api.API;

/**
 * Says now and then how far a long step is: how many are done, how many a second, how long the rest will take. On a terminal one line that is written over, in a log
 * a plain line every half minute; a step that is done before that says nothing.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StepProgress {

    private static final long SECOND = 1_000_000_000L;
    private static final long IN_A_LOG = 30 * SECOND;
    private static final long ON_A_TERMINAL = SECOND / 2;
    /** Before that nobody can tell how long the rest takes. */
    private static final long SURE = 3 * SECOND;

    private final Consumer<String> out;
    private final boolean terminal;
    private final LongSupplier clock;
    private String what = "";
    private long began;
    private long last;
    private int shown;

    StepProgress(Consumer<String> out, boolean terminal, LongSupplier clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        last = clock.getAsLong();
    }

    /**
     * For a log.
     *
     * @param line takes a line, without its end
     */
    public static StepProgress inLog(Consumer<String> line) {
        return new StepProgress(line, false, System::nanoTime);
    }

    /**
     * For a terminal.
     *
     * @param text takes what is to be written as it is: it goes back to the beginning of the line first, and the line is cleared at the end
     */
    public static StepProgress onTerminal(Consumer<String> text) {
        return new StepProgress(text, true, System::nanoTime);
    }

    /** Tells nobody. */
    public static StepProgress silent() {
        return new StepProgress(line -> {}, false, System::nanoTime);
    }

    /**
     * Something more is done.
     *
     * @param what is being done
     * @param count how much was done so far
     * @param noun of what
     * @param done how far it is, in a measure of its own such as the bytes that were read
     * @param of how far it will be at the end, or 0 where nobody knows
     */
    void at(String what, long count, String noun, long done, long of) {
        long now = clock.getAsLong();
        if (!what.equals(this.what)) {
            this.what = what;
            began = now;
        }
        if (now - last >= (terminal ? ON_A_TERMINAL : IN_A_LOG)) {
            last = now;
            show(line(count, noun, of <= 0 ? 0 : Math.min(1, (double) done / of), now - began));
        }
    }

    private String line(long count, String noun, double share, long nanos) {
        StringBuilder line = new StringBuilder(what)
                .append(": ")
                .append(String.format(Locale.ROOT, "%,d ", count))
                .append(noun);
        if (share > 0) {
            line.append(", ").append((int) (100 * share)).append(" %");
        }
        if (nanos >= SURE) {
            line.append(String.format(Locale.ROOT, ", %,d a second", count * SECOND / nanos));
            if (share > 0) {
                line.append(", about ")
                        .append(time(Math.round(nanos * (1 - share) / share / SECOND)))
                        .append(" left");
            }
        }
        return line.toString();
    }

    private static String time(long seconds) {
        if (seconds < 90) {
            return seconds + " s";
        }
        long minutes = (seconds + 30) / 60;
        return minutes < 90 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    private void show(String line) {
        if (!terminal) {
            out.accept(line);
            return;
        }
        out.accept("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
        shown = line.length();
    }

    /** A step is done: what a terminal shows of it goes away. */
    void done() {
        what = "";
        if (shown > 0) {
            out.accept("\r" + " ".repeat(shown) + "\r");
            shown = 0;
        }
    }
}
