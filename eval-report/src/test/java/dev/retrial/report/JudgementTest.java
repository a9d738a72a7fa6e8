package dev.retrial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.retrial.report.Judgement.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgementTest {

    @TempDir
    private Path output;

    private RunFiles run;

    @BeforeEach
    void begin() {
        run = new RunFiles(output, "20260302T091500.000Z-1-1");
    }

    @Test
    void all_passing_is_green() throws IOException {
        run.passed("a", "enterprise").passed("b", "enterprise");

        assertThat(judged()).isEqualTo("GREEN All 2 cells pass.");
    }

    @Test
    void a_failing_cell_is_red() throws IOException {
        run.passed("a", "enterprise").trial("b", "enterprise").failed("tools.never", "no call", "a call", 1);

        assertThat(judged()).isEqualTo("RED 1 of 2 cells fails.");
    }

    @Test
    void a_difference_between_cohorts_is_red_though_every_cell_passes() throws IOException {
        run.passed("a", "enterprise").passed("a", "developer").differs("a", "89 USD: enterprise; not developer");

        assertThat(judged()).isEqualTo("RED 1 case differs across cohorts.");
        assertThat(Judgement.byCells(RunOverview.read(run.write())).findings())
                .extracting(Judgement.Finding::subject, Judgement.Finding::sentence)
                .containsExactly(
                        tuple(
                                "a [cohorts]",
                                "cohorts.amounts: expected the same for enterprise, developer, was 89 USD: enterprise; not developer"));
    }

    @Test
    void a_red_test_beside_the_cells_is_red() throws IOException {
        run.passed("a", "enterprise")
                .red("self-check", "a [self-check]", "It passes on what went wrong.")
                .red("broken-file", "b [broken file]", "b.yaml:3: no such key")
                .red("problem", "[filter]", "It matches nothing.");

        assertThat(judged())
                .isEqualTo("RED 1 case fails its self-check, 1 file is broken and 1 other test of the suite fails.");
    }

    @Test
    void a_difference_that_was_there_before_is_no_regression() throws IOException {
        RunFiles earlier = new RunFiles(output, "20260301T091500.000Z-1-1");
        earlier.passed("a", "enterprise").differs("a", "89 USD: enterprise; not developer");
        run.passed("a", "enterprise").differs("a", "89 USD: enterprise; not developer");
        Comparison same = new Comparison(RunOverview.read(earlier.write()), RunOverview.read(run.write()));
        run.differs("b", "30 days: enterprise; not developer");
        Comparison worse = new Comparison(RunOverview.read(earlier.write()), RunOverview.read(run.write()));

        assertThat(Judgement.byComparison(same).verdict()).isEqualTo(Verdict.GREEN);
        assertThat(Judgement.byComparison(worse).verdict()).isEqualTo(Verdict.RED);
        assertThat(Judgement.byComparison(worse).sentence()).startsWith("1 test newly failing");
    }

    @Test
    void what_could_not_be_evaluated_is_never_green() throws IOException {
        run.passed("a", "enterprise").trial("b", "enterprise").ended("error", "the agent was down");

        assertThat(judged()).isEqualTo("INCONCLUSIVE 1 of 2 cells could not be evaluated.");
    }

    @Test
    void a_run_that_did_not_end_is_never_green() throws IOException {
        run.passed("a", "enterprise").killed();

        assertThat(judged()).isEqualTo("INCONCLUSIVE The run did not end.");
    }

    @Test
    void a_run_that_was_stopped_says_by_what() throws IOException {
        run.passed("a", "enterprise").plan("b", "enterprise").stopped("the run was cancelled");

        assertThat(judged())
                .isEqualTo("INCONCLUSIVE The run was stopped (the run was cancelled): 1 of 2 cells is missing.");
    }

    @Test
    void a_run_that_could_not_begin_is_red_by_what_kept_it() throws IOException {
        run.stopped("no cell could run");
        assertThat(judged()).isEqualTo("INCONCLUSIVE No cell ran. The run was stopped: no cell could run.");

        run.red("problem", "[no case]", "The suite has no case.");
        assertThat(judged())
                .isEqualTo("RED No cell ran; 1 other test of the suite fails. The run was stopped: no cell could run.");
    }

    @Test
    void a_planned_cell_without_a_trial_is_missed() throws IOException {
        run.passed("a", "enterprise").plan("b", "developer");

        assertThat(judged()).isEqualTo("INCONCLUSIVE Results are missing: 1 of 2 cells is missing.");
    }

    @Test
    void a_cell_that_lacks_trials_is_missed() throws IOException {
        run.trials(3, 2).passed("a", "enterprise").passed("a", "enterprise");

        assertThat(judged()).startsWith("INCONCLUSIVE");
    }

    @Test
    void no_cell_is_never_green() throws IOException {
        assertThat(judged()).isEqualTo("INCONCLUSIVE No cell ran.");
    }

    @Test
    void as_many_may_fail_as_the_run_allows() throws IOException {
        run.trials(3, 2).passed("a", "enterprise").passed("a", "enterprise");
        run.trial("a", "enterprise").failed("tools.never", "no call", "a call", 1);

        assertThat(judged()).isEqualTo("GREEN The only cell passes.");
    }

    @Test
    void a_known_failure_that_fails_is_no_news() throws IOException {
        run.passed("a", "enterprise")
                .trial("b", "enterprise")
                .status("known-failing")
                .failed("tools.never", "no call", "a call", 1);

        assertThat(judged()).isEqualTo("GREEN 1 of 2 cells pass; the others do not gate or are known to fail.");
    }

    @Test
    void a_known_failure_that_passes_is_red() throws IOException {
        run.trial("b", "enterprise").status("known-failing");

        assertThat(judged()).isEqualTo("RED 1 of 1 cell passes though known to fail.");
    }

    @Test
    void a_diverged_cell_is_red_in_CI_only() throws IOException {
        run.passed("a", "enterprise").trial("b", "enterprise").ended("diverged", "asked for what nobody knows");

        assertThat(judged()).startsWith("RED 1 of 2 cells diverged.");
        run.local();
        assertThat(judged()).startsWith("GREEN");
    }

    @Test
    void attempts_that_a_gate_asked_for_do_not_change_what_the_first_ones_say() throws IOException {
        run.trial("a", "enterprise").failed("tools.never", "no call", "a call", 1);
        run.trial("a", "enterprise").stage("confirm");

        assertThat(judged()).startsWith("RED 1 of 1 cell fails.");
    }

    @Test
    void a_run_of_a_part_of_the_suite_says_so() throws IOException {
        run.passed("a", "enterprise").partial();

        assertThat(Report.of(run.write()).judgement().findings())
                .extracting(Judgement.Finding::sentence)
                .containsExactly("Only a part of the suite was selected.");
    }

    @Test
    void a_gates_decision_stands_in_place_of_the_cells() throws IOException {
        run.trial("a", "enterprise").failed("tools.never", "no call", "a call", 1);
        Judgement decision = new Judgement(Verdict.GREEN, "Nothing got worse.", List.of());

        assertThat(Report.of(run.write()).judgedBy(decision).headline()).isEqualTo("Green: Nothing got worse.");
    }

    private String judged() throws IOException {
        Judgement judgement = Report.of(run.write()).judgement();
        return judgement.verdict() + " " + judgement.sentence();
    }
}
