package dev.retrial.replay;

import dev.retrial.suite.Timeouts;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * How long an agent may take, and how often something is tried.
 *
 * @param turn for one answer
 * @param trial for the whole trial, its repetitions and waits included
 * @param sends how often a message is sent that was refused before it was worked on; default 4
 * @param restarts how often a trial starts again after a turn that may have been worked on; default 1
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ReplayLimits(Duration turn, Duration trial, int sends, int restarts) {

    /** These time-outs, with the default number of repetitions. */
    public static ReplayLimits of(Timeouts timeouts) {
        return new ReplayLimits(timeouts.turn(), timeouts.trial(), 4, 1);
    }
}
