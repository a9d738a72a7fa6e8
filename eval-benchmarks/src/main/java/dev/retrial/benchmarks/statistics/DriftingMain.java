package dev.retrial.benchmarks.statistics;

import dev.retrial.baseline.CellHistory;
import dev.retrial.decision.Drift;
import dev.retrial.gate.Gate;
import dev.retrial.gate.GateDecision.Verdict;
import dev.retrial.gate.GateRules;
import dev.retrial.gate.GatedCell;
import dev.retrial.gate.PassCount;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A main branch over time: anchored by its first twenty runs, then run twice between merges, each of which may make a slice of it a little worse. */
final class DriftingMain {

    /** How much worse a small merge makes it. */
    static final double STEP = .015;

    /** The cells that merges make worse, which are a slice. */
    private static final int SLICE = 40;

    private static final int RUNS_A_MERGE = 2;

    private final SimulatedSuite suite;
    private final SplittableRandom random;
    private final double[] rates;
    private final List<StringBuilder> outcomes = new ArrayList<>();
    private final List<PassCount> anchors = new ArrayList<>();

    DriftingMain(SimulatedSuite suite, SplittableRandom random) {
        this.suite = suite;
        this.random = random;
        this.rates = suite.rates().clone();
        for (int i = 0; i < rates.length; i++) {
            outcomes.add(new StringBuilder());
        }
        run(CellHistory.LONGEST);
        for (int i = 0; i < rates.length; i++) {
            anchors.add(history(i, PassCount.NONE).recent());
        }
    }

    /** Merges changes of so many points each. */
    void merge(int merges, double worse) {
        for (int i = 0; i < merges; i++) {
            becomeWorse(SLICE, worse);
            run(RUNS_A_MERGE);
        }
    }

    /** Ten small merges. */
    void slide() {
        merge(10, STEP);
    }

    /** Twenty runs as it was, then five points worse for five. */
    void drop() {
        run(CellHistory.LONGEST);
        becomeWorse(rates.length, .05);
        run(5);
    }

    /** As {@link #merge}, with each change at the gate first. */
    boolean isAnyRed(int merges, double worse) {
        boolean red = false;
        for (int i = 0; i < merges && !red; i++) {
            becomeWorse(SLICE, worse);
            SimulatedRun run = new SimulatedRun(rates, rates, random);
            List<GatedCell> cells = new ArrayList<>();
            for (int cell = 0; cell < rates.length; cell++) {
                cells.add(new GatedCell(
                        "case " + cell, history(cell, PassCount.NONE).recent(), random.nextDouble() < rates[cell]));
            }
            red = Gate.decide(GateRules.DEFAULT, cells, suite.slices(), run, false)
                            .verdict()
                    == Verdict.RED;
            run(RUNS_A_MERGE);
        }
        return red;
    }

    private void becomeWorse(int cells, double points) {
        for (int i = 0; i < cells; i++) {
            rates[i] = Math.max(0, rates[i] - points);
        }
    }

    private void run(int runs) {
        for (int i = 0; i < rates.length; i++) {
            StringBuilder all = outcomes.get(i);
            for (int run = 0; run < runs; run++) {
                all.append(random.nextDouble() < rates[i] ? 'P' : 'F');
            }
            all.delete(0, Math.max(0, all.length() - CellHistory.LONGEST));
        }
    }

    Drift drift() {
        List<@Nullable CellHistory> histories = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            histories.add(history(i, anchors.get(i)));
        }
        return Drift.of(histories, suite.slices(), GateRules.DEFAULT);
    }

    private CellHistory history(int cell, PassCount anchor) {
        return new CellHistory("h", outcomes.get(cell).toString(), anchor, List.of());
    }
}
