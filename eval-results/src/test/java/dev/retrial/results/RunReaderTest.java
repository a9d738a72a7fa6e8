package dev.retrial.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunReaderTest {

    private RunDirectory run;
    private Path results;

    @BeforeEach
    void write(@TempDir Path output) throws IOException {
        run = RunDirectory.create(output, "acme.SupportAgentTest");
        results = run.path().resolve(RunDirectory.RESULTS);
        try (RunWriter writer = RunWriter.open(run, Records.header(run.run()))) {
            writer.trial(Records.full(1));
            writer.trial(Records.full(2));
        }
    }

    @Test
    void a_comparison_is_read_by_who_asks_for_any_line_and_passed_over_by_who_asks_for_trials() throws IOException {
        try (RunWriter writer = RunWriter.open(run, Records.header(run.run()))) {
            writer.trial(Records.full(1));
            writer.cohorts(Records.cohorts());
            writer.trial(Records.full(2));
        }
        try (RunReader reader = RunReader.open(run)) {
            assertThat(reader.nextOfAny()).isEqualTo(Records.full(1));
            assertThat(reader.nextOfAny()).isEqualTo(Records.cohorts());
            assertThat(reader.nextOfAny()).isEqualTo(Records.full(2));
            assertThat(reader.nextOfAny()).isNull();
        }
        try (RunReader reader = RunReader.open(run)) {
            assertThat(reader.next()).isEqualTo(Records.full(1));
            assertThat(reader.next()).isEqualTo(Records.full(2));
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void a_red_test_that_is_no_cell_is_read() throws IOException {
        LeafRecord selfCheck = new LeafRecord(
                "self-check", "acme", "refund [self-check]", "it passes on what went wrong", "cases/refund.yaml", 7);
        LeafRecord filter = new LeafRecord("problem", "acme", "[filter]", "it matches nothing", null, 0);
        try (RunWriter writer = RunWriter.open(run, Records.header(run.run()))) {
            writer.leaf(selfCheck);
            writer.leaf(filter);
            writer.trial(Records.full(1));
        }
        try (RunReader reader = RunReader.open(run)) {
            assertThat(reader.nextOfAny()).isEqualTo(selfCheck);
            assertThat(reader.nextOfAny()).isEqualTo(filter);
            assertThat(reader.next()).isEqualTo(Records.full(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lint", "method", "one-of-a-later-version"})
    void a_red_test_of_any_kind_is_read(String kind) throws IOException {
        LeafRecord red = new LeafRecord(kind, "acme", "[" + kind + "]", "it is red", null, 0);
        try (RunWriter writer = RunWriter.open(run, Records.header(run.run()))) {
            writer.leaf(red);
        }
        try (RunReader reader = RunReader.open(run)) {
            assertThat(reader.nextOfAny()).isEqualTo(red);
        }
    }

    @Test
    void a_leaf_of_a_later_version_is_passed_over() throws IOException {
        append("{\"leaf\":\"weather\",\"suite\":7}");
        append(lineOf(1));
        try (RunReader reader = RunReader.open(run)) {
            reader.next();
            reader.next();
            assertThat(reader.nextOfAny()).isEqualTo(Records.full(1));
        }
    }

    @Test
    void a_line_cut_short_ends_the_results_and_is_told() throws IOException {
        byte[] bytes = Files.readAllBytes(results);
        Files.write(results, java.util.Arrays.copyOf(bytes, bytes.length - 20));
        try (RunReader reader = RunReader.open(run)) {
            assertThat(reader.next()).isEqualTo(Records.full(1));
            assertThat(reader.next()).isNull();
            assertThat(reader.truncated()).isTrue();
        }
    }

    @Test
    void a_line_longer_than_the_buffer_is_read() throws IOException {
        String padding = "x".repeat(300_000);
        append("{\"ignored\":\"" + padding + "\"," + lineOf(2).substring(1));
        try (RunReader reader = RunReader.open(run)) {
            reader.next();
            reader.next();
            assertThat(reader.next()).isEqualTo(Records.full(2));
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void a_key_of_a_later_version_is_passed_over() throws IOException {
        append("{\"later\":{\"deep\":[1,{\"x\":2}]}," + lineOf(1).substring(1));
        try (RunReader reader = RunReader.open(run)) {
            reader.next();
            reader.next();
            assertThat(reader.next()).isEqualTo(Records.full(1));
        }
    }

    @Test
    void a_complete_line_that_is_no_trial_is_an_error_with_its_place() throws IOException {
        append("{\"suite\":\"acme\",\"case\":7}");
        try (RunReader reader = RunReader.open(run)) {
            reader.next();
            reader.next();
            assertThatThrownBy(reader::next)
                    .isInstanceOf(IOException.class)
                    .hasMessage(results + ":4: expected VALUE_STRING but was VALUE_NUMBER_INT");
        }
    }

    @Test
    void a_missing_key_is_named() throws IOException {
        append("{\"suite\":\"acme\"}");
        try (RunReader reader = RunReader.open(run)) {
            reader.next();
            reader.next();
            assertThatThrownBy(reader::next).hasMessage(results + ":4: the key 'case' is missing");
        }
    }

    @Test
    void another_version_of_the_format_is_refused() throws IOException {
        Files.writeString(results, "{\"format\":2,\"everything\":\"else\"}\n");
        assertThatThrownBy(() -> RunReader.open(run))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("results in format 2, but this version of Retrial reads format 1");
    }

    @Test
    void a_file_of_something_else_is_refused() throws IOException {
        Files.writeString(results, "[1,2]\n");
        assertThatThrownBy(() -> RunReader.open(run)).hasMessageContaining(results + ":1: ");
    }

    @Test
    void a_run_killed_before_its_first_line_says_so() throws IOException {
        Files.writeString(results, "{\"format\":1,\"run\"");
        assertThatThrownBy(() -> RunReader.open(run)).hasMessageContaining("ended before its first line was written");
    }

    private String lineOf(int trial) throws IOException {
        return Files.readAllLines(results).get(trial);
    }

    private void append(String line) throws IOException {
        Files.write(results, (line + "\n").getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    }
}
