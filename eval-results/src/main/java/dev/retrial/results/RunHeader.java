package dev.retrial.results;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * The first line of a run's results: what the run is about to do.
 *
 * @param run the run's id, which is the name of its directory
 * @param suite the suite's name
 * @param startedAt when it began
 * @param mode {@code local} or {@code ci}
 * @param partial whether a selection left out some of the suite's cells
 * @param attempts how often each cell is replayed
 * @param pass how many of these replays must pass
 * @param agent what is known of the agent (such as {@code promptHash}), by name
 * @param judge what is known of the judge (such as {@code rubricHash}), by name; empty where no cell asks one
 * @param planned the cells that run: case to its cohorts, in the order of the plan
 * @param skipped the cases of the suite that do not run, to their status; retired ones are among them
 * @param yardstick what the verdicts are measured by
 * @param portion the portion of the suite that runs, where the work is shared
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RunHeader(
        String run,
        String suite,
        Instant startedAt,
        String mode,
        boolean partial,
        int attempts,
        int pass,
        Map<String, String> agent,
        Map<String, String> judge,
        Map<String, List<String>> planned,
        Map<String, String> skipped,
        Yardstick yardstick,
        Portion portion) {

    /** The version of the format that this library writes, and the only one that it reads. */
    public static final int FORMAT = 1;

    /** Copies the maps, keeping their order. */
    public RunHeader {
        agent = Collections.unmodifiableMap(new LinkedHashMap<>(agent));
        judge = Collections.unmodifiableMap(new LinkedHashMap<>(judge));
        Map<String, List<String>> copy = new LinkedHashMap<>();
        planned.forEach((id, cohorts) -> copy.put(id, List.copyOf(cohorts)));
        planned = Collections.unmodifiableMap(copy);
        skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
    }

    /** A header that does not say what the verdicts are measured by, of a run that shares its work with nobody. */
    public RunHeader(
            String run,
            String suite,
            Instant startedAt,
            String mode,
            boolean partial,
            int attempts,
            int pass,
            Map<String, String> agent,
            Map<String, String> judge,
            Map<String, List<String>> planned,
            Map<String, String> skipped) {
        this(
                run,
                suite,
                startedAt,
                mode,
                partial,
                attempts,
                pass,
                agent,
                judge,
                planned,
                skipped,
                Yardstick.UNKNOWN,
                Portion.WHOLE);
    }

    /** How many cells run. */
    public int plannedCells() {
        int cells = 0;
        for (List<String> cohorts : planned.values()) {
            cells += cohorts.size();
        }
        return cells;
    }
}
