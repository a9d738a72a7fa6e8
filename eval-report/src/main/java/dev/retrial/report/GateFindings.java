package dev.retrial.report;

import dev.retrial.report.Judgement.Finding;
import dev.retrial.report.Judgement.Kind;
import dev.retrial.report.Judgement.Verdict;
import dev.retrial.results.GateRecord;
import dev.retrial.wording.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a run's own gate decided, in the words of a report. */
final class GateFindings {

    /** What tells one decision from another; of what is tried it says nothing, and no record has the same. */
    private static final Set<String> ABOUT_THE_RUN = Set.of("baseline", "revision");

    private final GateRecord gate;
    private final Map<String, GateRecord.CellFigures> cells = new HashMap<>();

    GateFindings(GateRecord gate) {
        this.gate = gate;
        for (GateRecord.CellFigures cell : gate.cells()) {
            cells.put(name(cell), cell);
        }
    }

    GateRecord gate() {
        return gate;
    }

    /** What it says of a cell, or null. */
    GateRecord.@Nullable CellFigures of(CellOverview cell) {
        return cells.get(cell.name());
    }

    /** Whether the cell fails the build by this gate; one that passes though it is known to fail does so by itself. */
    boolean isRed(CellOverview cell) {
        GateRecord.CellFigures figures = of(cell);
        return figures == null
                ? cell.outcome() == CellOutcome.PASSED_UNEXPECTEDLY
                : kind(figures.kind()).compareTo(Kind.SUSPECT) < 0;
    }

    /** The decision; what is red beside what it is about is red whatever it says, and what is missing is never green. */
    Judgement judgement(RunOverview run) {
        List<RedLeaf> redLeaves = run.redLeaves();
        List<Finding> findings = new ArrayList<>();
        for (GateRecord.CellFigures cell : gate.cells()) {
            if (!cell.kind().equals("passed")) {
                findings.add(new Finding(kind(cell.kind()), name(cell), cell.sentence()));
            } else if (cell.standing().equals("unverifiable")) {
                findings.add(new Finding(Kind.UNVERIFIABLE, name(cell), cell.sentence()));
            }
        }
        for (GateRecord.SliceFigures slice : gate.slices()) {
            if (!slice.kind().equals("holds") && (slice.named() || !slice.kind().equals("too-small"))) {
                String name = name(slice);
                String sentence = slice.sentence();
                findings.add(new Finding(
                        kind(slice.kind()),
                        name,
                        sentence.startsWith(name + ": ") ? sentence.substring(name.length() + 2) : sentence));
            }
        }
        for (GateRecord.FloorFigures floor : gate.floors()) {
            if (!floor.kind().equals("holds")) {
                findings.add(new Finding(
                        kind(floor.kind()),
                        floor.name(),
                        floor.first().passes() + " of " + floor.first().attempts() + " cells passed, its floor is "
                                + Texts.percent(floor.rate())));
            }
        }
        for (CellOverview cell : run.cells()) {
            if (of(cell) == null && isRed(cell)) {
                findings.add(
                        new Finding(Kind.REGRESSION, cell.name(), cell.outcome().text()));
            }
        }
        for (RedLeaf leaf : redLeaves) {
            findings.add(new Finding(Kind.REGRESSION, leaf.name(), leaf.sentence()));
        }
        for (GateRecord.Notice notice : gate.notices()) {
            findings.add(new Finding(Kind.NOTICE, null, notice.sentence()));
        }
        findings.sort(Comparator.comparing(Finding::kind));
        Verdict verdict = switch (gate.verdict()) {
            case "green" -> Verdict.GREEN;
            case "red" -> Verdict.RED;
            default -> Verdict.INCONCLUSIVE;
        };
        String sentence = gate.sentence();
        List<String> beside = Judgement.leaves(run);
        int unexpected = run.count(CellOutcome.PASSED_UNEXPECTEDLY);
        if (unexpected > 0) {
            beside.add(Texts.count(unexpected, "cell") + (unexpected == 1 ? " passes" : " pass")
                    + " though known to fail");
        }
        if (!beside.isEmpty()) {
            verdict = Verdict.RED;
            sentence += (sentence.endsWith(".") ? " " : ". ") + "Beside that, " + Judgement.join(beside) + ".";
        } else if (verdict == Verdict.GREEN && !run.complete()) {
            verdict = Verdict.INCONCLUSIVE;
            sentence = "Results are missing. " + sentence;
        }
        return new Judgement(verdict, sentence, findings);
    }

    /** What the run is made of otherwise than the record: {@code promptHash 41d78a405da5 → 9d1bc7e03a52}; empty where nothing, or nothing was compared. */
    List<String> changed() {
        GateRecord.Reference baseline = gate.baseline();
        List<String> changed = new ArrayList<>();
        if (baseline != null) {
            for (Map.Entry<String, String> now : gate.fingerprint().entrySet()) {
                String was = baseline.fingerprint().get(now.getKey());
                if (!ABOUT_THE_RUN.contains(now.getKey()) && !now.getValue().equals(was)) {
                    changed.add(now.getKey() + " " + (was == null ? "none" : shortened(was)) + " → "
                            + shortened(now.getValue()));
                }
            }
            for (Map.Entry<String, String> was : baseline.fingerprint().entrySet()) {
                if (!gate.fingerprint().containsKey(was.getKey())) {
                    changed.add(was.getKey() + " " + shortened(was.getValue()) + " → none");
                }
            }
        }
        return changed;
    }

    private static String shortened(String value) {
        return value.length() > 12 ? value.substring(0, 12) : value;
    }

    /** What a green gate is worth: how small a change would have been noticed; null where nothing was compared. */
    @Nullable
    String noticed() {
        GateRecord.Detectable detectable = gate.detectable();
        return detectable == null
                ? null
                : "a cell that always passed and now passes at most " + Texts.percent(detectable.eightInTen())
                        + " of the time is found eight times of ten, at most " + Texts.percent(detectable.oneInTwo())
                        + " every second time";
    }

    /** {@code 32 first, 30 confirm}. */
    String attempts() {
        List<String> attempts = new ArrayList<>();
        gate.attempts().forEach((stage, count) -> attempts.add(Texts.count(count) + " " + stage));
        return String.join(", ", attempts);
    }

    private static String name(GateRecord.CellFigures cell) {
        return cell.caseId() + " [" + cell.cohort() + "]";
    }

    /** {@code cohort enterprise, difficulty hard}, as its sentence has it. */
    static String name(GateRecord.SliceFigures slice) {
        int end = slice.sentence().indexOf(": ");
        return end > 0 ? slice.sentence().substring(0, end) : slice.name();
    }

    private static Kind kind(String kind) {
        return switch (kind) {
            case "regression", "critical", "gone", "broken" -> Kind.REGRESSION;
            case "new-failing" -> Kind.NEW_FAILING;
            case "main-fails-too" -> Kind.MAIN_FAILS_TOO;
            case "suspect" -> Kind.SUSPECT;
            case "not-confirmed", "passed", "holds" -> Kind.NOT_CONFIRMED;
            // What a later version says, too: nobody here knows what it means.
            default -> Kind.OPEN;
        };
    }
}
