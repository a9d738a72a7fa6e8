package dev.retrial.decision;

import dev.retrial.baseline.CellHistory;
import dev.retrial.gate.ExactTests;
import dev.retrial.gate.ExactTests.Stratum;
import dev.retrial.gate.GateRules;
import dev.retrial.gate.PassCount;
import dev.retrial.gate.Slice;
import dev.retrial.results.GateRecord.Notice;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Whether the main branch itself got worse, which no change is to blame for: little by little since its record was anchored, or within the runs that are kept, so that the record is a
 * mixture.
 *
 * @param drifted what is worse than its anchor, as a sentence without a full stop; null where nothing is
 * @param stale what is worse in the newest runs than in those before them; null where nothing is
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Drift(@Nullable String drifted, @Nullable String stale) {

    /** How often a main branch that did not change is told to be worse, for each of the two. */
    public static final double LEVEL = .01;

    /** How many of the newest runs are held against those before them. */
    static final int NEWEST = 5;

    /** How many of the newest runs are held against the anchor: older ones know less of what was merged, and fewer tell less. */
    static final int SINCE_ANCHOR = 10;

    /** Main is compared as a whole too: what drifts a little everywhere shows there first. */
    private static final String ALL = "all";

    /**
     * Looks for it.
     *
     * @param histories the record of each cell that can be compared; null for the others
     * @param slices the slices
     * @param rules from how many cells and attempts on something can be told
     */
    public static Drift of(List<@Nullable CellHistory> histories, List<Slice> slices, GateRules rules) {
        List<Slice> all = new ArrayList<>(slices);
        List<Integer> every = new ArrayList<>();
        for (int i = 0; i < histories.size(); i++) {
            every.add(i);
        }
        all.add(new Slice(ALL, every, false));
        List<Compared> sinceAnchor = new ArrayList<>();
        List<Compared> newest = new ArrayList<>();
        for (Slice slice : all) {
            add(sinceAnchor, slice, histories, rules, Drift::sinceAnchor);
            add(newest, slice, histories, rules, Drift::newest);
        }
        String drifted = worst(sinceAnchor, "main is worse than when its record was anchored", "then");
        String stale = worst(
                newest, "the record is stale: main is worse in its newest " + NEWEST + " runs", "in those before them");
        return new Drift(drifted, stale);
    }

    /** What people are told. */
    List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        if (drifted != null) {
            notices.add(new Notice("drift", drifted));
        }
        if (stale != null) {
            notices.add(new Notice("stale", stale));
        }
        return notices;
    }

    private record Compared(String slice, PassCount before, PassCount now, double p) {}

    private interface Sides {

        Stratum of(CellHistory history);
    }

    private static Stratum sinceAnchor(CellHistory history) {
        return new Stratum(history.anchor(), history.newest(SINCE_ANCHOR));
    }

    private static Stratum newest(CellHistory history) {
        return new Stratum(history.allBut(NEWEST), history.newest(NEWEST));
    }

    private static void add(
            List<Compared> compared, Slice slice, List<@Nullable CellHistory> histories, GateRules rules, Sides sides) {
        List<Stratum> strata = new ArrayList<>();
        PassCount before = PassCount.NONE;
        PassCount now = PassCount.NONE;
        for (int cell : slice.cells()) {
            CellHistory history = histories.get(cell);
            if (history == null) {
                continue;
            }
            Stratum stratum = sides.of(history);
            if (stratum.baseline().attempts() >= rules.reliableAttempts()
                    && stratum.fresh().attempts() > 0) {
                strata.add(stratum);
                before = before.plus(stratum.baseline());
                now = now.plus(stratum.fresh());
            }
        }
        if (strata.size() >= rules.smallestSlice()) {
            compared.add(new Compared(slice.name(), before, now, ExactTests.stratified(strata)));
        }
    }

    private static @Nullable String worst(List<Compared> compared, String what, String when) {
        double[] pValues = new double[compared.size()];
        for (int i = 0; i < pValues.length; i++) {
            pValues[i] = compared.get(i).p();
        }
        boolean[] rejected = ExactTests.holm(pValues, LEVEL);
        Compared worst = null;
        int more = -1;
        for (int i = 0; i < rejected.length; i++) {
            if (rejected[i]) {
                more++;
                worst = worst == null || pValues[i] < worst.p() ? compared.get(i) : worst;
            }
        }
        return worst == null
                ? null
                : what + ": " + Sentences.slice(worst.slice()) + " passed " + worst.now() + " attempts, " + when + " "
                        + worst.before() + "; " + Sentences.luck(worst.p())
                        + (more == 0 ? "" : more == 1 ? " (and one slice more)" : " (and " + more + " slices more)");
    }
}
