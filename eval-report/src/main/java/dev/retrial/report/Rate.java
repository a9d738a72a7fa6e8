package dev.retrial.report;

import dev.retrial.wording.Texts;
import org.apiguardian.api.API;

/**
 * How large a part of some cells passed, and how sure that is.
 *
 * <p>A cell counts once, with the share of its trials that passed: repeated trials of one cell say little about the others, and must not make an interval look narrower than it is.
 *
 * @param value from 0 to 1; NaN where nothing was counted
 * @param n how many cells stand behind it; of weighted cells, how many equal ones would say as much (Kish's effective size)
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Rate(double value, double n) {

    /** Of nothing. */
    public static final Rate NONE = new Rate(Double.NaN, 0);

    /** The quantile of the normal distribution for a two-sided interval of 95 %. */
    private static final double Z = 1.959963984540054;

    /** Whether anything was counted. */
    public boolean isKnown() {
        return n > 0;
    }

    /** The lower end of Wilson's interval of 95 % (E. B. Wilson, JASA 22, 1927); 0 of nothing. */
    public double low() {
        return isKnown() ? Math.max(0, centre() - reach()) : 0;
    }

    /** The upper end of Wilson's interval of 95 %; 1 of nothing. */
    public double high() {
        return isKnown() ? Math.min(1, centre() + reach()) : 1;
    }

    /** Its interval as it is shown; a dash of nothing. */
    String interval() {
        return isKnown() ? Texts.interval(low(), high()) : "–";
    }

    private double centre() {
        return (value + Z * Z / (2 * n)) / (1 + Z * Z / n);
    }

    private double reach() {
        return Z / (1 + Z * Z / n) * Math.sqrt(value * (1 - value) / n + Z * Z / (4 * n * n));
    }

    /** Adds cells up. */
    static final class Sum {

        private double weights;
        private double squares;
        private double passed;

        void add(double share, double weight) {
            weights += weight;
            squares += weight * weight;
            passed += weight * share;
        }

        Rate rate() {
            return weights == 0 ? NONE : new Rate(passed / weights, weights * weights / squares);
        }
    }
}
