package dev.retrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.results.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/report.md} shows is run. */
class ReportPageTest {

    private static final Pattern JAVA =
            Pattern.compile("ReportPageTest.java#write -->\n```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path output;

    @TempDir
    private Path directory;

    @Test
    void every_output_is_made_from_Java() throws IOException {
        RunDirectory before = new RunFiles(output, "20260301T091500.000Z-1-1")
                .passed("a", "x")
                .write();
        new RunFiles(output, "20260302T091500.000Z-1-1").passed("a", "x").write();
        // tag::write[]
        RunDirectory run = RunDirectory.newest(output, "acme.SupportAgentTest");
        Report report = Report.of(run).comparedWith(before).priced(new Prices(0.15, 0.60, "$"));

        TerminalSummary.of(report).forEach(System.out::println);
        Files.writeString(directory.resolve("comment.md"), MarkdownReport.of(report));
        String codeQuality = Annotations.gitlab(report, "src/test/resources/evals");
        Files.writeString(directory.resolve("gl-code-quality-report.json"), codeQuality);
        HtmlReport.write(report, directory.resolve("report.html"));
        // end::write[]
        assertThat(directory.resolve("comment.md")).content().contains("Green: The only cell passes.");
        assertThat(directory.resolve("gl-code-quality-report.json")).hasContent("[ ]");
        assertThat(directory.resolve("report.html")).content().contains("The only cell passes.");
    }

    @Test
    void the_page_shows_that_code() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "report.md"));
        String source = Files.readString(Path.of("src/test/java/dev/retrial/report/ReportPageTest.java"));
        int begin = source.indexOf('\n', source.indexOf("// tag::write[]")) + 1;
        int end = source.lastIndexOf('\n', source.indexOf("// end::write[]")) + 1;
        String code = source.substring(begin, end).stripTrailing().stripIndent() + "\n";

        assertThat(JAVA.matcher(page).results().map(block -> block.group(1))).containsExactly(code);
    }
}
