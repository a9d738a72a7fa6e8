package dev.retrial.gate;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.apiguardian.api.API;

/** One-sided tests of whether fresh attempts pass more rarely than earlier ones, exact at any number of attempts. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ExactTests {

    private static final FisherExactTest FEWER = FisherExactTest.withDefaults().with(AlternativeHypothesis.LESS_THAN);

    private ExactTests() {}

    /**
     * Fisher's exact test (R. A. Fisher, 1934): the probability of so few fresh passes or fewer, if both rates are the same, given how many passed in all.
     *
     * @return 1 where one of the two has no attempt
     */
    public static double fisher(PassCount baseline, PassCount fresh) {
        if (baseline.attempts() == 0 || fresh.attempts() == 0) {
            return 1;
        }
        if (baseline.failures() + fresh.failures() == 0 || baseline.passes() + fresh.passes() == 0) {
            return 1;
        }
        int[][] table = {{fresh.passes(), fresh.failures()}, {baseline.passes(), baseline.failures()}};
        return FEWER.test(table).getPValue();
    }

    /**
     * The most passes of some fresh attempts at which {@link #fisher} is at most the level; -1 where not even none would do.
     *
     * @param baseline the earlier attempts
     * @param attempts how many fresh ones there are to be
     * @param level the level of significance
     */
    public static int mostPasses(PassCount baseline, int attempts, double level) {
        int passes = -1;
        while (passes < attempts && fisher(baseline, new PassCount(passes + 1, attempts)) <= level) {
            passes++;
        }
        return passes;
    }

    /**
     * The earlier and the fresh attempts of one cell.
     *
     * @param baseline the earlier attempts
     * @param fresh the fresh ones
     */
    public record Stratum(PassCount baseline, PassCount fresh) {}

    /**
     * The exact Mantel–Haenszel test over cells (N. Mantel and W. Haenszel, JNCI 22, 1959; exact by convolution as in C. R. Mehta, N. R. Patel and R. Gray, JASA 80, 1985).
     *
     * <p>Given how many attempts of a cell passed in all, its fresh passes follow the hypergeometric distribution if nothing changed; the sum over the cells is compared with the sum that was seen. With one cell it is {@link #fisher}.
     *
     * @param strata the cells; one without attempts on either side tells nothing and is passed over
     */
    public static double stratified(List<Stratum> strata) {
        // Counted in failures, of which there are few: the distribution stays short.
        double[] sum = {1};
        int seen = 0;
        for (Stratum stratum : strata) {
            PassCount baseline = stratum.baseline();
            PassCount fresh = stratum.fresh();
            int failures = baseline.failures() + fresh.failures();
            if (baseline.attempts() == 0 || fresh.attempts() == 0 || failures == 0) {
                continue;
            }
            seen += fresh.failures();
            sum = convolved(sum, failuresOf(baseline.attempts() + fresh.attempts(), failures, fresh.attempts()));
        }
        double tail = 0;
        for (int i = sum.length - 1; i >= seen; i--) {
            tail += sum[i];
        }
        return Math.min(1, tail);
    }

    /** The probabilities of 0, 1, … fresh failures. */
    private static double[] failuresOf(int attempts, int failures, int fresh) {
        HypergeometricDistribution distribution = HypergeometricDistribution.of(attempts, failures, fresh);
        double[] probabilities = new double[distribution.getSupportUpperBound() + 1];
        for (int i = distribution.getSupportLowerBound(); i < probabilities.length; i++) {
            probabilities[i] = distribution.probability(i);
        }
        return probabilities;
    }

    private static double[] convolved(double[] a, double[] b) {
        double[] sum = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                sum[i + j] += a[i] * b[j];
            }
        }
        return sum;
    }

    /**
     * Which of several hypotheses are rejected so that the probability of rejecting any true one is at most the level (S. Holm, Scandinavian Journal of Statistics 6, 1979).
     *
     * @param pValues one for each hypothesis
     * @param level the level of all together
     */
    public static boolean[] holm(double[] pValues, double level) {
        Integer[] order = new Integer[pValues.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(pValues[a], pValues[b]));
        boolean[] rejected = new boolean[pValues.length];
        for (int i = 0; i < order.length && pValues[order[i]] <= level / (order.length - i); i++) {
            rejected[order[i]] = true;
        }
        return rejected;
    }
}
