package dev.retrial.tickets.coverage;

import dev.retrial.suite.Difficulty;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * How hard a ticket was among those of its system, by what it cost; never by what became of it.
 *
 * @param level easy, medium or hard
 * @param decile from 1, the easiest tenth of its system, to 10
 * @param ranks the percentile rank of each component within the system, from 0 to 1
 * @param missing the components that the export does not tell
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Hardness(Difficulty level, int decile, Map<String, Double> ranks, Set<String> missing) {

    /** Copies the collections; refuses a decile that is none. */
    public Hardness {
        if (decile < 1 || decile > 10) {
            throw new IllegalArgumentException("a decile is from 1 to 10, not " + decile);
        }
        ranks = Map.copyOf(ranks);
        missing = Set.copyOf(missing);
    }
}
