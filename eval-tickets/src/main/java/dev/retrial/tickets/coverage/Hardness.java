package dev.retrial.tickets.coverage;

import dev.retrial.suite.Difficulty;
import dev.retrial.tickets.difficulty.DifficultyScore;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * How hard a ticket was among those of its system and channel, by what it cost; never by what became of it.
 *
 * @param level easy, medium or hard
 * @param decile from 1, the easiest tenth, to 10
 * @param ranks the percentile rank of each component within system and channel, from 0 to 1
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

    /** The same of a score. */
    public static Hardness of(DifficultyScore score) {
        return new Hardness(score.difficulty(), score.decile(), score.ranks(), Set.copyOf(score.missing()));
    }
}
