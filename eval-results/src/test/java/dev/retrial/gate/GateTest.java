package dev.retrial.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.gate.GateDecision.CellFinding;
import dev.retrial.gate.GateDecision.CellKind;
import dev.retrial.gate.GateDecision.SliceKind;
import dev.retrial.gate.GateDecision.Verdict;
import dev.retrial.gate.Wanted.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final PassCount GOOD = new PassCount(20, 20);

    private final List<GatedCell> cells = new ArrayList<>();
    private final List<Slice> slices = new ArrayList<>();
    private final List<Wanted> asked = new ArrayList<>();

    private BiPredicate<Wanted, Integer> outcome = (wanted, attempt) -> true;
    private int budget = Integer.MAX_VALUE;
    private Predicate<Wanted> canBeMade = wanted -> true;
    private int more;

    @Test
    void where_everything_passes_nothing_is_asked_and_the_gate_is_green() {
        cells(30, GOOD, true);
        slices.add(slice("all", 0, 30));

        assertThat(decide(false).verdict()).isEqualTo(Verdict.GREEN);
        assertThat(asked).isEmpty();
    }

    @Test
    void without_a_cell_nobody_knows() {
        assertThat(decide(false).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    /** The example of the pull request: 1 of 6 passed, main passed 20 of 20, luck does that less than once in 500. */
    @Test
    void a_cell_that_goes_on_failing_is_a_regression_as_soon_as_that_is_settled() {
        cells(7, GOOD, true);
        cells(8, GOOD, false);
        outcome = (wanted, attempt) -> wanted.cell() == 7 ? attempt == 2 : true;

        GateDecision decision = decide(false);

        CellFinding finding = decision.cells().get(7);
        assertThat(finding.kind()).isEqualTo(CellKind.REGRESSION);
        assertThat(finding.fresh()).isEqualTo(new PassCount(1, 6));
        assertThat(finding.p()).isBetween(1 / 1000.0, 1 / 500.0);
        assertThat(decision.verdict()).isEqualTo(Verdict.RED);
    }

    @Test
    void a_cell_that_passes_again_is_not_confirmed_and_its_first_attempt_is_not_counted_again() {
        cells(1, GOOD, false);

        CellFinding finding = decide(false).cells().get(0);

        assertThat(finding.kind()).isEqualTo(CellKind.NOT_CONFIRMED);
        assertThat(finding.fresh().failures()).isZero();
        assertThat(decide(false).verdict()).isEqualTo(Verdict.GREEN);
    }

    @Test
    void more_failing_cells_raise_what_each_must_show() {
        PassCount fair = new PassCount(18, 20);
        cells(1, fair, false);
        decide(false);
        int alone = asked.get(0).passes();
        asked.clear();
        cells(30, fair, false);
        decide(false);

        assertThat(asked.get(0).passes()).isLessThan(alone);
    }

    @Test
    void a_cell_without_a_record_is_red_at_two_passes_of_five() {
        cells(1, null, false);
        outcome = (wanted, attempt) -> attempt == 0 || attempt == 2;
        assertThat(decide(false).cells().get(0).kind()).isEqualTo(CellKind.NEW_FAILING);
        assertThat(decide(false).verdict()).isEqualTo(Verdict.RED);

        outcome = (wanted, attempt) -> attempt != 0 && attempt != 2;
        assertThat(decide(false).cells().get(0))
                .isEqualTo(new CellFinding(CellKind.NOT_CONFIRMED, new PassCount(3, 5), 1));
        assertThat(decide(false).verdict()).isEqualTo(Verdict.GREEN);
    }

    @Test
    void a_cell_whose_record_is_poor_is_left_to_its_slices() {
        cells(1, new PassCount(12, 20), false);

        assertThat(decide(false).cells().get(0).kind()).isEqualTo(CellKind.SUSPECT);
        assertThat(asked).isEmpty();
    }

    @Test
    void attempts_that_cannot_be_had_leave_the_gate_open() {
        cells(1, GOOD, false);
        budget = 2;
        outcome = (wanted, attempt) -> false;

        assertThat(decide(false).cells().get(0).kind()).isEqualTo(CellKind.OPEN);
        assertThat(decide(false).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void a_slice_that_looks_worse_is_tried_again_whole_and_only_those_attempts_count() {
        worseSlice();
        outcome = (wanted, attempt) -> wanted.cell() >= 40 || attempt % 2 == 0;

        GateDecision decision = decide(false);

        assertThat(decision.slices().get(0).kind()).isEqualTo(SliceKind.REGRESSION);
        assertThat(decision.slices().get(0).first()).isEqualTo(new PassCount(30, 40));
        assertThat(decision.slices().get(0).fresh()).isEqualTo(new PassCount(80, 160));
        assertThat(decision.slices().get(1).kind()).isEqualTo(SliceKind.HOLDS);
        assertThat(decision.verdict()).isEqualTo(Verdict.RED);
    }

    @Test
    void a_slice_that_looked_worse_by_chance_is_not_confirmed() {
        worseSlice();

        assertThat(decide(false).slices().get(0).kind()).isEqualTo(SliceKind.NOT_CONFIRMED);
        assertThat(decide(false).verdict()).isEqualTo(Verdict.GREEN);
    }

    @Test
    void a_slice_that_cannot_be_tried_again_whole_leaves_the_gate_open() {
        worseSlice();
        budget = 50;

        assertThat(decide(false).slices().get(0).kind()).isEqualTo(SliceKind.OPEN);
        assertThat(decide(false).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void a_small_slice_is_shown_and_one_that_the_suite_names_leaves_the_gate_open() {
        cells(19, GOOD, true);
        slices.add(slice("derived", 0, 19));
        assertThat(decide(false).slices().get(0).kind()).isEqualTo(SliceKind.TOO_SMALL);
        assertThat(decide(false).verdict()).isEqualTo(Verdict.GREEN);

        slices.add(new Slice("named", List.of(0, 1), true));
        assertThat(decide(false).slices().get(1).kind()).isEqualTo(SliceKind.OPEN);
        assertThat(decide(false).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void a_slice_without_a_comparable_cell_is_no_green_when_the_suite_names_it() {
        cells(30, null, true);
        slices.add(new Slice("named", IntStream.range(0, 30).boxed().toList(), true));

        assertThat(decide(false).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void where_main_fails_today_too_nobody_knows() {
        worseSlice();
        outcome = (wanted, attempt) -> wanted.cell() >= 40;

        GateDecision decision = decide(true);

        assertThat(decision.cells()).extracting(CellFinding::kind).contains(CellKind.MAIN_FAILS_TOO);
        assertThat(decision.slices().get(0).kind()).isEqualTo(SliceKind.MAIN_FAILS_TOO);
        assertThat(decision.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void where_main_passes_today_the_regression_holds() {
        worseSlice();
        outcome = (wanted, attempt) -> wanted.cell() >= 40 || wanted.stage() == Stage.CONTROL;

        GateDecision decision = decide(true);

        assertThat(decision.cells().get(0).kind()).isEqualTo(CellKind.REGRESSION);
        assertThat(decision.slices().get(0).kind()).isEqualTo(SliceKind.REGRESSION);
        assertThat(decision.verdict()).isEqualTo(Verdict.RED);
    }

    @Test
    void the_levels_are_those_that_were_simulated() {
        assertThat(GateRules.DEFAULT).isEqualTo(new GateRules(.03, .02, .05, 10, 4, .05, .8, 10, 5, 2, 20));
        assertThat(GateRules.NIGHTLY).isEqualTo(new GateRules(.03, .02, .05, 10, 5, 1, .8, 10, 5, 2, 20));
    }

    @Test
    void cells_that_pass_do_not_raise_what_a_failing_one_must_show() {
        PassCount fair = new PassCount(18, 20);
        cells(1, fair, false);
        cells(30, fair, true);
        decide(false);

        assertThat(asked.get(0).failures())
                .isEqualTo(10 - ExactTests.mostPasses(fair, 10, GateRules.DEFAULT.cellLevel()));
    }

    @Test
    void one_pass_more_than_luck_brings_settles_it() {
        cells(1, GOOD, false);
        decide(false);

        assertThat(asked.get(0).passes() + asked.get(0).failures()).isEqualTo(11);
    }

    @Test
    void where_not_even_no_pass_would_tell_nothing_is_tried_and_the_cell_is_suspect() {
        cells(400, new PassCount(8, 10), false);

        GateDecision decision = decide(false);

        assertThat(decision.cells())
                .allSatisfy(
                        finding -> assertThat(finding).isEqualTo(new CellFinding(CellKind.SUSPECT, PassCount.NONE, 1)));
        assertThat(decision.verdict()).isEqualTo(Verdict.GREEN);
    }

    @Test
    void a_cell_that_mostly_fails_again_and_is_not_settled_as_worse_is_suspect() {
        cells(1, new PassCount(16, 20), false);
        outcome = (wanted, attempt) -> attempt >= 5;

        CellFinding finding = decide(false).cells().get(0);

        assertThat(finding.fresh().failures()).isGreaterThan(finding.fresh().passes());
        assertThat(finding.kind()).isEqualTo(CellKind.SUSPECT);
    }

    @Test
    void a_cell_with_a_short_record_is_judged_as_a_new_one() {
        cells(1, new PassCount(9, 9), false);
        outcome = (wanted, attempt) -> false;

        assertThat(decide(false).cells().get(0).kind()).isEqualTo(CellKind.NEW_FAILING);
        assertThat(asked.get(0).attempts()).isEqualTo(5);
    }

    @Test
    void twenty_cells_are_enough_for_a_slice() {
        cells(20, GOOD, true);
        slices.add(slice("enough", 0, 20));

        assertThat(decide(false).slices().get(0).kind()).isEqualTo(SliceKind.HOLDS);
    }

    /** Of 21 attempts of a cell one failed: that it was the last one happens once in 21, which is .048. */
    @Test
    void a_slice_looks_worse_at_the_level_of_the_screen() {
        cells(1, GOOD, false);
        cells(39, GOOD, true);
        slices.add(slice("all", 0, 40));

        assertThat(decide(false).slices().get(0).kind()).isEqualTo(SliceKind.NOT_CONFIRMED);
        assertThat(decide(false).slices().get(0).fresh()).isEqualTo(new PassCount(160, 160));
    }

    /** One failure among the four: once in six. */
    @Test
    void a_slice_is_no_regression_by_what_luck_brings_once_in_six() {
        worseSlice();
        outcome = (wanted, attempt) -> wanted.cell() != 20 || attempt != 2;

        assertThat(decide(false).slices().get(0).freshP()).isBetween(.16, .17);
        assertThat(decide(false).slices().get(0).kind()).isEqualTo(SliceKind.NOT_CONFIRMED);
    }

    @Test
    void what_was_made_beyond_what_was_wanted_does_not_count() {
        worseSlice();
        more = 5;

        assertThat(decide(false).slices().get(0).fresh()).isEqualTo(new PassCount(160, 160));
    }

    @Test
    void a_control_that_cannot_be_asked_leaves_it_open() {
        worseSlice();
        outcome = (wanted, attempt) -> wanted.cell() >= 40;
        canBeMade = wanted -> wanted.stage() != Stage.CONTROL;

        GateDecision decision = decide(true);

        assertThat(decision.cells().get(0).kind()).isEqualTo(CellKind.OPEN);
        assertThat(decision.slices().get(0).kind()).isEqualTo(SliceKind.OPEN);
        assertThat(decision.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    /** Eighty cells, of the first forty of which ten failed at first. */
    private void worseSlice() {
        cells(10, GOOD, false);
        cells(70, GOOD, true);
        slices.add(slice("worse", 0, 40));
        slices.add(slice("same", 40, 80));
    }

    private void cells(int count, @Nullable PassCount baseline, boolean passed) {
        for (int i = 0; i < count; i++) {
            cells.add(new GatedCell("case " + cells.size(), baseline, passed));
        }
    }

    private static Slice slice(String name, int from, int to) {
        return new Slice(name, IntStream.range(from, to).boxed().toList(), false);
    }

    private GateDecision decide(boolean control) {
        return Gate.decide(GateRules.DEFAULT, cells, slices, this::make, control);
    }

    private List<List<Boolean>> make(List<Wanted> wanted) {
        List<List<Boolean>> made = new ArrayList<>();
        int left = budget;
        for (Wanted one : wanted) {
            asked.add(one);
            List<Boolean> outcomes = new ArrayList<>();
            int passes = 0;
            while (canBeMade.test(one) && !one.isSettledBy(new PassCount(passes, outcomes.size())) && left-- > 0) {
                boolean passed = outcome.test(one, outcomes.size());
                outcomes.add(passed);
                passes += passed ? 1 : 0;
            }
            for (int i = 0; i < more; i++) {
                outcomes.add(false);
            }
            made.add(outcomes);
        }
        return made;
    }
}
