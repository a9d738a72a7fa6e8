package dev.retrial.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of results when real processes write them. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ProcessesTest {

    @TempDir
    private Path output;

    @Test
    void a_killed_run_leaves_results_that_read_to_their_last_complete_line() throws Exception {
        Process process = start("endless");
        Path results = waitForResults(20_000);
        process.destroyForcibly().waitFor();

        RunDirectory run = new RunDirectory(results.getParent());
        int read = 0;
        try (RunReader reader = RunReader.open(run)) {
            for (TrialRecord trial = reader.next(); trial != null; trial = reader.next()) {
                assertThat(trial).isEqualTo(Records.full(++read));
            }
        }
        assertThat(read).isGreaterThan(10);
        assertThat(RunReader.summary(run)).isNull();
        assertThat(RunDirectory.latest(output, Scribe.SUITE)).isNull();
    }

    @Test
    void two_processes_on_one_directory_do_not_meet() throws Exception {
        Process one = start("200");
        Process two = start("200");
        assertThat(one.waitFor()).isZero();
        assertThat(two.waitFor()).isZero();

        List<Path> runs = runs();
        assertThat(runs).hasSize(2);
        for (Path path : runs) {
            RunDirectory run = new RunDirectory(path);
            assertThat(RunReader.summary(run)).isEqualTo(Records.summary(run.run()));
            int read = 0;
            try (RunReader reader = RunReader.open(run)) {
                while (reader.next() != null) {
                    read++;
                }
                assertThat(reader.truncated()).isFalse();
            }
            assertThat(read).isEqualTo(200);
        }
        assertThat(RunDirectory.latest(output, Scribe.SUITE)).isEqualTo(new RunDirectory(runs.get(1)));
    }

    private Process start(String trials) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Scribe.class.getName(),
                        output.toString(),
                        trials)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Path waitForResults(long bytes) throws Exception {
        while (true) {
            for (Path run : runs()) {
                Path results = run.resolve(RunDirectory.RESULTS);
                if (Files.exists(results) && Files.size(results) > bytes) {
                    return results;
                }
            }
            Thread.sleep(10);
        }
    }

    private List<Path> runs() throws IOException {
        Path suite = output.resolve(Scribe.SUITE);
        if (!Files.exists(suite)) {
            return List.of();
        }
        try (var files = Files.list(suite)) {
            return files.filter(Files::isDirectory).sorted().toList();
        }
    }
}
