package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangedInputsTest {

    private static final List<String> ALL = List.of("case-1 ent", "case-1 dev", "case-2 ent", "case-2 dev");

    @TempDir
    private Path temporary;

    private Path project;
    private Path sources;
    private Suite suite;

    @BeforeEach
    void commit() throws Exception {
        project = temporary.toRealPath();
        sources = project.resolve("src/test/resources/evals");
        suite = Cases.suite()
                .cohort("ent")
                .cohort(
                        "dev",
                        Cases.json(),
                        Path.of("evals/dev.md").toAbsolutePath().toString())
                .add(2)
                .build();
        for (EvalCase evalCase : cases()) {
            write(sources.resolve(evalCase.file()), "title: A");
        }
        write(sources.resolve("suite.yaml"), "");
        write(sources.resolve("dev.md"), "Speak plainly.");
        write(project.resolve("src/main/resources/prompts/system.txt"), "You are Finch.");
        git("init", "-q", "-b", "main");
        git("add", ".");
        git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "Begin");
    }

    @Test
    void nothing_changed_at_first() {
        assertThat(running("main")).isEmpty();
    }

    @Test
    void a_case_that_changed_runs() throws IOException {
        write(sources.resolve(cases().get(0).file()), "title: B");

        assertThat(running("main")).containsExactly("case-1 ent", "case-1 dev");
    }

    @Test
    void what_git_does_not_know_yet_has_changed() throws Exception {
        git("rm", "-q", "--cached", sources.resolve(cases().get(1).file()).toString());
        git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "Forget");

        assertThat(running("main")).containsExactly("case-2 ent", "case-2 dev");
    }

    @Test
    void an_overlay_is_an_input_of_its_cohort() throws IOException {
        write(sources.resolve("dev.md"), "Speak up.");

        assertThat(running("main")).containsExactly("case-1 dev", "case-2 dev");
    }

    @ParameterizedTest
    @ValueSource(strings = {"suite.yaml", "policies/refunds.yaml", "prompts/other.md"})
    void everything_hangs_on_the_rest_of_the_suite(String file) throws IOException {
        write(sources.resolve(file), "# changed");

        assertThat(running("main")).isEqualTo(ALL);
    }

    @Test
    void the_record_of_the_main_branch_is_no_input() throws IOException {
        write(sources.resolve("baseline.json"), "{}");

        assertThat(running("main")).isEmpty();
    }

    @Test
    void other_files_count_where_they_are_named() throws IOException {
        write(project.resolve("src/main/resources/prompts/system.txt"), "You are Wren.");

        assertThat(running("main")).isEmpty();
        assertThat(running("main", "src/main/resources/prompts/**")).isEqualTo(ALL);
    }

    @Test
    void what_main_did_meanwhile_is_no_change_of_this_branch() throws Exception {
        git("checkout", "-q", "-b", "change");
        git("checkout", "-q", "main");
        write(sources.resolve("suite.yaml"), "concurrency: 2");
        git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-a", "-m", "Meanwhile");
        git("checkout", "-q", "change");

        assertThat(running("main")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"origin/nowhere", "--output=x"})
    void a_revision_that_git_does_not_know_is_refused(String revision) {
        assertThatThrownBy(() -> running(revision))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("retrial.changed-since")
                .hasMessageContaining(revision);
    }

    private List<String> running(String since, String... inputs) {
        Map<String, String> parameters = inputs.length == 0
                ? Map.of("retrial.changed-since", since)
                : Map.of("retrial.changed-since", since, "retrial.inputs", String.join(",", inputs));
        ChangedInputs changed = ChangedInputs.of(suite, sources, project, RunSettings.of(parameters, Map.of()));
        List<String> running = new ArrayList<>();
        for (EvalCase evalCase : cases()) {
            for (String cohort : evalCase.cohorts().keySet()) {
                if (changed.has(evalCase, cohort)) {
                    running.add(evalCase.id() + " " + cohort);
                }
            }
        }
        return running;
    }

    private List<EvalCase> cases() {
        return suite.files().stream().map(EvalCase.class::cast).toList();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", project.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
