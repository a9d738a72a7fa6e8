package dev.retrial.benchmarks.statistics;

import dev.retrial.benchmarks.statistics.SimulatedSuite.Spread;
import dev.retrial.decision.Drift;
import dev.retrial.gate.GateDecision;
import dev.retrial.gate.GateDecision.CellKind;
import dev.retrial.gate.GateDecision.SliceKind;
import dev.retrial.gate.GateDecision.Verdict;
import dev.retrial.gate.GateRules;
import dev.retrial.gate.Slice;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Prints the tables of {@code docs/statistics.md}: how often the gate turns an innocent change red, and how often it catches a change that is worse.
 *
 * <pre>GateSimulation [--runs=4000] [--seed=1]</pre>
 */
public final class GateSimulation {

    private static final double CORRELATION = .1;
    private static final double BAD_DAY = .1;
    private static final int MERGES = 10;

    private final int runs;
    private final SplittableRandom random;
    private final PrintStream out;

    private GateSimulation(int runs, long seed, PrintStream out) {
        this.runs = runs;
        this.random = new SplittableRandom(seed);
        this.out = out;
    }

    /** Simulates and prints. */
    public static void main(String[] arguments) {
        int runs = 4_000;
        long seed = 1;
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            if (argument.startsWith("--runs=")) {
                runs = Integer.parseInt(value);
            } else if (argument.startsWith("--seed=")) {
                seed = Long.parseLong(value);
            } else {
                throw new IllegalArgumentException("unknown argument " + argument);
            }
        }
        new GateSimulation(runs, seed, System.out).print();
    }

    private void print() {
        out.println("| what | unif | mix | runs |");
        out.println("|---|---|---|---|");
        row("innocent change red, 12 slices", spread -> innocent(spread, 12));
        row("innocent change red, 24 slices", spread -> innocent(spread, 24));
        row("agent runs on an innocent change", this::agentRuns);
        for (double to : new double[] {0, .2, .5, .7}) {
            row("one cell from .98 to " + number(to) + " caught", spread -> cell(spread, to));
        }
        row("slice of 40 cells, 15 points worse, caught", spread -> slice(spread, 40, .15, GateRules.DEFAULT));
        row("slice of 50 cells, 10 points worse, caught", spread -> slice(spread, 50, .10, GateRules.DEFAULT));
        row("slice of 100 cells, 5 points worse, caught", spread -> slice(spread, 100, .05, GateRules.DEFAULT));
        row("nightly, 40 cells, 15 points", spread -> nightly(spread, 40, .15));
        row("nightly, 50 cells, 10 points", spread -> nightly(spread, 50, .10));
        row("nightly, 100 cells, 5 points", spread -> nightly(spread, 100, .05));
        row("correlated attempts, innocent red, no control", spread -> day(spread, 0, false));
        row("correlated attempts, innocent red, with control", spread -> day(spread, 0, true));
        row("bad day, innocent red, no control", spread -> day(spread, BAD_DAY, false));
        row("bad day, innocent red, with control", spread -> day(spread, BAD_DAY, true));
        row(
                "main as it was, told to have drifted",
                spread -> told(spread, main -> main.merge(MERGES, 0), GateSimulation::drifted));
        row(
                "main as it was, record told to be stale",
                spread -> told(spread, main -> main.merge(MERGES, 0), GateSimulation::stale));
        row(
                "40 cells, ten merges of 1.5 points, told by the anchor",
                spread -> told(spread, DriftingMain::slide, GateSimulation::drifted));
        row("40 cells, ten merges of 1.5 points, one red at the gate", this::anyRed);
        row(
                "main 5 points worse for five runs, told to be stale",
                spread -> told(spread, DriftingMain::drop, GateSimulation::stale));
    }

    private static boolean drifted(Drift drift) {
        return drift.drifted() != null;
    }

    private static boolean stale(Drift drift) {
        return drift.stale() != null;
    }

    /** How often main's own record says something of main. */
    private double told(Spread spread, Consumer<DriftingMain> past, Predicate<Drift> what) {
        int told = 0;
        for (int run = 0; run < runs; run++) {
            DriftingMain main = new DriftingMain(SimulatedSuite.of(spread, 12, random), random);
            past.accept(main);
            told += what.test(main.drift()) ? 1 : 0;
        }
        return (double) told / runs;
    }

    private double anyRed(Spread spread) {
        int red = 0;
        for (int run = 0; run < runs; run++) {
            DriftingMain main = new DriftingMain(SimulatedSuite.of(spread, 12, random), random);
            red += main.isAnyRed(MERGES, DriftingMain.STEP) ? 1 : 0;
        }
        return (double) red / runs;
    }

    private interface Figure {

        double of(Spread spread);
    }

    private void row(String what, Figure figure) {
        out.println("| " + what + " | " + number(figure.of(Spread.UNIF)) + " | " + number(figure.of(Spread.MIX)) + " | "
                + runs + " |");
    }

    private double innocent(Spread spread, int slices) {
        int red = 0;
        for (int run = 0; run < runs; run++) {
            SimulatedSuite suite = SimulatedSuite.of(spread, slices, random);
            GateDecision decision = new SimulatedRun(suite.rates(), suite.rates(), random)
                    .decide(suite.rates(), suite.slices(), GateRules.DEFAULT, false);
            red += decision.verdict() == Verdict.RED ? 1 : 0;
        }
        return (double) red / runs;
    }

    private double agentRuns(Spread spread) {
        long agentRuns = 0;
        for (int run = 0; run < runs; run++) {
            SimulatedSuite suite = SimulatedSuite.of(spread, 12, random);
            SimulatedRun simulated = new SimulatedRun(suite.rates(), suite.rates(), random);
            simulated.decide(suite.rates(), suite.slices(), GateRules.DEFAULT, false);
            agentRuns += simulated.agentRuns();
        }
        return (double) agentRuns / runs;
    }

    /** One cell of the easy ones, which had .98, gets worse. */
    private double cell(Spread spread, double to) {
        int caught = 0;
        int victim = SimulatedSuite.CELLS - 1;
        for (int run = 0; run < runs; run++) {
            SimulatedSuite suite = SimulatedSuite.of(spread, 12, random);
            double[] past = suite.rates().clone();
            past[victim] = .98;
            double[] today = past.clone();
            today[victim] = to;
            GateDecision decision =
                    new SimulatedRun(today, past, random).decide(past, suite.slices(), GateRules.DEFAULT, false);
            caught += decision.cells().get(victim).kind() == CellKind.REGRESSION ? 1 : 0;
        }
        return (double) caught / runs;
    }

    /** Every cell of a slice of random cells gets worse by so much; caught when that slice is red. */
    private double slice(Spread spread, int size, double drop, GateRules rules) {
        int caught = 0;
        for (int run = 0; run < runs; run++) {
            SimulatedSuite suite = SimulatedSuite.of(spread, 11, random);
            Slice victim = spaced(size);
            List<Slice> slices = new ArrayList<>(suite.slices());
            slices.add(victim);
            double[] today = suite.rates().clone();
            for (int cell : victim.cells()) {
                today[cell] = Math.max(0, today[cell] - drop);
            }
            GateDecision decision =
                    new SimulatedRun(today, suite.rates(), random).decide(suite.rates(), slices, rules, false);
            caught += decision.slices().get(slices.size() - 1).kind() == SliceKind.REGRESSION ? 1 : 0;
        }
        return (double) caught / runs;
    }

    /** As {@link #slice}, with five attempts of every cell and no screening. */
    private double nightly(Spread spread, int size, double drop) {
        GateRules rules = GateRules.NIGHTLY;
        return slice(spread, size, drop, rules);
    }

    /** Cells spread evenly over all difficulties. */
    private static Slice spaced(int size) {
        List<Integer> cells = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            cells.add(i * SimulatedSuite.CELLS / size);
        }
        return new Slice("victim", cells, false);
    }

    /** An innocent change on a day on which every cell's rate differs from its own by chance, and all are worse by so much. */
    private double day(Spread spread, double worse, boolean control) {
        int red = 0;
        for (int run = 0; run < runs; run++) {
            SimulatedSuite suite = SimulatedSuite.of(spread, 12, random);
            double[] today = new double[SimulatedSuite.CELLS];
            for (int i = 0; i < today.length; i++) {
                today[i] = Math.max(0, beta(suite.rates()[i]) - worse);
            }
            GateDecision decision = new SimulatedRun(today, today, random)
                    .decide(suite.rates(), suite.slices(), GateRules.DEFAULT, control);
            red += decision.verdict() == Verdict.RED ? 1 : 0;
        }
        return (double) red / runs;
    }

    /** A rate with this mean, such that two attempts of one day have the intraclass correlation: Beta(p(1/r - 1), (1 - p)(1/r - 1)). */
    private double beta(double mean) {
        double size = 1 / CORRELATION - 1;
        double a = gamma(mean * size);
        double b = gamma((1 - mean) * size);
        return a + b == 0 ? mean : a / (a + b);
    }

    /** G. Marsaglia and W. W. Tsang, ACM TOMS 26, 2000; for shapes below one with their boost. */
    private double gamma(double shape) {
        if (shape <= 0) {
            return 0;
        }
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < .5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    private static String number(double value) {
        return value >= 10 ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.4f", value);
    }
}
