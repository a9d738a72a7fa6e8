package dev.retrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** A suite with a judge, as a build runs it. */
class JudgedSuiteTest {

    @TempDir
    Path output;

    private String console = "";

    @BeforeEach
    void forget() {
        JudgedSuites.ASKED.clear();
    }

    @Test
    void the_judge_decides_what_no_rule_does() {
        assertThat(ends("retrial", JudgedSuites.Judged.class))
                .containsExactly(
                        Map.entry("greets [default]", "SUCCESSFUL"),
                        Map.entry("grunts [default]", "FAILED: judged: 1 of 1 check failed"),
                        Map.entry("helps [default]", "SUCCESSFUL"),
                        Map.entry("lost [default]", "FAILED: reply.says: 1 of 1 check failed"));
    }

    @Test
    void what_is_known_from_the_run_before_is_not_asked_again() {
        ends("retrial", JudgedSuites.Judged.class);
        int asked = JudgedSuites.ASKED.size();
        ends("retrial", JudgedSuites.Judged.class);

        // Four labels and three cells, of which one says what a label says; of the lost cell nothing.
        assertThat(asked).isEqualTo(7);
        assertThat(JudgedSuites.ASKED).hasSize(7);
    }

    @Test
    void the_run_says_what_its_judge_is_worth() {
        ends("retrial", JudgedSuites.Judged.class);

        assertThat(console)
                .contains(
                        "Retrial: warning: acme/model-1 judges itself: agent and judge are the same model, which likes its own answers; ask another one",
                        "Retrial: the judge gates in the class manners: it agrees with people in 2 of 2, kappa 1.00",
                        "Retrial: the judge is only advisory in the class general: it agrees with people in 1 of 2, kappa 0.00, below the floor of 1.00 and kappa 0.50")
                .doesNotContain("nobody has measured");
    }

    @Test
    void without_a_judge_what_is_judged_is_an_error() {
        assertThat(ends("retrial", JudgedSuites.Unjudged.class).get("greets [default]"))
                .contains("could not be evaluated")
                .contains("there is no judge; add `judge` with a model to suite.yaml");
    }

    @Test
    void a_judge_that_cannot_be_made_is_an_error() {
        assertThat(ends("retrial", JudgedSuites.Misjudged.class).get("greets [default]"))
                .contains(JudgedSuites.Unmade.class.getName()
                        + " could not be made: java.lang.IllegalStateException: no key");
    }

    @Test
    void a_test_method_has_the_same_judge() {
        assertThat(ends("junit-jupiter", JudgedSuites.Replays.class))
                .isEqualTo(ends("retrial", JudgedSuites.Judged.class));
        assertThat(console).contains("model-1 judges itself");
    }

    /** How each test ends, with the first line of what was thrown; keeps what was printed. */
    private Map<String, String> ends(String engine, Class<?> type) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Events tests;
        try {
            tests = EngineTestKit.engine(engine)
                    .selectors(selectClass(type))
                    .configurationParameter("retrial.output", output.toString())
                    .execute()
                    .testEvents();
        } finally {
            System.setOut(before);
        }
        console = printed.toString(StandardCharsets.UTF_8);
        Map<String, String> ends = new TreeMap<>();
        tests.finished().stream()
                .forEach(event -> ends.put(
                        event.getTestDescriptor().getDisplayName(),
                        event.getPayload(TestExecutionResult.class)
                                .map(result -> result.getStatus()
                                        + result.getThrowable()
                                                .map(thrown -> ": "
                                                        + message(
                                                                engine,
                                                                event.getTestDescriptor()
                                                                        .getDisplayName(),
                                                                thrown))
                                                .orElse(""))
                                .orElse("")));
        // What the lint says is LintLeafTest's.
        ends.remove("[lint]");
        return ends;
    }

    /** Jupiter's tests name the cell, which the engine's have in their name. */
    private static String message(String engine, String name, Throwable thrown) {
        String message = String.valueOf(thrown instanceof NotEvaluated ? thrown.toString() : thrown.getMessage());
        return engine.equals("retrial") ? message : message.replace(name + ": ", "");
    }
}
