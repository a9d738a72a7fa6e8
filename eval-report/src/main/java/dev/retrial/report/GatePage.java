package dev.retrial.report;

import dev.retrial.results.GateRecord;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What the page's template asks of the run's gate. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GatePage {

    private final @Nullable GateFindings gate;

    GatePage(@Nullable GateFindings gate) {
        this.gate = gate;
    }

    /** Names and values on what was compared; none where the run has no gate. */
    List<String[]> facts() {
        List<String[]> facts = new ArrayList<>();
        if (gate == null) {
            return facts;
        }
        GateRecord.Reference baseline = gate.gate().baseline();
        if (baseline != null) {
            facts.add(new String[] {
                "Record",
                Texts.count(baseline.runs(), "run") + " of the main branch, " + Texts.count(baseline.cells(), "cell")
                        + " (" + baseline.file() + ")"
            });
            List<String> changed = gate.changed();
            facts.add(new String[] {
                "Changed since", changed.isEmpty() ? "nothing that is known" : String.join(", ", changed)
            });
        }
        facts.add(new String[] {"Attempts", gate.attempts()});
        String noticed = gate.noticed();
        if (noticed != null) {
            facts.add(new String[] {"What would be noticed", noticed});
        }
        return facts;
    }

    /** The slices that were compared with a record. */
    public List<GateRecord.SliceFigures> compared() {
        return gate == null
                ? List.of()
                : gate.gate().slices().stream()
                        .filter(slice -> slice.compared() > 0)
                        .toList();
    }

    /** {@code 31 of 32}. */
    public String of(GateRecord.Rate rate) {
        return Texts.count(rate.passes()) + " of " + Texts.count(rate.attempts());
    }

    /** {@code 23 points}, or a dash. */
    public String drop(@Nullable Double drop) {
        return drop == null ? "–" : Math.round(drop * 100) + " points";
    }

    /** {@code 94 %}. */
    public String share(double share) {
        return Texts.percent(share);
    }
}
