package dev.retrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be told of a page without a browser; {@link PageTest} looks at it in one. */
class HtmlReportTest {

    private static final String ATTACK = "</script><script>alert(1)</script><img src=x onerror=alert(1)>";

    @TempDir
    private Path directory;

    @Test
    void whatever_was_said_there_are_only_our_scripts() throws IOException {
        RunFiles run = new RunFiles(directory, "1");
        run.trial(ATTACK, "x\"'><b>")
                .of(ATTACK, ATTACK, 2)
                .said(ATTACK, ATTACK)
                .failed(ATTACK, ATTACK, ATTACK, 1, 0, 9);

        String page = page(Report.of(run.write()));

        assertThat(page)
                .doesNotContain("alert(1)</script>")
                .doesNotContain("<img src")
                .doesNotContain("<b>\"");
        // One block of trials, one of cells, the charts and ours.
        assertThat(page.split("<script", -1)).hasSize(5);
    }

    @Test
    void the_policy_names_each_script_and_style_and_nothing_else() throws Exception {
        String page =
                page(Report.of(new RunFiles(directory, "1").passed("a", "x").write()));

        Matcher policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(page);
        assertThat(policy.find()).isTrue();
        String allowed = policy.group(1).replace("&#39;", "'");
        assertThat(allowed)
                .startsWith("default-src 'none'; script-src 'sha256-")
                .doesNotContain("unsafe");
        Matcher inlined = Pattern.compile("<(?:script|style)>(.*?)</(?:script|style)>", Pattern.DOTALL)
                .matcher(page);
        int count = 0;
        while (inlined.find()) {
            count++;
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(inlined.group(1).getBytes(StandardCharsets.UTF_8));
            assertThat(allowed).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
        assertThat(count).isEqualTo(3);
    }

    @Test
    void the_page_is_readable_by_others_and_nothing_is_left_beside_it() throws IOException {
        Path file = directory.resolve("out/report.html");

        HtmlReport.write(Report.of(new RunFiles(directory, "1").passed("a", "x").write()), file);

        assertThat(directory.resolve("out")).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(directory.resolve("out"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void the_verdict_and_what_fails_stand_there_without_a_script() throws IOException {
        RunFiles run = new RunFiles(directory, "1").passed("a", "x");
        run.trial("refund-late", "x").said("Money!", "Refunded!").failed("tools.never", "no call", "a call", 1);

        assertThat(page(Report.of(run.write())))
                .contains("1 of 2 cells fails.")
                .contains("href=\"#/cell/refund-late/x\"")
                .contains("<q>no call</q>")
                .contains("Refunded!");
    }

    @Test
    void a_run_without_a_cell_has_a_page() throws IOException {
        assertThat(page(Report.of(new RunFiles(directory, "1").write()))).contains("No cell ran.");
    }

    private String page(Report report) throws IOException {
        Path file = directory.resolve("report.html");
        HtmlReport.write(report, file);
        return Files.readString(file);
    }
}
