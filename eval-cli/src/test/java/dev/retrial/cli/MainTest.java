package dev.retrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    private Path project;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path output;
    private Results results;

    @BeforeEach
    void begin() {
        output = project.resolve("target/retrial");
        results = new Results(output);
    }

    @Test
    void a_green_run_ends_with_0() throws IOException {
        results.run("acme.A", "1", "passed", "passed");

        assertThat(run("report", output.toString())).isZero();
        assertThat(out.toString()).startsWith("Green: All 2 cells pass.");
    }

    @Test
    void a_red_run_ends_with_1() throws IOException {
        results.run("acme.A", "1", "passed", "failed");

        assertThat(run("report", output.toString())).isEqualTo(1);
        assertThat(out.toString()).startsWith("Red: 1 of 2 cells fails.");
    }

    @Test
    void wrong_usage_ends_with_2() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("report", "--no-such-option")).isEqualTo(2);
        assertThat(run("compare", "one")).isEqualTo(2);
        assertThat(run("nonsense")).isEqualTo(2);
    }

    @Test
    void prices_that_are_none_are_wrong_usage() throws IOException {
        results.run("acme.A", "1", "passed");

        assertThat(run("report", output.toString(), "--prices", "cheap")).isEqualTo(2);
        assertThat(err.toString()).contains("--prices: expected two prices such as 0.15/0.60, was 'cheap'");
    }

    @Test
    void what_could_not_be_evaluated_ends_with_3() throws IOException {
        results.run("acme.A", "1", "passed", "error");

        assertThat(run("report", output.toString())).isEqualTo(3);
    }

    @Test
    void a_killed_run_is_not_hidden_by_the_complete_one_before_it() throws IOException {
        results.run("acme.A", "1", "passed");
        results.killed("acme.A", "2", "passed");

        assertThat(run("report", output.toString())).isEqualTo(3);
        assertThat(out.toString()).startsWith("Inconclusive: The run did not end.");
    }

    @Test
    void a_run_that_was_stopped_says_why_and_is_not_hidden_by_the_complete_one_before_it() throws IOException {
        results.run("acme.A", "1", "passed");
        results.stopped("acme.A", "2", "the budget of 3 calls is used up", "passed");

        assertThat(run("report", output.toString())).isEqualTo(3);
        assertThat(out.toString()).startsWith("Inconclusive: Nobody knows: the budget of 3 calls is used up.");
    }

    @Test
    void a_run_of_which_nothing_could_begin_ends_with_3() throws IOException {
        results.run("acme.A", "1", "passed");
        results.stopped("acme.A", "2", "no cell could run");

        assertThat(run("report", output.toString())).isEqualTo(3);
    }

    @Test
    void no_results_end_with_3_and_a_sentence() {
        assertThat(run("report", output.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("no such directory").doesNotContain("\tat ");
    }

    @Test
    void an_empty_file_of_results_ends_with_3() throws IOException {
        Files.writeString(results.run("acme.A", "1", "passed").resolve("results.jsonl"), "");

        assertThat(run("report", output.toString())).isEqualTo(3);
    }

    @Test
    void of_several_suites_one_has_to_be_named() throws IOException {
        results.run("acme.A", "1", "passed");
        results.run("acme.B", "1", "passed");

        assertThat(run("report", output.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("name one:").contains("acme.B");
        assertThat(run("report", output.resolve("acme.B").toString())).isZero();
    }

    @Test
    void files_are_written_where_they_are_asked_for() throws IOException {
        Path run = results.run("acme.A", "1", "failed");
        Path html = project.resolve("out/report.html");
        Path markdown = project.resolve("out/comment.md");
        Path gitlab = project.resolve("out/quality.json");

        run(
                "report",
                run.toString(),
                "--html",
                html.toString(),
                "--markdown",
                markdown.toString(),
                "--gitlab",
                gitlab.toString(),
                "--suite-dir",
                "evals",
                "--prices",
                "1/10");

        assertThat(html).content().contains("1 of 1 cell fails.");
        assertThat(markdown).content().startsWith("<!-- retrial:acme.A -->");
        assertThat(gitlab).content().contains("evals/cases/case-0.yaml");
        assertThat(out.toString()).contains("$0.0020").contains("Report: " + html);
    }

    @Test
    void on_GitHub_the_step_gets_its_summary_and_the_lines_their_notes() throws IOException {
        Path suite = Files.createDirectories(project.resolve("src/test/resources/evals/cases"));
        Files.writeString(suite.resolveSibling("suite.yaml"), "");
        Files.writeString(suite.resolve("case-0.yaml"), "");
        Path summary = Files.writeString(project.resolve("summary.md"), "before\n");
        environment.put("GITHUB_STEP_SUMMARY", summary.toString());
        environment.put("GITHUB_ACTIONS", "true");
        environment.put("GITHUB_WORKSPACE", project.toString());
        results.run("acme.A", "1", "failed");

        run("report", output.toString());

        assertThat(out.toString())
                .contains("::error file=src/test/resources/evals/cases/case-0.yaml,line=2,title=case-0 [default]::");
        assertThat(summary).content().startsWith("before\n<!-- retrial:acme.A -->");
    }

    @Test
    void a_run_before_shows_what_is_new() throws IOException {
        Path before = results.run("acme.A", "1", "passed", "failed");
        results.run("acme.A", "2", "failed", "failed");

        assertThat(run("report", output.toString(), "--before", before.toString()))
                .isEqualTo(1);
        assertThat(out.toString())
                .startsWith("Red: 2 of 2 cells fail; 1 newly.")
                .contains("(newly failing)");
    }

    @Test
    void comparing_is_red_only_for_what_is_worse() throws IOException {
        Path before = results.run("acme.A", "1", "passed", "failed");
        Path same = results.run("acme.A", "2", "passed", "failed");
        Path worse = results.run("acme.A", "3", "failed", "failed");

        assertThat(run("compare", before.toString(), same.toString())).isZero();
        assertThat(run("compare", before.toString(), worse.toString())).isEqualTo(1);
        assertThat(run("compare", worse.toString(), before.toString())).isZero();
        assertThat(out.toString()).contains("Red: 1 cell newly failing; 0 fixed, 1 still failing, of 2 cells.");
    }

    @Test
    void what_cannot_be_compared_ends_with_3() throws IOException {
        Path before = results.run("acme.A", "1", "passed");
        Path killed = results.killed("acme.A", "2", "passed");
        Path other = results.run("acme.B", "1", "passed");

        assertThat(run("compare", before.toString(), killed.toString())).isEqualTo(3);
        assertThat(run("compare", killed.toString(), before.toString())).isEqualTo(3);
        assertThat(run("compare", before.toString(), other.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("different suites");
    }

    @Test
    void what_is_weaker_than_before_is_said() throws IOException {
        results.with("\"guards\":{\"rule:refund-window\":\"critical\",\"trials\":\"1/1\"},")
                .agent("{\"model\":\"small\"}");
        Path before = results.run("acme.A", "1", "passed");
        Path baseline = project.resolve("baseline.json");
        run("bless", before.toString(), "--baseline", baseline.toString());
        results.with("\"guards\":{\"trials\":\"1/1\"},").agent("{\"model\":\"large\"}");
        Path now = results.run("acme.A", "2", "passed");

        assertThat(run("compare", before.toString(), now.toString())).isZero();
        assertThat(out.toString())
                .contains("The gate was weakened: the rule refund-window (critical) was removed.")
                .contains("Changed since the run before: model small → large.");
        assertThat(run("report", now.toString(), "--baseline", baseline.toString()))
                .isZero();
        assertThat(out.toString()).contains("Changed since the baseline: model small → large.");
    }

    @Test
    void runs_of_other_checks_cannot_be_compared() throws IOException {
        Path before = results.run("acme.A", "1", "passed");
        Path now = results.judgedBy("2").run("acme.A", "2", "passed");

        assertThat(run("compare", before.toString(), now.toString())).isEqualTo(3);
        assertThat(out.toString()).contains("different versions of the checks (1 and 2)");
    }

    @Test
    void a_filter_that_leaves_out_half_of_the_cells_is_not_green() throws IOException {
        Path before = results.run("acme.A", "1", "passed", "passed");
        Path now = results.partial().run("acme.A", "2", "passed");

        assertThat(run("compare", before.toString(), now.toString())).isEqualTo(3);
        assertThat(out.toString()).contains("leaves out 1 cell of the earlier");
    }

    @Test
    void a_cell_that_is_gone_is_red() throws IOException {
        Path before = results.run("acme.A", "1", "passed", "passed");
        Path now = results.run("acme.A", "2", "passed");

        assertThat(run("compare", before.toString(), now.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("1 cell is gone.").contains("case-1 [default]: is no longer there");
    }

    @Test
    void results_that_end_in_the_middle_of_a_line_are_not_green() throws IOException {
        Path run = results.run("acme.A", "1", "passed", "passed");
        Path file = run.resolve("results.jsonl");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 10));

        assertThat(run("report", run.toString())).isEqualTo(3);
        assertThat(run("compare", run.toString(), run.toString())).isEqualTo(3);
    }

    @Test
    void results_without_their_lines_are_not_green() throws IOException {
        Path run = results.run("acme.A", "1", "passed");
        Files.delete(run.resolve("results.jsonl"));

        assertThat(run("report", run.toString())).isEqualTo(3);
    }

    @Test
    void a_run_in_which_every_cell_is_an_error_is_not_green() throws IOException {
        Path before = results.run("acme.A", "1", "passed", "passed");
        Path now = results.run("acme.A", "2", "error", "error");

        assertThat(run("report", now.toString())).isEqualTo(3);
        assertThat(run("compare", before.toString(), now.toString())).isNotZero();
    }

    @Test
    void each_command_explains_itself() {
        for (String command : List.of("report", "compare", "bless", "merge")) {
            out.getBuffer().setLength(0);
            assertThat(run(command, "--help")).isZero();
            assertThat(out.toString()).startsWith("Usage: retrial " + command);
        }
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), environment, arguments);
    }
}
