package dev.retrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.retrial.results.Portion;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunReader;
import dev.retrial.results.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs that take on a part of a suite, since others have the rest, or nothing else changed. */
class PortionTest {

    private static final String SUITE = Marked.Shop.class.getName();

    @TempDir
    Path output;

    @Test
    void every_test_runs_in_one_shard_and_its_cohorts_together() {
        Map<String, String> all = new TreeMap<>();
        int tests = 0;
        for (int number = 1; number <= 2; number++) {
            Map<String, String> shard = tests(run(Map.of("retrial.shard", number + "/2")));
            tests += shard.size();
            all.putAll(shard);
            for (String test : shard.keySet()) {
                if (test.endsWith("[enterprise]")) {
                    assertThat(shard).containsKey(test.replace("enterprise", "self-serve"));
                }
            }
        }
        assertThat(all).hasSize(tests).isEqualTo(new TreeMap<>(tests(run(Map.of()))));
    }

    @Test
    void results_say_which_shard_they_are_of() throws IOException {
        run(Map.of("retrial.shard", "1/2"));
        RunDirectory run = RunDirectory.latest(output, SUITE);
        RunSummary summary = RunReader.summary(run);

        assertThat(summary.portion()).isEqualTo(new Portion(1, 2, false, null));
        assertThat(summary.partial()).isTrue();
    }

    @Test
    void a_filter_beside_the_shard_is_told_too() throws IOException {
        run(Map.of("retrial.shard", "1/1", "retrial.cohorts", "enterprise"));
        run(Map.of("retrial.shard", "1/2", "retrial.cohorts", "enterprise"));

        assertThat(RunReader.summary(RunDirectory.latest(output, SUITE)).portion())
                .isEqualTo(new Portion(1, 2, true, null));
    }

    @Test
    void a_shard_without_a_case_is_neither_red_nor_lost() throws IOException {
        int empty = 0;
        for (int number = 1; number <= 40; number++) {
            Map<String, String> tests = tests(run(Map.of("retrial.shard", number + "/40")));
            if (tests.equals(Map.of("[nothing to run]", "ABORTED"))) {
                empty = number;
                break;
            }
        }
        RunDirectory run = RunDirectory.latest(output, SUITE);

        assertThat(empty).isPositive();
        assertThat(RunReader.summary(run).cells()).isEqualTo(new RunSummary.Cells(0, 0, 0, 0, 0));
        try (RunReader reader = RunReader.open(run)) {
            assertThat(reader.header().portion().shardText()).isEqualTo(empty + "/40");
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void a_filter_that_fits_nothing_is_red_in_a_shard_too() {
        assertThat(tests(run(Map.of("retrial.shard", "1/2", "retrial.cases", "nonsense"))))
                .containsExactly(Map.entry("[no case]", "FAILED"));
    }

    @Test
    void a_shard_that_cannot_be_is_red() {
        assertThat(tests(run(Map.of("retrial.shard", "3/2")))).containsExactly(Map.entry("[suite]", "FAILED"));
    }

    @Test
    void a_revision_that_git_does_not_know_is_red() {
        assertThat(tests(run(Map.of("retrial.changed-since", "no-such-branch"))))
                .containsExactly(Map.entry("[suite]", "FAILED"));
    }

    private EngineExecutionResults run(Map<String, String> parameters) {
        return EngineTestKit.engine("retrial")
                .configurationParameters(parameters)
                .configurationParameter("retrial.output", output.toString())
                .selectors(selectClass(Marked.Shop.class))
                .execute();
    }

    private static Map<String, String> tests(EngineExecutionResults results) {
        Map<String, String> tests = new TreeMap<>();
        results.testEvents().finished().stream()
                .forEach(event -> tests.put(
                        event.getTestDescriptor().getDisplayName(),
                        event.getPayload(TestExecutionResult.class)
                                .orElseThrow()
                                .getStatus()
                                .name()));
        results.testEvents().skipped().stream()
                .forEach(event -> tests.put(event.getTestDescriptor().getDisplayName(), "SKIPPED"));
        // What the lint says is LintLeafTest's.
        tests.remove("[lint]");
        return tests;
    }
}
