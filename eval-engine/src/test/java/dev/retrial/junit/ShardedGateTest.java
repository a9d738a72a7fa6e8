package dev.retrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a shard leaves to the decision over all of them, and what it does not. */
class ShardedGateTest {

    @TempDir
    private Path directory;

    private Path suite;

    @BeforeEach
    void write() throws IOException {
        suite = directory.resolve("evals");
        file("suite.yaml", "agent: {type: recorded, from: recordings}\ngate: baseline\n");
        file("baseline.json", "{}");
        for (String id : new String[] {"a", "b", "c", "d"}) {
            file("cases/" + id + ".yaml", "title: A\nexpect: {reply: {says: [Hello]}}\n");
            file(
                    "recordings/" + id + ".json",
                    "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":\"Go away\"}]}");
        }
    }

    @Test
    void a_cell_that_fails_in_a_shard_waits_for_the_others() {
        Map<String, String> tests = shards();

        assertThat(tests).hasSize(5).containsEntry("[gate]", "ABORTED");
        assertThat(tests.get("a [default]")).isEqualTo("ABORTED");
        assertThat(tests.values()).containsOnly("ABORTED");
    }

    @Test
    void without_a_record_each_cell_is_held_to_its_own_rule() throws IOException {
        Files.delete(suite.resolve("baseline.json"));

        assertThat(shards()).containsEntry("a [default]", "FAILED");
    }

    @Test
    void a_shard_that_a_filter_cuts_leaves_nothing_to_others() {
        assertThat(shards("retrial.cases", "a,b,c")).containsEntry("c [default]", "FAILED");
    }

    @Test
    void what_broke_stays_red_in_its_shard() throws IOException {
        file("cases/b.yaml", "titel: A\n");
        Files.delete(suite.resolve("recordings/c.json"));

        assertThat(shards()).containsEntry("b [broken file]", "FAILED").containsEntry("c [default]", "FAILED");
    }

    private Map<String, String> shards(String... parameter) {
        Map<String, String> tests = new TreeMap<>();
        for (int number = 1; number <= 2; number++) {
            Map<String, String> parameters = new HashMap<>(Map.of(
                    "retrial.shard",
                    number + "/2",
                    "retrial.mode",
                    "ci",
                    "retrial.output",
                    directory.resolve("out").toString()));
            if (parameter.length > 0) {
                parameters.put(parameter[0], parameter[1]);
            }
            EngineTestKit.engine("retrial")
                    .configurationParameters(parameters)
                    .selectors(selectDirectory(suite.toFile()))
                    .execute()
                    .testEvents()
                    .finished()
                    .stream()
                    .forEach(event -> tests.merge(
                            event.getTestDescriptor().getDisplayName(),
                            event.getPayload(TestExecutionResult.class)
                                    .orElseThrow()
                                    .getStatus()
                                    .name(),
                            (one, other) -> one.equals("FAILED") ? one : other));
        }
        // What the lint says is LintLeafTest's.
        tests.remove("[lint]");
        return tests;
    }

    private void file(String name, String text) throws IOException {
        Path file = suite.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
