package dev.retrial.samples.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.retrial.junit.CaseFailed;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What the sample is there to show: a prompt that somebody meant well with is told from the one before by exactly the right cells. */
class RegressedPromptTest {

    @Test
    void the_regressed_prompt_turns_these_tests_red_and_no_other(@TempDir Path results) {
        Events tests = runWith("regressed", results);

        assertThat(names(tests.failed()))
                .containsExactlyInAnyOrder(
                        "dpa-for-signature [cohorts]",
                        "dpa-for-signature [enterprise]",
                        "ingest-outage-kept [developer]",
                        "ingest-outage-kept [enterprise]",
                        "refund-after-window [developer]",
                        "refund-after-window [self-serve]",
                        "soc2-dropped-control [enterprise]");
    }

    @Test
    void the_prompt_in_use_turns_none_red_and_passes_what_the_other_failed(@TempDir Path results) {
        Events tests = runWith("system", results);

        assertThat(names(tests.failed())).isEmpty();
        assertThat(names(tests.succeeded()))
                .contains(
                        "soc2-dropped-control [enterprise]",
                        "soc2-dropped-control [self-check]",
                        "dpa-for-signature [cohorts]");
        assertThat(names(tests.skipped()))
                .contains("gift-card-refund [self-serve]", "dashboard-slow-brushed-off [self-serve]");
        assertThat(names(tests.aborted())).containsExactly("invoice-and-seats-in-one [enterprise]");
    }

    @Test
    void a_fact_that_one_cohort_is_no_longer_told_is_seen_although_each_cell_gets_what_it_asks_for(
            @TempDir Path results) {
        Events tests = runWith("regressed", results);

        assertThat(names(tests.succeeded())).contains("dpa-for-signature [self-serve]");
        assertThat(factsOf("dpa-for-signature [cohorts]", tests))
                .contains("2026-01-15: enterprise, developer; not self-serve");
    }

    @Test
    void the_readme_shows_what_a_red_cell_says(@TempDir Path results) throws IOException {
        String facts = factsOf("refund-after-window [self-serve]", runWith("regressed", results));

        assertThat(Files.readString(Path.of("..", "..", "README.md")))
                .contains("<!-- refund-after-window [self-serve] -->\n```text\n" + facts + "\n```\n");
    }

    private static String factsOf(String test, Events tests) {
        return tests.failed().stream()
                .filter(event -> event.getTestDescriptor().getDisplayName().equals(test))
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .map(thrown -> ((CaseFailed) thrown).facts())
                .findFirst()
                .orElseThrow();
    }

    private static Events runWith(String prompt, Path results) {
        String before = System.setProperty("agent.prompt", prompt);
        PrintStream console = System.out;
        // "6 failed" in the log of a green build would only frighten.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            return EngineTestKit.engine("retrial")
                    .selectors(selectClass(SupportAgentTest.class))
                    .configurationParameter("retrial.output", results.toString())
                    .execute()
                    .testEvents();
        } finally {
            System.setOut(console);
            if (before == null) {
                System.clearProperty("agent.prompt");
            } else {
                System.setProperty("agent.prompt", before);
            }
        }
    }

    private static List<String> names(Events events) {
        return events.stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }
}
