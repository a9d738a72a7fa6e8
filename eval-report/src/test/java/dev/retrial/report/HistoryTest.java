package dev.retrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    @TempDir
    private Path output;

    @Test
    void earlier_complete_runs_of_the_whole_suite_are_told_oldest_first() throws IOException {
        run("20260301T000000.000Z-1-1").passed("a", "x").write();
        run("20260302T000000.000Z-1-1").passed("a", "x").partial().write();
        run("20260303T000000.000Z-1-1").passed("a", "x").killed().write();
        RunDirectory now = run("20260304T000000.000Z-1-1").passed("a", "x").write();
        run("20260305T000000.000Z-1-1").passed("a", "x").write();

        assertThat(History.of(now))
                .extracting(RunSummary::run)
                .containsExactly("20260301T000000.000Z-1-1", "20260304T000000.000Z-1-1");
    }

    @Test
    void a_run_that_cannot_be_read_keeps_nobody_from_the_report() throws IOException {
        RunDirectory broken = run("20260301T000000.000Z-1-1").passed("a", "x").write();
        Files.writeString(broken.path().resolve("run.json"), "{\"format\":99}");
        RunDirectory now = run("20260304T000000.000Z-1-1").passed("a", "x").write();

        assertThat(History.of(now)).extracting(RunSummary::run).containsExactly(now.run());
    }

    private RunFiles run(String id) {
        return new RunFiles(output, id);
    }
}
