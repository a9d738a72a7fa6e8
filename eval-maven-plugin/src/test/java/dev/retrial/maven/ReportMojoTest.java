package dev.retrial.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportMojoTest {

    @TempDir
    private Path target;

    private final ReportMojo goal = new ReportMojo();

    /** A run that was killed before its first trial ended. */
    @BeforeEach
    void lay() throws IOException {
        Path run = Files.createDirectories(target.resolve("retrial/acme.A/20260302T091500.000Z-1-1"));
        Files.writeString(
                run.resolve("results.jsonl"),
                "{\"format\":1,\"run\":\"20260302T091500.000Z-1-1\",\"suite\":\"acme.A\",\"startedAt\":\"2026-03-02T09:15:00Z\","
                        + "\"mode\":\"ci\",\"partial\":false,\"attempts\":1,\"pass\":1,\"agent\":{},\"planned\":{\"a\":[\"x\"]},"
                        + "\"skipped\":{}}\n");
        goal.environment = Map.of();
        goal.run = target.resolve("retrial").toFile();
        goal.html = target.resolve("report.html").toFile();
        goal.markdown = target.resolve("comment.md").toFile();
    }

    @Test
    void it_writes_what_is_asked_for() throws Exception {
        goal.execute();

        assertThat(target.resolve("report.html")).content().contains("The run did not end");
        assertThat(target.resolve("comment.md")).content().startsWith("<!-- retrial:acme.A -->");
    }

    @Test
    void it_fails_the_build_only_where_that_is_asked_for() {
        assertThatCode(goal::execute).doesNotThrowAnyException();
        goal.fail = true;
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("Inconclusive: The run did not end");
    }

    @Test
    void what_it_cannot_read_fails_the_build() {
        goal.run = target.resolve("none").toFile();

        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("no such directory");
    }

    @Test
    void prices_that_are_none_fail_the_build() {
        goal.prices = "cheap";

        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("--prices");
    }
}
