package dev.retrial.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.retrial.baseline.Baseline;
import dev.retrial.baseline.CellHistory;
import dev.retrial.baseline.CellKey;
import dev.retrial.decision.CellVerdict.Kind;
import dev.retrial.decision.CellVerdict.Standing;
import dev.retrial.gate.GateDecision.Verdict;
import dev.retrial.gate.GateRules;
import dev.retrial.gate.Part;
import dev.retrial.gate.PassCount;
import dev.retrial.gate.Wanted;
import dev.retrial.results.GateRecord;
import dev.retrial.results.GateRecord.SliceFigures;
import dev.retrial.results.RunFingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {

    private static final String GOOD = "P".repeat(20);

    private final List<RunCell> cells = new ArrayList<>();
    private final TreeMap<CellKey, CellHistory> record = new TreeMap<>();
    private final Map<CellKey, String> leftOut = new LinkedHashMap<>();
    private final List<String> obstacles = new ArrayList<>();
    private final Map<Integer, Map<String, Integer>> critical = new HashMap<>();
    private BiPredicate<Integer, Integer> outcome = (cell, attempt) -> true;
    private Terms terms = Terms.of(GateRules.DEFAULT);
    private Map<String, String> removed = Map.of();
    private int budget = Integer.MAX_VALUE;

    /** The sentence that a pull request shows. */
    @Test
    void a_regression_says_what_passed_and_how_often_luck_does_that() {
        cell("late", GOOD, false);
        others(7, false);
        outcome = (cell, attempt) -> cell != 0 || attempt == 2;

        assertThat(verdict(0).kind()).isEqualTo(Kind.REGRESSION);
        assertThat(verdict(0).sentence())
                .isEqualTo("failed, so it ran again until the result was settled: 1 of 6 passed, main passed 20 of 20;"
                        + " luck does that less than once in 500");
        assertThat(decide().sentence()).isEqualTo("1 cell is worse than main: late [a].");
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2", "0.0013, 500", "0.0021, 200", "0.01, 100", "0.03, 20", "0.0000001, '1,000,000'"})
    void luck_is_told_in_round_numbers_that_promise_no_more_than_is_true(double p, String times) {
        assertThat(Sentences.luck(p)).isEqualTo("luck does that less than once in " + times);
    }

    @Test
    void all_that_passes_is_green() {
        others(30, true);

        assertThat(decide().verdict()).isEqualTo(Verdict.GREEN);
        assertThat(decide().sentence()).isEqualTo("No worse than main, as far as 30 cells tell.");
    }

    @Test
    void no_cell_at_all_is_no_green() {
        assertThat(decide().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(decide().sentence()).isEqualTo("Nobody knows: no cell was evaluated.");
    }

    @Test
    void cells_that_could_not_be_evaluated_are_no_green() {
        others(9, true);
        cell("down", GOOD, null);

        assertThat(decide().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(decide().sentence()).isEqualTo("Nobody knows: 9 of 10 cells were evaluated, and 100 % must be.");
        assertThat(verdict(9).kind()).isEqualTo(Kind.NOT_EVALUATED);
    }

    @Test
    void as_many_errors_as_the_suite_tolerates_are_green_and_named() {
        others(9, true);
        cell("down", GOOD, null);
        terms = new Terms(GateRules.DEFAULT, List.of(), List.of(), .9);

        assertThat(decide().verdict()).isEqualTo(Verdict.GREEN);
        assertThat(decide().sentence()).endsWith("; 1 could not be evaluated.");
        assertThat(decide().record(null, Map.of(), Map.of(), List.of()).cells())
                .extracting(GateRecord.CellFigures::kind)
                .containsExactly("not-evaluated");
    }

    @Test
    void an_obstacle_is_no_green_and_hides_no_red() {
        others(5, true);
        obstacles.add("the budget of 3 calls is used up");
        assertThat(decide().sentence()).isEqualTo("Nobody knows: the budget of 3 calls is used up.");

        record.put(new CellKey("gone", "a"), history("h", GOOD));
        assertThat(decide().verdict()).isEqualTo(Verdict.RED);
    }

    @Test
    void a_cell_judged_by_something_else_is_unverifiable_and_not_compared() {
        cell("edited", GOOD, false);
        record.put(new CellKey("edited", "a"), history("another", GOOD));
        outcome = (cell, attempt) -> attempt != 0;

        assertThat(verdict(0).standing()).isEqualTo(Standing.UNVERIFIABLE);
        assertThat(verdict(0).kind()).isEqualTo(Kind.NOT_CONFIRMED);
        assertThat(verdict(0).baseline()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"PPPPPPPPPPPPPPPPPPPP, RELIABLE", "PPPPP, SHORT", "PFPFPFPFPFPF, POOR", "PPPPPPPPDD, RELIABLE"})
    void a_record_is_worth_what_it_holds(String outcomes, Standing standing) {
        cell("x", outcomes, true);

        assertThat(verdict(0).standing()).isEqualTo(standing);
    }

    @Test
    void a_cell_that_is_left_out_is_not_gone_and_counted() {
        others(3, true);
        record.put(new CellKey("parked", "a"), history("h", GOOD));
        leftOut.put(new CellKey("parked", "a"), "quarantined");
        leftOut.put(new CellKey("drafted", "a"), "draft");

        Decision decision = decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.GREEN);
        assertThat(decision.record(null, Map.of(), Map.of(), List.of()).notices())
                .extracting(GateRecord.Notice::sentence)
                .containsExactly("2 cells do not gate: 1 draft, 1 quarantined");
    }

    @Test
    void a_cell_that_is_gone_is_red_unless_it_was_removed_on_purpose() {
        others(3, true);
        record.put(new CellKey("gone", "a"), history("h", GOOD));
        assertThat(decide().sentence()).isEqualTo("1 cell of main is gone: gone [a].");

        removed = Map.of("gone [a]", "the plan ended");
        assertThat(decide().verdict()).isEqualTo(Verdict.GREEN);
    }

    @Test
    void each_cohort_difficulty_and_failure_class_is_a_slice_beside_those_that_are_named() {
        cells.add(new RunCell(new CellKey("x", "a"), "h", "hard", "wrong-tone", List.of("billing"), true));
        cells.add(new RunCell(new CellKey("x", "b"), "h", "hard", "wrong-tone", List.of("billing"), true));
        terms = new Terms(
                GateRules.DEFAULT,
                List.of(new Part("a", "hard", null, null), new Part(null, "hard", null, null)),
                List.of(),
                1);

        assertThat(slices())
                .extracting(SliceFigures::name, SliceFigures::named, SliceFigures::cells)
                .containsExactly(
                        tuple("cohort=a", false, 1),
                        tuple("cohort=b", false, 1),
                        tuple("failure=wrong-tone", false, 2),
                        tuple("cohort=a difficulty=hard", true, 1),
                        tuple("difficulty=hard", true, 2));
    }

    @Test
    void a_slice_that_is_worse_says_what_main_s_record_predicts() {
        for (int i = 0; i < 40; i++) {
            cell("c" + i, "P".repeat(19) + "F", i >= 10);
        }
        outcome = (cell, attempt) -> attempt % 2 == 0;

        SliceFigures slice = slices().get(0);

        assertThat(slice.kind()).isEqualTo("regression");
        assertThat(slice.predictedFailures()).isEqualTo(8, within(1e-9));
        assertThat(slice.sentence())
                .isEqualTo("cohort a: 80 of 160 confirmation attempts failed; main's record predicts 8;"
                        + " luck does that less than once in 1,000,000");
        assertThat(slice.passAny()).isEqualTo(1);
        assertThat(slice.passAll()).isZero();
        assertThat(slice.k()).isEqualTo(4);
    }

    @Test
    void a_slice_whose_attempts_cannot_be_had_is_open_and_nothing_more_is_asked_for() {
        for (int i = 0; i < 40; i++) {
            cell("c" + i, "P".repeat(19) + "F", i >= 10);
        }
        budget = 2;

        SliceFigures slice = slices().get(0);

        assertThat(slice.kind()).isEqualTo("open");
        assertThat(slice.k()).isEqualTo(1);
        assertThat(slice.passAll()).isEqualTo(.75);
        assertThat(slice.sentence()).endsWith("; the attempts that would tell could not be made");
    }

    @Test
    void a_critical_rule_broken_twice_is_red_although_the_cell_passed_again() {
        cell("leaks", GOOD, false);
        critical.put(0, Map.of("policy.secret", 2));

        assertThat(verdict(0).kind()).isEqualTo(Kind.CRITICAL);
        assertThat(decide().verdict()).isEqualTo(Verdict.RED);
    }

    @Test
    void a_critical_rule_broken_once_whose_attempts_cannot_be_had_leaves_it_open() {
        cell("leaks", "F".repeat(20), false);
        critical.put(0, Map.of("policy.secret", 1));
        assertThat(decide().verdict()).isEqualTo(Verdict.GREEN);

        budget = 3;
        assertThat(verdict(0).kind()).isEqualTo(Kind.OPEN);
        assertThat(decide().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void a_critical_rule_broken_once_leaves_a_cell_that_is_red_anyway_as_it_is() {
        cell("late", GOOD, false);
        others(3, true);
        outcome = (cell, attempt) -> false;
        critical.put(0, Map.of("policy.secret", 1));
        budget = 4;

        assertThat(verdict(0).kind()).isEqualTo(Kind.REGRESSION);
        assertThat(verdict(0).sentence()).startsWith("failed, so it ran again");
    }

    @Test
    void a_critical_rule_broken_once_by_a_cell_that_passes_is_tried_five_times_and_left() {
        cell("slips", GOOD, true);
        critical.put(0, Map.of("policy.secret", 1));

        budget = 4;
        assertThat(verdict(0).kind()).isEqualTo(Kind.OPEN);
        budget = 5;
        assertThat(verdict(0).kind()).isEqualTo(Kind.PASSED);
    }

    @Test
    void a_floor_counts_first_attempts_only() {
        for (int i = 0; i < 20; i++) {
            cell("c" + i, "F".repeat(20), i < 10);
        }
        terms = new Terms(
                GateRules.DEFAULT, List.of(), List.of(new Terms.Floor(new Part("a", null, null, null), .75)), 1);

        GateRecord.FloorFigures floor =
                decide().record(null, Map.of(), Map.of(), List.of()).floors().get(0);

        assertThat(floor.first().attempts()).isEqualTo(20);
        assertThat(floor.kind()).isEqualTo("broken");
        assertThat(decide().sentence()).isEqualTo("cohort a must pass 75 %, and passed 10 of 20.");
    }

    @Test
    void a_floor_within_the_interval_of_what_was_seen_holds() {
        for (int i = 0; i < 20; i++) {
            cell("c" + i, "F".repeat(20), i < 10);
        }
        terms = new Terms(
                GateRules.DEFAULT, List.of(), List.of(new Terms.Floor(new Part(null, null, null, null), .6)), 1);

        assertThat(decide().verdict()).isEqualTo(Verdict.GREEN);
    }

    @Test
    void what_could_not_be_evaluated_is_in_no_slice_and_no_floor() {
        cell("down", GOOD, null);
        others(3, true);
        terms = new Terms(
                GateRules.DEFAULT, List.of(), List.of(new Terms.Floor(new Part("a", null, null, null), .5)), .5);

        assertThat(slices().get(0).cells()).isEqualTo(3);
        assertThat(decide().record(null, Map.of(), Map.of(), List.of())
                        .floors()
                        .get(0)
                        .first()
                        .attempts())
                .isEqualTo(3);
    }

    @Test
    void a_part_has_the_cells_of_its_tag_and_failure_class_and_no_others() {
        cells.add(new RunCell(new CellKey("x", "a"), "h", null, "wrong-tone", List.of("billing"), true));
        cells.add(new RunCell(new CellKey("y", "a"), "h", null, "wrong-policy", List.of("billing"), true));
        cells.add(new RunCell(new CellKey("z", "a"), "h", null, "wrong-tone", List.of(), true));
        terms = new Terms(
                GateRules.DEFAULT,
                List.of(new Part(null, null, "wrong-tone", "billing"), new Part(null, null, null, "billing")),
                List.of(),
                1);

        assertThat(slices())
                .filteredOn(SliceFigures::named)
                .extracting(SliceFigures::name, SliceFigures::cells)
                .containsExactly(tuple("failure=wrong-tone tag=billing", 1), tuple("tag=billing", 2));
    }

    @Test
    void a_green_verdict_tells_how_many_failed_at_first() {
        cell("shaky", GOOD, false);
        others(3, true);

        assertThat(decide().sentence())
                .isEqualTo("No worse than main, as far as 4 cells tell; 1 failed at first, which was not confirmed.");
    }

    @Test
    void decided_again_with_the_same_attempts_it_says_the_same() {
        cell("late", GOOD, false);
        others(5, true);
        outcome = (cell, attempt) -> attempt == 1;

        GateRecord once = decide().record(null, Map.of(), Map.of(), List.of());

        assertThat(decide().record(null, Map.of(), Map.of(), List.of())).isEqualTo(once);
    }

    @Test
    void a_change_is_told_that_main_has_drifted_and_not_blamed_for_it() {
        drifted(30);

        Decision decision = decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.GREEN);
        assertThat(decision.record(null, Map.of(), Map.of(), List.of()).notices())
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.kind()).isEqualTo("drift");
                    assertThat(notice.sentence()).startsWith("main is worse than when its record was anchored: ");
                });
    }

    @Test
    void a_run_that_takes_its_time_is_red_where_main_has_drifted() {
        drifted(30);
        terms = Terms.of(GateRules.NIGHTLY);

        assertThat(decide().verdict()).isEqualTo(Verdict.RED);
        assertThat(decide().sentence())
                .startsWith("main is worse than when its record was anchored: ")
                .endsWith(".");
    }

    @Test
    void a_stale_record_is_told() {
        for (int i = 0; i < 30; i++) {
            cell("c" + i, "P".repeat(15) + "PPFPP", true);
        }

        assertThat(decide().verdict()).isEqualTo(Verdict.GREEN);
        assertThat(decide().record(null, Map.of(), Map.of(), List.of()).notices())
                .extracting(GateRecord.Notice::kind)
                .containsExactly("stale");
    }

    private void drifted(int count) {
        for (int i = 0; i < count; i++) {
            cell("c" + i, "PPPFPPFPPPPFPPPPPPPP", true);
            record.put(
                    new CellKey("c" + i, "a"),
                    new CellHistory("h", "PPPFPPFPPPPFPPPPPPPP", new PassCount(20, 20), List.of()));
        }
    }

    private void others(int count, boolean passed) {
        for (int i = 0; i < count; i++) {
            cell("other-" + i, GOOD, passed);
        }
    }

    private void cell(String id, String outcomes, @Nullable Boolean first) {
        CellKey key = new CellKey(id, "a");
        cells.add(new RunCell(key, "h", null, null, List.of(), first));
        record.put(key, history("h", outcomes));
    }

    private static CellHistory history(String hash, String outcomes) {
        return new CellHistory(hash, outcomes, PassCount.NONE, List.of());
    }

    private CellVerdict verdict(int cell) {
        return decide().cells().get(cell);
    }

    private List<SliceFigures> slices() {
        return decide().record(null, Map.of(), Map.of(), List.of()).slices();
    }

    private Decision decide() {
        Baseline baseline = new Baseline(
                "acme.Test", new RunFingerprint(new TreeMap<>()), Map.of(), List.of("r1"), removed, record);
        return Decision.of(terms, cells, leftOut, baseline, new Scripted(), false, obstacles);
    }

    private final class Scripted implements Evidence {

        @Override
        public Map<String, Integer> critical(int cell) {
            return critical.getOrDefault(cell, Map.of());
        }

        @Override
        public List<List<Boolean>> make(List<Wanted> wanted) {
            List<List<Boolean>> made = new ArrayList<>();
            for (Wanted one : wanted) {
                List<Boolean> outcomes = new ArrayList<>();
                PassCount count = PassCount.NONE;
                while (!one.isSettledBy(count) && outcomes.size() < budget) {
                    boolean passed = outcome.test(one.cell(), outcomes.size());
                    outcomes.add(passed);
                    count = count.plus(new PassCount(passed ? 1 : 0, 1));
                }
                made.add(outcomes);
            }
            return made;
        }
    }
}
