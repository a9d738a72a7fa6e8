package dev.retrial.judge;

import java.util.List;
import org.apiguardian.api.API;

/**
 * How far a judge agrees with people about criteria of one class.
 *
 * @param labels how many answers of people it was held against
 * @param agreed in how many it says the same; undecided is never the same
 * @param kappa Cohen's kappa: agreement beyond what chance gives, 1 at most; {@link Double#NaN} where people gave all of them one label, since that cannot tell
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Agreement(int labels, int agreed, double kappa) {

    /**
     * One answer of a person and what the judge says.
     *
     * @param person whether the criterion is met
     * @param judge the judge's verdict
     */
    public record Pair(boolean person, Verdict judge) {}

    /** The agreement in these pairs. */
    public static Agreement of(List<Pair> pairs) {
        int saidYes = 0;
        int saidNo = 0;
        int agreed = 0;
        int yes = 0;
        for (Pair pair : pairs) {
            saidYes += pair.judge() == Verdict.YES ? 1 : 0;
            saidNo += pair.judge() == Verdict.NO ? 1 : 0;
            yes += pair.person() ? 1 : 0;
            agreed += pair.judge() == (pair.person() ? Verdict.YES : Verdict.NO) ? 1 : 0;
        }
        int labels = pairs.size();
        int no = labels - yes;
        if (yes == 0 || no == 0) {
            return new Agreement(labels, agreed, Double.NaN);
        }
        double observed = (double) agreed / labels;
        double chance = ((double) yes * saidYes + (double) no * saidNo) / ((double) labels * labels);
        return new Agreement(labels, agreed, (observed - chance) / (1 - chance));
    }

    /** The share of labels with which the judge agrees, from 0 to 1; 0 where there is none. */
    public double share() {
        return labels == 0 ? 0 : (double) agreed / labels;
    }
}
