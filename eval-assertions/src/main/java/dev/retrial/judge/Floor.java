package dev.retrial.judge;

import java.util.Locale;
import org.apiguardian.api.API;

/**
 * What a judge has to reach in a class of criteria for its verdicts to gate.
 *
 * @param agreement the least share of people's labels with which it agrees, from 0 to 1
 * @param kappa the least of Cohen's kappa, from 0 to 1
 * @param labels how many labels it has to be held against at least
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Floor(double agreement, double kappa, int labels) {

    /** Nine of ten, a kappa of 0.6, 20 labels. */
    public static final Floor DEFAULT = new Floor(0.9, 0.6, 20);

    /** What arithmetic leaves of a figure that is exactly on the floor. */
    private static final double ROUNDING = 1e-9;

    /** What a judge that agrees so far counts for. */
    public Standing standing(Agreement measured) {
        if (measured.labels() == 0) {
            return new Standing(false, "nobody has labelled a criterion of this class");
        }
        String facts = "it agrees with people in " + measured.agreed() + " of " + measured.labels();
        if (measured.labels() < labels) {
            return new Standing(false, facts + ", and " + labels + " labels are needed");
        }
        if (Double.isNaN(measured.kappa())) {
            return new Standing(false, facts + ", and all labels are the same, which cannot tell a judge from a stamp");
        }
        facts += ", kappa " + figure(measured.kappa());
        if (measured.share() < agreement - ROUNDING || measured.kappa() < kappa - ROUNDING) {
            return new Standing(
                    false, facts + ", below the floor of " + figure(agreement) + " and kappa " + figure(kappa));
        }
        return new Standing(true, facts);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
