package dev.retrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationsTest {

    @TempDir
    private Path output;

    private RunFiles run;

    @BeforeEach
    void begin() {
        run = new RunFiles(output, "1");
    }

    @Test
    void github_gets_the_line_of_the_case() throws IOException {
        run.passed("a", "x").trial("refund-late", "enterprise").failed("tools.never", "no call", "100% of\ncalls", 1);

        assertThat(Annotations.github(Report.of(run.write()), "src/test/resources/evals"))
                .containsExactly("::error file=src/test/resources/evals/cases/refund-late.yaml,line=3,"
                        + "title=refund-late [enterprise]::tools.never: expected no call, was 100%25 of%0Acalls");
    }

    @Test
    void github_shows_ten_so_the_tenth_tells_of_the_others() throws IOException {
        for (int i = 0; i < 30; i++) {
            run.trial("case-" + i, "x").failed("tools.never", "no call", "a call", 1);
        }

        assertThat(Annotations.github(Report.of(run.write()), "evals"))
                .hasSize(10)
                .last()
                .asString()
                .endsWith("21 of them are not annotated.");
    }

    @Test
    void no_text_begins_a_command_of_its_own() throws IOException {
        run.trial("a,line=9::x", "x\n::error::y").failed("reply.says", "a", "b\r\n::set-output name=x::y", 1);

        assertThat(Annotations.github(Report.of(run.write()), "evals"))
                .singleElement()
                .asString()
                .doesNotContain("\n")
                .doesNotContain("\r")
                .contains("title=a%2Cline=9%3A%3Ax [x %3A%3Aerror%3A%3Ay]::");
    }

    @Test
    void gitlab_gets_a_code_quality_report() throws IOException {
        run.trial("refund-late", "enterprise").failed("tools.never", "no call", "a call", 1);

        JsonNode issues = new ObjectMapper().readTree(Annotations.gitlab(Report.of(run.write()), "evals/"));

        assertThat(issues).hasSize(1);
        assertThat(issues.get(0).get("description").asText())
                .isEqualTo("refund-late [enterprise]: tools.never: expected no call, was a call");
        assertThat(issues.get(0).at("/location/path").asText()).isEqualTo("evals/cases/refund-late.yaml");
        assertThat(issues.get(0).at("/location/lines/begin").asInt()).isEqualTo(3);
        assertThat(issues.get(0).get("fingerprint").asText()).matches("[0-9a-f]{32}");
    }
}
