package dev.retrial.gate;

import dev.retrial.gate.ExactTests.Stratum;
import dev.retrial.gate.GateDecision.CellFinding;
import dev.retrial.gate.GateDecision.CellKind;
import dev.retrial.gate.GateDecision.SliceFinding;
import dev.retrial.gate.GateDecision.SliceKind;
import dev.retrial.gate.GateDecision.Verdict;
import dev.retrial.gate.Wanted.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Decides whether a change may land.
 *
 * <p>A cell that failed is tried again and compared with its own record; the first attempt, which brought it here, is never counted again. A slice that looks worse by all its first attempts is tried again whole. What is confirmed may be compared with the main branch's agent of today, which tells a regression from a bad day of the provider.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Gate {

    private final GateRules rules;
    private final List<GatedCell> cells;
    private final List<Slice> slices;
    private final FreshAttempts attempts;
    private final CellFinding[] cellFindings;
    private final SliceFinding[] sliceFindings;

    private Gate(GateRules rules, List<GatedCell> cells, List<Slice> slices, FreshAttempts attempts) {
        this.rules = rules;
        this.cells = List.copyOf(cells);
        this.slices = List.copyOf(slices);
        this.attempts = attempts;
        this.cellFindings = new CellFinding[cells.size()];
        this.sliceFindings = new SliceFinding[slices.size()];
    }

    /**
     * Decides.
     *
     * @param rules the levels
     * @param cells every cell that gates, with its first attempt
     * @param slices the slices that gate
     * @param attempts makes fresh attempts when asked
     * @param control whether the main branch's agent can be asked too
     */
    public static GateDecision decide(
            GateRules rules, List<GatedCell> cells, List<Slice> slices, FreshAttempts attempts, boolean control) {
        Gate gate = new Gate(rules, cells, slices, attempts);
        gate.judgeCells();
        gate.judgeSlices();
        if (control) {
            gate.compareCells();
            gate.compareSlices();
        }
        return gate.decision();
    }

    /** Step 1 and 2: who failed, and whether they fail more often than they did. */
    private void judgeCells() {
        List<Wanted> wanted = new ArrayList<>();
        int failing = 0;
        for (GatedCell cell : cells) {
            failing += !cell.passed() && isReliable(cell) ? 1 : 0;
        }
        for (int i = 0; i < cells.size(); i++) {
            GatedCell cell = cells.get(i);
            if (cell.passed()) {
                cellFindings[i] = new CellFinding(CellKind.PASSED, PassCount.NONE, 1);
            } else if (isReliable(cell)) {
                wanted.add(confirmation(i, failing));
            } else if (isNew(cell)) {
                wanted.add(new Wanted(
                        i,
                        Stage.CONFIRM,
                        rules.newAttempts(),
                        rules.newPasses() + 1,
                        rules.newAttempts() - rules.newPasses()));
            } else {
                cellFindings[i] = new CellFinding(CellKind.SUSPECT, PassCount.NONE, 1);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        List<List<Boolean>> made = attempts.make(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            Wanted one = wanted.get(i);
            cellFindings[one.cell()] = judged(one, count(made.get(i), one.attempts()));
        }
    }

    private Wanted confirmation(int cell, int failing) {
        PassCount baseline = baseline(cells.get(cell));
        int most = ExactTests.mostPasses(baseline, rules.attempts(), rules.cellLevel() / failing);
        return new Wanted(cell, Stage.CONFIRM, rules.attempts(), most + 1, rules.attempts() - most);
    }

    private CellFinding judged(Wanted wanted, PassCount made) {
        GatedCell cell = cells.get(wanted.cell());
        if (!wanted.isSettledBy(made)) {
            return new CellFinding(CellKind.OPEN, made, 1);
        }
        boolean failed = made.failures() >= wanted.failures();
        if (!isReliable(cell)) {
            return new CellFinding(failed ? CellKind.NEW_FAILING : CellKind.NOT_CONFIRMED, made, 1);
        }
        if (failed) {
            // What the attempts that were saved could still have brought belongs to the level, so it is that of the
            // limit.
            PassCount limit = new PassCount(wanted.attempts() - wanted.failures(), wanted.attempts());
            return new CellFinding(CellKind.REGRESSION, made, ExactTests.fisher(baseline(cell), limit));
        }
        // Where not even no pass at all would tell, nothing was tried.
        boolean poor = made.attempts() == 0 || made.failures() > made.passes();
        return new CellFinding(
                poor ? CellKind.SUSPECT : CellKind.NOT_CONFIRMED, made, ExactTests.fisher(baseline(cell), made));
    }

    /** Step 3: which slices look worse, and whether they still do when all their cells are tried again. */
    private void judgeSlices() {
        List<Integer> screened = new ArrayList<>();
        Set<Integer> members = new LinkedHashSet<>();
        for (int s = 0; s < slices.size(); s++) {
            SliceFinding first = screen(slices.get(s));
            sliceFindings[s] = first;
            if (first.kind() == SliceKind.NOT_CONFIRMED) {
                screened.add(s);
                members.addAll(comparable(slices.get(s)));
            }
        }
        if (screened.isEmpty()) {
            return;
        }
        List<Wanted> wanted = new ArrayList<>();
        for (int cell : members) {
            wanted.add(Wanted.all(cell, Stage.CONFIRM, rules.sliceAttempts()));
        }
        Map<Integer, PassCount> fresh = counts(wanted, attempts.make(wanted));
        double[] pValues = new double[screened.size()];
        for (int i = 0; i < pValues.length; i++) {
            pValues[i] = retried(screened.get(i), fresh);
        }
        boolean[] rejected = ExactTests.holm(pValues, rules.sliceLevel());
        for (int i = 0; i < pValues.length; i++) {
            SliceFinding finding = sliceFindings[screened.get(i)];
            if (rejected[i] && finding.kind() != SliceKind.OPEN) {
                sliceFindings[screened.get(i)] = as(SliceKind.REGRESSION, finding);
            }
        }
    }

    private SliceFinding screen(Slice slice) {
        List<Integer> members = comparable(slice);
        List<Stratum> strata = new ArrayList<>();
        PassCount first = PassCount.NONE;
        for (int cell : members) {
            PassCount one = new PassCount(cells.get(cell).passed() ? 1 : 0, 1);
            strata.add(new Stratum(baseline(cells.get(cell)), one));
            first = first.plus(one);
        }
        if (members.isEmpty() || members.size() < rules.smallestSlice()) {
            return new SliceFinding(slice.named() ? SliceKind.OPEN : SliceKind.TOO_SMALL, first, 1, PassCount.NONE, 1);
        }
        double p = ExactTests.stratified(strata);
        return new SliceFinding(
                p <= rules.screen() ? SliceKind.NOT_CONFIRMED : SliceKind.HOLDS, first, p, PassCount.NONE, 1);
    }

    private double retried(int slice, Map<Integer, PassCount> fresh) {
        SliceFinding first = sliceFindings[slice];
        List<Stratum> strata = new ArrayList<>();
        PassCount all = PassCount.NONE;
        boolean whole = true;
        for (int cell : comparable(slices.get(slice))) {
            PassCount made = fresh.getOrDefault(cell, PassCount.NONE);
            whole &= made.attempts() == rules.sliceAttempts();
            strata.add(new Stratum(baseline(cells.get(cell)), made));
            all = all.plus(made);
        }
        double p = whole ? ExactTests.stratified(strata) : 1;
        sliceFindings[slice] = new SliceFinding(
                whole ? SliceKind.NOT_CONFIRMED : SliceKind.OPEN, first.first(), first.firstP(), all, p);
        return p;
    }

    /** Step 4 for cells: whether the change is worse than the main branch's agent is today. */
    private void compareCells() {
        List<Integer> regressions = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < cellFindings.length; i++) {
            if (cellFindings[i].kind() == CellKind.REGRESSION) {
                regressions.add(i);
                wanted.add(Wanted.all(i, Stage.COMPARE, rules.attempts()));
                wanted.add(Wanted.all(i, Stage.CONTROL, rules.attempts()));
            }
        }
        if (regressions.isEmpty()) {
            return;
        }
        List<List<Boolean>> made = attempts.make(wanted);
        double[] pValues = new double[regressions.size()];
        boolean[] open = new boolean[regressions.size()];
        for (int i = 0; i < pValues.length; i++) {
            PassCount change = count(made.get(2 * i), rules.attempts());
            PassCount main = count(made.get(2 * i + 1), rules.attempts());
            open[i] = change.attempts() < rules.attempts() || main.attempts() < rules.attempts();
            pValues[i] = open[i] ? 1 : ExactTests.fisher(main, change);
        }
        boolean[] rejected = ExactTests.holm(pValues, rules.controlLevel());
        for (int i = 0; i < pValues.length; i++) {
            int cell = regressions.get(i);
            CellFinding was = cellFindings[cell];
            if (!rejected[i]) {
                cellFindings[cell] =
                        new CellFinding(open[i] ? CellKind.OPEN : CellKind.MAIN_FAILS_TOO, was.fresh(), was.p());
            }
        }
    }

    /** Step 4 for slices. */
    private void compareSlices() {
        List<Integer> regressions = new ArrayList<>();
        Set<Integer> members = new LinkedHashSet<>();
        for (int s = 0; s < sliceFindings.length; s++) {
            if (sliceFindings[s].kind() == SliceKind.REGRESSION) {
                regressions.add(s);
                members.addAll(comparable(slices.get(s)));
            }
        }
        if (regressions.isEmpty()) {
            return;
        }
        List<Wanted> change = new ArrayList<>();
        List<Wanted> main = new ArrayList<>();
        List<Wanted> both = new ArrayList<>();
        for (int cell : members) {
            change.add(Wanted.all(cell, Stage.COMPARE, rules.sliceAttempts()));
            main.add(Wanted.all(cell, Stage.CONTROL, rules.sliceAttempts()));
            both.add(change.get(change.size() - 1));
            both.add(main.get(main.size() - 1));
        }
        List<List<Boolean>> made = attempts.make(both);
        Map<Integer, PassCount> changes = counts(change, everySecond(made, 0));
        Map<Integer, PassCount> mains = counts(main, everySecond(made, 1));
        double[] pValues = new double[regressions.size()];
        boolean[] open = new boolean[regressions.size()];
        for (int i = 0; i < pValues.length; i++) {
            List<Stratum> strata = new ArrayList<>();
            for (int cell : comparable(slices.get(regressions.get(i)))) {
                PassCount ours = changes.getOrDefault(cell, PassCount.NONE);
                PassCount theirs = mains.getOrDefault(cell, PassCount.NONE);
                open[i] |= ours.attempts() < rules.sliceAttempts() || theirs.attempts() < rules.sliceAttempts();
                strata.add(new Stratum(theirs, ours));
            }
            pValues[i] = open[i] ? 1 : ExactTests.stratified(strata);
        }
        boolean[] rejected = ExactTests.holm(pValues, rules.controlLevel());
        for (int i = 0; i < pValues.length; i++) {
            if (!rejected[i]) {
                int slice = regressions.get(i);
                sliceFindings[slice] = as(open[i] ? SliceKind.OPEN : SliceKind.MAIN_FAILS_TOO, sliceFindings[slice]);
            }
        }
    }

    private GateDecision decision() {
        boolean red = false;
        boolean open = false;
        for (CellFinding finding : cellFindings) {
            switch (finding.kind()) {
                case REGRESSION, NEW_FAILING -> red = true;
                case MAIN_FAILS_TOO, OPEN -> open = true;
                case PASSED, NOT_CONFIRMED, SUSPECT -> {}
            }
        }
        for (SliceFinding finding : sliceFindings) {
            switch (finding.kind()) {
                case REGRESSION -> red = true;
                case MAIN_FAILS_TOO, OPEN -> open = true;
                case HOLDS, NOT_CONFIRMED, TOO_SMALL -> {}
            }
        }
        // Nothing to decide on is no green.
        boolean nothing = cells.isEmpty();
        return new GateDecision(
                red ? Verdict.RED : open || nothing ? Verdict.INCONCLUSIVE : Verdict.GREEN,
                List.of(cellFindings),
                List.of(sliceFindings));
    }

    private boolean isReliable(GatedCell cell) {
        return cell.baseline() != null && rules.isReliable(cell.baseline());
    }

    /** Without a record, or with one too short to say anything. */
    private boolean isNew(GatedCell cell) {
        return cell.baseline() == null || cell.baseline().attempts() < rules.reliableAttempts();
    }

    /** The members of a slice that have a record. */
    private List<Integer> comparable(Slice slice) {
        List<Integer> members = new ArrayList<>();
        for (int cell : slice.cells()) {
            if (baseline(cells.get(cell)).attempts() > 0) {
                members.add(cell);
            }
        }
        return members;
    }

    private static PassCount baseline(GatedCell cell) {
        PassCount baseline = cell.baseline();
        return baseline == null ? PassCount.NONE : baseline;
    }

    private static SliceFinding as(SliceKind kind, SliceFinding finding) {
        return new SliceFinding(kind, finding.first(), finding.firstP(), finding.fresh(), finding.freshP());
    }

    private static Map<Integer, PassCount> counts(List<Wanted> wanted, List<List<Boolean>> made) {
        Map<Integer, PassCount> counts = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            counts.put(wanted.get(i).cell(), count(made.get(i), wanted.get(i).attempts()));
        }
        return counts;
    }

    private static List<List<Boolean>> everySecond(List<List<Boolean>> made, int from) {
        List<List<Boolean>> some = new ArrayList<>();
        for (int i = from; i < made.size(); i += 2) {
            some.add(made.get(i));
        }
        return some;
    }

    /** The first outcomes only: later ones were made for another question. */
    private static PassCount count(List<Boolean> outcomes, int most) {
        int passes = 0;
        int made = Math.min(most, outcomes.size());
        for (int i = 0; i < made; i++) {
            passes += Boolean.TRUE.equals(outcomes.get(i)) ? 1 : 0;
        }
        return new PassCount(passes, made);
    }
}
