package dev.retrial.gating;

import dev.retrial.results.GateRecord;
import dev.retrial.results.GateRecord.CellFigures;
import dev.retrial.results.GateRecord.Detectable;
import dev.retrial.results.GateRecord.FloorFigures;
import dev.retrial.results.GateRecord.Notice;
import dev.retrial.results.GateRecord.SliceFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the console and the test {@code [gate]} say of a decision. */
final class GateLines {

    private static final int SHOWN = 12;
    private static final Set<String> QUIET_CELLS = Set.of("passed", "not-confirmed");
    private static final Set<String> QUIET_SLICES = Set.of("holds", "not-confirmed", "too-small");

    private GateLines() {}

    /** The verdict, what would have been noticed, and what people should know. */
    static List<String> console(GateRecord gate) {
        List<String> lines = new ArrayList<>();
        lines.add("Retrial: gate: " + gate.verdict() + ". " + gate.sentence());
        lines.add("Retrial: gate: " + attempts(gate.attempts()));
        String noticed = gate.verdict().equals("inconclusive") ? null : noticed(gate);
        if (noticed != null) {
            lines.add("Retrial: gate: " + noticed);
        }
        for (Notice notice : gate.notices()) {
            lines.add("Retrial: gate: " + (notice.kind().equals("left-out") ? "" : "warning: ") + notice.sentence());
        }
        return lines;
    }

    /** The verdict, then a line for each cell and slice that it rests on. */
    static String facts(GateRecord gate) {
        List<String> lines = new ArrayList<>();
        for (CellFigures cell : gate.cells()) {
            if (!QUIET_CELLS.contains(cell.kind())) {
                lines.add(cell.caseId() + " [" + cell.cohort() + "] " + cell.sentence());
            }
        }
        for (SliceFigures slice : gate.slices()) {
            if (!QUIET_SLICES.contains(slice.kind())) {
                lines.add(slice.sentence());
            }
        }
        for (FloorFigures floor : gate.floors()) {
            if (!floor.kind().equals("holds")) {
                lines.add(String.format(
                        Locale.ROOT,
                        "floor of %s: %d of %d first attempts passed, at most %.0f %%; %.0f %% must",
                        floor.name(),
                        floor.first().passes(),
                        floor.first().attempts(),
                        floor.first().high() * 100,
                        floor.rate() * 100));
            }
        }
        for (Notice notice : gate.notices()) {
            lines.add(notice.sentence());
        }
        int more = lines.size() - SHOWN;
        List<String> shown = more > 0 ? new ArrayList<>(lines.subList(0, SHOWN)) : lines;
        if (more > 0) {
            shown.add("and " + more + " more, in run.json");
        }
        return shown.isEmpty() ? gate.sentence() : gate.sentence() + "\n  " + String.join("\n  ", shown);
    }

    private static String attempts(Map<String, Integer> attempts) {
        StringBuilder text = new StringBuilder();
        int all = 0;
        for (Map.Entry<String, Integer> stage : attempts.entrySet()) {
            all += stage.getValue();
            text.append(text.length() == 0 ? "" : ", ")
                    .append(stage.getValue())
                    .append(' ')
                    .append(stage.getKey());
        }
        return all + (all == 1 ? " attempt (" : " attempts (") + text + ")";
    }

    /** What a green verdict is worth. */
    private static @Nullable String noticed(GateRecord gate) {
        Detectable cell = gate.detectable();
        SliceFigures best = null;
        for (SliceFigures slice : gate.slices()) {
            Double drop = slice.smallestDrop();
            if (drop != null && (best == null || best.smallestDrop() == null || drop < best.smallestDrop())) {
                best = slice;
            }
        }
        if (cell == null) {
            return null;
        }
        String text = String.format(
                Locale.ROOT,
                "noticed eight times of ten: a cell that passed always and now passes at most %.0f %% of the time",
                cell.eightInTen() * 100);
        Double drop = best == null ? null : best.smallestDrop();
        return best == null || drop == null
                ? text
                : text
                        + String.format(
                                Locale.ROOT,
                                "; a drop of %.0f points of %s",
                                drop * 100,
                                best.name().replace('=', ' '));
    }
}
