package dev.retrial.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.retrial.agent.AgentClient;
import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.Answer;
import dev.retrial.junit.NotEvaluated;
import dev.retrial.results.LeafRecord;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunLine;
import dev.retrial.results.RunReader;
import dev.retrial.transcript.Transcript;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;
import org.opentest4j.AssertionFailedError;

class EvalTestTest {

    @TempDir
    Path output;

    private static final AgentClient AGENT =
            opening -> message -> Answer.of(message.contains("shout") ? "We never do!!!" : "Good morning to you");

    static final class Replays {
        @EvalTest("junit/shop")
        void replies(Cell cell) {
            Transcript transcript = cell.replay(AGENT);
            assertThat(transcript.replies()).isNotEmpty();
        }
    }

    @Test
    void a_method_is_called_once_for_each_cell_and_ends_as_the_engine_would_have_it() {
        assertThat(tests(run(Replays.class)))
                .containsOnly(
                        Map.entry("refund-late [enterprise]", "FAILED"),
                        Map.entry("refund-late [self-serve]", "FAILED"),
                        Map.entry("greets [enterprise]", "SUCCESSFUL"),
                        Map.entry("greets [self-serve]", "SUCCESSFUL"),
                        Map.entry("shouts [enterprise]", "FAILED"),
                        Map.entry("shouts [self-serve]", "SUCCESSFUL"),
                        Map.entry("known [self-serve]", "ABORTED"),
                        Map.entry("parked [self-serve]", "SKIPPED"),
                        Map.entry("drafted [self-serve]", "SKIPPED"));
    }

    @Test
    void methods_may_run_in_parallel() {
        Map<String, String> parallel = Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.mode.default", "concurrent");

        assertThat(tests(run(parallel, Replays.class))).isEqualTo(tests(run(Replays.class)));
    }

    @Test
    void what_the_method_replayed_is_written_to_results_of_the_class() throws IOException {
        run(Replays.class);

        Path runs = output.resolve(Replays.class.getName());
        try (Stream<Path> all = Files.walk(runs)) {
            assertThat(all.map(path -> path.getFileName().toString()).toList()).contains("results.jsonl", "run.json");
        }
    }

    @EvalTest("junit/shop")
    @Retention(RetentionPolicy.RUNTIME)
    @interface ShopTest {}

    static final class ByOwnAnnotation {
        @ShopTest
        void replies(Cell cell) {
            cell.replay(AGENT);
        }
    }

    @Test
    void an_annotation_of_ones_own_passes_it_on() {
        assertThat(tests(run(ByOwnAnnotation.class))).isEqualTo(tests(run(Replays.class)));
    }

    static final class ReplaysNothing {
        @EvalTest("junit/broken")
        void replies(Cell cell) {}
    }

    @Test
    void a_method_that_replays_nothing_fails() {
        assertThat(thrownBy("greets [default]", run(ReplaysNothing.class)))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("cell.replay(agent)");
    }

    @Test
    void a_broken_file_is_red_beside_the_cells() {
        assertThat(thrownBy("ripped [broken file]", run(ReplaysNothing.class)))
                .isInstanceOf(NotEvaluated.class)
                .hasMessageContaining("cases/ripped.yaml:2:1");
    }

    static final class AssertsMore {
        @EvalTest("junit/shop")
        void replies(Cell cell) {
            cell.replay(AGENT);
            throw new AssertionError("not polite enough");
        }
    }

    @Test
    void an_assertion_of_the_method_counts_beside_those_of_the_case() {
        EngineExecutionResults results = run(Map.of("retrial.cases", "greets,shouts,known"), AssertsMore.class);

        assertThat(thrownBy("greets [enterprise]", results)).hasMessage("not polite enough");
        assertThat(thrownBy("shouts [enterprise]", results))
                .hasMessageContaining("reply.never-matches")
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
        assertThat(tests(results)).containsEntry("known [self-serve]", "ABORTED");
    }

    private static final AgentClient TELLS_EACH_COHORT_ANOTHER_PRICE = opening -> message ->
            Answer.of("Good morning to you, it is $" + (opening.cohort().id().equals("enterprise") ? 5 : 6) + ".");

    static final class ComparesCohorts {
        @EvalTest("junit/shop")
        void replies(Cell cell) {
            cell.replay(TELLS_EACH_COHORT_ANOTHER_PRICE);
        }
    }

    @Test
    void what_cohorts_do_not_have_in_common_fails_the_last_cell_of_the_case() throws IOException {
        EngineExecutionResults results = run(Map.of("retrial.cases", "greets"), ComparesCohorts.class);

        assertThat(tests(results))
                .containsOnly(
                        Map.entry("greets [enterprise]", "SUCCESSFUL"), Map.entry("greets [self-serve]", "FAILED"));
        assertThat(thrownBy("greets [self-serve]", results))
                .hasMessageStartingWith("greets [cohorts]: cohorts.amounts: 1 of ");
        try (Stream<Path> all = Files.walk(output)) {
            Path written = all.filter(path -> path.endsWith("results.jsonl"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(written)).contains("\"check\":\"cohorts.amounts\"");
        }
    }

    static final class ComparesCohortsAndFails {
        @EvalTest("junit/shop")
        void replies(Cell cell) {
            cell.replay(TELLS_EACH_COHORT_ANOTHER_PRICE);
            throw new AssertionError("not polite enough");
        }
    }

    @Test
    void a_cell_that_fails_itself_has_the_difference_beside_its_own_failure() {
        EngineExecutionResults results = run(Map.of("retrial.cases", "greets"), ComparesCohortsAndFails.class);

        assertThat(thrownBy("greets [enterprise]", results).getSuppressed()).isEmpty();
        assertThat(thrownBy("greets [self-serve]", results))
                .hasMessage("not polite enough")
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
    }

    static final class AsksABrokenAgent {
        @EvalTest("junit/broken")
        void replies(Cell cell) {
            cell.replay(opening -> {
                throw new AgentFailure(AgentFailure.Kind.HOPELESS, "nobody listens at localhost:1");
            });
            throw new AssertionError("nobody comes here");
        }
    }

    @Test
    void a_method_whose_agent_gives_no_answer_ends_there_with_the_reason() {
        assertThat(thrownBy("greets [default]", run(AsksABrokenAgent.class)))
                .isInstanceOf(NotEvaluated.class)
                .hasMessageContaining("nobody listens at localhost:1");
    }

    static final class WithoutCase {
        @EvalTest("junit/empty")
        void replies(Cell cell) {}
    }

    static final class WithoutSuite {
        @EvalTest("junit/nowhere")
        void replies(Cell cell) {}
    }

    @Test
    void a_suite_without_a_case_or_without_its_directory_is_red() {
        assertThat(thrownBy("[no case]", run(WithoutCase.class))).hasMessageContaining("cases");
        assertThat(thrownBy("[suite]", run(WithoutSuite.class))).hasMessageContaining("@EvalTest(\"junit/nowhere\")");
    }

    @Test
    void a_filter_leaves_what_fits_and_is_red_where_nothing_does() {
        assertThat(tests(run(Map.of("retrial.cases", "gre*", "retrial.cohorts", "ent*"), Replays.class)))
                .containsOnly(Map.entry("greets [enterprise]", "SUCCESSFUL"));
        assertThat(tests(run(Map.of("retrial.cases", "no-*"), Replays.class)))
                .containsOnly(Map.entry("[no case]", "FAILED"));
    }

    @Test
    void trials_are_replayed_as_often_as_the_suite_or_the_parameter_says() throws IOException {
        run(Map.of("retrial.cases", "greets", "retrial.cohorts", "enterprise", "retrial.trials", "3"), Replays.class);

        try (Stream<Path> all = Files.walk(output)) {
            Path results = all.filter(path -> path.endsWith("results.jsonl"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readAllLines(results)).hasSize(4);
        }
    }

    @Test
    void what_keeps_a_method_from_beginning_is_a_red_line_of_its_results() throws IOException {
        run(WithoutCase.class);
        run(WithoutSuite.class);
        run(Map.of("retrial.cases", "no-*"), Replays.class);
        run(Map.of("retrial.trials", "none"), ByOwnAnnotation.class);

        assertThat(redLines(WithoutCase.class))
                .singleElement()
                .satisfies(red -> assertThat(red.name()).isEqualTo("[no case]"));
        assertThat(redLines(WithoutSuite.class))
                .singleElement()
                .satisfies(red -> assertThat(red.message()).contains("junit/nowhere"));
        assertThat(redLines(Replays.class))
                .singleElement()
                .satisfies(red -> assertThat(red.message()).contains("no-*"));
        assertThat(redLines(ByOwnAnnotation.class))
                .singleElement()
                .satisfies(red -> assertThat(red.message()).contains("retrial.trials"));
        assertThat(stopped(Replays.class)).isTrue();
    }

    @Test
    void a_broken_file_is_a_red_line_of_the_results_at_its_place() throws IOException {
        run(AsksABrokenAgent.class);

        assertThat(redLines(AsksABrokenAgent.class))
                .extracting(red -> red.leaf() + " " + red.file() + ":" + red.line())
                .contains("broken-file cases/ripped.yaml:2");
    }

    @Test
    void a_method_that_replays_nothing_leaves_red_lines_and_a_run_that_was_stopped() throws IOException {
        run(ReplaysNothing.class);

        assertThat(redLines(ReplaysNothing.class))
                .filteredOn(red -> red.leaf().equals("method"))
                .singleElement()
                .satisfies(red -> {
                    assertThat(red.name()).isEqualTo("greets [default]");
                    assertThat(red.message()).contains("cell.replay(agent)");
                    assertThat(red.file()).isEqualTo("cases/greets.yaml");
                });
        assertThat(stopped(ReplaysNothing.class)).isTrue();
    }

    static final class HasNoAgent {
        @BeforeEach
        void connect() {
            throw new IllegalStateException("no agent at secret.example.com");
        }

        @EvalTest("junit/shop")
        void replies(Cell cell) {
            cell.replay(AGENT);
        }
    }

    @Test
    void what_breaks_before_the_method_is_called_leaves_a_red_line_with_its_type_and_place() throws IOException {
        run(Map.of("retrial.cases", "greets"), HasNoAgent.class);

        assertThat(redLines(HasNoAgent.class))
                .hasSize(2)
                .allSatisfy(red -> assertThat(red.message())
                        .startsWith("the test failed: java.lang.IllegalStateException at EvalTestTest.java:")
                        .doesNotContain("secret"));
        assertThat(stopped(HasNoAgent.class)).isTrue();
    }

    @Test
    void what_the_method_asserts_itself_is_red_in_the_results_too_unless_the_case_is_known_to_fail()
            throws IOException {
        run(Map.of("retrial.cases", "greets,shouts,known"), AssertsMore.class);

        assertThat(redLines(AssertsMore.class))
                .extracting(LeafRecord::name)
                .containsExactlyInAnyOrder("greets [enterprise]", "greets [self-serve]", "shouts [self-serve]");
    }

    @Test
    void what_the_trials_or_the_comparison_tell_has_no_second_line() throws IOException {
        run(Replays.class);
        run(Map.of("retrial.cases", "greets"), ComparesCohorts.class);

        assertThat(redLines(Replays.class)).isEmpty();
        assertThat(redLines(ComparesCohorts.class)).isEmpty();
    }

    private List<LeafRecord> redLines(Class<?> type) throws IOException {
        List<LeafRecord> red = new ArrayList<>();
        try (RunReader reader = RunReader.open(RunDirectory.newest(output, type.getName()))) {
            for (RunLine line = reader.nextOfAny(); line != null; line = reader.nextOfAny()) {
                if (line instanceof LeafRecord leaf) {
                    red.add(leaf);
                }
            }
        }
        return red;
    }

    private boolean stopped(Class<?> type) throws IOException {
        Path run = RunDirectory.newest(output, type.getName()).path();
        return Files.exists(run.resolve("stopped.json")) && !Files.exists(run.resolve("run.json"));
    }

    private EngineExecutionResults run(Class<?> type) {
        return run(Map.of(), type);
    }

    private EngineExecutionResults run(Map<String, String> parameters, Class<?> type) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .configurationParameter("retrial.output", output.toString())
                .selectors(selectClass(type))
                .execute();
    }

    private static Map<String, String> tests(EngineExecutionResults results) {
        Map<String, String> tests = new HashMap<>();
        results.testEvents().stream().forEach(event -> {
            String name = event.getTestDescriptor().getDisplayName();
            if (event.getType() == EventType.SKIPPED) {
                tests.put(name, "SKIPPED");
            }
            event.getPayload(TestExecutionResult.class)
                    .ifPresent(result -> tests.put(name, result.getStatus().name()));
        });
        return tests;
    }

    private static Throwable thrownBy(String test, EngineExecutionResults results) {
        return results.testEvents().finished().stream()
                .filter(event -> event.getTestDescriptor().getDisplayName().equals(test))
                .map(event -> event.getPayload(TestExecutionResult.class).orElseThrow())
                .map(result -> result.getThrowable().orElseThrow())
                .findFirst()
                .orElseThrow();
    }
}
