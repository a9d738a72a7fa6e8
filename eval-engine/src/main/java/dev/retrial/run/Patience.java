package dev.retrial.run;

import dev.retrial.replay.Replayed;
import dev.retrial.replay.TranscriptSource;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Event;
import org.jspecify.annotations.Nullable;

/**
 * Gives up on an agent that has stopped answering: with a turn's limit of a minute, a suite of thousands of cells would wait for hours to learn that it hangs.
 *
 * <p>An agent that was never there is found out by {@link TranscriptSource} at once.
 */
final class Patience {

    /** What fails faster costs nobody's time, and may differ from cell to cell. */
    private static final long SLOW_MILLIS = 1_000;

    private final int most;
    private int inVain;
    private long millis;

    /** Lasts for two rounds of the trials that are under way at once, and for twenty trials at least. */
    Patience(int concurrency) {
        this.most = Math.max(20, 2 * concurrency);
    }

    /** Why nothing is to be tried any more, or null where it is. */
    synchronized @Nullable String over() {
        return inVain < most
                ? null
                : "not tried: the last " + inVain + " trials brought no answer, after " + millis / inVain / 1_000
                        + " s each on average; see what the agent does, then run again";
    }

    synchronized void ended(Replayed replayed, long took) {
        if (!(replayed instanceof Replayed.Broken) || hasReply(replayed)) {
            inVain = 0;
            millis = 0;
        } else if (took >= SLOW_MILLIS) {
            inVain++;
            millis += took;
        }
    }

    private static boolean hasReply(Replayed replayed) {
        for (Event event : replayed.transcript().events()) {
            if (event instanceof AgentReply) {
                return true;
            }
        }
        return false;
    }
}
