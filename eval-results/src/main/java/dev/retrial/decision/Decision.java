package dev.retrial.decision;

import dev.retrial.baseline.Baseline;
import dev.retrial.baseline.CellHistory;
import dev.retrial.baseline.CellKey;
import dev.retrial.decision.CellVerdict.Kind;
import dev.retrial.decision.CellVerdict.Standing;
import dev.retrial.gate.Gate;
import dev.retrial.gate.GateDecision;
import dev.retrial.gate.GateDecision.CellFinding;
import dev.retrial.gate.GateDecision.Verdict;
import dev.retrial.gate.GatedCell;
import dev.retrial.gate.PassCount;
import dev.retrial.gate.Slice;
import dev.retrial.gate.Wanted;
import dev.retrial.results.GateRecord;
import dev.retrial.results.GateRecord.FloorFigures;
import dev.retrial.results.GateRecord.Notice;
import dev.retrial.results.GateRecord.SliceFigures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a run means for the change: the gate's findings, critical rules, floors, cells that are gone, and what could not be evaluated.
 *
 * <p>A function of what it is given: asked again with the same attempts, it says the same.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Decision {

    private final Terms terms;
    private final List<RunCell> cells;
    private final Map<CellKey, String> leftOut;
    private final Baseline baseline;
    private final Evidence evidence;
    private final List<String> obstacles;
    private final List<CellVerdict> verdicts = new ArrayList<>();
    private final List<CellKey> gone = new ArrayList<>();
    private final List<SliceFigures> slices = new ArrayList<>();
    private final List<FloorFigures> floors = new ArrayList<>();
    private final boolean complete;
    private final int evaluated;
    private int failing;
    private Drift drift = new Drift(null, null);

    private Decision(
            Terms terms,
            List<RunCell> cells,
            Map<CellKey, String> leftOut,
            Baseline baseline,
            Evidence evidence,
            List<String> obstacles) {
        this.terms = terms;
        this.cells = List.copyOf(cells);
        this.leftOut = leftOut;
        this.baseline = baseline;
        this.evidence = evidence;
        this.obstacles = obstacles;
        int with = 0;
        for (RunCell cell : cells) {
            with += cell.first() == null ? 0 : 1;
        }
        this.evaluated = with;
        this.complete = with > 0 && with >= terms.complete() * cells.size();
    }

    /**
     * Decides.
     *
     * @param terms on what terms
     * @param cells every cell of the suite that gates
     * @param leftOut the cells of the suite that do not, each with the reason: {@code quarantined}
     * @param baseline the record of the main branch
     * @param evidence the attempts
     * @param control whether the main branch's agent can be asked too
     * @param obstacles what keeps the run from being complete, each a clause; a live list, read when the verdict is asked for, since attempts may come upon more
     */
    public static Decision of(
            Terms terms,
            List<RunCell> cells,
            Map<CellKey, String> leftOut,
            Baseline baseline,
            Evidence evidence,
            boolean control,
            List<String> obstacles) {
        Decision decision = new Decision(terms, cells, leftOut, baseline, evidence, obstacles);
        decision.compare(control);
        decision.judgeCriticalRules();
        decision.judgeFloors();
        decision.lookForWhatIsGone();
        return decision;
    }

    private void compare(boolean control) {
        List<GatedCell> gated = new ArrayList<>();
        for (RunCell cell : cells) {
            // One that was not evaluated has no record here, and so no part in any slice.
            Boolean first = cell.first();
            gated.add(
                    new GatedCell(cell.key().toString(), first == null ? null : record(cell), first == null || first));
        }
        List<Slice> sliced = Slices.of(cells, terms.slices());
        GateDecision decided = Gate.decide(terms.rules(), gated, sliced, evidence, control);
        for (int i = 0; i < gated.size(); i++) {
            RunCell cell = cells.get(i);
            CellFinding finding = decided.cells().get(i);
            PassCount record = gated.get(i).baseline();
            Kind kind = cell.first() == null ? Kind.NOT_EVALUATED : kind(finding.kind());
            Standing standing = standing(cell, record);
            failing += cell.first() != null && !cell.first() && standing == Standing.RELIABLE ? 1 : 0;
            verdicts.add(new CellVerdict(
                    kind,
                    standing,
                    Sentences.of(kind, standing, record, finding.fresh(), finding.p()),
                    record,
                    finding.fresh(),
                    finding.p()));
        }
        SliceReport report = new SliceReport(terms.rules(), cells, gated, evidence);
        for (int i = 0; i < sliced.size(); i++) {
            slices.add(report.of(sliced.get(i), decided.slices().get(i)));
        }
        List<@Nullable CellHistory> histories = new ArrayList<>();
        for (RunCell cell : cells) {
            histories.add(cell.hash() == null ? null : baseline.history(cell.key(), cell.hash()));
        }
        drift = Drift.of(histories, sliced, terms.rules());
    }

    private static Kind kind(GateDecision.CellKind kind) {
        return switch (kind) {
            case PASSED -> Kind.PASSED;
            case NOT_CONFIRMED -> Kind.NOT_CONFIRMED;
            case SUSPECT -> Kind.SUSPECT;
            case REGRESSION -> Kind.REGRESSION;
            case MAIN_FAILS_TOO -> Kind.MAIN_FAILS_TOO;
            case NEW_FAILING -> Kind.NEW_FAILING;
            case OPEN -> Kind.OPEN;
        };
    }

    private @Nullable PassCount record(RunCell cell) {
        return cell.hash() == null ? null : baseline.record(cell.key(), cell.hash());
    }

    private Standing standing(RunCell cell, @Nullable PassCount record) {
        CellHistory history = baseline.cells().get(cell.key());
        if (history == null) {
            return Standing.NEW;
        }
        if (record == null) {
            return cell.first() == null ? Standing.RELIABLE : Standing.UNVERIFIABLE;
        }
        if (record.attempts() < terms.rules().reliableAttempts()) {
            return Standing.SHORT;
        }
        return terms.rules().isReliable(record) ? Standing.RELIABLE : Standing.POOR;
    }

    /** A violation may be a slip of whoever judges; a second one of the same rule is none. */
    private void judgeCriticalRules() {
        for (int i = 0; i < cells.size(); i++) {
            Map<String, Integer> broken = evidence.critical(i);
            if (broken.isEmpty()) {
                continue;
            }
            boolean tried = true;
            if (secondOf(broken) == null) {
                int wanted = terms.rules().newAttempts();
                tried = evidence.make(List.of(Wanted.all(i, Wanted.Stage.CONFIRM, wanted)))
                                .get(0)
                                .size()
                        >= wanted;
                broken = evidence.critical(i);
            }
            String rule = secondOf(broken);
            CellVerdict was = verdicts.get(i);
            if (rule != null) {
                verdicts.set(
                        i,
                        as(
                                Kind.CRITICAL,
                                was,
                                "broke the critical rule " + rule + " in " + broken.get(rule) + " attempts"));
            } else if (!tried && !was.kind().isRed()) {
                verdicts.set(
                        i,
                        as(
                                Kind.OPEN,
                                was,
                                "broke a critical rule once, and the attempts that would tell"
                                        + " whether it does so again could not be made"));
            }
        }
    }

    private static CellVerdict as(Kind kind, CellVerdict was, String sentence) {
        return new CellVerdict(kind, was.standing(), sentence, was.baseline(), was.fresh(), was.p());
    }

    private static @Nullable String secondOf(Map<String, Integer> broken) {
        for (Map.Entry<String, Integer> rule : broken.entrySet()) {
            if (rule.getValue() > 1) {
                return rule.getKey();
            }
        }
        return null;
    }

    private void judgeFloors() {
        for (Terms.Floor floor : terms.floors()) {
            PassCount first = PassCount.NONE;
            for (int cell : Slices.cellsOf(cells, floor.part())) {
                first = first.plus(
                        new PassCount(Boolean.TRUE.equals(cells.get(cell).first()) ? 1 : 0, 1));
            }
            String kind = first.attempts() == 0
                    ? "open"
                    : first.wilson(SliceReport.CONFIDENCE).high() < floor.rate() ? "broken" : "holds";
            floors.add(new FloorFigures(floor.part().name(), floor.rate(), kind, SliceReport.rate(first)));
        }
    }

    private void lookForWhatIsGone() {
        Set<CellKey> here = new HashSet<>();
        for (RunCell cell : cells) {
            here.add(cell.key());
        }
        for (CellKey key : baseline.cells().keySet()) {
            if (!leftOut.containsKey(key) && !here.contains(key) && !baseline.isRemoved(key)) {
                gone.add(key);
            }
        }
    }

    /** A run that takes its time is one of main, as a rule, and the only one that can be red for what no single change did. */
    private boolean judgesMain() {
        return terms.rules().isThorough() && drift.drifted() != null;
    }

    /** Whether the change may land. */
    public Verdict verdict() {
        boolean red = !gone.isEmpty() || judgesMain();
        boolean open = !complete || !obstacles.isEmpty();
        for (CellVerdict cell : verdicts) {
            red |= cell.kind().isRed();
            open |= cell.kind() == Kind.OPEN || cell.kind() == Kind.MAIN_FAILS_TOO;
        }
        for (SliceFigures slice : slices) {
            red |= slice.kind().equals("regression");
            open |= slice.kind().equals("open") || slice.kind().equals("main-fails-too");
        }
        for (FloorFigures floor : floors) {
            red |= floor.kind().equals("broken");
            open |= floor.kind().equals("open");
        }
        return red ? Verdict.RED : open ? Verdict.INCONCLUSIVE : Verdict.GREEN;
    }

    /** What is said of each cell, in their order. */
    public List<CellVerdict> cells() {
        return List.copyOf(verdicts);
    }

    /** The verdict in words. */
    public String sentence() {
        return new VerdictSentence(
                        terms,
                        cells,
                        verdicts,
                        gone,
                        slices,
                        floors,
                        evaluated,
                        complete,
                        obstacles,
                        judgesMain() ? drift.drifted() : null)
                .of(verdict());
    }

    /**
     * All of it, as results have it.
     *
     * @param reference the record that was compared with
     * @param fingerprint what the run is made of
     * @param attempts how many attempts were made, by stage
     * @param more what people should know beside
     */
    public GateRecord record(
            GateRecord.@Nullable Reference reference,
            Map<String, String> fingerprint,
            Map<String, Integer> attempts,
            List<Notice> more) {
        List<GateRecord.CellFigures> figures = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            CellVerdict verdict = verdicts.get(i);
            if (verdict.kind() != Kind.PASSED || verdict.standing() == Standing.UNVERIFIABLE) {
                figures.add(SliceReport.figures(cells.get(i).key(), verdict));
            }
        }
        for (CellKey key : gone) {
            figures.add(new GateRecord.CellFigures(
                    key.caseId(), key.cohort(), "gone", "reliable", VerdictSentence.GONE, null, null, null));
        }
        List<Notice> all = new ArrayList<>(more);
        all.addAll(drift.notices());
        if (!leftOut.isEmpty()) {
            all.add(new Notice("left-out", leftOut()));
        }
        return new GateRecord(
                "baseline",
                SliceReport.key(verdict()),
                sentence(),
                reference,
                fingerprint,
                attempts,
                figures,
                slices,
                floors,
                SliceReport.detectable(terms.rules(), failing),
                all);
    }

    private String leftOut() {
        Map<String, Integer> counts = new TreeMap<>();
        leftOut.values().forEach(reason -> counts.merge(reason, 1, Integer::sum));
        StringBuilder text = new StringBuilder();
        counts.forEach((reason, count) -> text.append(text.length() == 0 ? "" : ", ")
                .append(count)
                .append(' ')
                .append(reason));
        return leftOut.size() + (leftOut.size() == 1 ? " cell does not gate: " : " cells do not gate: ") + text;
    }
}
