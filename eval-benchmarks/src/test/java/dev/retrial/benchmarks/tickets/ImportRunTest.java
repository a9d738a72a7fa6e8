package dev.retrial.benchmarks.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRunTest {

    @TempDir
    Path directory;

    @Test
    void every_step_runs_and_says_what_it_took() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        new ImportRun(new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(60, directory, List.of("import", "triage", "draft", "coverage", "review"), List.of());

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("60 tickets in an export of")
                .containsPattern("import +60 tickets")
                .containsPattern("triage +60 tickets")
                .containsPattern("of [1-9][0-9]* failures .*wrote [1-9][0-9]* drafts")
                .containsPattern("coverage +60 tickets")
                .containsPattern("a ticket with its evidence in ")
                .containsPattern("resident at most [0-9?]+");
    }
}
