package dev.retrial.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figures of two programs that ran in turns, A B A B, so that whatever else the machine does meets both alike. */
final class Pairs {

    private final List<Double> ours = new ArrayList<>();
    private final List<Double> theirs = new ArrayList<>();

    void add(double our, double their) {
        ours.add(our);
        theirs.add(their);
    }

    /** Prints one row of the table: medians (least – most), the ratio of medians, the ratios pair by pair, the target. */
    void print(PrintStream out, String what, String against, double target) {
        double ratio = median(ours) / median(theirs);
        StringBuilder pairs = new StringBuilder();
        for (int pair = 0; pair < ours.size(); pair++) {
            pairs.append(pair == 0 ? "" : " ").append(number(ours.get(pair) / theirs.get(pair)));
        }
        out.println("| " + what + " | " + spread(ours) + " | " + against + ": " + spread(theirs) + " | " + number(ratio)
                + " | " + pairs + " | ≤ " + number(target) + " | " + (ratio <= target ? "holds" : "MISSED") + " |");
    }

    static void printHead(PrintStream out) {
        out.println("| what | Retrial | against | ratio | pair by pair | target | |");
        out.println("|---|---|---|---|---|---|---|");
    }

    private static String spread(List<Double> figures) {
        double[] sorted = sorted(figures);
        return whole(median(figures)) + " (" + whole(sorted[0]) + "–" + whole(sorted[sorted.length - 1]) + ")";
    }

    static double median(List<Double> figures) {
        double[] sorted = sorted(figures);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double[] sorted(List<Double> figures) {
        double[] sorted = new double[figures.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = figures.get(i);
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, Math.abs(number) < 10 ? "%.3f" : "%.0f", number);
    }

    private static String number(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }
}
