package dev.retrial.report;

import dev.retrial.results.GateRecord;
import dev.retrial.wording.Texts;
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

    /** {@code Against 20 runs of the main branch; changed since: promptHash 41d7… → 9d1b….}; null where nothing was compared. */
    public @Nullable String against() {
        GateRecord.Reference baseline = gate == null ? null : gate.gate().baseline();
        if (gate == null || baseline == null) {
            return null;
        }
        List<String> changed = gate.changed();
        return "Against " + Texts.count(baseline.runs(), "run") + " of the main branch; changed since: "
                + (changed.isEmpty() ? "nothing that is known" : String.join(", ", changed)) + ".";
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

    /** {@code cohort enterprise}. */
    public String name(GateRecord.SliceFigures slice) {
        return GateFindings.name(slice);
    }

    /** {@code 94 %}, and of how many attempts, where those are several. */
    public String any(GateRecord.SliceFigures slice) {
        return Texts.percent(slice.passAny()) + ofSeveral(slice);
    }

    /** As {@link #any}, of cells that passed each time. */
    public String all(GateRecord.SliceFigures slice) {
        return Texts.percent(slice.passAll()) + ofSeveral(slice);
    }

    private static String ofSeveral(GateRecord.SliceFigures slice) {
        return slice.k() == 1 ? "" : " in " + slice.k();
    }

    /** How the slice came out, in words for people. */
    public String verdict(GateRecord.SliceFigures slice) {
        return switch (slice.kind()) {
            case "holds" -> "no worse";
            case "not-confirmed" -> "looked worse, not confirmed";
            case "regression" -> "worse";
            case "main-fails-too" -> "main fails too";
            case "too-small" -> "too small to judge";
            default -> "open";
        };
    }

    /** The class of a slice's verdict. */
    public String tone(GateRecord.SliceFigures slice) {
        return switch (slice.kind()) {
            case "holds", "not-confirmed", "too-small" -> "";
            case "regression" -> "bad";
            default -> "unknown";
        };
    }

    /** {@code 31 of 32}. */
    public String of(GateRecord.Rate rate) {
        return Texts.count(rate.passes()) + " of " + Texts.count(rate.attempts());
    }

    /** {@code 23 points}, or a dash. */
    public String drop(@Nullable Double drop) {
        return drop == null ? "–" : Math.round(drop * 100) + " points";
    }
}
