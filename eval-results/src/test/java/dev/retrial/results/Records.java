package dev.retrial.results;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records for tests. */
final class Records {

    static final Instant START = Instant.parse("2026-03-02T09:15:00.007Z");

    private Records() {}

    static RunHeader header(String run) {
        return new RunHeader(
                run,
                "acme.SupportAgentTest",
                START,
                "ci",
                true,
                5,
                4,
                Map.of("model", "small"),
                Map.of("model", "judge-1", "rubricHash", "3f2a", "settings", "samples=3"),
                Map.of("refund-late", List.of("enterprise", "developer")),
                Map.of("outage", "draft"),
                new Yardstick(
                        "1",
                        Map.of("suite", "77ab", "cohort:enterprise", "c0ff"),
                        Map.of("rule:refund-window", "critical")),
                new Portion(2, 3, true, "origin/main"));
    }

    static TrialRecord full(int trial) {
        return trial(
                trial,
                List.of(
                        new CheckRecord(
                                "tone.exclamations",
                                "critical",
                                "failed",
                                "the nearest miss",
                                "at most 0",
                                "3: \"No worries!!!\"",
                                2,
                                List.of(new CheckRecord.Span(2, 10, 13), new CheckRecord.Span(2, 20, 21))),
                        new CheckRecord(
                                "tools.calls",
                                "major",
                                "not-applicable",
                                "calls unknown",
                                null,
                                null,
                                null,
                                List.of())),
                "transcripts/refund-late/enterprise.json");
    }

    static TrialRecord trial(int trial, List<CheckRecord> checks, @Nullable String transcript) {
        return new TrialRecord(
                "acme.SupportAgentTest",
                "refund-late",
                "enterprise",
                trial,
                TrialRecord.FIRST,
                "failed",
                null,
                "premature",
                "active",
                "wrong-policy",
                "hard",
                List.of("billing", "Zürich\n\"quoted\""),
                14,
                "cases/refund-late.yaml",
                1,
                Map.of("case", "ab12"),
                checks,
                new TrialRecord.Usage(120, -1),
                START,
                412,
                transcript);
    }

    static CohortsRecord cohorts() {
        return new CohortsRecord(
                "acme.SupportAgentTest",
                "refund-late",
                "skipped",
                "developer has no trial",
                "active",
                "wrong-policy",
                "hard",
                List.of("billing"),
                "cases/refund-late.yaml",
                1,
                Map.of("developer", 2),
                List.of(new CheckRecord(
                        "cohorts.dates", "major", "not-applicable", "varies", null, null, null, List.of())));
    }

    static RunSummary summary(String run) {
        return new RunSummary(
                run,
                "acme.SupportAgentTest",
                START,
                START.plusSeconds(3),
                "ci",
                false,
                new RunSummary.Cells(1, 2, 3, 4, 5),
                new RunSummary.Trials(6, 7, 8, 9),
                List.of("discount-approval"),
                new Portion(2, 3, true, "origin/main"));
    }

    /** A summary in which every key of a gate is there. */
    static RunSummary gated(String run) {
        RunSummary plain = summary(run);
        return new RunSummary(
                plain.run(),
                plain.suite(),
                plain.startedAt(),
                plain.finishedAt(),
                plain.mode(),
                plain.partial(),
                plain.cells(),
                plain.trials(),
                plain.uncoveredRules(),
                plain.portion(),
                gate());
    }

    static GateRecord gate() {
        GateRecord.Rate rate = new GateRecord.Rate(19, 20, .764, .991);
        return new GateRecord(
                "baseline",
                "red",
                "1 cell is worse than main: refund-late [enterprise].",
                new GateRecord.Reference("baseline.json", 20, 66, Map.of("model", "small")),
                Map.of("model", "small"),
                Map.of("first", 66),
                List.of(new GateRecord.CellFigures(
                        "refund-late", "enterprise", "regression", "reliable", "failed", rate, rate, .002)),
                List.of(new GateRecord.SliceFigures(
                        "cohort=enterprise",
                        "regression",
                        true,
                        40,
                        39,
                        "worse",
                        rate,
                        rate,
                        .01,
                        rate,
                        .001,
                        2.5,
                        .12,
                        4,
                        .99,
                        .8)),
                List.of(new GateRecord.FloorFigures("all", .9, "broken", rate)),
                new GateRecord.Detectable(8, .19, .4),
                List.of(new GateRecord.Notice("weakened", "1 cell that gates on main does not here")));
    }
}
