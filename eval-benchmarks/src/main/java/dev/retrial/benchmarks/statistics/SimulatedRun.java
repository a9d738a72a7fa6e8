package dev.retrial.benchmarks.statistics;

import dev.retrial.gate.FreshAttempts;
import dev.retrial.gate.Gate;
import dev.retrial.gate.GateDecision;
import dev.retrial.gate.GateRules;
import dev.retrial.gate.GatedCell;
import dev.retrial.gate.PassCount;
import dev.retrial.gate.Slice;
import dev.retrial.gate.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One change on one day: a baseline from the past, first attempts, and fresh ones as the gate asks for them. */
final class SimulatedRun implements FreshAttempts {

    private static final int BASELINE = 20;

    private final double[] changed;
    private final double[] main;
    private final SplittableRandom random;
    private final Map<Long, List<Boolean>> made = new HashMap<>();

    private int agentRuns;

    /**
     * A day.
     *
     * @param changed the rates of the change's agent today
     * @param main the rates of the main branch's agent today
     */
    SimulatedRun(double[] changed, double[] main, SplittableRandom random) {
        this.changed = changed;
        this.main = main;
        this.random = random;
    }

    /**
     * Decides on the change.
     *
     * @param past what the baseline's attempts passed with, each on a day of its own
     */
    GateDecision decide(double[] past, List<Slice> slices, GateRules rules, boolean control) {
        List<GatedCell> cells = new ArrayList<>();
        for (int i = 0; i < past.length; i++) {
            int passes = 0;
            for (int attempt = 0; attempt < BASELINE; attempt++) {
                passes += random.nextDouble() < past[i] ? 1 : 0;
            }
            agentRuns++;
            cells.add(new GatedCell("case " + i, new PassCount(passes, BASELINE), random.nextDouble() < changed[i]));
        }
        return Gate.decide(rules, cells, slices, this, control);
    }

    int agentRuns() {
        return agentRuns;
    }

    @Override
    public List<List<Boolean>> make(List<Wanted> wanted) {
        List<List<Boolean>> outcomes = new ArrayList<>();
        for (Wanted one : wanted) {
            List<Boolean> known =
                    made.computeIfAbsent(one.cell() * 10L + one.stage().ordinal(), key -> new ArrayList<>());
            double rate = one.stage() == Wanted.Stage.CONTROL ? main[one.cell()] : changed[one.cell()];
            int passes = 0;
            int attempts = 0;
            while (!one.isSettledBy(new PassCount(passes, attempts))) {
                if (attempts == known.size()) {
                    known.add(random.nextDouble() < rate);
                    agentRuns++;
                }
                passes += known.get(attempts) ? 1 : 0;
                attempts++;
            }
            outcomes.add(List.copyOf(known));
        }
        return outcomes;
    }
}
