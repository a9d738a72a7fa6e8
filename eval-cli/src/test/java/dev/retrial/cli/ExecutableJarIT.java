package dev.retrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as people start it. */
class ExecutableJarIT {

    @TempDir
    private Path directory;

    @Test
    void it_runs_without_anything_else() throws Exception {
        Path run = new Results(directory).run("acme.A", "1", "passed", "failed");
        Path html = directory.resolve("report.html");

        Process process = start("report", run.toString(), "--html", html.toString());
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(1);
        assertThat(said).startsWith("Red: 1 of 2 cells fails.");
        assertThat(html).content().contains("uPlot");
    }

    @Test
    void it_tells_its_version() throws Exception {
        Process process = start("--version");

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .matches("Retrial \\d.*\\R");
    }

    private static Process start(String... arguments) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("executable.jar"));
        java.command().addAll(List.of(arguments));
        java.environment().keySet().removeIf(name -> name.startsWith("GITHUB_"));
        return java.redirectErrorStream(true).start();
    }
}
