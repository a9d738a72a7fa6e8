package dev.retrial.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.gate.PassCount;
import dev.retrial.results.CheckRecord;
import dev.retrial.results.Portion;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunHeader;
import dev.retrial.results.RunSummary;
import dev.retrial.results.RunWriter;
import dev.retrial.results.TrialRecord;
import dev.retrial.results.Yardstick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlessingTest {

    private static final Instant START = Instant.parse("2026-03-02T09:15:00Z");
    private static final CellKey REFUND = new CellKey("refund", "enterprise");

    private String stage = TrialRecord.FIRST;

    @TempDir
    private Path output;

    private final List<TrialRecord> trials = new ArrayList<>();

    private final Map<String, String> hashes = new TreeMap<>();
    private Map<String, List<String>> planned = Map.of("refund", List.of("enterprise"));
    private Map<String, String> skipped = Map.of();
    private Portion portion = Portion.WHOLE;
    private String vocabulary = "1";
    private boolean complete = true;
    private boolean partial;
    private int errors;

    @Test
    void each_run_adds_one_attempt_of_each_cell() throws IOException {
        trial("refund", "passed", 1, "h");
        Baseline first = Blessing.bless(null, run("acme.Test"));
        trials.clear();
        trial("refund", "failed", 1, "h");
        Baseline second = Blessing.bless(first, run("acme.Test"));

        assertThat(second.cells().get(REFUND))
                .isEqualTo(new CellHistory("case=h", "PF", new PassCount(1, 2), List.of("tools.never")));
        assertThat(second.runs()).hasSize(2);
        assertThat(second.record(REFUND, "case=h")).isEqualTo(new PassCount(1, 2));
    }

    @Test
    void only_the_first_attempt_counts() throws IOException {
        trial("refund", "failed", 1, "h");
        trial("refund", "passed", 2, "h");

        assertThat(Blessing.bless(null, run("acme.Test")).cells().get(REFUND).outcomes())
                .isEqualTo("F");
    }

    @Test
    void an_attempt_that_a_gate_asked_for_counts_in_no_record() throws IOException {
        stage = "confirm";
        trial("refund", "failed", 1, "h");
        stage = TrialRecord.FIRST;
        trial("refund", "passed", 1, "h");

        assertThat(Blessing.bless(null, run("acme.Test")).cells().get(REFUND).outcomes())
                .isEqualTo("P");
    }

    @Test
    void a_run_of_nothing_but_attempts_that_a_gate_asked_for_is_refused() throws IOException {
        stage = "slice";
        trial("refund", "passed", 1, "h");

        assertRefused(null, run("acme.Test"), "no active cell");
    }

    @Test
    void the_checks_that_gate_are_kept_of_a_failure_and_no_others() throws IOException {
        trial("refund", "failed", 1, "h");

        assertThat(Blessing.bless(null, run("acme.Test")).cells().get(REFUND).failed())
                .containsExactly("tools.never");
    }

    @Test
    void a_cell_that_is_another_begins_anew_and_cannot_be_compared() throws IOException {
        trial("refund", "passed", 1, "h");
        Baseline first = Blessing.bless(null, run("acme.Test"));
        trials.clear();
        trial("refund", "diverged", 1, "other");
        Baseline second = Blessing.bless(first, run("acme.Test"));

        assertThat(second.cells().get(REFUND).outcomes()).isEqualTo("D");
        assertThat(second.record(REFUND, "case=h")).isNull();
    }

    @Test
    void twenty_attempts_are_kept_and_the_anchor_stays() throws IOException {
        Baseline baseline = null;
        for (int i = 0; i < 25; i++) {
            trials.clear();
            trial("refund", i < 20 ? "passed" : "failed", 1, "h");
            baseline = Blessing.bless(baseline, run("acme.Test"));
        }

        CellHistory history = baseline.cells().get(REFUND);
        assertThat(history.recent()).isEqualTo(new PassCount(15, 20));
        assertThat(history.anchor()).isEqualTo(new PassCount(20, 20));
        assertThat(baseline.anchored().cells().get(REFUND).anchor()).isEqualTo(new PassCount(15, 20));
        assertThat(baseline.runs()).hasSize(20);
    }

    @Test
    void what_could_make_the_record_wrong_is_refused() throws IOException {
        trial("refund", "passed", 1, "h");
        RunDirectory good = run("acme.Test");
        Baseline baseline = Blessing.bless(null, good);
        assertRefused(baseline, good, "in the baseline already");
        assertRefused(baseline, run("acme.Other"), "a baseline for each suite");
        partial = true;
        assertRefused(baseline, run("acme.Test"), "partial");
        partial = false;
        errors = 1;
        assertRefused(baseline, run("acme.Test"), "1 trials without a verdict");
        errors = 0;
        complete = false;
        assertRefused(baseline, run("acme.Test"), "not complete");
        complete = true;
        RunDirectory cut = run("acme.Test");
        Path results = cut.path().resolve(RunDirectory.RESULTS);
        String text = Files.readString(results);
        Files.writeString(results, text.substring(0, text.length() - 20));
        assertRefused(baseline, cut, "in the middle of a line");
        trials.clear();
        assertRefused(baseline, run("acme.Test"), "no attempt of refund [enterprise]");
    }

    @Test
    void a_shard_is_refused_whether_or_not_it_says_that_it_is_partial() throws IOException {
        trial("refund", "passed", 1, "h");
        portion = new Portion(2, 3, false, null);

        assertRefused(null, run("acme.Test"), "is shard 2/3; merge the shards");
    }

    @Test
    void a_record_of_other_policies_cannot_be_compared() throws IOException {
        hashes.put("policies", "p");
        trial("refund", "passed", 1, "h");
        Baseline before = Blessing.bless(null, run("acme.Test"));
        trials.clear();
        hashes.put("policies", "changed");
        trial("refund", "passed", 1, "h");
        Baseline after = Blessing.bless(before, run("acme.Test"));

        assertThat(before.cells().get(REFUND).hash()).isEqualTo("case=h policies=p");
        assertThat(after.cells().get(REFUND).outcomes()).isEqualTo("P");
    }

    @Test
    void other_checks_begin_every_record_anew() throws IOException {
        trial("refund", "passed", 1, "h");
        Baseline before = Blessing.bless(null, run("acme.Test"));
        vocabulary = "2";
        Baseline after = Blessing.bless(before, run("acme.Test"));

        assertThat(after.vocabulary()).isEqualTo("2");
        assertThat(after.cells().get(REFUND).outcomes()).isEqualTo("P");
        assertThat(after.runs()).hasSize(1);
    }

    @Test
    void results_that_do_not_say_which_checks_judged_them_are_refused() throws IOException {
        trial("refund", "passed", 1, "h");
        vocabulary = "";

        assertRefused(null, run("acme.Test"), "which version of the checks");
    }

    @Test
    void a_cell_that_is_gone_is_refused_until_somebody_says_that_it_is_meant() throws IOException {
        trial("refund", "passed", 1, "h");
        trial("outage", "passed", 1, "h");
        planned = Map.of("refund", List.of("enterprise"), "outage", List.of("enterprise"));
        Baseline both = Blessing.bless(null, run("acme.Test"));
        trials.remove(1);
        planned = Map.of("refund", List.of("enterprise"));
        RunDirectory one = run("acme.Test");

        assertRefused(both, one, "has no outage [enterprise], which the baseline has");
        Baseline after = Blessing.bless(both.without("outage", "merged into another case"), one);
        assertThat(after.cells()).containsOnlyKeys(REFUND);
        assertThat(after.removed()).containsExactly(Map.entry("outage", "merged into another case"));
    }

    @Test
    void a_quarantined_cell_keeps_its_record_and_a_retired_one_loses_it() throws IOException {
        trial("refund", "passed", 1, "h");
        trial("outage", "passed", 1, "h");
        planned = Map.of("refund", List.of("enterprise"), "outage", List.of("enterprise"));
        Baseline both = Blessing.bless(null, run("acme.Test"));
        trials.remove(1);
        planned = Map.of("refund", List.of("enterprise"));
        skipped = Map.of("outage", "quarantined");
        Baseline resting = Blessing.bless(both, run("acme.Test"));
        skipped = Map.of("outage", "retired");
        Baseline retired = Blessing.bless(both, run("acme.Test"));

        assertThat(resting.cells()).containsKey(new CellKey("outage", "enterprise"));
        assertThat(retired.cells()).doesNotContainKey(new CellKey("outage", "enterprise"));
    }

    @Test
    void a_cell_that_comes_back_is_not_removed_any_more() throws IOException {
        trial("refund", "passed", 1, "h");
        Baseline before = Blessing.bless(null, run("acme.Test")).without("refund", "too expensive");

        assertThat(before.cells()).isEmpty();
        assertThat(Blessing.bless(before, run("acme.Test")).removed()).isEmpty();
    }

    private static void assertRefused(Baseline baseline, RunDirectory run, String why) {
        assertThatThrownBy(() -> Blessing.bless(baseline, run))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }

    private void trial(String caseId, String outcome, int number, String hash) {
        List<CheckRecord> checks = outcome.equals("failed")
                ? List.of(
                        new CheckRecord("tools.never", "major", "failed", null, "no call", "a call", 1, List.of()),
                        new CheckRecord("reply.says", "major", "passed", null, null, null, null, List.of()),
                        new CheckRecord("tone.emoji", "advisory", "failed", null, "none", "one", 1, List.of()))
                : List.of();
        trials.add(new TrialRecord(
                "acme.Test",
                caseId,
                "enterprise",
                number,
                stage,
                outcome,
                null,
                null,
                "active",
                null,
                null,
                List.of(),
                1,
                "cases/" + caseId + ".yaml",
                1,
                hashes(hash),
                checks,
                TrialRecord.Usage.UNKNOWN,
                START,
                1,
                null));
    }

    private Map<String, String> hashes(String ofCase) {
        Map<String, String> all = new TreeMap<>(hashes);
        all.put("case", ofCase);
        return all;
    }

    private RunDirectory run(String suite) throws IOException {
        RunDirectory run = RunDirectory.create(output, suite);
        RunHeader header = new RunHeader(
                run.run(),
                suite,
                START,
                "ci",
                partial,
                1,
                1,
                Map.of("model", "small"),
                Map.of(),
                planned,
                skipped,
                new Yardstick(vocabulary, Map.of(), Map.of()),
                portion);
        try (RunWriter writer = RunWriter.open(run, header)) {
            for (TrialRecord trial : trials) {
                writer.trial(trial);
            }
            if (complete) {
                writer.complete(new RunSummary(
                        run.run(),
                        suite,
                        START,
                        START,
                        "ci",
                        partial,
                        new RunSummary.Cells(1, 0, 0, 0, 0),
                        new RunSummary.Trials(1, 0, 0, errors),
                        List.of(),
                        portion));
            }
        }
        return run;
    }
}
