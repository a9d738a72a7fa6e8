package dev.retrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.launcher.EngineFilter.includeEngines;
import static org.junit.platform.launcher.TagFilter.includeTags;

import dev.retrial.baseline.Baseline;
import dev.retrial.baseline.BaselineFile;
import dev.retrial.baseline.Blessing;
import dev.retrial.baseline.CellHistory;
import dev.retrial.baseline.CellKey;
import dev.retrial.gate.PassCount;
import dev.retrial.results.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The test {@code [gate]} as JUnit sees it. */
class GateLeafTest {

    @TempDir
    Path directory;

    private Path suite;
    private Path output;
    private String mode = "ci";

    @BeforeEach
    void write_a_suite() throws IOException {
        suite = Files.createDirectories(directory.resolve("evals"));
        output = directory.resolve("out");
        Files.createDirectories(suite.resolve("cases"));
        Files.createDirectories(suite.resolve("recordings"));
        gate("gate: strict\n");
        recorded("good", "Hello", "tags: [smoke]\n");
        recorded("other", "Hello", "");
    }

    @Test
    void without_the_key_there_is_no_such_test() throws IOException {
        gate("");

        assertThat(run(selectDirectory(suite.toFile())))
                .containsOnlyKeys("good [default]", "other [default]", "[lint]");
    }

    @Test
    void it_is_the_last_test_of_its_suite() {
        TestDescriptor found = EngineTestKit.engine("retrial")
                .selectors(selectDirectory(suite.toFile()))
                .discover()
                .getEngineDescriptor()
                .getChildren()
                .iterator()
                .next();

        List<String> names = new ArrayList<>();
        found.getChildren().forEach(child -> names.add(child.getDisplayName()));
        assertThat(names).containsExactly("good", "other", "[lint]", "[gate]");
    }

    @Test
    void it_is_green_where_everything_passes_and_red_where_a_cell_fails() throws IOException {
        assertThat(run(selectDirectory(suite.toFile()))).containsEntry("[gate]", "SUCCESSFUL");

        recorded("other", "Go away", "");
        assertThat(run(selectDirectory(suite.toFile())))
                .containsEntry("[gate]", "FAILED: 1 cell fails: other [default].");
    }

    @Test
    void a_cell_selected_alone_is_held_to_its_own_rule_and_the_gate_is_red_in_CI() {
        assertThat(run(selectFile(suite.resolve("cases/good.yaml").toFile())))
                .containsEntry("good [default]", "SUCCESSFUL")
                .containsEntry(
                        "[gate]",
                        "FAILED: only 1 of 2 cells were selected, and the gate decides over the whole"
                                + " suite: run it whole, without a filter");
    }

    @Test
    void a_cell_selected_alone_leaves_the_gate_undecided_on_a_developers_machine() {
        mode = "local";

        assertThat(run(selectFile(suite.resolve("cases/good.yaml").toFile())).get("[gate]"))
                .startsWith("ABORTED: only 1 of 2 cells");
    }

    @Test
    void asked_for_alone_as_a_rerun_does_it_decides_nothing() {
        assertThat(run(selectUniqueId(id().append("leaf", "gate"))))
                .containsExactly(Map.entry(
                        "[gate]",
                        "FAILED: no cell was selected, and the gate decides over the whole"
                                + " suite: run it whole, without a filter"));
    }

    @Test
    void a_rerun_of_what_failed_does_not_get_past_the_gate() throws IOException {
        recorded("other", "Go away", "");
        assertThat(run(selectDirectory(suite.toFile())))
                .containsEntry("other [default]", "FAILED: reply.says: 1 of 1 check failed");

        recorded("other", "Hello", "");
        assertThat(run(
                        selectUniqueId(id().append("case", "other").append("cohort", "default")),
                        selectUniqueId(id().append("leaf", "gate"))))
                .containsEntry("other [default]", "SUCCESSFUL")
                .hasEntrySatisfying("[gate]", gate -> assertThat(gate).startsWith("FAILED: only 1 of 2"));
    }

    @Test
    void a_rerun_does_not_get_past_the_gate_where_everything_failed_either() throws IOException {
        recorded("good", "Hello", "");
        recorded("other", "Hello", "");

        assertThat(run(
                        selectUniqueId(id().append("case", "good").append("cohort", "default")),
                        selectUniqueId(id().append("case", "other").append("cohort", "default")),
                        selectUniqueId(id().append("leaf", "gate"))))
                .containsEntry("other [default]", "SUCCESSFUL")
                .containsEntry(
                        "[gate]",
                        "FAILED: the cells were selected one by one, as a rerun of what failed does, and the gate decides"
                                + " over the whole suite: run it whole, without a filter");
    }

    @Test
    void a_filter_of_ours_is_a_part_of_the_suite() {
        assertThat(run(Map.of("retrial.cases", "good"), selectDirectory(suite.toFile()))
                        .get("[gate]"))
                .startsWith("FAILED: only 1 of 2");
    }

    @Test
    void a_shard_decides_nothing_and_is_not_red_for_it() {
        for (String shard : List.of("1/2", "2/2")) {
            Map<String, String> tests = run(Map.of("retrial.shard", shard), selectDirectory(suite.toFile()));

            assertThat(tests.values()).noneMatch(result -> result.startsWith("FAILED"));
            if (tests.keySet().size() > 1) {
                assertThat(tests.get("[gate]")).startsWith("ABORTED: this is only shard " + shard.charAt(0) + " of 2");
            }
        }
    }

    @Test
    void a_tag_that_leaves_it_out_does_not_silence_it() {
        LauncherDiscoveryRequest request = request(Map.of())
                .selectors(selectDirectory(suite.toFile()))
                .filters(includeTags("smoke"))
                .build();

        assertThat(launched(request))
                .containsEntry("good [default]", "SUCCESSFUL")
                .hasEntrySatisfying("[gate]", gate -> assertThat(gate).startsWith("FAILED: only 1 of 2"));
    }

    @Test
    void a_self_check_asked_for_alone_needs_no_gate() throws IOException {
        recorded("good", "Hello", "observed: [{reply: Go away}]\n");
        assertThat(run(selectUniqueId(id().append("case", "good").append("leaf", "self-check"))))
                .containsOnlyKeys("good [self-check]");
    }

    @Test
    void a_broken_file_is_red_beside_it_and_leaves_it_open() throws IOException {
        Files.writeString(suite.resolve("cases/torn.yaml"), "titel: Torn\n");

        assertThat(run(selectDirectory(suite.toFile())))
                .containsEntry("[gate]", "FAILED: Nobody knows: cases/torn.yaml is broken.")
                .containsKey("torn [broken file]");
    }

    @Test
    void a_failing_cell_waits_for_the_gate_and_a_passing_one_does_not() throws IOException {
        blessed();
        gate("gate: baseline\n");
        recorded("good", "Go away", "tags: [smoke]\n");

        Map<String, String> tests = run(selectDirectory(suite.toFile()));

        assertThat(tests.keySet()).containsExactly("other [default]", "good [default]", "[lint]", "[gate]");
        assertThat(tests.get("good [default]"))
                .startsWith("FAILED: failed, so it ran again until the result was settled: 0 of ");
        assertThat(tests.get("[gate]")).isEqualTo("FAILED: 1 cell is worse than main: good [default].");
    }

    private UniqueId id() {
        return UniqueId.forEngine("retrial").append("suite", suite.toString());
    }

    private void gate(String yaml) throws IOException {
        Files.writeString(suite.resolve("suite.yaml"), "agent: {type: recorded, from: recordings}\n" + yaml);
    }

    private void recorded(String id, String reply, String more) throws IOException {
        Files.writeString(
                suite.resolve("cases/" + id + ".yaml"), "title: A\nexpect: {reply: {says: [hello]}}\n" + more);
        Files.writeString(
                suite.resolve("recordings/" + id + ".json"),
                "{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}, {\"role\": \"assistant\", \"content\": \""
                        + reply + "\"}]}");
    }

    private void blessed() throws IOException {
        run(selectDirectory(suite.toFile()));
        Path run;
        try (Stream<Path> all = Files.walk(output)) {
            run = all.filter(path -> path.endsWith("results.jsonl"))
                    .findFirst()
                    .orElseThrow()
                    .getParent();
        }
        Baseline once = Blessing.bless(null, new RunDirectory(run));
        SortedMap<CellKey, CellHistory> cells = new TreeMap<>();
        once.cells()
                .forEach((key, cell) ->
                        cells.put(key, new CellHistory(cell.hash(), "P".repeat(20), PassCount.NONE, List.of())));
        BaselineFile.write(
                suite.resolve("baseline.json"),
                new Baseline(once.suite(), once.fingerprint(), once.guards(), once.runs(), Map.of(), cells));
    }

    private Map<String, String> run(DiscoverySelector... selectors) {
        return run(Map.of(), selectors);
    }

    private Map<String, String> run(Map<String, String> parameters, DiscoverySelector... selectors) {
        return launched(request(parameters).selectors(selectors).build());
    }

    private LauncherDiscoveryRequestBuilder request(Map<String, String> parameters) {
        return LauncherDiscoveryRequestBuilder.request()
                .configurationParameters(parameters)
                .configurationParameter("retrial.output", output.toString())
                .configurationParameter("retrial.mode", mode)
                .filters(includeEngines("retrial"));
    }

    /** The tests in the order in which they ended, with what they threw. */
    private static Map<String, String> launched(LauncherDiscoveryRequest request) {
        Map<String, String> ended = new LinkedHashMap<>();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    ended.put(
                            test.getDisplayName(),
                            result.getStatus()
                                    + result.getThrowable()
                                            .map(thrown -> ": " + thrown.getMessage())
                                            .orElse(""));
                }
            }
        });
        return ended;
    }
}
