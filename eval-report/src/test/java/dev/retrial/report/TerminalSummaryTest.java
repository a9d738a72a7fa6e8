package dev.retrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalSummaryTest {

    @TempDir
    private Path output;

    @Test
    void the_verdict_comes_first_then_what_failed_then_slices_and_cost() throws IOException {
        RunFiles run = new RunFiles(output, "1").passed("a", "enterprise");
        run.trial("b", "enterprise").took(2_300).failed("tools.never", "no call of issue_refund", "issue_refund {}", 1);

        List<String> lines = TerminalSummary.of(Report.of(run.write()));

        assertThat(lines)
                .containsExactly(
                        "Red: 1 of 2 cells fails.",
                        "",
                        "  b [enterprise]: tools.never: expected no call of issue_refund, was issue_refund {}",
                        "",
                        "  slice                               passed  cells  95 % interval",
                        "  all                                   50 %      2  9–91 %",
                        "  cohort enterprise                     50 %      2  9–91 %",
                        "  difficulty hard                       50 %      2  9–91 %",
                        "  failure wrong-policy                  50 %      2  9–91 %",
                        "",
                        "Cost: 2 trials, 2.7 s of the agent's time, 2,400 tokens read, 160 written",
                        "Slowest: b [enterprise] 2.3 s, a [enterprise] 400 ms");
    }

    @Test
    void money_is_told_where_prices_are_known() throws IOException {
        Report report = Report.of(new RunFiles(output, "1").passed("a", "x").write());

        assertThat(report.priced(new Prices(1000, 10_000, "$")).cost()).endsWith("80 written, $2.00");
    }

    @Test
    void a_large_run_has_thirty_lines_at_most() throws IOException {
        Report report = Report.of(GeneratedRun.write(output, "2", 1_000, .5))
                .comparedWith(GeneratedRun.write(output, "1", 1_000, 0));

        List<String> lines = TerminalSummary.of(report);

        assertThat(lines).hasSizeLessThanOrEqualTo(TerminalSummary.MOST_LINES).hasSizeGreaterThan(20);
        assertThat(lines).anyMatch(line -> line.contains("more"));
    }

    @Test
    void what_an_agent_said_moves_no_cursor() throws IOException {
        RunFiles run = new RunFiles(output, "1");
        run.trial("a", "x\u001b[2J").failed("reply.says", "\u202Eevil", "\u001b]0;title\u0007\r\nGreen: all passed", 1);

        assertThat(TerminalSummary.of(Report.of(run.write())))
                .noneMatch(line -> line.chars().anyMatch(Character::isISOControl) || line.contains("\u202E"))
                .noneMatch(line -> line.startsWith("Green"));
    }
}
