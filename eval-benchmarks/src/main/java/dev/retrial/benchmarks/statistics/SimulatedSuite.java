package dev.retrial.benchmarks.statistics;

import dev.retrial.gate.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Two hundred cells with their true rates, and twelve or more slices across them. */
final class SimulatedSuite {

    static final int CELLS = 200;
    private static final int HARD = 40;

    private final double[] rates;
    private final List<Slice> slices;

    private SimulatedSuite(double[] rates, List<Slice> slices) {
        this.rates = rates;
        this.slices = slices;
    }

    /** The true rates, cell by cell; not to be changed. */
    double[] rates() {
        return rates;
    }

    List<Slice> slices() {
        return slices;
    }

    /** How the true rates are spread. */
    enum Spread {
        /** Uniform from .90 to .99. */
        UNIF,
        /** Eighty easy cells from .975 to 1, eighty medium ones from .93 to .99, forty hard ones from .55 to .95. */
        MIX
    }

    static SimulatedSuite of(Spread spread, int slices, SplittableRandom random) {
        double[] rates = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            rates[i] = switch (spread) {
                case UNIF -> random.nextDouble(.90, .99);
                case MIX ->
                    i < HARD
                            ? random.nextDouble(.55, .95)
                            : i < HARD + 80 ? random.nextDouble(.93, .99) : random.nextDouble(.975, 1);
            };
        }
        return new SimulatedSuite(rates, slicesOf(slices, random));
    }

    /** Three cohorts, three difficulties, then as many more cuts of random membership as are asked for. */
    private static List<Slice> slicesOf(int count, SplittableRandom random) {
        List<Slice> slices = new ArrayList<>();
        for (int cohort = 0; cohort < 3; cohort++) {
            List<Integer> cells = new ArrayList<>();
            for (int i = cohort; i < CELLS; i += 3) {
                cells.add(i);
            }
            slices.add(new Slice("cohort " + cohort, cells, false));
        }
        slices.add(range("hard", 0, HARD));
        slices.add(range("medium", HARD, HARD + 80));
        slices.add(range("easy", HARD + 80, CELLS));
        while (slices.size() < count) {
            List<Integer> cells = new ArrayList<>();
            int size = random.nextInt(20, 80);
            boolean[] in = new boolean[CELLS];
            while (cells.size() < size) {
                int cell = random.nextInt(CELLS);
                if (!in[cell]) {
                    in[cell] = true;
                    cells.add(cell);
                }
            }
            slices.add(new Slice("cut " + slices.size(), cells, false));
        }
        return slices;
    }

    static Slice range(String name, int from, int to) {
        List<Integer> cells = new ArrayList<>();
        for (int i = from; i < to; i++) {
            cells.add(i);
        }
        return new Slice(name, cells, false);
    }
}
