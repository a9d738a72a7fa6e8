package dev.retrial.gating;

import static dev.retrial.gating.GatedSuite.FAILS;
import static dev.retrial.gating.GatedSuite.LEAKS;
import static dev.retrial.gating.GatedSuite.PASSES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.retrial.check.CheckKinds;
import dev.retrial.gate.ExactTests;
import dev.retrial.gate.PassCount;
import dev.retrial.gating.GatedSuite.Ran;
import dev.retrial.results.GateRecord;
import dev.retrial.results.GateRecord.CellFigures;
import dev.retrial.results.GateRecord.SliceFigures;
import dev.retrial.results.TrialRecord;
import dev.retrial.run.Ending.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineGateTest {

    @TempDir
    Path directory;

    private GatedSuite suite;

    @BeforeEach
    void make_a_suite() {
        suite = new GatedSuite(directory);
    }

    @Test
    void where_everything_passes_nothing_is_tried_again() {
        Ran ran = suite.cases(3).blessed().run();

        assertThat(ran.isGreen()).isTrue();
        assertThat(ran.record().verdict()).isEqualTo("green");
        assertThat(ran.record().attempts()).containsOnly(Map.entry("first", 3));
    }

    @Test
    void a_cell_that_goes_on_failing_is_red_and_says_by_what() {
        Ran ran = suite.cases(8).blessed().agent(failing("case-1", 100)).run();

        assertThat(ran.of("case-1").kind()).isEqualTo(Kind.FAILED);
        assertThat(ran.of("case-1").message().lines().findFirst().orElseThrow())
                .matches(
                        "failed, so it ran again until the result was settled: 0 of [0-9] passed, main passed 20 of 20;"
                                + " luck does that less than once in [0-9,]+");
        assertThat(ran.of("case-1").message()).contains("reply.says", FAILS);
        assertThat(ran.of("case-1").expected()).isNotNull();
        assertThat(ran.gate().kind()).isEqualTo(Kind.FAILED);
        assertThat(ran.gate().message())
                .startsWith("1 cell is worse than main: case-1 [default].\n  case-1 [default] failed, so it ran again");
        assertThat(ran.endings().values())
                .filteredOn(ending -> ending.kind() == Kind.PASSED)
                .hasSize(7);
    }

    @Test
    void a_cell_that_passes_again_is_shown_as_skipped_with_the_reason() {
        Ran ran = suite.cases(8).blessed().agent(failing("case-1", 1)).run();

        assertThat(ran.of("case-1").kind()).isEqualTo(Kind.ABORTED);
        assertThat(ran.of("case-1").message())
                .startsWith("failed, so it ran again until the result was settled:")
                .contains("that is no worse, as far as can be told", "reply.says");
        assertThat(ran.gate().kind()).isEqualTo(Kind.PASSED);
        assertThat(ran.isGreen()).isTrue();
    }

    @Test
    void the_attempts_that_decided_are_in_the_results_and_the_first_is_none_of_them() {
        Ran ran = suite.cases(2).blessed().agent(failing("case-1", 100)).run();

        assertThat(ran.trials("first").map(TrialRecord::trial)).containsExactly(1, 1);
        assertThat(ran.trials("confirm")).isNotEmpty().allSatisfy(trial -> {
            assertThat(trial.caseId()).isEqualTo("case-1");
            assertThat(trial.trial()).isGreaterThan(1);
            assertThat(Files.exists(ran.directory().resolve(trial.transcript())))
                    .isTrue();
        });
        assertThat(ran.trials("confirm").map(TrialRecord::transcript)).doesNotHaveDuplicates();
        assertThat(ran.record().cells().get(0).fresh().attempts())
                .isEqualTo((int) ran.trials("confirm").count());
    }

    @Test
    void no_attempt_is_made_that_could_not_change_the_decision() {
        // With one failing cell and a perfect record seven passes of ten are few enough: four failures settle it.
        Ran ran = suite.cases(2).blessed().agent(failing("case-1", 100)).run();

        int most = ExactTests.mostPasses(new PassCount(20, 20), 10, .03);
        assertThat(ran.trials("confirm")).hasSize(10 - most);
    }

    @Test
    void a_cell_without_a_record_is_red_at_two_passes_of_five() {
        suite.cases(2).blessed().caseFile("new", "");

        Ran ran = suite.agent((cell, trial) -> cell.equals("new") && trial != 2 && trial != 4 ? FAILS : PASSES)
                .run();

        assertThat(ran.of("new").kind()).isEqualTo(Kind.FAILED);
        assertThat(ran.of("new").message()).contains("2 of 5 passed, main has no record of it");
        assertThat(ran.record().cells())
                .extracting(CellFigures::kind, CellFigures::standing)
                .containsExactly(tuple("new-failing", "new"));
    }

    @Test
    void a_cell_whose_case_changed_is_judged_as_new_and_named() {
        suite.cases(2).blessed().caseFile("case-1", "context: {plan: gold}\n");

        Ran passing = suite.run();
        Ran failing = suite.agent(failing("case-1", 100)).run();

        assertThat(passing.isGreen()).isTrue();
        assertThat(passing.record().cells())
                .extracting(CellFigures::caseId, CellFigures::kind, CellFigures::standing)
                .containsExactly(tuple("case-1", "passed", "unverifiable"));
        assertThat(failing.of("case-1").message()).contains("main was judged by something else");
        assertThat(failing.isGreen()).isFalse();
    }

    @Test
    void a_cell_whose_policies_changed_is_judged_as_new() {
        suite.cases(2).blessed().file("policies/q.yaml", "rules: {r: {says: R, never: {says: x}}}\n");

        assertThat(suite.run().record().cells())
                .extracting(CellFigures::standing)
                .containsOnly("unverifiable");
    }

    @Test
    void a_cell_that_is_gone_without_a_tombstone_is_red() {
        suite.cases(3).blessed().without("cases/case-3.yaml");

        Ran ran = suite.run();

        assertThat(ran.gate().kind()).isEqualTo(Kind.FAILED);
        assertThat(ran.gate().message()).contains("1 cell of main is gone: case-3 [default]", "'status: retired'");
    }

    @Test
    void a_cell_with_a_tombstone_is_a_notice() {
        suite.cases(3).blessed().caseFile("case-3", "status: retired\nbecause: The product is gone.\n");

        Ran ran = suite.run();

        assertThat(ran.isGreen()).isTrue();
        assertThat(ran.record().notices())
                .extracting(GateRecord.Notice::kind, GateRecord.Notice::sentence)
                .contains(tuple("weakened", "case-3 is retired, was active"));
    }

    @Test
    void a_known_failure_is_not_held_and_counts_for_nothing() {
        suite.cases(2)
                .caseFile("known", "status: known-failing\nbecause: Later.\n")
                .blessed();

        Ran ran = suite.agent(failing("known", 100)).run();

        assertThat(ran.of("known").kind()).isEqualTo(Kind.ABORTED);
        assertThat(ran.isGreen()).isTrue();
        assertThat(ran.record().notices())
                .extracting(GateRecord.Notice::sentence)
                .contains("1 cell does not gate: 1 known-failing");
    }

    @Test
    void a_slice_that_got_worse_is_red_although_no_cell_is() {
        suite.cases(40).blessed();

        // Every cell fails now and then: too rarely for any of them alone.
        Ran ran = suite.agent((cell, trial) -> (number(cell) + trial) % 3 == 0 ? FAILS : PASSES)
                .run();

        SliceFigures all = ran.record().slices().get(0);
        assertThat(all.name()).isEqualTo("cohort=default");
        assertThat(all.kind()).isEqualTo("regression");
        assertThat(all.fresh().attempts()).isEqualTo(160);
        assertThat(all.k()).isEqualTo(4);
        assertThat(all.passAny()).isEqualTo(1);
        assertThat(all.passAll()).isLessThan(.5);
        assertThat(ran.gate().kind()).isEqualTo(Kind.FAILED);
        assertThat(ran.gate().message())
                .contains(
                        "1 slice is worse than main: cohort default",
                        "confirmation attempts failed; main's record"
                                + " predicts 0; luck does that less than once in");
        assertThat(ran.trials("slice")).isNotEmpty();
    }

    @Test
    void every_night_every_slice_is_tried_again() {
        Ran ran = suite.cases(20).blessed().parameter("retrial.gate", "nightly").run();

        assertThat(ran.isGreen()).isTrue();
        assertThat(ran.trials("slice")).hasSize(100);
        assertThat(ran.record().slices().get(0).k()).isEqualTo(5);
    }

    @Test
    void as_many_attempts_are_made_at_once_as_the_suite_allows() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        suite.suite("concurrency: 3\n").cases(6).blessed();

        suite.agent((cell, trial) -> {
                    if (trial > 1) {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        pause();
                        now.decrementAndGet();
                    }
                    return FAILS;
                })
                .run();

        assertThat(most.get()).isBetween(2, 3);
    }

    @Test
    void a_slice_that_the_suite_names_and_that_is_too_small_leaves_nobody_knowing() {
        suite.gate("gate: {by: baseline, slices: [{difficulty: hard}]}\n")
                .cases(3, "difficulty: hard\n")
                .blessed();

        Ran ran = suite.run();

        assertThat(ran.gate().kind()).isEqualTo(Kind.ERROR);
        assertThat(ran.gate().message()).startsWith("Nobody knows: difficulty hard:");
    }

    @Test
    void a_slice_without_a_cell_leaves_nobody_knowing() {
        suite.gate("gate: {by: baseline, slices: [{tag: nowhere}]}\n").cases(3).blessed();

        assertThat(suite.run().gate().kind()).isEqualTo(Kind.ERROR);
    }

    @Test
    void a_floor_is_red_where_it_lies_above_the_interval() {
        suite.gate("gate: {by: baseline, floors: [{rate: 0.9}]}\n").cases(20).blessed("F".repeat(20), any -> any);

        Ran ran = suite.agent((cell, trial) -> number(cell) <= 10 ? FAILS : PASSES)
                .run();

        assertThat(ran.gate().kind()).isEqualTo(Kind.FAILED);
        assertThat(ran.gate().message()).contains("all cells must pass 90 %, and passed 10 of 20");
        assertThat(ran.record().floors().get(0).kind()).isEqualTo("broken");
    }

    @Test
    void a_floor_within_the_interval_holds() {
        suite.gate("gate: {by: baseline, floors: [{rate: 0.9}]}\n").cases(20).blessed("F".repeat(20), any -> any);

        Ran ran =
                suite.agent((cell, trial) -> number(cell) <= 3 ? FAILS : PASSES).run();

        assertThat(ran.record().floors().get(0).kind()).isEqualTo("holds");
    }

    @Test
    void a_floor_of_no_cell_leaves_nobody_knowing() {
        suite.gate("gate: {by: baseline, floors: [{tag: nowhere, rate: 0.9}]}\n")
                .cases(3)
                .blessed();

        assertThat(suite.run().gate().kind()).isEqualTo(Kind.ERROR);
    }

    @Test
    void a_critical_rule_that_is_broken_twice_is_red_whatever_the_record_says() {
        suite.cases(2).blessed("F".repeat(20), any -> any);

        Ran ran = suite.agent((cell, trial) -> cell.equals("case-1") && (trial == 1 || trial == 4) ? LEAKS : PASSES)
                .run();

        assertThat(ran.of("case-1").kind()).isEqualTo(Kind.FAILED);
        assertThat(ran.of("case-1").message()).startsWith("broke the critical rule policy.no-secret in 2 attempts");
        assertThat(ran.gate().message()).contains("1 cell breaks a critical rule: case-1 [default]");
    }

    /** {@code case-1}, whose customer says hello, demands a critical rule that applies where a customer says this. */
    private void demandsARuleFor(String customer) {
        suite.cases(2).file("policies/q.yaml", """
                        rules:
                          asked-first:
                            says: Whoever asks is not told.
                            severity: critical
                            when: {customer: [%s]}
                            never: {says: [secret]}
                        """.formatted(customer)).file("cases/case-1.yaml", """
                        title: A case
                        conversation: [{customer: Hello}]
                        expect: {reply: {says: [fine]}, policy: [asked-first]}
                        """);
    }

    @Test
    void a_critical_rule_that_did_not_apply_though_its_case_demands_it_was_not_broken() {
        demandsARuleFor("please");
        suite.blessed("F".repeat(20), any -> any);

        Ran ran = suite.run();

        assertThat(ran.of("case-1").kind()).isEqualTo(Kind.ABORTED);
        assertThat(ran.gate().kind()).isEqualTo(Kind.PASSED);
    }

    @Test
    void of_what_a_cell_says_critical_rules_come_first() {
        demandsARuleFor("hello");
        suite.gate("gate: strict\n");

        Ran ran = suite.agent((cell, trial) -> "The secret is out.").run();

        assertThat(ran.of("case-1").message()).startsWith("policy.no-secret, policy.asked-first, reply.says: 3 of 3");
    }

    @Test
    void a_critical_rule_that_is_broken_once_is_tried_again_and_left() {
        suite.cases(2).blessed("F".repeat(20), any -> any);

        Ran ran = suite.agent((cell, trial) -> cell.equals("case-1") && trial == 1 ? LEAKS : PASSES)
                .run();

        assertThat(ran.isGreen()).isTrue();
        assertThat(ran.trials("slice")).hasSize(5);
    }

    @Test
    void where_main_fails_today_too_nobody_knows_and_the_cell_is_not_red() {
        suite.gate("gate: {by: baseline, control: {type: http, url: 'http://main', request: {m: '${message}'},"
                        + " response: {reply: /r}}}\n")
                .cases(2)
                .blessed();

        Ran ran =
                suite.agent(failing("case-1", 100)).main(failing("case-1", 100)).run();

        assertThat(ran.of("case-1").kind()).isEqualTo(Kind.ABORTED);
        assertThat(ran.of("case-1").message()).contains("asked beside it, main's agent fails today too");
        assertThat(ran.gate().kind()).isEqualTo(Kind.ERROR);
        assertThat(ran.trials("compare")).hasSize(10);
        assertThat(ran.trials("control")).hasSize(10);
    }

    @Test
    void where_main_passes_today_the_regression_holds() {
        suite.gate("gate: {by: baseline, control: {type: http, url: 'http://main', request: {m: '${message}'},"
                        + " response: {reply: /r}}}\n")
                .cases(2)
                .blessed();

        Ran ran = suite.agent(failing("case-1", 100)).run();

        assertThat(ran.of("case-1").kind()).isEqualTo(Kind.FAILED);
        assertThat(ran.gate().kind()).isEqualTo(Kind.FAILED);
    }

    @Test
    void trials_beside_the_first_are_the_first_fresh_attempts() {
        suite.suite("trials: {attempts: 6, pass: 4}\n").cases(2).blessed();

        Ran ran = suite.agent(failing("case-1", 1)).run();

        assertThat(ran.of("case-1").kind()).isEqualTo(Kind.ABORTED);
        assertThat(ran.record().cells().get(0).fresh().passes()).isGreaterThanOrEqualTo(5);
        assertThat(ran.isGreen()).isTrue();
    }

    @Test
    void what_would_have_been_noticed_is_printed() {
        suite.cases(40).blessed();

        assertThat(suite.run().console())
                .anySatisfy(line -> assertThat(line)
                        .matches(
                                "Retrial: gate: noticed eight times of ten: a cell that passed always and now passes at"
                                        + " most [0-9]+ % of the time; a drop of [0-9]+ points of cohort default"));
    }

    @Test
    void what_the_run_was_made_of_stands_beside_what_main_was_made_of() {
        Ran ran = suite.cases(2).blessed().run();

        assertThat(ran.record().fingerprint())
                .containsEntry("model", "small")
                .containsEntry("promptHash", "p1")
                .containsEntry("vocabulary", CheckKinds.VERSION)
                .containsKeys("cases", "policies");
        assertThat(ran.record().baseline().fingerprint()).containsEntry("model", "small");
        assertThat(ran.record().baseline().file()).isEqualTo("baseline.json");
    }

    private static BiFunction<String, Integer, String> failing(String failing, int last) {
        return (cell, trial) -> cell.equals(failing) && trial <= last ? FAILS : PASSES;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int number(String cell) {
        return Integer.parseInt(cell.substring(cell.indexOf('-') + 1));
    }
}
