package dev.retrial.decision;

import dev.retrial.baseline.CellKey;
import dev.retrial.gate.Detection;
import dev.retrial.gate.GateDecision.SliceFinding;
import dev.retrial.gate.GateDecision.SliceKind;
import dev.retrial.gate.GateDecision.Verdict;
import dev.retrial.gate.GateRules;
import dev.retrial.gate.GatedCell;
import dev.retrial.gate.PassCount;
import dev.retrial.gate.Slice;
import dev.retrial.gate.Wanted;
import dev.retrial.results.GateRecord.CellFigures;
import dev.retrial.results.GateRecord.Detectable;
import dev.retrial.results.GateRecord.Rate;
import dev.retrial.results.GateRecord.SliceFigures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures of what was decided. */
final class SliceReport {

    static final double CONFIDENCE = .95;

    /** What a cell must show depends on how many fail at once; the figure is for as many, where fewer do. */
    private static final int USUAL_FAILING = 8;

    private final GateRules rules;
    private final List<RunCell> cells;
    private final List<GatedCell> gated;
    private final Evidence evidence;

    SliceReport(GateRules rules, List<RunCell> cells, List<GatedCell> gated, Evidence evidence) {
        this.rules = rules;
        this.cells = cells;
        this.gated = gated;
        this.evidence = evidence;
    }

    SliceFigures of(Slice slice, SliceFinding finding) {
        List<PassCount> baselines = new ArrayList<>();
        PassCount record = PassCount.NONE;
        double expected = 0;
        for (int cell : slice.cells()) {
            PassCount one = gated.get(cell).baseline();
            if (one != null && one.attempts() > 0) {
                baselines.add(one);
                record = record.plus(one);
                expected += 1 - one.rate();
            }
        }
        boolean again = finding.fresh().attempts() > 0;
        double predicted = again ? expected * finding.fresh().attempts() / Math.max(1, baselines.size()) : expected;
        PassCount decisive = again ? finding.fresh() : finding.first();
        String sentence = Sentences.of(slice.name(), again ? "confirmation" : "first", decisive, predicted);
        // Where attempts are missing, to ask for them here would make them.
        boolean whole = again && finding.fresh().attempts() == baselines.size() * rules.sliceAttempts();
        int k = whole ? rules.sliceAttempts() : 1;
        double any = 0;
        double all = 0;
        int counted = 0;
        for (int cell : slice.cells()) {
            PassCount made = whole ? again(cell, k) : first(cell);
            if (made.attempts() >= k) {
                any += Detection.passAny(made, k);
                all += Detection.passAll(made, k);
                counted++;
            }
        }
        return new SliceFigures(
                slice.name(),
                key(finding.kind()),
                slice.named(),
                slice.cells().size(),
                baselines.size(),
                sentence + more(finding.kind(), finding.freshP(), baselines.size()),
                rate(record),
                rate(finding.first()),
                finding.firstP(),
                again ? rate(finding.fresh()) : null,
                again ? finding.freshP() : null,
                predicted,
                baselines.isEmpty() ? null : Detection.slice(baselines, rules),
                k,
                counted == 0 ? 0 : any / counted,
                counted == 0 ? 0 : all / counted);
    }

    private String more(SliceKind kind, double p, int compared) {
        return switch (kind) {
            case HOLDS -> "";
            case NOT_CONFIRMED -> "; no worse, as far as can be told";
            case REGRESSION -> "; " + Sentences.luck(p);
            case MAIN_FAILS_TOO -> "; but asked beside it, main's agent fails today too";
            case TOO_SMALL -> "; too few to judge: " + compared + " of " + rules.smallestSlice() + " cells";
            case OPEN ->
                compared < rules.smallestSlice()
                        ? "; the suite asks for it, and only " + compared + " of its cells have a record, of "
                                + rules.smallestSlice() + " that it needs"
                        : "; the attempts that would tell could not be made";
        };
    }

    /** The attempts of a slice that was tried again; asking for what was made makes nothing new. */
    private PassCount again(int cell, int k) {
        PassCount record = gated.get(cell).baseline();
        if (record == null || record.attempts() == 0) {
            return PassCount.NONE;
        }
        PassCount made = PassCount.NONE;
        List<Boolean> outcomes = evidence.make(List.of(Wanted.all(cell, Wanted.Stage.CONFIRM, k)))
                .get(0);
        for (int i = 0; i < Math.min(k, outcomes.size()); i++) {
            made = made.plus(new PassCount(Boolean.TRUE.equals(outcomes.get(i)) ? 1 : 0, 1));
        }
        return made;
    }

    private PassCount first(int cell) {
        return new PassCount(Boolean.TRUE.equals(cells.get(cell).first()) ? 1 : 0, 1);
    }

    static Rate rate(PassCount count) {
        PassCount.Bounds bounds = count.wilson(CONFIDENCE);
        return new Rate(count.passes(), count.attempts(), bounds.low(), bounds.high());
    }

    static CellFigures figures(CellKey key, CellVerdict verdict) {
        PassCount baseline = verdict.baseline();
        boolean made = verdict.fresh().attempts() > 0;
        return new CellFigures(
                key.caseId(),
                key.cohort(),
                verdict.kind().key(),
                verdict.standing().key(),
                verdict.sentence(),
                baseline == null ? null : rate(baseline),
                made ? rate(verdict.fresh()) : null,
                made && baseline != null ? verdict.p() : null);
    }

    static @Nullable Detectable detectable(GateRules rules, int failing) {
        PassCount perfect = new PassCount(20, 20);
        int at = Math.max(USUAL_FAILING, failing);
        double often = Detection.cell(perfect, rules, at, .8);
        double everySecond = Detection.cell(perfect, rules, at, .5);
        return Double.isNaN(often) || Double.isNaN(everySecond) ? null : new Detectable(at, often, everySecond);
    }

    static String key(Verdict verdict) {
        return switch (verdict) {
            case GREEN -> "green";
            case RED -> "red";
            case INCONCLUSIVE -> "inconclusive";
        };
    }

    private static String key(SliceKind kind) {
        return switch (kind) {
            case HOLDS -> "holds";
            case NOT_CONFIRMED -> "not-confirmed";
            case REGRESSION -> "regression";
            case MAIN_FAILS_TOO -> "main-fails-too";
            case TOO_SMALL -> "too-small";
            case OPEN -> "open";
        };
    }
}
