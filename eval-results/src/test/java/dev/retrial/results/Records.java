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
}
