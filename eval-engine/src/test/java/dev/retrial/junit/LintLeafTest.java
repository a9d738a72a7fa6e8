package dev.retrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The test {@code [lint]} as JUnit sees it. */
class LintLeafTest {

    @TempDir
    Path directory;

    private Path suite;

    @BeforeEach
    void write_a_suite() throws IOException {
        suite = directory.resolve("evals");
        write("suite.yaml", "agent: {type: recorded, from: recordings}\ngate: strict\n");
        said("Where is it?");
        write(
                "recordings/good.json",
                "{\"messages\": [{\"role\": \"user\", \"content\": \"?\"}, {\"role\": \"assistant\", \"content\": \"Hello\"}]}");
    }

    @Test
    void it_stands_behind_the_cells_and_before_the_gate_and_is_green_where_nothing_is_found() {
        assertThat(run(selectDirectory(suite.toFile())))
                .containsExactly(
                        Map.entry("good [default]", "SUCCESSFUL"),
                        Map.entry("[lint]", "SUCCESSFUL"),
                        Map.entry("[gate]", "SUCCESSFUL"));
    }

    @Test
    void a_finding_is_red_with_its_place_and_without_its_value_and_does_not_touch_the_gate() throws IOException {
        said("I am dana@acme-corp.com");

        Map<String, String> results = run(selectDirectory(suite.toFile()));

        assertThat(results.get("[lint]"))
                .contains("cases/good.yaml:4:21: an e-mail address")
                .contains("lint.keep")
                .doesNotContain("acme-corp");
        assertThat(results).containsEntry("[gate]", "SUCCESSFUL");
    }

    @Test
    void its_line_in_the_results_makes_every_report_red() throws IOException {
        said("I am dana@acme-corp.com");
        run(selectDirectory(suite.toFile()));

        assertThat(results())
                .contains("{\"leaf\":\"lint\"")
                .contains("\"file\":\"cases/good.yaml\"")
                .contains("\"line\":4");
        assertThat(results()
                        .lines()
                        .filter(line -> line.startsWith("{\"leaf\":\"lint\""))
                        .toList()
                        .toString())
                .doesNotContain("acme-corp");
    }

    @Test
    void what_the_suite_file_keeps_is_green() throws IOException {
        said("I am dana@acme-corp.com");
        write(
                "suite.yaml",
                "agent: {type: recorded, from: recordings}\nlint:\n  keep:\n    - {matches: '[a-z]+@acme-corp\\.com', because: invented}\n");

        assertThat(run(selectDirectory(suite.toFile()))).containsEntry("[lint]", "SUCCESSFUL");
    }

    @Test
    void a_case_that_is_selected_alone_is_run_without_it() {
        assertThat(run(selectFile(suite.resolve("cases/good.yaml").toFile()))).doesNotContainKey("[lint]");
    }

    @Test
    void it_can_be_asked_for_by_its_id() throws IOException {
        said("I am dana@acme-corp.com");

        assertThat(run(selectUniqueId("[engine:retrial]/[suite:"
                                + suite.toRealPath().toString().replace("/", "%2F") + "]/[leaf:lint]"))
                        .get("[lint]"))
                .contains("an e-mail address");
    }

    private Map<String, String> run(DiscoverySelector selector) {
        Map<String, String> results = new LinkedHashMap<>();
        EngineTestKit.engine("retrial")
                .selectors(selector)
                .configurationParameter(
                        "retrial.output", directory.resolve("out").toString())
                .configurationParameter("retrial.mode", "ci")
                .execute()
                .testEvents()
                .finished()
                .stream()
                .forEach(event -> results.put(event.getTestDescriptor().getDisplayName(), result(event)));
        return results;
    }

    private static String result(Event event) {
        TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
        return result.getThrowable()
                .map(thrown -> ((CaseFailed) thrown).facts())
                .orElse(result.getStatus().name());
    }

    private String results() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory.resolve("out"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private void said(String message) throws IOException {
        write(
                "cases/good.yaml",
                "title: It passes\nexpect: {reply: {says: [Hello]}}\nconversation:\n  - customer: \"" + message
                        + "\"\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = suite.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
