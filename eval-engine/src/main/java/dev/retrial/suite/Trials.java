package dev.retrial.suite;

import org.apiguardian.api.API;

/**
 * How often a cell is replayed, and how many of these replays must pass.
 *
 * @param attempts the replays, at least 1
 * @param pass how many must pass, from 1 to {@code attempts}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Trials(int attempts, int pass) {

    /** One replay, which must pass. */
    public static final Trials ONE = new Trials(1, 1);

    /** Refuses what can never pass or never fail. */
    public Trials {
        if (attempts < 1 || pass < 1 || pass > attempts) {
            throw new IllegalArgumentException("trials: attempts must be at least 1 and pass between 1 and attempts, "
                    + "but attempts is " + attempts + " and pass is " + pass);
        }
    }
}
