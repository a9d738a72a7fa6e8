package dev.retrial.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The line of a case that was compared across its cohorts.
 *
 * @param suite the suite's name
 * @param caseId the case ({@code case} in the file)
 * @param outcome {@code passed}, {@code failed}, or {@code skipped} where there was nothing to compare
 * @param reason why there was nothing to compare, or null
 * @param status the case's status
 * @param failure the case's failure class, or null
 * @param difficulty the case's difficulty, or null
 * @param tags the case's own tags
 * @param file the case's file, relative to the suite's directory, with {@code /}
 * @param line the case's line in it, from 1
 * @param compared how many trials of each cohort were compared
 * @param checks what was compared, in the order in which it is written
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CohortsRecord(
        String suite,
        String caseId,
        String outcome,
        @Nullable String reason,
        String status,
        @Nullable String failure,
        @Nullable String difficulty,
        List<String> tags,
        String file,
        int line,
        Map<String, Integer> compared,
        List<CheckRecord> checks)
        implements RunLine {

    /** What the line's {@code leaf} says, which no other line has. */
    static final String LEAF = "cohorts";

    /** Copies lists and map, keeping their order. */
    public CohortsRecord {
        tags = List.copyOf(tags);
        compared = Collections.unmodifiableMap(new LinkedHashMap<>(compared));
        checks = List.copyOf(checks);
    }
}
