package dev.retrial.tickets.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.retrial.suite.FailureClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageDocumentationTest {

    private static final Pattern JAVA =
            Pattern.compile("CoverageDocumentationTest.java#count -->\n```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    @Test
    void every_output_is_made_from_Java() throws IOException {
        Instant now = Instant.parse("2026-03-31T23:59:59Z");
        List<SuiteCase> cases = SampleTickets.cases();
        Set<String> rejected = Set.of();
        Stream<TicketFact> tickets =
                Stream.of(FactBuilder.failed("a", FailureClass.WRONG_TONE).fact());
        // tag::count[]
        CoverageCount count = new CoverageCount(Window.endingAt(now), cases, rejected);
        tickets.forEach(count::add);
        Coverage coverage = count.result();

        Files.writeString(directory.resolve("coverage.md"), CoverageMarkdown.of(coverage));
        Files.writeString(directory.resolve("coverage.json"), CoverageJson.of(coverage));
        CoveragePage.write(coverage, directory.resolve("coverage.html"));
        // end::count[]
        String says = "0 of 1 failure of the last 90 days have a case.";
        assertThat(directory.resolve("coverage.md")).content().contains(says);
        assertThat(directory.resolve("coverage.html")).content().contains(says);
        assertThat(new ObjectMapper()
                        .readTree(directory.resolve("coverage.json").toFile())
                        .at("/window/last")
                        .textValue())
                .isEqualTo("2026-03-31");
    }

    @Test
    void the_documentation_shows_that_code() throws IOException {
        String source =
                Files.readString(Path.of("src/test/java/dev/retrial/tickets/coverage/CoverageDocumentationTest.java"));
        int begin = source.indexOf('\n', source.indexOf("// tag::count[]")) + 1;
        int end = source.lastIndexOf('\n', source.indexOf("// end::count[]")) + 1;
        String code = source.substring(begin, end).stripTrailing().stripIndent() + "\n";

        assertThat(JAVA.matcher(documentation()).results().map(block -> block.group(1)))
                .containsExactly(code);
    }

    @Test
    void the_documentation_means_by_its_words_what_the_page_means() throws IOException {
        String documentation = documentation();

        assertThat(Definition.ALL)
                .allSatisfy(
                        one -> assertThat(documentation).contains("- **" + one.term() + "**: " + one.means() + "\n"));
    }

    private static String documentation() throws IOException {
        return Files.readString(Path.of("..", "docs", "coverage.md"));
    }
}
