package dev.retrial.results;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a run decided about the change, and on what figures; the key {@code gate} of {@code run.json}.
 *
 * @param by {@code strict} or {@code baseline}: by what it was decided
 * @param verdict {@code green}, {@code red} or {@code inconclusive}
 * @param sentence the verdict in a sentence or two
 * @param baseline the record that the run was compared with, or null where there was none
 * @param fingerprint what the run was made of, by name
 * @param attempts how many attempts were made, by their stage
 * @param cells the cells of which there is something to say: those that did not pass at once, that cannot be compared, or are gone
 * @param slices the slices, those that the suite derives first
 * @param floors the floors
 * @param detectable how small a change of one cell would have been noticed, or null where nothing was compared
 * @param notices what people should know beside
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record GateRecord(
        String by,
        String verdict,
        String sentence,
        @Nullable Reference baseline,
        Map<String, String> fingerprint,
        Map<String, Integer> attempts,
        List<CellFigures> cells,
        List<SliceFigures> slices,
        List<FloorFigures> floors,
        @Nullable Detectable detectable,
        List<Notice> notices) {

    /** Copies lists and maps, keeping their order. */
    public GateRecord {
        fingerprint = Collections.unmodifiableMap(new LinkedHashMap<>(fingerprint));
        attempts = Collections.unmodifiableMap(new LinkedHashMap<>(attempts));
        cells = List.copyOf(cells);
        slices = List.copyOf(slices);
        floors = List.copyOf(floors);
        notices = List.copyOf(notices);
    }

    /**
     * The record that a run was compared with.
     *
     * @param file its path, relative to the suite's directory
     * @param runs how many runs of the main branch it holds
     * @param cells how many cells
     * @param fingerprint what the newest of these was made of, by name
     */
    public record Reference(String file, int runs, int cells, Map<String, String> fingerprint) {

        /** Copies the map, keeping its order. */
        public Reference {
            fingerprint = Collections.unmodifiableMap(new LinkedHashMap<>(fingerprint));
        }
    }

    /**
     * How many of some attempts passed, with the 95 % confidence interval of the rate (Wilson).
     *
     * @param passes those that passed
     * @param attempts all
     * @param low the interval's lower end
     * @param high its upper end
     */
    public record Rate(int passes, int attempts, double low, double high) {}

    /**
     * What is said of a cell.
     *
     * @param caseId the case ({@code case} in the file)
     * @param cohort the cohort
     * @param kind {@code passed}, {@code not-confirmed}, {@code suspect}, {@code regression}, {@code critical}, {@code main-fails-too}, {@code new-failing},
     *     {@code not-evaluated}, {@code open} or {@code gone}
     * @param standing what its record is worth: {@code reliable}, {@code poor}, {@code short}, {@code new} or {@code unverifiable}
     * @param sentence why, in one sentence
     * @param baseline its record; null where there is none that can be compared
     * @param fresh the attempts that decided; null where none were made
     * @param p how often luck brings so few passes or fewer; null where nothing was compared
     */
    public record CellFigures(
            @JsonProperty("case") String caseId,
            String cohort,
            String kind,
            String standing,
            String sentence,
            @Nullable Rate baseline,
            @Nullable Rate fresh,
            @Nullable Double p) {}

    /**
     * What is said of a slice.
     *
     * @param name {@code cohort=enterprise}
     * @param kind {@code holds}, {@code not-confirmed}, {@code regression}, {@code main-fails-too}, {@code too-small} or {@code open}
     * @param named whether the suite file asks for it
     * @param cells how many cells it has
     * @param compared how many of these have a record
     * @param sentence why, in one sentence
     * @param baseline the record of those
     * @param first their first attempts
     * @param firstP how often luck brings first attempts as bad
     * @param fresh the attempts that decided; null where it did not look worse
     * @param freshP how often luck brings those, or null
     * @param predictedFailures how many of the attempts that decided (the first ones, where there are no fresh ones) fail by the record
     * @param smallestDrop the smallest drop of its rate that is noticed eight times of ten, or null where nothing was compared
     * @param k how many attempts of each of its cells the next two figures are about
     * @param passAny the estimated rate of cells of which at least one of {@code k} attempts passes (pass@k)
     * @param passAll the estimated rate of cells of which all {@code k} attempts pass (pass^k)
     */
    public record SliceFigures(
            String name,
            String kind,
            boolean named,
            int cells,
            int compared,
            String sentence,
            Rate baseline,
            Rate first,
            double firstP,
            @Nullable Rate fresh,
            @Nullable Double freshP,
            double predictedFailures,
            @Nullable Double smallestDrop,
            int k,
            double passAny,
            double passAll) {}

    /**
     * What is said of a floor.
     *
     * @param name the cells that it is about, as a slice is called
     * @param rate the least rate
     * @param kind {@code holds}, {@code broken}, or {@code open} where none of its cells was evaluated
     * @param first the first attempts of its cells
     */
    public record FloorFigures(String name, double rate, String kind, Rate first) {}

    /**
     * The highest rates of a cell, perfect so far, at which it is found.
     *
     * @param failing the number of failing cells for which this holds
     * @param eightInTen found eight times of ten
     * @param oneInTwo found every second time
     */
    public record Detectable(int failing, double eightInTen, double oneInTwo) {}

    /**
     * What people should know.
     *
     * @param kind {@code no-baseline}, {@code not-comparable}, {@code weakened}, {@code left-out}, {@code budget}, {@code kept}, {@code tried}, {@code drift}, {@code stale}, {@code status}
     * @param sentence what
     */
    public record Notice(String kind, String sentence) {}
}
