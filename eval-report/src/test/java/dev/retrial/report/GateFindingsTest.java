package dev.retrial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.retrial.report.Judgement.Finding;
import dev.retrial.report.Judgement.Kind;
import dev.retrial.report.Judgement.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateFindingsTest {

    private static final String RATE = "{\"passes\":20,\"attempts\":20,\"low\":0.84,\"high\":1.0}";

    @TempDir
    private Path output;

    private RunFiles run;

    @BeforeEach
    void begin() {
        run = new RunFiles(output, "20260302T091500.000Z-1-1");
        run.passed("a", "enterprise").trial("b", "enterprise").failed("tools.never", "no call", "a call", 1);
    }

    @Test
    void a_failure_that_was_not_confirmed_is_green() throws IOException {
        Report report = report(gate("green", "No cell is worse than main.", cell("b", "not-confirmed")));

        assertThat(report.headline()).isEqualTo("Green: No cell is worse than main.");
        assertThat(report.red()).isEmpty();
        assertThat(report.judgement().findings())
                .containsExactly(new Finding(Kind.NOT_CONFIRMED, "b [enterprise]", "because"));
    }

    @Test
    void a_regression_is_red() throws IOException {
        Report report = report(gate("red", "1 cell is worse than main.", cell("b", "regression")));

        assertThat(report.judgement().verdict()).isEqualTo(Verdict.RED);
        assertThat(report.red()).extracting(CellOverview::name).containsExactly("b [enterprise]");
    }

    @Test
    void what_a_run_decided_that_was_stopped_is_reported() throws IOException {
        run.stopped("the budget of 3 calls is used up");

        Report report = report(gate("inconclusive", "Nobody knows: the budget is used up.", cell("b", "open")));

        assertThat(report.headline()).isEqualTo("Inconclusive: Nobody knows: the budget is used up.");
        assertThat(report.judgement().findings()).extracting(Finding::kind).containsExactly(Kind.OPEN);
    }

    @Test
    void what_a_later_version_finds_is_nothing_that_anybody_knows() throws IOException {
        Report report = report(gate("maybe", "Who knows.", cell("b", "enchanted")));

        assertThat(report.judgement().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(report.judgement().findings()).extracting(Finding::kind).containsExactly(Kind.OPEN);
        assertThat(report.red()).hasSize(1);
    }

    @Test
    void a_green_gate_makes_nothing_else_green() throws IOException {
        run.differs("a", "89 USD: enterprise; not developer");

        Report report = report(gate("green", "No cell is worse than main.", cell("b", "not-confirmed")));

        assertThat(report.headline())
                .isEqualTo("Red: No cell is worse than main. Beside that, 1 case differs across cohorts.");
        assertThat(report.judgement().findings())
                .extracting(Finding::kind, Finding::subject)
                .containsExactly(tuple(Kind.REGRESSION, "a [cohorts]"), tuple(Kind.NOT_CONFIRMED, "b [enterprise]"));
    }

    @Test
    void a_green_gate_over_results_that_are_cut_short_is_not_green() throws IOException {
        run.truncated();

        assertThat(report(gate("green", "No cell is worse than main.", cell("b", "not-confirmed")))
                        .headline())
                .isEqualTo("Inconclusive: Results are missing. No cell is worse than main.");
    }

    @Test
    void a_gate_over_a_run_that_did_not_end_is_none() throws IOException {
        run.killed();

        assertThat(report(gate("green", "No cell is worse than main.", ""))
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.RED);
    }

    @Test
    void the_first_attempt_stands_for_a_cell_where_a_gate_compares() throws IOException {
        run.trials(3, 2);

        Report report = report(gate("green", "No cell is worse than main.", cell("b", "not-confirmed")));

        assertThat(report.judgement().verdict()).isEqualTo(Verdict.GREEN);
        assertThat(report.run().count(CellOutcome.MISSING)).isZero();
    }

    @Test
    void what_was_changed_and_what_would_be_noticed_is_told() throws IOException {
        GateFindings gate = report(gate("green", "Fine.", "")).gate();

        assertThat(gate.changed()).containsExactly("promptHash aaaaaaaaaaaa → bbbbbbbbbbbb", "model m-1 → none");
        assertThat(gate.attempts()).isEqualTo("2 first, 5 confirm");
        assertThat(gate.noticed())
                .isEqualTo(
                        "a cell that always passed and now passes at most 19 % of the time is found eight times of ten, "
                                + "at most 40 % every second time");
    }

    @Test
    void the_page_shows_the_slices_that_were_compared_and_what_would_have_been_noticed() throws IOException {
        String slice =
                "{\"name\":\"cohort=enterprise\",\"kind\":\"not-confirmed\",\"named\":false,\"cells\":11,\"compared\":11,"
                        + "\"sentence\":\"because\",\"baseline\":" + RATE
                        + ",\"first\":{\"passes\":8,\"attempts\":11,\"low\":0.4,\"high\":0.9},\"firstP\":0.04,\"predictedFailures\":1.0,"
                        + "\"smallestDrop\":0.23,\"k\":1,\"passAny\":0.73,\"passAll\":0.73}";
        Path page = output.resolve("report.html");

        HtmlReport.write(
                report(gate("green", "Fine.", "").replace("\"slices\":[]", "\"slices\":[" + slice + "]")), page);

        assertThat(page)
                .content()
                .contains("What the gate compared", "cohort=enterprise", "8 of 11", "23 points", "not confirmed")
                .contains("found eight times of ten", "20 runs of the main branch");
    }

    private Report report(String gate) throws IOException {
        return Report.of(run.gate(gate).write());
    }

    private static String gate(String verdict, String sentence, String cells) {
        return "{\"by\":\"baseline\",\"verdict\":\"" + verdict + "\",\"sentence\":\"" + sentence + "\","
                + "\"baseline\":{\"file\":\"baseline.json\",\"runs\":20,\"cells\":2,"
                + "\"fingerprint\":{\"model\":\"m-1\",\"promptHash\":\"aaaaaaaaaaaaaaaa\"}},"
                + "\"fingerprint\":{\"promptHash\":\"bbbbbbbbbbbbbbbb\"},\"attempts\":{\"first\":2,\"confirm\":5},"
                + "\"cells\":[" + cells + "],\"slices\":[],\"floors\":[],"
                + "\"detectable\":{\"failing\":1,\"eightInTen\":0.19,\"oneInTwo\":0.4},\"notices\":[]}";
    }

    private static String cell(String caseId, String kind) {
        return "{\"case\":\"" + caseId + "\",\"cohort\":\"enterprise\",\"kind\":\"" + kind
                + "\",\"standing\":\"reliable\",\"sentence\":\"because\",\"baseline\":" + RATE + "}";
    }
}
