package dev.retrial.gate;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.apiguardian.api.API;

/**
 * How many of some attempts passed.
 *
 * @param passes those that passed
 * @param attempts all, those that diverged included
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PassCount(int passes, int attempts) {

    /** No attempt at all. */
    public static final PassCount NONE = new PassCount(0, 0);

    /** Refuses more passes than attempts. */
    public PassCount {
        if (passes < 0 || passes > attempts) {
            throw new IllegalArgumentException(passes + " passes of " + attempts + " attempts");
        }
    }

    /** The attempts that did not pass. */
    public int failures() {
        return attempts - passes;
    }

    /** The rate, from 0 to 1; NaN without an attempt. */
    public double rate() {
        return (double) passes / attempts;
    }

    /** Both together. */
    public PassCount plus(PassCount more) {
        return new PassCount(passes + more.passes, attempts + more.attempts);
    }

    /**
     * The confidence interval of the rate by Wilson's score (E. B. Wilson, JASA 22, 1927), without continuity correction.
     *
     * @param confidence two-sided, such as 0.95
     * @return from 0 to 1 where nothing was attempted
     */
    public Bounds wilson(double confidence) {
        if (attempts == 0) {
            return new Bounds(0, 1);
        }
        Interval interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(attempts, passes, 1 - confidence);
        return new Bounds(interval.getLowerBound(), interval.getUpperBound());
    }

    /**
     * An interval of rates.
     *
     * @param low its lower end
     * @param high its upper end
     */
    public record Bounds(double low, double high) {}

    @Override
    public String toString() {
        return passes + " of " + attempts;
    }
}
