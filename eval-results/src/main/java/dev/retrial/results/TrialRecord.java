package dev.retrial.results;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One trial's line in the results.
 *
 * @param suite the suite's name
 * @param caseId the case ({@code case} in the file)
 * @param cohort the cohort
 * @param trial the number of the trial within its cell, from 1
 * @param stage why it was run: {@link #FIRST}, or what a gate asked for afterwards
 * @param outcome {@code passed}, {@code failed}, {@code diverged} or {@code error}
 * @param reason why it is an error or diverged, or null where it is neither
 * @param escalation {@code right}, {@code premature} or {@code missed}, where the case demands an outcome and it was or should have been {@code escalated}; else null
 * @param status the case's status
 * @param failure the case's failure class, or null
 * @param difficulty the case's difficulty, or null
 * @param tags the case's own tags
 * @param seen how many tickets tell the case's story
 * @param file the case's file, relative to the suite's directory, with {@code /}
 * @param line the case's line in it, from 1
 * @param hashes by what it can be told whether the same thing was tried: name ({@code case}) to SHA-256 in hex
 * @param checks what each check found, in the order in which they are written
 * @param usage what the agent's answers cost
 * @param startedAt when it began
 * @param millis how long it took, retries and waits included
 * @param transcript the path of what was said, relative to the run's directory, with {@code /}; null where nothing was
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TrialRecord(
        String suite,
        String caseId,
        String cohort,
        int trial,
        String stage,
        String outcome,
        @Nullable String reason,
        @Nullable String escalation,
        String status,
        @Nullable String failure,
        @Nullable String difficulty,
        List<String> tags,
        int seen,
        String file,
        int line,
        Map<String, String> hashes,
        List<CheckRecord> checks,
        Usage usage,
        Instant startedAt,
        long millis,
        @Nullable String transcript)
        implements RunLine {

    /** The stage of the trials that every run makes. */
    public static final String FIRST = "first";

    /** Copies lists and map, keeping their order. */
    public TrialRecord {
        tags = List.copyOf(tags);
        hashes = hashes.size() < 2 ? Map.copyOf(hashes) : Collections.unmodifiableMap(new LinkedHashMap<>(hashes));
        checks = List.copyOf(checks);
    }

    /**
     * What the agent's answers cost.
     *
     * @param inputTokens tokens read, or -1 where not known
     * @param outputTokens tokens written, or -1 where not known
     */
    public record Usage(long inputTokens, long outputTokens) {

        /** Nothing is known. */
        public static final Usage UNKNOWN = new Usage(-1, -1);
    }
}
