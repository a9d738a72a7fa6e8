package dev.retrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.baseline.BaselineFile;
import dev.retrial.baseline.CellKey;
import dev.retrial.gate.PassCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlessCommandTest {

    private static final CellKey FIRST = new CellKey("case-0", "default");

    @TempDir
    private Path project;

    private final Shell shell = new Shell();
    private Path output;
    private Path baseline;
    private Results results;

    @BeforeEach
    void begin() {
        output = project.resolve("target/retrial");
        baseline = project.resolve("evals/baseline.json");
        results = new Results(output);
    }

    @Test
    void a_record_is_begun_and_kept() throws IOException {
        results.run("acme.A", "1", "passed", "failed");
        assertThat(shell.run("bless", output, "--baseline", baseline)).isZero();
        assertThat(shell.out()).contains("2 cells, 2 with a record that begins anew; 1 of 2 attempts");
        results.run("acme.A", "2", "passed", "passed");
        assertThat(shell.run("bless", output, "--baseline", baseline)).isZero();

        assertThat(shell.out()).contains("0 with a record that begins anew; 3 of 4 attempts of the last 2 runs");
        assertThat(BaselineFile.read(baseline).cells().get(FIRST).recent()).isEqualTo(new PassCount(2, 2));
    }

    @Test
    void the_record_lies_beside_the_suite_unless_something_else_is_said() throws IOException {
        Path suite = Files.createDirectories(project.resolve("src/test/resources/evals/cases"));
        Files.writeString(suite.resolveSibling("suite.yaml"), "");
        Files.writeString(suite.resolve("case-0.yaml"), "");
        results.run("acme.A", "1", "passed");

        assertThat(shell.run("bless", output)).isZero();
        assertThat(project.resolve("src/test/resources/evals/baseline.json")).isNotEmptyFile();
    }

    @Test
    void where_the_suite_is_not_found_the_record_has_to_be_named() throws IOException {
        results.run("acme.A", "1", "passed");

        assertThat(shell.run("bless", output)).isEqualTo(2);
        assertThat(shell.err()).contains("name the record with --baseline");
    }

    @Test
    void what_cannot_be_trusted_ends_with_3_and_leaves_the_record_as_it_is() throws IOException {
        results.run("acme.A", "1", "passed");
        shell.run("bless", output, "--baseline", baseline);
        String before = Files.readString(baseline);

        results.killed("acme.A", "2", "passed");
        assertThat(shell.run("bless", output, "--baseline", baseline)).isEqualTo(3);
        assertThat(shell.err()).contains("not complete").doesNotContain("\tat ");
        results.run("acme.A", "3", "error");
        assertThat(shell.run("bless", output, "--baseline", baseline)).isEqualTo(3);
        assertThat(shell.err()).contains("1 trials without a verdict");
        results.partial().run("acme.A", "4", "passed");
        assertThat(shell.run("bless", output, "--baseline", baseline)).isEqualTo(3);
        assertThat(baseline).hasContent(before);
    }

    @Test
    void a_cell_is_removed_with_a_reason() throws IOException {
        results.run("acme.A", "1", "passed", "passed");
        shell.run("bless", output, "--baseline", baseline);
        results.run("acme.A", "2", "passed");

        assertThat(shell.run("bless", output, "--baseline", baseline)).isEqualTo(3);
        assertThat(shell.err()).contains("bless --remove 'case-1 [default]'");
        assertThat(shell.run("bless", "--baseline", baseline, "--remove", "case-1"))
                .isEqualTo(2);
        assertThat(shell.run("bless", "--baseline", baseline, "--remove", "case-1", "--because", "merged"))
                .isZero();
        assertThat(shell.run("bless", output, "--baseline", baseline)).isZero();
        assertThat(BaselineFile.read(baseline).removed()).containsEntry("case-1", "merged");
    }

    @Test
    void the_anchor_is_set_when_it_is_asked_for() throws IOException {
        results.run("acme.A", "1", "passed");
        shell.run("bless", output, "--baseline", baseline);
        for (int i = 2; i <= 25; i++) {
            results.run("acme.A", String.format("%02d", i), "failed");
            shell.run("bless", output.resolve("acme.A").resolve(String.format("%02d", i)), "--baseline", baseline);
        }
        assertThat(BaselineFile.read(baseline).cells().get(FIRST).anchor()).isEqualTo(new PassCount(1, 20));

        assertThat(shell.run("bless", "--baseline", baseline, "--anchor")).isZero();
        assertThat(BaselineFile.read(baseline).cells().get(FIRST).anchor()).isEqualTo(new PassCount(0, 20));
    }

    @Test
    void a_broken_record_is_not_overwritten() throws IOException {
        results.run("acme.A", "1", "passed");
        Files.createDirectories(baseline.getParent());
        Files.writeString(baseline, "<<<<<<< ours");

        assertThat(shell.run("bless", output, "--baseline", baseline)).isEqualTo(3);
        assertThat(baseline).hasContent("<<<<<<< ours");
    }
}
