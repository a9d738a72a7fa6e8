package dev.retrial.report;

import dev.retrial.wording.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The verdict and what it rests on, in at most thirty lines of plain text. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TerminalSummary {

    /** The most lines. */
    public static final int MOST_LINES = 30;

    private static final int MOST_FINDINGS = 8;
    private static final int MOST_NOTICES = 3;
    private static final int MOST_SLICES = 10;
    private static final int WIDTH = 140;

    private TerminalSummary() {}

    /** The lines. */
    public static List<String> of(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.headline());
        findings(report, lines);
        slices(report, lines);
        lines.add("");
        GateFindings gate = report.gate();
        String noticed = gate == null ? null : gate.noticed();
        if (noticed != null) {
            lines.add("Noticed: " + noticed);
        }
        lines.add("Cost: " + report.cost());
        String before = report.costBefore();
        if (before != null) {
            lines.add("Before: " + before);
        }
        List<String> slow = new ArrayList<>();
        for (CellOverview cell : report.slowest(3)) {
            slow.add(Texts.line(cell.name()) + " " + Texts.duration(cell.cost().longest()));
        }
        if (!slow.isEmpty()) {
            lines.add("Slowest: " + String.join(", ", slow));
        }
        return lines.stream().map(line -> Texts.cut(line, WIDTH)).toList();
    }

    private static void findings(Report report, List<String> lines) {
        List<Judgement.Finding> findings = report.judgement().findings();
        if (findings.isEmpty()) {
            return;
        }
        lines.add("");
        Comparison comparison = report.comparison();
        // What people should know is not crowded out by what failed.
        long notices = findings.stream()
                .filter(finding -> finding.kind() == Judgement.Kind.NOTICE)
                .count();
        long room = MOST_FINDINGS - Math.min(MOST_NOTICES, notices);
        long others = Math.min(room, findings.size() - notices);
        long left = findings.size() - others - Math.min(MOST_FINDINGS - others, notices);
        long noticesLeft = MOST_FINDINGS - others;
        for (Judgement.Finding finding : findings) {
            boolean notice = finding.kind() == Judgement.Kind.NOTICE;
            if (notice ? noticesLeft-- <= 0 : others-- <= 0) {
                continue;
            }
            String subject = finding.subject() == null ? "" : finding.subject() + ": ";
            String change = comparison == null ? "" : change(comparison, finding.subject());
            // What an agent wrote must not move the cursor or colour a terminal.
            lines.add("  " + Texts.line(subject + change + finding.sentence()));
        }
        if (left > 0) {
            lines.add("  … and " + Texts.count(left) + " more");
        }
    }

    private static String change(Comparison comparison, @Nullable String subject) {
        for (CellOverview cell : comparison.now().cells()) {
            if (cell.name().equals(subject)) {
                String text = comparison.change(cell).text();
                return text.isEmpty() ? "" : "(" + text + ") ";
            }
        }
        return "";
    }

    private static void slices(Report report, List<String> lines) {
        List<Slice> slices = new ArrayList<>(Slice.of(report.run().cells()));
        if (slices.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(String.format(Locale.ROOT, "  %-34s %7s %6s  %s", "slice", "passed", "cells", "95 % interval"));
        Rate all = report.rate();
        lines.add(row("all", all));
        boolean some = slices.size() > MOST_SLICES;
        if (some) {
            // Where room is short, what is worst is what matters.
            slices.sort(Comparator.comparingDouble(slice -> slice.rate().high()));
        }
        slices.stream().limit(MOST_SLICES).forEach(slice -> lines.add(row(slice.name(), slice.rate())));
        if (some) {
            lines.add("  … and " + (slices.size() - MOST_SLICES) + " slices that are better");
        }
    }

    private static String row(String name, Rate rate) {
        return String.format(
                Locale.ROOT,
                "  %-34s %7s %6s  %s",
                Texts.cut(Texts.line(name), 34),
                Texts.percent(rate.value()),
                Texts.count(Math.round(rate.n())),
                rate.interval());
    }
}
