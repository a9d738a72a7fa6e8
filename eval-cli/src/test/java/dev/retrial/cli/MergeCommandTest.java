package dev.retrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {

    @TempDir
    private Path project;

    private final Shell shell = new Shell();
    private Path shards;
    private Path output;
    private Path baseline;
    private Path plan;

    @BeforeEach
    void begin() {
        shards = project.resolve("shards");
        output = project.resolve("target/retrial");
        baseline = project.resolve("baseline.json");
        plan = project.resolve("plan.json");
    }

    @Test
    void shards_become_one_run_that_can_be_reported_and_blessed() throws IOException {
        shard(1, "passed", "failed");
        Path second = shard(2, "passed");
        Files.createDirectories(second.resolve("transcripts"));
        Files.writeString(second.resolve("transcripts/case-2.json"), "{\"messages\":[]}");
        Path results = second.resolve("results.jsonl");
        Files.writeString(
                results,
                Files.readString(results)
                        .replace("\"millis\":5}", "\"millis\":5,\"transcript\":\"transcripts/case-2.json\"}"));

        assertThat(shell.run("merge", shards, "--output", output)).isZero();
        RunDirectory merged = RunDirectory.latest(output, "acme.A");
        assertThat(merged.path().resolve("transcripts/case-2.json")).exists();
        try (RunReader reader = RunReader.open(merged)) {
            assertThat(reader.header().plannedCells()).isEqualTo(3);
            assertThat(reader.header().partial()).isFalse();
            assertThat(reader.header().portion().isShard()).isFalse();
        }
        assertThat(shell.run("report", output)).isEqualTo(1);
        assertThat(shell.out()).startsWith("Red: 1 of 3 cells fails.");
        assertThat(shell.run("bless", output, "--baseline", baseline)).isZero();
    }

    @Test
    void a_missing_shard_ends_with_3_and_what_is_merged_is_not_complete() throws IOException {
        new Results(shards.resolve("1")).shard("1/3", 0).run("acme.A", "1", "passed");
        new Results(shards.resolve("3")).shard("3/3", 1).run("acme.A", "1", "passed");

        assertThat(shell.run("merge", shards, "--output", output)).isEqualTo(3);
        assertThat(shell.err()).contains("Incomplete: shard 2 of 3 is missing");
        assertThat(shell.run("report", output)).isEqualTo(3);
        assertThat(shell.run("bless", output, "--baseline", baseline)).isEqualTo(3);
    }

    @Test
    void a_shard_that_was_killed_or_truncated_ends_with_3() throws IOException {
        shard(1, "passed");
        new Results(shards.resolve("2")).shard("2/2", 1).killed("acme.A", "1", "passed");
        assertThat(shell.run("merge", shards, "--output", output)).isEqualTo(3);
        assertThat(shell.err()).contains("shard 2 of 2 did not end");

        Path second = new Results(shards.resolve("2")).shard("2/2", 1).run("acme.A", "1", "passed");
        Path results = second.resolve("results.jsonl");
        String text = Files.readString(results);
        Files.writeString(results, text.substring(0, text.length() - 10));
        assertThat(shell.run("merge", shards, "--output", output)).isEqualTo(3);
        Files.writeString(results, "");
        assertThat(shell.run("merge", shards, "--output", output)).isEqualTo(3);
    }

    @Test
    void shards_of_two_prompts_are_not_one_run() throws IOException {
        shard(1, "passed");
        new Results(shards.resolve("2"))
                .shard("2/2", 1)
                .agent("{\"promptHash\":\"b\"}")
                .run("acme.A", "1", "passed");

        assertThat(shell.run("merge", shards, "--output", output)).isEqualTo(3);
        assertThat(shell.err()).contains("are not shards of one run: they differ in promptHash none → b");
    }

    @Test
    void a_case_that_two_shards_ran_is_an_error() throws IOException {
        new Results(shards.resolve("1")).shard("1/2", 0).run("acme.A", "1", "passed");
        new Results(shards.resolve("2")).shard("2/2", 0).run("acme.A", "1", "passed");

        assertThat(shell.run("merge", shards, "--output", output)).isEqualTo(3);
        assertThat(shell.err()).contains("case-0 was run by two shards");
    }

    @Test
    void of_a_shard_that_ran_twice_the_first_complete_run_counts() throws IOException {
        shard(1, "passed");
        Results second = new Results(shards.resolve("2")).shard("2/2", 2);
        second.killed("acme.A", "1", "passed");
        second.run("acme.A", "2", "failed");
        second.run("acme.A", "3", "passed");

        assertThat(shell.run("merge", shards, "--output", output)).isZero();
        assertThat(shell.run("report", output)).isEqualTo(1);
    }

    @Test
    void what_failed_has_to_be_tried_again_before_anything_is_decided() throws IOException {
        bless(2);
        shard(1, "failed");
        new Results(shards.resolve("2")).shard("2/2", 1).run("acme.A", "1", "passed");

        assertThat(shell.run("merge", shards, "--output", output, "--baseline", baseline, "--plan", plan))
                .isEqualTo(3);
        assertThat(shell.out())
                .startsWith("Merged: ")
                .contains("Inconclusive: ")
                .contains("1 cell has to be tried again before it can be decided")
                .contains("mvn test -Dretrial.cases=case-0 -Dretrial.trials=1/10");
        assertThat(plan).content().contains("\"attempts\" : 10").contains("-Dretrial.cases=case-0");
    }

    @Test
    void a_record_of_other_checks_decides_nothing() throws IOException {
        bless(2);
        for (int shard = 1; shard <= 2; shard++) {
            new Results(shards.resolve(String.valueOf(shard)))
                    .judgedBy("2")
                    .shard(shard + "/2", shard - 1)
                    .run("acme.A", "1", "passed");
        }

        assertThat(shell.run("merge", shards, "--output", output, "--baseline", baseline))
                .isEqualTo(3);
        assertThat(shell.err()).contains("judged by version 2 of the checks, the baseline by 1");
    }

    @Test
    void a_shard_that_was_stopped_is_not_complete() throws IOException {
        shard(1, "passed");
        new Results(shards.resolve("2")).shard("2/2", 1).stopped("acme.A", "1", "the run was cancelled", "passed");

        assertThat(shell.run("merge", shards, "--output", output)).isEqualTo(3);
    }

    @Test
    void what_fails_beside_the_cells_is_red_whatever_the_record_says() throws IOException {
        bless(2);
        String red =
                "{\"leaf\":\"self-check\",\"suite\":\"acme.A\",\"name\":\"case-0 [self-check]\",\"outcome\":\"failed\","
                        + "\"message\":\"It passes on what went wrong.\"}\n";
        for (Path shard : List.of(shard(1, "passed"), shard(2, "passed"))) {
            Path results = shard.resolve("results.jsonl");
            Files.writeString(results, Files.readString(results) + red);
        }

        assertThat(shell.run("merge", shards, "--output", output, "--baseline", baseline))
                .isEqualTo(1);
        assertThat(shell.out()).containsOnlyOnce("case-0 [self-check]: It passes on what went wrong.");
        assertThat(shell.run("report", output)).isEqualTo(1);
    }

    @Test
    void what_is_confirmed_is_red_and_what_is_not_is_green() throws IOException {
        bless(2);
        shard(1, "failed");
        new Results(shards.resolve("2")).shard("2/2", 1).run("acme.A", "1", "passed");
        Path worse = again("worse", 3);
        Path fine = again("fine", 10);

        assertThat(merged("--confirmed", worse)).isEqualTo(1);
        assertThat(shell.out())
                .contains("1 cell is worse than main: case-0 [default]")
                .contains("main passed 12 of 12");
        assertThat(merged("--confirmed", fine)).isZero();
        assertThat(shell.out()).contains("Green: ");
    }

    @Test
    void attempts_of_another_prompt_confirm_nothing() throws IOException {
        bless(2);
        shard(1, "failed");
        new Results(shards.resolve("2")).shard("2/2", 1).run("acme.A", "1", "passed");
        Path other = new Results(project.resolve("other"))
                .partial()
                .agent("{\"promptHash\":\"b\"}")
                .run("acme.A", "1", "passed");

        assertThat(merged("--confirmed", other)).isEqualTo(3);
        assertThat(shell.err()).contains("they differ in promptHash");
    }

    @Test
    void a_cell_that_is_gone_is_red() throws IOException {
        bless(3);
        shard(1, "passed");
        new Results(shards.resolve("2")).shard("2/2", 1).run("acme.A", "1", "passed");

        assertThat(merged()).isEqualTo(1);
        assertThat(shell.out()).contains("case-2 [default]: main's record has it, and the suite no longer does");
    }

    @Test
    void a_shard_that_a_filter_cut_says_nothing_about_the_rest() throws IOException {
        bless(2);
        new Results(shards.resolve("1"))
                .partial()
                .with("\"shard\":\"1/1\",\"filtered\":true,")
                .run("acme.A", "1", "passed");

        assertThat(merged()).isEqualTo(3);
        assertThat(shell.err()).contains("a part of the suite only");
    }

    @Test
    void a_record_of_other_checks_cannot_be_compared() throws IOException {
        bless(1);
        new Results(shards).judgedBy("2").run("acme.A", "1", "passed");

        assertThat(merged()).isEqualTo(3);
        assertThat(shell.err()).contains("was judged by version 2 of the checks, the baseline by 1");
    }

    @Test
    void what_could_not_be_evaluated_keeps_the_gate_from_green() throws IOException {
        bless(2);
        new Results(shards).run("acme.A", "1", "passed", "error");

        assertThat(merged()).isEqualTo(3);
        assertThat(shell.out()).contains("Inconclusive: ").contains("case-1 [default]");
    }

    @Test
    void without_a_record_nothing_is_decided() throws IOException {
        shard(1, "passed");
        shard(2, "passed");

        assertThat(merged()).isEqualTo(3);
        assertThat(shell.err()).contains("bless a run of the main branch first");
        assertThat(shell.run("merge", shards, "--plan", plan)).isEqualTo(2);
    }

    @Test
    void a_floor_of_the_suite_holds_over_all_shards() throws IOException {
        bless(2);
        new Results(shards)
                .with("\"guards\":{\"floor:cohort=default\":\"0.95\",\"gate\":\"baseline\"},")
                .run("acme.A", "1", "failed", "failed");

        assertThat(merged("--confirmed", again("fine", 10))).isEqualTo(1);
        assertThat(shell.out()).contains("cohort=default: 0 of 2 cells passed, its floor is 95 %");
    }

    @Test
    void the_merged_run_is_reported_as_it_was_decided() throws IOException {
        bless(1);
        new Results(shards).run("acme.A", "1", "failed");

        assertThat(merged("--confirmed", again("fine", 10))).isZero();
        assertThat(shell.run("report", output)).isZero();
        assertThat(shell.out()).startsWith("Green: ");
    }

    private int merged(Object... more) {
        Object[] all = Arrays.copyOf(
                new Object[] {"merge", shards, "--output", output, "--baseline", baseline}, 6 + more.length);
        System.arraycopy(more, 0, all, 6, more.length);
        return shell.run(all);
    }

    /** Shard 1 has the cases 0 and 1, shard 2 the others. */
    private Path shard(int number, String... outcomes) throws IOException {
        return new Results(shards.resolve(String.valueOf(number)))
                .shard(number + "/2", (number - 1) * 2)
                .run("acme.A", "1", outcomes);
    }

    /** A record of twelve attempts, all passed. */
    private void bless(int cells) throws IOException {
        String[] passed = new String[cells];
        Arrays.fill(passed, "passed");
        Results main = new Results(project.resolve("main"));
        for (int i = 10; i < 22; i++) {
            Path run = main.run("acme.A", String.valueOf(i), passed);
            assertThat(shell.run("bless", run, "--baseline", baseline)).isZero();
        }
    }

    /** Ten more attempts of the first case, of which some passed. */
    private Path again(String name, int passes) throws IOException {
        Path run = new Results(project.resolve(name)).partial().run("acme.A", "1", "failed");
        Path results = run.resolve("results.jsonl");
        StringBuilder lines = new StringBuilder(Files.readAllLines(results).get(0)).append('\n');
        String line = Files.readAllLines(results).get(1);
        for (int i = 1; i <= 10; i++) {
            lines.append(line.replace("\"trial\":1", "\"trial\":" + i)
                            .replace(
                                    "\"outcome\":\"failed\"",
                                    i <= passes ? "\"outcome\":\"passed\"" : "\"outcome\":\"failed\""))
                    .append('\n');
        }
        Files.writeString(results, lines.toString());
        return run;
    }
}
