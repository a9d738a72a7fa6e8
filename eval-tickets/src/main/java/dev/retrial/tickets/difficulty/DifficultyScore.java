package dev.retrial.tickets.difficulty;

import dev.retrial.suite.Difficulty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * How hard a ticket was beside the others of its help desk and channel.
 *
 * @param score the weighted mean of the ranks, from 0 to 1
 * @param decile 1 to 10: {@code 1 + floor(10 · score's own percentile rank)}, at most 10
 * @param difficulty deciles 1 to 3 are easy, 4 to 7 medium, 8 to 10 hard
 * @param ranks the percentile rank of each component that the export tells, from 0 to 1
 * @param missing the components that it does not tell; they take no part, and nothing is put in their place
 * @param comparedWith how many tickets it was ranked among, itself included
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DifficultyScore(
        double score,
        int decile,
        Difficulty difficulty,
        Map<String, Double> ranks,
        List<String> missing,
        long comparedWith) {

    /** Copies the collections; the ranks keep their order. */
    public DifficultyScore {
        ranks = Collections.unmodifiableMap(new LinkedHashMap<>(ranks));
        missing = List.copyOf(missing);
    }
}
