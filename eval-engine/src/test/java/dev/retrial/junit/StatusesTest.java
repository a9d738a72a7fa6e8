package dev.retrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** How a test ends by the status of its case, what the agent did and who is watching. */
class StatusesTest {

    @TempDir
    Path suite;

    @BeforeEach
    void aSuiteOfRecordings() throws IOException {
        Files.createDirectories(suite.resolve("cases"));
        Files.createDirectories(suite.resolve("recordings"));
        Files.writeString(suite.resolve("suite.yaml"), "agent: {type: recorded, from: recordings}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "active,                                        SUCCESSFUL, FAILED,  NOT_EVALUATED",
        "known-failing,                                 FAILED,     ABORTED, NOT_EVALUATED",
        "'quarantined, until: 2999-12-31',              SKIPPED,    SKIPPED, SKIPPED",
        "'quarantined, until: 2020-12-31',              SUCCESSFUL, FAILED,  NOT_EVALUATED",
        "draft,                                         SKIPPED,    SKIPPED, SKIPPED",
    })
    void in_both_modes(String status, String passes, String fails, String errs) throws IOException {
        aCase("passes", status, "Hello");
        aCase("fails", status, "Go away");
        aCase("errs", status, null);
        aCase("beside", "active", "Hello");
        Map<String, String> expected = new HashMap<>();
        expected.put("passes [default]", passes);
        expected.put("fails [default]", fails);
        expected.put("errs [default]", errs);
        expected.put("beside [default]", "SUCCESSFUL");

        assertThat(run("local", "skip")).isEqualTo(expected);
        assertThat(run("ci", "skip")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"local", "ci"})
    void drafts_that_are_asked_for_never_gate(String mode) throws IOException {
        aCase("passes", "draft", "Hello");
        aCase("fails", "draft", "Go away");
        aCase("errs", "draft", null);

        assertThat(run(mode, "run"))
                .isEqualTo(Map.of(
                        "passes [default]", "SUCCESSFUL",
                        "fails [default]", "ABORTED",
                        "errs [default]", "NOT_EVALUATED"));
    }

    private void aCase(String id, String status, String reply) throws IOException {
        String because = status.equals("active") || status.equals("draft") ? "" : "because: The calendar is down.\n";
        Files.writeString(
                suite.resolve("cases/" + id + ".yaml"),
                "title: Greets\nstatus: " + status.replace(", ", "\n") + "\n" + because
                        + "expect: {reply: {says: [hello]}}\n");
        if (reply != null) {
            Files.writeString(
                    suite.resolve("recordings/" + id + ".json"),
                    "{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"},"
                            + " {\"role\": \"assistant\", \"content\": \"" + reply + "\"}]}");
        }
    }

    private Map<String, String> run(String mode, String drafts) {
        Map<String, String> tests = new HashMap<>();
        EngineTestKit.engine("retrial")
                .configurationParameter("retrial.mode", mode)
                .configurationParameter("retrial.drafts", drafts)
                .configurationParameter("retrial.output", suite.resolve("out").toString())
                .selectors(selectDirectory(suite.toFile()))
                .execute()
                .testEvents()
                .stream()
                .forEach(event -> {
                    String name = event.getTestDescriptor().getDisplayName();
                    event.getPayload(String.class).ifPresent(reason -> tests.put(name, "SKIPPED"));
                    event.getPayload(TestExecutionResult.class).ifPresent(result -> tests.put(name, named(result)));
                });
        // What the lint says is LintLeafTest's.
        tests.remove("[lint]");
        return tests;
    }

    private static String named(TestExecutionResult result) {
        return result.getThrowable().filter(NotEvaluated.class::isInstance).isPresent()
                ? "NOT_EVALUATED"
                : result.getStatus().name();
    }
}
