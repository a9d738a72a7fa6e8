package dev.retrial.judge;

import org.apiguardian.api.API;

/**
 * What the verdicts of a judge count for in a class of criteria.
 *
 * @param gates whether a "no" fails the trial
 * @param reason why it does or does not, such as how far the judge agrees with people
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Standing(boolean gates, String reason) {

    /** Nobody has measured the judge, and it gates. */
    public static final Standing UNMEASURED = new Standing(true, "not measured");
}
