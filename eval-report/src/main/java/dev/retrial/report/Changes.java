package dev.retrial.report;

import dev.retrial.baseline.Baseline;
import dev.retrial.baseline.Weakening;
import dev.retrial.report.Judgement.Finding;
import dev.retrial.report.Judgement.Kind;
import dev.retrial.results.RunFingerprint;
import dev.retrial.results.RunFingerprint.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people should know beside the verdicts: what the run is made of that differs, and where it is held to less. */
final class Changes {

    private Changes() {}

    static List<Finding> since(RunOverview before, RunOverview now) {
        boolean part = before.header().partial() || now.header().partial();
        return findings(
                made(fingerprint(now).since(fingerprint(before)), part, "the run before"),
                Weakening.byGuards(
                        before.header().yardstick().guards(),
                        now.header().yardstick().guards()));
    }

    static List<Finding> since(Baseline baseline, RunOverview now) {
        return findings(
                made(
                        fingerprint(now).since(baseline.fingerprint()),
                        now.header().partial(),
                        "the baseline"),
                Weakening.since(baseline, now.header()));
    }

    private static List<Finding> findings(String made, List<String> weakened) {
        List<Finding> findings = new ArrayList<>();
        for (String notice : weakened) {
            findings.add(new Finding(Kind.NOTICE, null, "The gate was weakened: " + notice + "."));
        }
        if (!made.isEmpty()) {
            findings.add(new Finding(Kind.NOTICE, null, made));
        }
        return findings;
    }

    private static RunFingerprint fingerprint(RunOverview run) {
        Map<String, String> cases = new HashMap<>();
        for (CellOverview cell : run.cells()) {
            if (cell.hash() != null) {
                cases.put(cell.caseId(), cell.hash());
            }
        }
        return RunFingerprint.of(run.header(), cases);
    }

    /** {@code Changed since the baseline: model small → large, prompt, overlay of enterprise.}; empty where nothing did. */
    private static String made(List<Change> changes, boolean part, String since) {
        List<String> names = new ArrayList<>();
        for (Change change : changes) {
            // A part of a suite has other cases than the whole.
            if (!part || !change.part().equals("cases")) {
                names.add(name(change));
            }
        }
        return names.isEmpty() ? "" : "Changed since " + since + ": " + String.join(", ", names) + ".";
    }

    private static String name(Change change) {
        String part = change.part();
        int colon = part.indexOf(':');
        String of = part.substring(colon + 1);
        return switch (part.substring(0, colon < 0 ? part.length() : colon)) {
            case "model" -> "model" + values(change);
            case "promptHash" -> "prompt";
            case "toolHash" -> "the agent's tools";
            case "overlay" -> "overlay of " + of;
            case "judge" -> "the judge's " + of + (of.equals("rubricHash") ? "" : values(change));
            case "vocabulary" -> "the checks" + values(change) + ", so that nothing can be compared";
            case "suite" -> "what the suite expects";
            case "tools" -> "tools.yaml";
            case "cohort" -> "cohort " + of;
            default -> part;
        };
    }

    private static String values(Change change) {
        return " " + (change.before() == null ? "unknown" : change.before()) + " → "
                + (change.now() == null ? "unknown" : change.now());
    }
}
