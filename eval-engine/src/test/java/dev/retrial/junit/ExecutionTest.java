package dev.retrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.retrial.results.LeafRecord;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunLine;
import dev.retrial.results.RunReader;
import dev.retrial.results.StoppedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;
import org.opentest4j.AssertionFailedError;

class ExecutionTest {

    @TempDir
    Path output;

    @Test
    void each_cell_ends_as_the_agent_and_the_status_of_its_case_have_it() {
        assertThat(tests(run(selectClass(Marked.Shop.class))))
                .containsOnly(
                        Map.entry("refund-late [enterprise]", "FAILED"),
                        Map.entry("refund-late [self-serve]", "FAILED"),
                        Map.entry("refund-late [cohorts]", "SUCCESSFUL"),
                        Map.entry("refund-late [self-check]", "SUCCESSFUL"),
                        Map.entry("greets [enterprise]", "SUCCESSFUL"),
                        Map.entry("greets [self-serve]", "SUCCESSFUL"),
                        Map.entry("greets [cohorts]", "SUCCESSFUL"),
                        Map.entry("shouts [enterprise]", "FAILED"),
                        Map.entry("shouts [self-serve]", "SUCCESSFUL"),
                        Map.entry("shouts [cohorts]", "SUCCESSFUL"),
                        Map.entry("known [self-serve]", "ABORTED"),
                        Map.entry("parked [self-serve]", "SKIPPED"),
                        Map.entry("drafted [self-serve]", "SKIPPED"));
    }

    @Test
    void a_failure_tells_the_facts_without_a_stack_trace_of_ours() {
        Throwable thrown = thrownBy("refund-late [enterprise]", run(selectClass(Marked.Shop.class)));

        assertThat(thrown)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("tools.never, reply.says: 2 of 4 checks failed");
        assertThat(thrown.toString().lines().skip(1).findFirst().orElseThrow())
                .matches("case      .*cases/billing/refund-late\\.yaml:[0-9]+");
        assertThat(thrown.toString()).contains("tools.never", "issue_refund", "reply.says", "I have refunded you.");
        assertThat(thrown.getStackTrace()).isEmpty();
    }

    @Test
    void what_is_skipped_says_why() {
        EngineExecutionResults results = run(selectClass(Marked.Shop.class));

        assertThat(results.testEvents().skipped().stream())
                .extracting(
                        event -> event.getTestDescriptor().getDisplayName(),
                        event -> event.getPayload(String.class).orElseThrow())
                .satisfiesExactlyInAnyOrder(
                        skipped -> assertThat(skipped.toList().toString()).contains("parked", "The calendar is down."),
                        skipped -> assertThat(skipped.toList().toString()).contains("drafted", "retrial.drafts=run"));
    }

    @Test
    void drafts_run_where_they_are_asked_to() {
        assertThat(tests(run(Map.of("retrial.drafts", "run"), selectClass(Marked.Drafts.class))))
                .containsOnly(Map.entry("drafted [default]", "SUCCESSFUL"));
    }

    @Test
    void an_agent_that_gives_no_answer_is_an_error_in_both_modes() {
        for (String mode : List.of("local", "ci")) {
            EngineExecutionResults results = run(
                    Map.of("retrial.mode", mode, "retrial.cases", "greets"),
                    selectClass(Marked.WithUnreachableAgent.class));

            assertThat(thrownBy("greets [default]", results))
                    .isInstanceOf(NotEvaluated.class)
                    .hasMessageContaining("nobody listens at localhost:1");
        }
    }

    @Test
    void an_agent_that_cannot_be_made_is_an_error_of_every_cell() {
        assertThat(thrownBy("greets [default]", run(selectClass(Marked.WithUnmadeAgent.class))))
                .isInstanceOf(NotEvaluated.class)
                .hasMessageContainingAll(Marked.Unmade.class.getName(), "no key for the model");
    }

    @Test
    void a_suite_that_names_no_agent_is_an_error_that_says_where_to_name_one() {
        EngineExecutionResults results = run(Map.of("retrial.drafts", "run"), selectClass(Marked.WithoutAgent.class));

        assertThat(thrownBy("drafted [default]", results))
                .isInstanceOf(NotEvaluated.class)
                .hasMessageContainingAll("agent:", "suite.yaml");
    }

    @Test
    void a_broken_file_is_red_and_the_others_run() {
        EngineExecutionResults results = run(selectClass(Marked.Broken.class));

        assertThat(tests(results)).containsEntry("greets [default]", "SUCCESSFUL");
        assertThat(thrownBy("ripped [broken file]", results))
                .isInstanceOf(NotEvaluated.class)
                .hasMessageContainingAll("cases/ripped.yaml:2:1", "diffculty", "difficulty");
    }

    @Test
    void a_broken_file_is_red_in_the_results_too() throws IOException {
        run(selectClass(Marked.Broken.class));

        RunDirectory run = new RunDirectory(results().get(0).getParent());
        try (RunReader reader = RunReader.open(run)) {
            RunLine line = reader.nextOfAny();
            while (line != null
                    && !(line instanceof LeafRecord leaf && leaf.name().startsWith("ripped"))) {
                line = reader.nextOfAny();
            }
            assertThat(line).isInstanceOfSatisfying(LeafRecord.class, red -> {
                assertThat(red.leaf()).isEqualTo("broken-file");
                assertThat(red.name()).isEqualTo("ripped [broken file]");
                assertThat(red.file()).isEqualTo("cases/ripped.yaml");
                assertThat(red.line()).isEqualTo(2);
                assertThat(red.message()).contains("diffculty");
            });
        }
    }

    @Test
    void what_keeps_a_suite_from_running_is_red_and_says_what_to_do() {
        assertThat(thrownBy("[suite]", run(selectClass(Marked.Nowhere.class))))
                .hasMessageContainingAll("junit/nowhere", "suite.yaml");
        assertThat(thrownBy("[no case]", run(selectClass(Marked.Empty.class)))).hasMessageContaining("cases");
        assertThat(thrownBy("[no case]", run(selectClass(Marked.Drafts.class))))
                .hasMessageContainingAll("status: active", "retrial.drafts=run");
        assertThat(thrownBy("suite [broken file]", run(selectClass(Marked.Torn.class))))
                .hasMessageContainingAll("trails", "trials");
        assertThat(thrownBy("[no case]", run(Map.of("retrial.cases", "greetz"), selectClass(Marked.Shop.class))))
                .hasMessageContainingAll("retrial.cases", "greetz", "greets");
        assertThat(thrownBy("[suite]", run(Map.of("retrial.case", "greets"), selectClass(Marked.Shop.class))))
                .hasMessageContainingAll("retrial.case", "retrial.cases");
    }

    @Test
    void a_suite_of_which_nothing_can_run_leaves_results_that_say_so() throws IOException {
        for (Class<?> suite : List.of(Marked.Nowhere.class, Marked.Empty.class, Marked.Torn.class)) {
            run(selectClass(suite));

            StoppedRun stopped = stopped(suite);
            assertThat(stopped.why()).isEqualTo("no cell could run");
            assertThat(redLeaves(suite)).hasSize(1);
        }
        run(Map.of("retrial.case", "greets"), selectClass(Marked.Shop.class));
        assertThat(redLeaves(Marked.Shop.class))
                .singleElement()
                .satisfies(leaf -> assertThat(leaf.message()).contains("retrial.case"));
    }

    @Test
    void a_run_that_broke_before_it_began_leaves_results_that_say_so() throws IOException {
        assertThat(tests(run(selectClass(Marked.WithBrokenAgent.class)))).containsEntry("greets [default]", "FAILED");

        assertThat(stopped(Marked.WithBrokenAgent.class).why())
                .isEqualTo("the run broke: " + "java.lang.IllegalStateException: no fingerprint today");
        try (RunReader reader = RunReader.open(newest(Marked.WithBrokenAgent.class))) {
            assertThat(reader.header().planned()).containsKey("greets");
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void a_suite_of_drafts_alone_is_red_in_its_results() throws IOException {
        run(selectClass(Marked.Drafts.class));

        assertThat(redLeaves(Marked.Drafts.class)).extracting(LeafRecord::name).containsExactly("[no case]");
    }

    @Test
    void a_suite_that_a_filter_leaves_nothing_beside_another_was_not_run_and_leaves_no_results() throws IOException {
        run(Map.of("retrial.cases", "refund-late"), selectClass(Marked.Shop.class), selectClass(Marked.Drafts.class));

        assertThat(RunDirectory.newest(output, Marked.Drafts.class.getName())).isNull();
    }

    private RunDirectory newest(Class<?> suite) throws IOException {
        RunDirectory run = RunDirectory.newest(output, suite.getName());
        assertThat(run).isNotNull();
        return run;
    }

    private StoppedRun stopped(Class<?> suite) throws IOException {
        StoppedRun stopped = RunReader.stopped(newest(suite));
        assertThat(stopped).isNotNull();
        return stopped;
    }

    private List<LeafRecord> redLeaves(Class<?> suite) throws IOException {
        List<LeafRecord> red = new ArrayList<>();
        try (RunReader reader = RunReader.open(newest(suite))) {
            for (RunLine line = reader.nextOfAny(); line != null; line = reader.nextOfAny()) {
                if (line instanceof LeafRecord leaf) {
                    red.add(leaf);
                }
            }
        }
        return red;
    }

    @Test
    void a_filter_that_leaves_another_suite_something_skips_the_suite_that_it_leaves_nothing() {
        EngineExecutionResults results = run(
                Map.of("retrial.cases", "refund-late"),
                selectClass(Marked.Shop.class),
                selectClass(Marked.Drafts.class));

        assertThat(tests(results))
                .containsEntry("refund-late [self-check]", "SUCCESSFUL")
                .containsEntry("[no case]", "SKIPPED");
    }

    @Test
    void one_cell_runs_alone() {
        String id = "[engine:retrial]/[suite:" + Marked.Shop.class.getName() + "]/[case:greets]/[cohort:self-serve]";

        assertThat(tests(run(selectUniqueId(id)))).containsOnly(Map.entry("greets [self-serve]", "SUCCESSFUL"));
    }

    @Test
    void a_self_check_runs_without_its_cells() {
        String id = "[engine:retrial]/[suite:" + Marked.Shop.class.getName() + "]/[case:refund-late]/[leaf:self-check]";

        assertThat(tests(run(selectUniqueId(id)))).containsOnly(Map.entry("refund-late [self-check]", "SUCCESSFUL"));
    }

    @Test
    void runs_of_the_same_suite_do_not_overwrite_each_other() throws IOException {
        run(selectClass(Marked.Shop.class));
        run(selectClass(Marked.Shop.class));

        assertThat(results()).hasSize(2);
    }

    @Test
    void every_container_starts_before_and_ends_after_what_is_below_it(@TempDir Path directory) throws IOException {
        recordedSuite(directory, 60);

        EngineExecutionResults results = run(Map.of("retrial.concurrency", "16"), selectDirectory(directory.toFile()));

        assertThat(tests(results))
                .hasSize(60 * 4)
                .containsEntry("case-7 [self-check]", "SUCCESSFUL")
                .containsValue("SUCCESSFUL");
        assertWellNested(results.allEvents().list());
    }

    @Test
    void every_container_starts_and_ends_once_where_tests_are_skipped_or_red() {
        assertWellNested(
                run(selectClass(Marked.Shop.class), selectClass(Marked.Broken.class), selectClass(Marked.Nowhere.class))
                        .allEvents()
                        .list());
    }

    private static void assertWellNested(List<Event> events) {
        Map<UniqueId, Integer> openChildren = new HashMap<>();
        Set<UniqueId> seen = new HashSet<>();
        Deque<String> wrong = new ArrayDeque<>();
        for (Event event : events) {
            TestDescriptor descriptor = event.getTestDescriptor();
            UniqueId id = descriptor.getUniqueId();
            UniqueId parent =
                    descriptor.getParent().map(TestDescriptor::getUniqueId).orElse(null);
            if (event.getType() == EventType.STARTED || event.getType() == EventType.SKIPPED) {
                if (!seen.add(id) || (parent != null && !openChildren.containsKey(parent))) {
                    wrong.add(event.getType() + " " + id);
                }
            }
            if (event.getType() == EventType.STARTED) {
                openChildren.put(id, 0);
                openChildren.computeIfPresent(parent == null ? id : parent, (key, open) -> open + 1);
            } else if (event.getType() == EventType.FINISHED) {
                Integer open = openChildren.remove(id);
                if (open == null || open != (parent == null ? 1 : 0)) {
                    wrong.add("FINISHED " + id + " with " + open + " open below it");
                }
                openChildren.computeIfPresent(parent == null ? id : parent, (key, before) -> before - 1);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(openChildren).isEmpty();
        assertThat(seen).hasSizeGreaterThan(10);
    }

    private static void recordedSuite(Path directory, int cases) throws IOException {
        Files.createDirectories(directory.resolve("cases"));
        Files.createDirectories(directory.resolve("recordings"));
        Files.writeString(directory.resolve("suite.yaml"), "agent: {type: recorded, from: recordings}\n");
        Files.writeString(directory.resolve("cohorts.yaml"), "cohorts: {a: {description: A}, b: {description: B}}\n");
        for (int i = 0; i < cases; i++) {
            Files.writeString(
                    directory.resolve("cases/case-" + i + ".yaml"),
                    "title: Case\nexpect: {reply: {says: [hello]}}\nobserved: [{reply: Go away}]\n");
            Files.writeString(
                    directory.resolve("recordings/case-" + i + ".json"),
                    "{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}, {\"role\": \"assistant\", \"content\": \"Hello\"}]}");
        }
    }

    private EngineExecutionResults run(DiscoverySelector... selectors) {
        return run(Map.of(), selectors);
    }

    private EngineExecutionResults run(Map<String, String> parameters, DiscoverySelector... selectors) {
        return EngineTestKit.engine("retrial")
                .configurationParameters(parameters)
                .configurationParameter("retrial.output", output.toString())
                .selectors(selectors)
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
        // What the lint says is LintLeafTest's.
        tests.remove("[lint]");
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

    private List<Path> results() throws IOException {
        try (Stream<Path> all = Files.walk(output)) {
            return all.filter(path -> path.endsWith("results.jsonl")).toList();
        }
    }
}
