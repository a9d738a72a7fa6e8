package dev.retrial.suite;

import dev.retrial.gate.Part;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What {@code suite.yaml} says of the gate.
 *
 * @param by what the run is held against
 * @param baseline the path of the main branch's record, relative to the suite's directory
 * @param slices what is compared as a whole beside each cohort, difficulty and failure class
 * @param floors the least pass rates
 * @param complete the least share of cells that could be evaluated, from 0.5 to 1
 * @param budget what the run may use
 * @param control the main branch's agent, or null where it cannot be asked
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record GateSpec(
        By by,
        String baseline,
        List<Part> slices,
        List<Floor> floors,
        double complete,
        Budget budget,
        @Nullable AgentSpec control) {

    /** The file of the record where none is named. */
    public static final String BASELINE = "baseline.json";

    /** Copies the lists. */
    public GateSpec {
        slices = List.copyOf(slices);
        floors = List.copyOf(floors);
    }

    /** A gate about which nothing else is said. */
    public static GateSpec of(By by) {
        return new GateSpec(by, BASELINE, List.of(), List.of(), 1, Budget.NONE, null);
    }

    /** What a run is held against. */
    public enum By {
        /** Every cell passes its own rule. */
        STRICT("strict"),
        /** No cell and no slice is worse than its record on the main branch. */
        BASELINE("baseline");

        private final String key;

        By(String key) {
            this.key = key;
        }

        /** The word for it in suite files and results. */
        public String key() {
            return key;
        }
    }

    /**
     * A pass rate that some cells must reach.
     *
     * @param part the cells
     * @param rate the rate, from 0 to 1
     */
    public record Floor(Part part, double rate) {}

    /**
     * What a run may use; null where there is no limit.
     *
     * @param tokens how many tokens the agent may read and write
     * @param money what they may cost
     * @param prices what they cost; not null where {@code money} is not
     * @param time how long the run may take
     * @param calls how many replies the agent may be asked for
     */
    public record Budget(
            @Nullable Long tokens,
            @Nullable Double money,
            @Nullable Prices prices,
            @Nullable Duration time,
            @Nullable Long calls) {

        /** No limit. */
        public static final Budget NONE = new Budget(null, null, null, null, null);
    }

    /**
     * The price of a million tokens.
     *
     * @param input of those that the agent reads
     * @param output of those that it writes
     */
    public record Prices(double input, double output) {}
}
