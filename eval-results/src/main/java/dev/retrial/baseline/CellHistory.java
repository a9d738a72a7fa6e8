package dev.retrial.baseline;

import dev.retrial.gate.PassCount;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What a cell did on the main branch.
 *
 * @param hash what its verdicts rest on; a cell of another hash cannot be compared
 * @param outcomes its first attempt of each blessed run, oldest first: {@code P} passed, {@code F} failed, {@code D} diverged; at most {@value #LONGEST}
 * @param anchor its first {@value #LONGEST} attempts since the baseline was anchored, which later runs do not change
 * @param failed the checks that failed in the newest attempt that failed
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CellHistory(String hash, String outcomes, PassCount anchor, List<String> failed) {

    /** How many attempts are kept. */
    public static final int LONGEST = 20;

    /** Copies the list. */
    public CellHistory {
        failed = List.copyOf(failed);
        for (int i = 0; i < outcomes.length(); i++) {
            if ("PFD".indexOf(outcomes.charAt(i)) < 0) {
                throw new IllegalArgumentException("'" + outcomes.charAt(i) + "' is no outcome; P, F and D are");
            }
        }
    }

    /** A cell of which nothing is known yet. */
    static CellHistory of(String hash) {
        return new CellHistory(hash, "", PassCount.NONE, List.of());
    }

    /** The kept attempts, counted; one that diverged did not pass. */
    public PassCount recent() {
        return count(0, outcomes.length());
    }

    /** The newest of these, at most so many. */
    public PassCount newest(int most) {
        return count(Math.max(0, outcomes.length() - most), outcomes.length());
    }

    /** Those before the newest so many. */
    public PassCount allBut(int newest) {
        return count(0, Math.max(0, outcomes.length() - newest));
    }

    private PassCount count(int from, int to) {
        int passes = 0;
        for (int i = from; i < to; i++) {
            passes += outcomes.charAt(i) == 'P' ? 1 : 0;
        }
        return new PassCount(passes, to - from);
    }

    CellHistory and(char outcome, List<String> failedNow) {
        String all = outcomes + outcome;
        PassCount one = new PassCount(outcome == 'P' ? 1 : 0, 1);
        return new CellHistory(
                hash,
                all.substring(Math.max(0, all.length() - LONGEST)),
                anchor.attempts() < LONGEST ? anchor.plus(one) : anchor,
                outcome == 'P' ? failed : failedNow);
    }

    CellHistory anchored() {
        return new CellHistory(hash, outcomes, recent(), failed);
    }
}
