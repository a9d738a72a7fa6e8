package dev.retrial.gating;

import static dev.retrial.gating.GatedSuite.BREAKS;
import static dev.retrial.gating.GatedSuite.FAILS;
import static dev.retrial.gating.GatedSuite.PASSES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.baseline.Baseline;
import dev.retrial.gating.GatedSuite.Ran;
import dev.retrial.judging.RunJudge;
import dev.retrial.results.GateRecord;
import dev.retrial.results.RunFingerprint;
import dev.retrial.run.Ending.Kind;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that keeps a gate from knowing makes it green; {@code docs/gate.md} has the table. */
class FailClosedTest {

    private static final String QUARANTINED = "status: quarantined\nbecause: It is down.\nuntil: 2099-01-01\n";

    @TempDir
    Path directory;

    private GatedSuite suite;

    @BeforeEach
    void make_a_suite() {
        suite = new GatedSuite(directory).cases(5);
    }

    @Test
    void without_a_baseline_every_cell_is_held_to_its_own_rule_and_that_is_said() {
        Ran green = suite.run();
        Ran red = suite.agent((cell, trial) -> cell.equals("case-1") && trial == 1 ? FAILS : PASSES)
                .run();

        assertThat(green.gate().kind()).isEqualTo(Kind.PASSED);
        assertThat(green.console())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Retrial: warning: there is no baseline (")
                        .contains("every cell is held to its own rule", "bless"));
        assertThat(green.record().by()).isEqualTo("strict");
        assertThat(green.record().notices()).extracting(GateRecord.Notice::kind).containsExactly("no-baseline");
        assertThat(red.gate().message()).isEqualTo("1 cell fails: case-1 [default].");
        assertThat(red.of("case-1").kind()).isEqualTo(Kind.FAILED);
        assertThat(red.trials("confirm")).isEmpty();
    }

    @Test
    void without_a_baseline_nothing_is_decided_on_a_developers_machine() {
        suite.parameter("retrial.mode", "local");

        assertThat(suite.run().gate().kind()).isEqualTo(Kind.ABORTED);
        assertThat(suite.agent((cell, trial) -> FAILS).run().gate().kind()).isEqualTo(Kind.FAILED);
    }

    @Test
    void a_baseline_of_another_version_of_the_checks_is_none() {
        suite.blessed(FailClosedTest::ofAnotherVersion);

        Ran ran = suite.agent((cell, trial) -> cell.equals("case-1") && trial == 1 ? FAILS : PASSES)
                .run();

        assertThat(ran.isGreen()).isFalse();
        assertThat(ran.console())
                .anySatisfy(line -> assertThat(line).contains("was judged by checks of version 0 and this is version"));
        assertThat(ran.record().by()).isEqualTo("strict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "<<<<<<< ours", "{\"format\": 99}", "[]"})
    void a_baseline_that_cannot_be_read_is_an_error_though_every_cell_passes(String text) {
        suite.file("baseline.json", text);

        Ran ran = suite.run();

        assertThat(ran.gate().kind()).isEqualTo(Kind.ERROR);
        assertThat(ran.gate().message()).contains("baseline.json");
        assertThat(ran.record().verdict()).isEqualTo("inconclusive");
    }

    @Test
    void a_baseline_of_another_suite_is_an_error() {
        suite.blessed(baseline -> new Baseline(
                "acme.Other",
                baseline.fingerprint(),
                baseline.guards(),
                baseline.runs(),
                baseline.removed(),
                baseline.cells()));

        assertThat(suite.run().gate().message()).contains("is of acme.Other, and this suite is acme.Test");
        assertThat(suite.run().gate().kind()).isEqualTo(Kind.ERROR);
    }

    @Test
    void every_cell_an_error_is_no_green() {
        suite.blessed().agent((cell, trial) -> BREAKS);

        Ran ran = suite.run();

        assertThat(ran.gate().kind()).isEqualTo(Kind.ERROR);
        assertThat(ran.gate().message()).startsWith("Nobody knows: no cell was evaluated.");
        assertThat(ran.console()).noneMatch(line -> line.contains("noticed eight times of ten"));
        assertThat(ran.endings().values()).allMatch(ending -> ending.kind() == Kind.ERROR);
    }

    @Test
    void one_cell_an_error_is_no_green_unless_the_suite_tolerates_it() {
        suite.blessed().agent((cell, trial) -> cell.equals("case-1") ? BREAKS : PASSES);

        assertThat(suite.run().gate().kind()).isEqualTo(Kind.ERROR);
        assertThat(suite.run().of("case-1").kind()).isEqualTo(Kind.ERROR);

        Ran tolerant = suite.gate("gate: {by: baseline, complete: 0.8}\n").run();
        assertThat(tolerant.isGreen()).isTrue();
        assertThat(tolerant.of("case-1").kind()).isEqualTo(Kind.ABORTED);
        assertThat(tolerant.of("case-1").message()).startsWith("could not be evaluated, which the suite tolerates");

        suite.agent((cell, trial) -> cell.equals("case-1") || cell.equals("case-2") ? BREAKS : PASSES);
        assertThat(suite.run().gate().kind()).isEqualTo(Kind.ERROR);
    }

    @Test
    void a_judge_that_is_down_is_no_green() {
        suite.suite("expect: {judged: [The reply is kind.]}\n").blessed().judge(RunJudge.broken("the judge is down"));

        Ran ran = suite.run();

        assertThat(ran.gate().kind()).isEqualTo(Kind.ERROR);
        assertThat(ran.of("case-1").kind()).isEqualTo(Kind.ERROR);
    }

    @Test
    void attempts_that_cannot_be_evaluated_leave_it_open() {
        suite.blessed().agent((cell, trial) -> !cell.equals("case-1") ? PASSES : trial == 1 ? FAILS : BREAKS);

        Ran ran = suite.run();

        assertThat(ran.gate().kind()).isEqualTo(Kind.ERROR);
        assertThat(ran.of("case-1").kind()).isEqualTo(Kind.ERROR);
        assertThat(ran.of("case-1").message()).startsWith("failed, and the attempts that would tell could not be made");
        assertThat(ran.trials("confirm")).hasSizeBetween(3, 10);
    }

    @Test
    void an_attempt_that_could_not_be_evaluated_once_is_made_again() {
        suite.blessed()
                .agent((cell, trial) ->
                        !cell.equals("case-1") ? PASSES : trial == 1 ? FAILS : trial == 2 ? BREAKS : PASSES);

        assertThat(suite.run().isGreen()).isTrue();
    }

    @Test
    void a_budget_of_calls_that_is_used_up_leaves_nobody_knowing() {
        suite.blessed().gate("gate: {by: baseline, budget: {calls: 3}}\n").suite("concurrency: 1\n");

        Ran ran = suite.run();

        assertThat(ran.gate().kind()).isEqualTo(Kind.ERROR);
        assertThat(ran.gate().message()).startsWith("Nobody knows: the budget of 3 calls is used up;");
        assertThat(ran.skipped()).hasSize(2).containsValue("the budget of 3 calls is used up");
    }

    @Test
    void a_run_that_a_budget_stopped_leaves_its_decision() {
        suite.blessed().gate("gate: {by: baseline, budget: {calls: 3}}\n").suite("concurrency: 1\n");

        Ran ran = suite.run();

        assertThat(ran.summary()).isNull();
        assertThat(ran.stopped()).isNotNull();
        assertThat(ran.stopped().why()).isEqualTo("the budget of 3 calls is used up");
        assertThat(ran.stopped().soFar().gate().verdict()).isEqualTo("inconclusive");
        assertThat(ran.stopped().soFar().gate().sentence()).startsWith("Nobody knows: the budget of 3 calls");
    }

    @Test
    void what_broke_a_critical_rule_before_the_budget_was_used_up_is_red_in_the_results_too() {
        suite.blessed()
                .gate("gate: {by: baseline, budget: {calls: 4}}\n")
                .suite("concurrency: 1\ntrials: 2\n")
                .agent((cell, trial) -> GatedSuite.LEAKS);

        Ran ran = suite.run();

        assertThat(ran.gate().kind()).isEqualTo(Kind.FAILED);
        assertThat(ran.stopped().soFar().gate().verdict()).isEqualTo("red");
    }

    @Test
    void a_budget_that_is_used_up_by_fresh_attempts_leaves_nobody_knowing() {
        suite.blessed()
                .gate("gate: {by: baseline, budget: {calls: 6}}\n")
                .suite("concurrency: 1\n")
                .agent((cell, trial) -> cell.equals("case-1") ? FAILS : PASSES);

        Ran ran = suite.run();

        assertThat(ran.gate().message())
                .startsWith("Nobody knows: the budget of 6 calls is used up; 1 cell whose"
                        + " attempts could not be made: case-1 [default].");
        assertThat(ran.of("case-1").kind()).isEqualTo(Kind.ERROR);
        assertThat(ran.trials("confirm")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{tokens: 60}",
                "{money: 0.00003, prices: {input: 0, output: 1}}",
                "{time: 1ms}",
            })
    void tokens_money_and_time_are_budgets_too(String budget) {
        suite.blessed().gate("gate: {by: baseline, budget: " + budget + "}\n").suite("concurrency: 1\n");
        suite.agent((cell, trial) -> {
            sleep();
            return PASSES;
        });

        Ran ran = suite.run();

        assertThat(ran.gate().kind()).isEqualTo(Kind.ERROR);
        assertThat(ran.skipped()).isNotEmpty();
    }

    @Test
    void a_budget_stops_a_strict_gate_too() {
        suite.gate("gate: {by: strict, budget: {calls: 2}}\n").suite("concurrency: 1\n");

        Ran ran = suite.run();

        assertThat(ran.gate().kind()).isEqualTo(Kind.ERROR);
        assertThat(ran.skipped()).hasSize(3);
        assertThat(ran.stopped().soFar().gate().verdict()).isEqualTo("inconclusive");
    }

    @Test
    void a_run_that_was_cancelled_is_no_green() {
        AtomicInteger asked = new AtomicInteger();
        suite.blessed().suite("concurrency: 1\n").cancelledBy(() -> asked.incrementAndGet() > 3);

        Ran ran = suite.run();

        assertThat(ran.gate().kind()).isEqualTo(Kind.ERROR);
        assertThat(ran.gate().message()).startsWith("Nobody knows: the run was cancelled");
        assertThat(ran.stopped().why()).isEqualTo("the run was cancelled");
        assertThat(ran.stopped().soFar().gate().verdict()).isEqualTo("inconclusive");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status: quarantined\nbecause: It is down.\nuntil: 2099-01-01\n",
                "status: known-failing\nbecause: Later.\n",
                "status: draft\n"
            })
    void a_change_that_lets_its_own_failing_case_rest_is_held_to_main_s_status(String status) {
        suite.blessed().caseFile("case-1", status).agent((cell, trial) -> cell.equals("case-1") ? FAILS : PASSES);

        Ran ran = suite.run();

        assertThat(ran.gate().kind()).isEqualTo(Kind.FAILED);
        assertThat(ran.of("case-1").kind()).isEqualTo(Kind.FAILED);
        assertThat(ran.record().notices()).extracting(GateRecord.Notice::kind).containsExactly("weakened", "status");
    }

    @Test
    void a_case_that_rests_on_main_rests_in_a_change() {
        suite.blessed(FailClosedTest::whereCase1Rests)
                .caseFile("case-1", QUARANTINED)
                .agent((cell, trial) -> cell.equals("case-1") ? FAILS : PASSES);

        Ran ran = suite.run();

        assertThat(ran.isGreen()).isTrue();
        assertThat(ran.skipped()).containsOnlyKeys("case-1 [default]");
    }

    @Test
    void a_case_that_was_taken_out_of_the_record_with_a_reason_rests_at_once() {
        suite.blessed(baseline -> baseline.without("case-1", "the vendor is down"))
                .caseFile("case-1", QUARANTINED)
                .agent((cell, trial) -> cell.equals("case-1") ? FAILS : PASSES);

        assertThat(suite.run().isGreen()).isTrue();
    }

    @Test
    void a_tombstone_is_taken_as_it_is() {
        suite.blessed().caseFile("case-1", "status: retired\nbecause: No longer sold.\n");

        assertThat(suite.run().isGreen()).isTrue();
        assertThat(suite.run().record().notices())
                .extracting(GateRecord.Notice::kind)
                .contains("weakened", "left-out");
    }

    @Test
    void a_broken_file_is_no_green_and_its_cells_are_not_gone() {
        suite.blessed().file("cases/case-2.yaml", "titel: Broken\n");

        Ran ran = suite.run();

        assertThat(ran.gate().kind()).isEqualTo(Kind.ERROR);
        assertThat(ran.gate().message()).contains("cases/case-2.yaml is broken").doesNotContain("is gone");
    }

    @Test
    void strict_is_strict_about_a_cell_that_diverged_or_could_not_be_evaluated() {
        suite.gate("gate: strict\n");

        assertThat(suite.run().isGreen()).isTrue();
        assertThat(suite.agent((cell, trial) -> BREAKS).run().gate().kind()).isEqualTo(Kind.ERROR);
        assertThat(suite.agent((cell, trial) -> FAILS).run().gate().kind()).isEqualTo(Kind.FAILED);
    }

    @Test
    void a_gate_that_was_never_asked_is_no_green() {
        assertThat(Obstacles.undecided().kind()).isEqualTo(Kind.ERROR);
    }

    private static Baseline whereCase1Rests(Baseline baseline) {
        TreeMap<String, String> guards = new TreeMap<>(baseline.guards());
        guards.put("status:case-1", "quarantined");
        return new Baseline(
                baseline.suite(),
                baseline.fingerprint(),
                guards,
                baseline.runs(),
                baseline.removed(),
                baseline.cells());
    }

    private static Baseline ofAnotherVersion(Baseline baseline) {
        TreeMap<String, String> parts = new TreeMap<>(baseline.fingerprint().parts());
        parts.put("vocabulary", "0");
        return new Baseline(
                baseline.suite(),
                new RunFingerprint(parts),
                baseline.guards(),
                baseline.runs(),
                baseline.removed(),
                baseline.cells());
    }

    private static void sleep() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
