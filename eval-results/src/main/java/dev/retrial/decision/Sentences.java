package dev.retrial.decision;

import dev.retrial.decision.CellVerdict.Kind;
import dev.retrial.decision.CellVerdict.Standing;
import dev.retrial.gate.PassCount;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the gate found, in words for a pull request. */
final class Sentences {

    private static final int SHOWN = 3;

    private Sentences() {}

    /** Why the gate says so of a cell, without the cell's name. */
    static String of(Kind kind, Standing standing, @Nullable PassCount baseline, PassCount fresh, double p) {
        String again = "failed, so it ran again until the result was settled: " + fresh + " passed";
        String main = baseline == null ? record(standing) : "main passed " + baseline;
        return switch (kind) {
            case PASSED -> "passed" + (standing == Standing.RELIABLE ? "" : "; " + main);
            case NOT_CONFIRMED -> again + ", " + main + "; that is no worse, as far as can be told";
            case SUSPECT ->
                fresh.attempts() == 0
                        ? "failed; " + main + ", so no attempts would tell a change from luck: its slices judge it"
                        : again + ", " + main + "; luck may do that, so look at it";
            case REGRESSION -> again + ", " + main + "; " + luck(p);
            case CRITICAL -> "broke a critical rule more than once";
            case MAIN_FAILS_TOO -> again + ", " + main + "; but asked beside it, main's agent fails today too";
            case NEW_FAILING -> again + ", " + main;
            case NOT_EVALUATED -> "could not be evaluated";
            case OPEN -> "failed, and the attempts that would tell could not be made";
        };
    }

    private static String record(Standing standing) {
        return standing == Standing.UNVERIFIABLE
                ? "main was judged by something else, so there is nothing to compare"
                : "main has no record of it";
    }

    /** {@code luck does that less than once in 500}. */
    static String luck(double p) {
        if (p >= 1) {
            return "luck does that";
        }
        double times = 1 / Math.max(p, 1e-6);
        long round = 1;
        for (long next = 1; next <= times; next = next(next)) {
            round = next;
        }
        return "luck does that less than once in " + String.format(Locale.ROOT, "%,d", round);
    }

    /** 1, 2, 5, 10, 20, 50, … */
    private static long next(long number) {
        long digits = number;
        while (digits >= 10) {
            digits /= 10;
        }
        return digits == 2 ? number / 2 * 5 : number * 2;
    }

    /** {@code cohort enterprise}. */
    static String slice(String name) {
        return name.equals("all")
                ? "all cells"
                : name.replace('=', ' ')
                        .replace(" difficulty ", ", difficulty ")
                        .replace(" failure ", ", failure ")
                        .replace(" tag ", ", tag ");
    }

    /** {@code cohort enterprise: 38 of 200 confirmation attempts failed; main's record predicts 11}. */
    static String of(String slice, String which, PassCount made, double predicted) {
        return slice(slice) + ": " + made.failures() + " of " + made.attempts() + " " + which + " attempts failed; "
                + "main's record predicts " + Math.round(predicted);
    }

    /** {@code 2 cells are worse than main: a [x], b [y]}. */
    static String counted(List<String> names, String one, String many) {
        int more = names.size() - SHOWN;
        String shown = String.join(", ", more > 0 ? names.subList(0, SHOWN) : names);
        return names.size() + " " + (names.size() == 1 ? one : many) + ": " + shown
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** {@code 62 %}. */
    static String percent(double rate) {
        return Math.round(rate * 100) + " %";
    }
}
