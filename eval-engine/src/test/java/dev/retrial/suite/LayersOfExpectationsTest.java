package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayersOfExpectationsTest {

    private static final String CONVERSATION = "title: a\nconversation:\n  - customer: Hi\n  - customer: Well?\n";

    @TempDir
    Path directory;

    @Test
    void a_turn_has_expectations_of_its_own() {
        EvalCase read = SuiteFiles.in(directory).file("cases/a.yaml", """
                        title: a
                        conversation:
                          - customer: Hi
                          - customer: Well?
                            expect: {greeting: {at-most: 0}}
                        """).evalCase("a");

        assertThat(read.expect())
                .containsExactly(new ScopedCheck(new GreetingKind.AtMost(0), "greeting", Layer.TURN, 2));
    }

    @Test
    void layers_are_never_merged() {
        SuiteFiles files = SuiteFiles.in(directory)
                .file("suite.yaml", "expect: {greeting: {at-most: 2}}")
                .file("cases/a.yaml", CONVERSATION + "expect: {greeting: {at-most: 1}}\n");
        Suite suite = files.sound();

        assertThat(EffectiveChecks.of(
                        suite, files.evalCase("a"), suite.cohorts().get("default")))
                .extracting(ScopedCheck::layer)
                .containsExactly(Layer.SUITE, Layer.CASE, Layer.ALWAYS, Layer.ALWAYS, Layer.ALWAYS);
    }

    @Test
    void an_inner_bound_that_is_looser_does_nothing_and_is_an_error() {
        assertThat(SuiteFiles.in(directory)
                        .file("suite.yaml", "expect: {greeting: {at-most: 2}}")
                        .file("cases/a.yaml", CONVERSATION + "expect:\n  greeting:\n    at-most: 3\n")
                        .problems())
                .containsExactly(
                        "cases/a.yaml:7:5: this bound is looser than 'greeting.at-most' of the suite, which holds as"
                                + " well, so it does nothing: remove it, or waive the outer one with a reason (waive:"
                                + " {greeting.at-most: …})");
    }

    @Test
    void a_turn_s_bound_that_is_looser_than_the_case_s_is_an_error() {
        assertThat(SuiteFiles.in(directory)
                        .file(
                                "cases/a.yaml",
                                "title: a\nconversation:\n  - customer: Hi\n    expect: {greeting: {at-most: 3}}\n"
                                        + "expect: {greeting: {at-most: 2}}\n")
                        .problems())
                .containsExactly(
                        "cases/a.yaml:4:25: this bound is looser than 'greeting.at-most' of the case, which holds as"
                                + " well, so it does nothing: remove it");
    }

    @Test
    void a_mistake_in_a_kind_s_own_words_is_located() {
        assertThat(SuiteFiles.in(directory)
                        .file(
                                "cases/a.yaml",
                                CONVERSATION + "expect:\n  reply:\n    matches:\n      - \"fine\"\n      - \"(\"\n")
                        .problems())
                .singleElement()
                .asString()
                .startsWith("cases/a.yaml:9:9: ");
    }

    @Test
    void expected_arguments_are_held_against_the_tool_s_schema() {
        assertThat(SuiteFiles.in(directory)
                        .file(
                                "tools.yaml",
                                "tools: {lookup: {parameters: {type: object, properties: {id: {type: string}}}}}")
                        .file("cases/a.yaml", CONVERSATION + "expect: {tools: {calls: [{lookup: {id: 1042}}]}}\n")
                        .problems())
                .containsExactly("cases/a.yaml:5:40: the tool's schema wants string here, this is a number: quote it");
    }

    @Test
    void a_kind_that_throws_breaks_only_its_case() {
        assertThat(SuiteFiles.in(directory)
                        .file("cases/a.yaml", CONVERSATION + "expect: {greeting: {throw: true}}\n")
                        .problems())
                .containsExactly("cases/a.yaml:5:10: 'greeting' cannot be read: dev.retrial.suite.GreetingKind threw"
                        + " java.lang.IllegalStateException");
    }
}
