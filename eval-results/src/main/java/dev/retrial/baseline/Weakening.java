package dev.retrial.baseline;

import dev.retrial.results.RunHeader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Tells where a change makes the gate easier to pass: whoever approves it should know, and it may well be right. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Weakening {

    /** From what gates to what is gone. */
    private static final List<String> STATUSES = List.of("active", "known-failing", "quarantined", "draft", "retired");

    private static final List<String> SEVERITIES = List.of("critical", "major", "advisory");

    private Weakening() {}

    /** What a run is held to less than the baseline was, a sentence each, without a full stop. */
    public static List<String> since(Baseline baseline, RunHeader now) {
        List<String> notices = byGuards(baseline.guards(), now.yardstick().guards());
        notices.addAll(gone(baseline.cells().keySet(), baseline.removed(), now));
        return notices;
    }

    /** What a run is held to less than one before it was, a sentence each, without a full stop. */
    public static List<String> since(RunHeader before, RunHeader now) {
        List<String> notices =
                byGuards(before.yardstick().guards(), now.yardstick().guards());
        notices.addAll(gone(cells(before), Map.of(), now));
        return notices;
    }

    /** By what makes the gate strict alone; nothing where either side does not say, since an older version wrote it. */
    public static List<String> byGuards(Map<String, String> before, Map<String, String> now) {
        List<String> notices = new ArrayList<>();
        if (before.isEmpty() || now.isEmpty()) {
            return notices;
        }
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String was = before.get(name);
            String is = now.get(name);
            String notice = is == null ? was == null ? null : dropped(name, was) : changed(name, was, is);
            if (notice != null) {
                notices.add(notice);
            }
        }
        return notices;
    }

    private static @Nullable String dropped(String name, String was) {
        String subject = subject(name);
        return switch (kind(name)) {
            // What lifts something, or takes it out, was itself lifted.
            case "waive", "varies", "status" -> null;
            case "rule" -> "the rule " + subject + " (" + was + ") was removed";
            case "expect" -> "the expectation " + subject + " (" + was + ") was removed";
            case "floor" -> "the floor of " + subject + " (" + was + ") was removed";
            case "slice" -> "the slice " + subject + " is no longer compared";
            default -> name + " (" + was + ") was removed";
        };
    }

    private static @Nullable String changed(String name, @Nullable String was, String is) {
        if (is.equals(was)) {
            return null;
        }
        String subject = subject(name);
        return switch (kind(name)) {
            case "waive" -> was == null ? subject + " is waived: " + is : null;
            case "varies" -> was == null ? subject + " may vary between cohorts: " + is : null;
            case "status" ->
                STATUSES.indexOf(is) > STATUSES.indexOf(was == null ? "active" : was)
                        ? subject + " is " + is + ", was " + (was == null ? "active" : was)
                        : null;
            case "rule", "expect" ->
                was != null && SEVERITIES.indexOf(is) > SEVERITIES.indexOf(was)
                        ? (kind(name).equals("rule") ? "the rule " : "the expectation ") + subject + " is only " + is
                                + ", was " + was
                        : null;
            case "floor" ->
                was != null && number(is) < number(was)
                        ? "the floor of " + subject + " was lowered from " + was + " to " + is
                        : null;
            case "trials" ->
                was != null && share(is) < share(was) ? "a cell passes with " + is + " trials, was " + was : null;
            case "gate" -> "strict".equals(was) ? "gate is " + is + ", was " + was : null;
            case "complete" ->
                was != null && number(is) < number(was)
                        ? "the share of cells that must be evaluated was lowered from " + was + " to " + is
                        : null;
            default -> was == null ? null : name + " is " + is + ", was " + was;
        };
    }

    /** Cells that are neither planned nor, by their case's status, left out on purpose; a part of a suite says nothing about the rest. */
    private static List<String> gone(Collection<CellKey> before, Map<String, String> removed, RunHeader now) {
        List<String> notices = new ArrayList<>();
        if (!now.partial()) {
            for (CellKey cell : goneFrom(before, now)) {
                String because = removed.getOrDefault(cell.toString(), removed.get(cell.caseId()));
                notices.add(cell + " was removed" + (because == null ? "" : ": " + because));
            }
        }
        return notices;
    }

    /** The cells of before that a whole run neither planned nor left out by their case's status. */
    static SortedSet<CellKey> goneFrom(Collection<CellKey> before, RunHeader now) {
        SortedSet<CellKey> gone = new TreeSet<>();
        for (CellKey cell : before) {
            List<String> cohorts = now.planned().getOrDefault(cell.caseId(), List.of());
            if (!cohorts.contains(cell.cohort()) && !now.skipped().containsKey(cell.caseId())) {
                gone.add(cell);
            }
        }
        return gone;
    }

    private static Set<CellKey> cells(RunHeader header) {
        Set<CellKey> cells = new TreeSet<>();
        new TreeMap<>(header.planned())
                .forEach((caseId, cohorts) -> cohorts.forEach(cohort -> cells.add(new CellKey(caseId, cohort))));
        return cells;
    }

    private static String kind(String guard) {
        int colon = guard.indexOf(':');
        return colon < 0 ? guard : guard.substring(0, colon);
    }

    private static String subject(String guard) {
        return guard.substring(guard.indexOf(':') + 1);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** {@code 4/5} is .8. */
    private static double share(String trials) {
        int slash = trials.indexOf('/');
        return slash < 0 ? 1 : number(trials.substring(0, slash)) / number(trials.substring(slash + 1));
    }
}
