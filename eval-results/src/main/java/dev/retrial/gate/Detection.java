package dev.retrial.gate;

import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apiguardian.api.API;

/** How small a change the gate would have noticed: what a green verdict is worth. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Detection {

    private static final double POWER = .8;
    private static final double PRECISION = 1e-4;

    private Detection() {}

    /**
     * The highest pass rate at which a cell is confirmed as a regression with this probability, its first failure included.
     *
     * @param baseline its record
     * @param rules the levels
     * @param failing how many cells fail at once
     * @param power the probability
     * @return a rate from 0 to 1; NaN where even a cell that never passes is found less often
     */
    public static double cell(PassCount baseline, GateRules rules, int failing, double power) {
        int most = ExactTests.mostPasses(baseline, rules.attempts(), rules.cellLevel() / Math.max(1, failing));
        if (most < 0) {
            return Double.NaN;
        }
        double low = 0;
        double high = 1;
        while (high - low > PRECISION) {
            double rate = (low + high) / 2;
            double found =
                    (1 - rate) * BinomialDistribution.of(rules.attempts(), rate).cumulativeProbability(most);
            if (found >= power) {
                low = rate;
            } else {
                high = rate;
            }
        }
        return low;
    }

    /**
     * The smallest drop of a slice's pass rate that is noticed eight times of ten, by the normal approximation: when it is screened by first attempts, and when it is tried
     * again, whichever asks for more.
     *
     * @param baselines the records of its cells; not empty, each of at least one attempt
     * @param rules the levels
     */
    public static double slice(List<PassCount> baselines, GateRules rules) {
        double screened = rules.isThorough() ? 0 : drop(baselines, 1, rules.screen());
        return Math.max(screened, drop(baselines, rules.sliceAttempts(), rules.sliceLevel()));
    }

    private static double drop(List<PassCount> baselines, int attempts, double level) {
        double low = 0;
        double high = 1;
        while (high - low > PRECISION) {
            double drop = (low + high) / 2;
            if (isNoticed(drop, baselines, attempts, level)) {
                high = drop;
            } else {
                low = drop;
            }
        }
        return high;
    }

    private static boolean isNoticed(double drop, List<PassCount> baselines, int attempts, double level) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double root = Math.sqrt(baselines.size());
        double same = 0;
        double changed = 0;
        for (PassCount baseline : baselines) {
            // A perfect record does not mean a rate of one.
            double rate = (baseline.passes() + .5) / (baseline.attempts() + 1);
            double now = Math.max(0, rate - drop);
            double recorded = rate * (1 - rate) / baseline.attempts();
            same += rate * (1 - rate) / attempts + recorded;
            changed += now * (1 - now) / attempts + recorded;
        }
        int cells = baselines.size();
        return drop * root
                >= normal.inverseSurvivalProbability(level) * Math.sqrt(same / cells)
                        + normal.inverseCumulativeProbability(POWER) * Math.sqrt(changed / cells)
                        + 1 / (2 * attempts * root);
    }

    /**
     * The estimated probability that at least one of {@code k} attempts of a cell passes, without bias (M. Chen et al., 2021).
     *
     * @param made its attempts, at least {@code k}
     */
    public static double passAny(PassCount made, int k) {
        return 1 - draws(made.failures(), made.attempts(), k);
    }

    /**
     * The estimated probability that all of {@code k} attempts of a cell pass, without bias.
     *
     * @param made its attempts, at least {@code k}
     */
    public static double passAll(PassCount made, int k) {
        return draws(made.passes(), made.attempts(), k);
    }

    /** The probability that {@code k} of {@code all}, drawn without putting back, are all of the {@code some}. */
    private static double draws(int some, int all, int k) {
        double probability = 1;
        for (int i = 0; i < k; i++) {
            probability *= Math.max(0, some - i) / (double) (all - i);
        }
        return probability;
    }
}
