package dev.retrial.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retrial.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The set-ups of {@code docs/ci.md} and the workflow of our sample: parsed, and what of them can run here is run. */
class RecipesTest {

    private static final Pattern PARAMETER = Pattern.compile("-D(retrial\\.[a-z-]+)");
    private static final String BASELINE = "src/test/resources/evals/baseline.json";

    @TempDir
    private Path project;

    private Goals goals;

    /** A record in which both cells passed twelve times. */
    @BeforeEach
    void record() throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/bash")), "the recipes are for bash");
        goals = new Goals(project);
        for (int i = 10; i < 22; i++) {
            String run = "main/retrial/acme.A/" + i;
            lay(run, i, "", 0, "passed", "passed");
            goals.run("dev.retrial:eval-maven-plugin:bless -Dretrial.run=" + run + " -Dretrial.baseline=" + BASELINE);
        }
    }

    @Test
    void there_is_one_for_each_service() throws IOException {
        assertThat(Recipe.all())
                .extracting(Recipe::name)
                .containsExactly(
                        "The gate on pull requests",
                        "The record, every night",
                        "Shards",
                        "GitLab CI",
                        "Jenkins",
                        "sample.yml");
        assertThat(Recipe.all()).allMatch(recipe -> !recipe.scripts().isEmpty());
    }

    @Test
    void every_script_is_one_that_bash_reads() throws Exception {
        for (Recipe recipe : Recipe.all()) {
            for (String script : recipe.scripts()) {
                assertThat(bash(Map.of(), "set -n\n" + filled(script)))
                        .as(script)
                        .isEmpty();
            }
        }
    }

    @Test
    void every_parameter_is_one_that_the_engine_or_the_goal_knows() throws IOException {
        String parameters = Files.readString(Path.of("..", "docs", "junit.md"));
        for (Recipe recipe : Recipe.all()) {
            for (String command : recipe.commands()) {
                Matcher parameter = PARAMETER.matcher(command);
                while (!Goals.isIn(command) && parameter.find()) {
                    // What another goal is given stands in a variable of the shell.
                    assertThat(parameters.contains("| `" + parameter.group(1) + "` |")
                                    || parameter.group(1).equals("retrial.confirmed"))
                            .as(command)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void the_gate_writes_the_comment_and_the_page() throws Exception {
        lay("target/retrial/acme.A/1", 1, "", 0, "passed", "failed");

        runGoals(Recipe.named("The gate on pull requests"));
        assertThat(project.resolve("target/comment.md"))
                .content()
                .startsWith("<!-- retrial:acme.A -->")
                .contains("1 of 2 cells fails");
        assertThat(project.resolve("target/retrial-report.html")).isNotEmptyFile();
    }

    @Test
    void the_comment_is_written_once_and_then_updated() throws Exception {
        Files.createDirectories(project.resolve("target"));
        Files.writeString(project.resolve("target/comment.md"), "<!-- retrial:acme.A -->\n## Green\n");
        for (String name : List.of("The gate on pull requests", "sample.yml")) {
            String script = filled(Recipe.named(name).script("gh api"));

            assertThat(commented(script, "")).contains("POST").doesNotContain("PATCH");
            assertThat(commented(script, "77"))
                    .contains("PATCH")
                    .contains("/77")
                    .doesNotContain("POST");
        }
    }

    @Test
    void the_record_takes_the_run_of_the_night() throws Exception {
        lay("target/retrial/acme.A/30", 30, "", 0, "passed", "failed");
        for (String name : List.of("The record, every night", "GitLab CI", "Jenkins")) {
            String command = Recipe.named(name).commands().stream()
                    .filter(line -> line.contains(":bless"))
                    .findFirst()
                    .orElseThrow();
            Files.deleteIfExists(project.resolve(BASELINE));
            goals.run(command);
            assertThat(project.resolve(BASELINE)).content().contains("\"runs\":\"F\"");
        }
    }

    @Test
    void shards_are_merged_and_what_is_in_doubt_is_tried_again() throws Exception {
        lay("target/shards/shard-1/acme.A/1", 1, "1/2", 0, "passed");
        lay("target/shards/shard-2/acme.A/1", 1, "2/2", 1, "failed");
        Recipe recipe = Recipe.named("Shards");
        List<String> merges = goalsOf(recipe, ":merge");

        assertThatThrownBy(() -> goals.run(merges.get(0))).isInstanceOf(MojoFailureException.class);
        String again = bash(Map.of(), "mvn() { echo \"MVN $*\"; }\n" + filled(recipe.script("plan.json | while")));
        assertThat(again)
                .contains(
                        "MVN -B -ntp test -Dretrial.cases=case-1 -Dretrial.trials=1/10 -Dretrial.output=target/confirmed");
        Path confirmed = lay("target/confirmed/acme.A/1", 1, "", 1, "passed");
        tenTrials(confirmed);
        assertThat(bash(Map.of(), "mvn() { echo \"MVN $*\"; }\n" + filled(recipe.script("find target/confirmed"))))
                .contains("-Dretrial.confirmed=target/confirmed");
        goals.run(merges.get(1).replace("$confirmed", "-Dretrial.confirmed=target/confirmed"));
        goals.run(goalsOf(recipe, ":report").get(0));
        assertThat(project.resolve("target/comment.md")).content().startsWith("<!-- retrial:acme.A -->");
    }

    @Test
    void the_jobs_of_GitLab_are_merged_from_one_directory() throws Exception {
        lay("target/retrial/acme.A/1", 1, "1/2", 0, "passed");
        lay("target/retrial/acme.A/2", 2, "2/2", 1, "passed");

        runGoals(new Recipe(
                "gate",
                List.of(
                        String.join("\n", goalsOf(Recipe.named("GitLab CI"), ":merge")),
                        String.join("\n", goalsOf(Recipe.named("GitLab CI"), ":report")))));
        assertThat(project.resolve("gl-code-quality-report.json")).exists();
        assertThat(project.resolve("target/comment.md")).content().contains("Green: No worse than main");
    }

    @Test
    void the_sample_compares_with_main() throws Exception {
        String results = "eval-samples/support-agent/target/retrial/dev.retrial.samples.support.SupportAgentTest/";
        lay(results + "1", 1, "", 0, "failed");
        lay("target/main/" + results + "1", 1, "", 0, "passed");
        String command = Recipe.named("sample.yml").script("java -jar").strip();
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        List<String> arguments = new ArrayList<>();
        for (String argument : command.substring(command.indexOf(".jar ") + 5).split(" ")) {
            arguments.add(argument.contains("/") ? project.resolve(argument).toString() : argument);
        }

        assertThat(Main.run(out, out, Map.of(), arguments.toArray(String[]::new)))
                .as(said.toString())
                .isEqualTo(1);
        assertThat(said.toString()).contains("1 newly");
        assertThat(project.resolve("target/report.html")).isNotEmptyFile();
    }

    private void runGoals(Recipe recipe) throws Exception {
        for (String command : recipe.commands()) {
            if (Goals.isIn(command)) {
                goals.run(command);
            }
        }
    }

    private static List<String> goalsOf(Recipe recipe, String goal) {
        return recipe.commands().stream()
                .filter(command -> command.contains(goal))
                .toList();
    }

    /** What GitHub puts in before the shell sees it. */
    private static String filled(String script) {
        return script.replaceAll("\\$\\{\\{ [^}]*}}", "x");
    }

    private String commented(String script, String found) throws Exception {
        String gh = """
                gh() {
                  case "$*" in
                    *PATCH*) echo "PATCH $*" ;;
                    *body=*) echo "POST $*" ;;
                    *) test "$MARKER" = '<!-- retrial:acme.A -->' && echo "%s" ;;
                  esac
                }
                """.formatted(found);
        return bash(Map.of("COMMENTS", "repos/x/issues/1/comments"), gh + script);
    }

    private String bash(Map<String, String> environment, String script) throws Exception {
        ProcessBuilder bash = new ProcessBuilder("/bin/bash", "-e", "-c", script)
                .directory(project.toFile())
                .redirectErrorStream(true);
        bash.environment().putAll(environment);
        Process process = bash.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private void tenTrials(Path run) throws IOException {
        Path results = run.resolve("results.jsonl");
        List<String> lines = Files.readAllLines(results);
        StringBuilder text = new StringBuilder(lines.get(0)).append('\n');
        for (int i = 1; i <= 10; i++) {
            text.append(lines.get(1).replace("\"trial\":1", "\"trial\":" + i)).append('\n');
        }
        Files.writeString(results, text.toString());
    }

    /** Results of a complete run. */
    private Path lay(String directory, int id, String shard, int firstCase, String... outcomes) throws IOException {
        Path run = Files.createDirectories(project.resolve(directory));
        String suite = "\"suite\":\"acme.A\",\"startedAt\":\"2026-03-02T09:15:00Z\",";
        String part = "\"mode\":\"ci\",\"partial\":" + !shard.isEmpty() + ","
                + (shard.isEmpty() ? "" : "\"shard\":\"" + shard + "\",");
        StringBuilder planned = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < outcomes.length; i++) {
            String caseId = "case-" + (firstCase + i);
            planned.append(i == 0 ? "" : ",").append('"').append(caseId).append("\":[\"x\"]");
            lines.append("{" + suite + "\"case\":\"" + caseId
                    + "\",\"cohort\":\"x\",\"trial\":1,\"stage\":\"first\",\"outcome\":\""
                    + outcomes[i] + "\",\"status\":\"active\",\"tags\":[],\"seen\":1,\"file\":\"cases/" + caseId
                    + ".yaml\",\"line\":1,\"hashes\":{\"case\":\"ab\"},\"checks\":[],\"usage\":{},\"millis\":5}\n");
        }
        Files.writeString(
                run.resolve("results.jsonl"),
                "{\"format\":1,\"run\":\"" + id + "\"," + suite + part
                        + "\"attempts\":1,\"pass\":1,\"vocabulary\":\"1\",\"agent\":{},\"planned\":{" + planned
                        + "},\"skipped\":{}}\n" + lines);
        Files.writeString(
                run.resolve("run.json"),
                "{\"format\":1,\"run\":\"" + id + "\"," + suite + "\"finishedAt\":\"2026-03-02T09:15:09Z\"," + part
                        + "\"cells\":{\"passed\":1},\"trials\":{\"passed\":1}}\n");
        Files.writeString(run.resolveSibling("latest.json"), "{\"format\":1,\"run\":\"" + id + "\"}\n");
        return run;
    }
}
