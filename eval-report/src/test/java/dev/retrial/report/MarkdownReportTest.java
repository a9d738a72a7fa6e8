package dev.retrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReportTest {

    @TempDir
    private Path output;

    private RunFiles before;
    private RunFiles now;

    @BeforeEach
    void begin() {
        before = new RunFiles(output, "20260301T091500.000Z-1-1");
        now = new RunFiles(output, "20260302T091500.000Z-1-1");
    }

    @Test
    void a_newly_failing_cell_is_shown_with_its_reply_now_and_before() throws IOException {
        before.trial("refund-late", "enterprise").said("Money back!", "I am sorry, the 30 days are over.");
        now.trial("refund-late", "enterprise")
                .said("Money back!", "No worries, refunded!")
                .failed("tools.never", "no call of issue_refund", "issue_refund {}", 1);

        String comment = MarkdownReport.of(Report.of(now.write()).comparedWith(before.write()));

        assertThat(comment)
                .startsWith("<!-- retrial:acme.SupportAgentTest -->\n## ❌ Red: 1 of 1 cell fails; 1 newly.\n")
                .contains("### Newly failing (1)")
                .contains("<code>refund-late &#91;enterprise&#93;</code>")
                .contains("`tools.never` expected `no call of issue_refund`, was `issue_refund {}`")
                .contains("Now:\n\n```text\nNo worries, refunded!\n```")
                .contains("Before:\n\n```text\nI am sorry, the 30 days are over.\n```")
                .contains("| `cohort enterprise` | 100 % | 0 % | −100 | 1 |")
                .contains("**Cost:** 1 trial,");
    }

    @Test
    void of_what_failed_a_critical_rule_is_shown() throws IOException {
        now.trial("refund-late", "enterprise")
                .said("Money back!", "No worries, refunded!!!")
                .failed("tone.exclamations", "no exclamations", "3 exclamations", 1)
                .broke("policy.refund-window", "No refund later than 30 days.", "issue_refund {}", 1);

        assertThat(MarkdownReport.of(Report.of(now.write())))
                .contains("`policy.refund-window` expected `No refund later than 30 days.`, was `issue_refund {}` and 1"
                        + " check more");
    }

    @Test
    void what_fails_beside_the_cells_has_a_place_of_its_own() throws IOException {
        RunFiles files = new RunFiles(output, "20260303T091500.000Z-1-1");
        files.passed("a", "enterprise").differs("a", "89 USD: enterprise; not developer");
        files.red("problem", "[filter]", "It `matches` nothing.");

        assertThat(MarkdownReport.of(Report.of(files.write()))).contains("""

                ### Beside the cells (2)

                - `a [cohorts]` `cohorts.amounts: expected the same for enterprise, developer, was 89 USD: enterprise; not developer`, `cases/a.yaml:4`
                - `[filter]` ``It `matches` nothing.``
                """);
    }

    @Test
    void what_is_fixed_rewritten_or_gone_is_named() throws IOException {
        before.trial("fixed", "x").failed("tools.never", "no call", "a call", 1);
        before.passed("rewritten", "x").passed("gone", "x");
        now.passed("fixed", "x").trial("rewritten", "x").hash("cd34");

        String comment = MarkdownReport.of(Report.of(now.write()).comparedWith(before.write()));

        assertThat(comment)
                .contains("### Fixed (1)\n\n- `fixed [x]`")
                .contains("**Unverifiable, since the case was rewritten (1):** `rewritten [x]`")
                .contains("**No longer there (1):** `gone [x]`");
    }

    @Test
    void a_gates_findings_are_told_in_its_words() throws IOException {
        Judgement decision = new Judgement(
                Judgement.Verdict.RED,
                "`refund-late [enterprise]` got worse.",
                List.of(new Judgement.Finding(
                        Judgement.Kind.REGRESSION,
                        "refund-late [enterprise]",
                        "1 of 6 passed, main passed 20 of 20.")));

        String comment = MarkdownReport.of(
                Report.of(now.passed("refund-late", "enterprise").write()).judgedBy(decision));

        assertThat(comment)
                .contains("- **regression** `refund-late [enterprise]`: 1 of 6 passed, main passed 20 of 20.\n");
    }

    @Test
    void a_comment_never_outgrows_its_room_and_says_what_it_left_out() throws IOException {
        for (int i = 0; i < 400; i++) {
            now.trial("case-" + i, "x")
                    .said("?", "no ".repeat(500))
                    .failed("tools.never", "no call", "a call ".repeat(40), 1);
        }

        String comment = MarkdownReport.of(Report.of(now.write()));

        assertThat(comment)
                .hasSizeLessThanOrEqualTo(MarkdownReport.MOST)
                .containsPattern("_Shortened: [0-9]+ parts had");
        assertThat(count(comment, "<details>"))
                .isEqualTo(count(comment, "</details>"))
                .isGreaterThan(10);
        assertThat(comment).contains("**Cost:**");
    }

    @Test
    void an_attack_is_shown_as_what_it_is() throws IOException {
        String attack =
                "```\n</details><script>alert(1)</script> @everyone [x](https://evil.example) ![i](https://evil.example/p.png)";
        now.trial("a|b`c", "x\n## Green").said("?", attack).failed("reply.says", attack, "@team | <img src=x>", 1);

        String comment = MarkdownReport.of(Report.of(now.write()));

        String outsideOfCode = comment.replaceAll("(?s)````text\n.*?\n````", "").replaceAll("(`+)[^`].*?[^`]\\1", "");
        assertThat(outsideOfCode)
                .doesNotContain("<script>")
                .doesNotContain("@everyone")
                .doesNotContain("@team")
                .doesNotContain("https://evil")
                .doesNotContain("<img")
                .doesNotContain("\n## Green");
        assertThat(count(comment, "<details>")).isEqualTo(2);
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}
