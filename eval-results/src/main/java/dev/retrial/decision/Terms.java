package dev.retrial.decision;

import dev.retrial.gate.GateRules;
import dev.retrial.gate.Part;
import java.util.List;
import org.apiguardian.api.API;

/**
 * On what terms a change may land.
 *
 * @param rules how sure the gate wants to be
 * @param slices what the suite asks to be compared, beside each cohort, difficulty and failure class
 * @param floors the least pass rates
 * @param complete the least share of cells that could be evaluated
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Terms(GateRules rules, List<Part> slices, List<Floor> floors, double complete) {

    /** Copies the lists. */
    public Terms {
        slices = List.copyOf(slices);
        floors = List.copyOf(floors);
    }

    /** Rules alone. */
    public static Terms of(GateRules rules) {
        return new Terms(rules, List.of(), List.of(), 1);
    }

    /**
     * A pass rate that some cells must reach.
     *
     * @param part the cells
     * @param rate the rate, from 0 to 1
     */
    public record Floor(Part part, double rate) {}
}
