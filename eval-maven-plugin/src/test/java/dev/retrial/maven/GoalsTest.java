package dev.retrial.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoalsTest {

    @TempDir
    private Path target;

    private File passing;
    private File failing;
    private File baseline;

    @BeforeEach
    void lay() throws IOException {
        passing = run("1", "passed");
        failing = run("2", "failed");
        baseline = target.resolve("baseline.json").toFile();
    }

    @Test
    void bless_begins_a_record_and_removes_from_it() throws Exception {
        BlessMojo bless = bless();
        bless.run = passing;
        bless.execute();
        assertThat(baseline).content().contains("\"runs\":\"P\"");

        BlessMojo remove = bless();
        remove.remove = "a";
        remove.because = "sold out";
        remove.anchor = true;
        remove.execute();
        assertThat(baseline).content().contains("\"a\": \"sold out\"");
    }

    @Test
    void what_bless_refuses_fails_the_build() throws IOException {
        BlessMojo bless = bless();
        bless.run = passing;
        Files.delete(passing.toPath().resolve("run.json"));

        assertThatThrownBy(bless::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("not complete");
    }

    @Test
    void compare_fails_the_build_where_something_is_worse() throws Exception {
        CompareMojo compare = new CompareMojo();
        compare.before = passing;
        compare.run = passing;
        compare.execute();
        compare.run = failing;

        assertThatThrownBy(compare::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("Red: 1 cell newly failing");
    }

    @Test
    void merge_plans_what_has_to_be_tried_again() throws Exception {
        BlessMojo bless = bless();
        bless.run = passing;
        bless.execute();
        MergeMojo merge = new MergeMojo();
        merge.environment = Map.of();
        merge.shards = List.of(failing);
        merge.merged = target.resolve("merged").toFile();
        merge.baseline = baseline;
        merge.plan = target.resolve("plan.json").toFile();

        assertThatThrownBy(merge::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("Inconclusive: ");
        assertThat(merge.plan).content().contains("-Dretrial.cases=a");
    }

    private BlessMojo bless() {
        BlessMojo bless = new BlessMojo();
        bless.environment = Map.of();
        bless.baseline = baseline;
        return bless;
    }

    private File run(String id, String outcome) throws IOException {
        Path run = Files.createDirectories(target.resolve("retrial/acme.A/" + id));
        String times = "\"suite\":\"acme.A\",\"startedAt\":\"2026-03-02T09:15:00Z\",";
        Files.writeString(
                run.resolve("results.jsonl"),
                "{\"format\":1,\"run\":\"" + id + "\"," + times
                        + "\"mode\":\"ci\",\"partial\":false,\"attempts\":1,\"pass\":1,\"vocabulary\":\"1\",\"agent\":{},"
                        + "\"planned\":{\"a\":[\"x\"]},\"skipped\":{}}\n"
                        + "{" + times + "\"case\":\"a\",\"cohort\":\"x\",\"trial\":1,\"stage\":\"first\",\"outcome\":\""
                        + outcome
                        + "\",\"status\":\"active\",\"tags\":[],\"seen\":1,\"file\":\"cases/a.yaml\",\"line\":1,"
                        + "\"hashes\":{\"case\":\"ab\"},\"checks\":[],\"usage\":{},\"millis\":5}\n");
        Files.writeString(
                run.resolve("run.json"),
                "{\"format\":1,\"run\":\"" + id + "\"," + times
                        + "\"finishedAt\":\"2026-03-02T09:15:09Z\",\"mode\":\"ci\",\"partial\":false,\"cells\":{\"passed\":1},"
                        + "\"trials\":{\"passed\":1}}\n");
        return run.toFile();
    }
}
