package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.gate.Part;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.suite.GateSpec.Budget;
import dev.retrial.suite.GateSpec.By;
import dev.retrial.suite.GateSpec.Floor;
import dev.retrial.suite.GateSpec.Prices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteFileTest {

    @TempDir
    Path directory;

    @Test
    void an_empty_suite_file_means_the_defaults() {
        Suite suite = suite("# all as it is\n").sound();

        assertThat(suite.agent()).isNull();
        assertThat(suite.trials()).isEqualTo(Trials.ONE);
        assertThat(suite.concurrency()).isEqualTo(16);
        assertThat(suite.timeouts()).isEqualTo(new Timeouts(Duration.ofSeconds(60), Duration.ofMinutes(5)));
        assertThat(suite.outcomes()).isEqualTo(OutcomeSignals.NONE);
        assertThat(suite.cohorts().keySet()).containsExactly("default");
        assertThat(suite.tools().declared()).isFalse();
    }

    @Test
    void a_suite_file_that_is_missing_is_broken() throws Exception {
        Suite suite = new SuiteReader(new SuiteFiles.Agents()).read(directory);

        assertThat(SuiteFiles.problems(suite))
                .containsExactly(
                        "suite.yaml: this file is missing: it makes a directory a suite, and may be empty where the"
                                + " marker class names the agent");
    }

    @Test
    void the_agent_keeps_its_settings_and_line() {
        Suite suite = suite("""
                        trials: 1
                        agent:
                          type: http
                          url: ${AGENT_URL:-http://localhost:8080/chat}
                          temperature: 0.0
                          request: {message: "${message}", limit: 5, on: true}
                        """).sound();

        assertThat(suite.agent().type()).isEqualTo("http");
        assertThat(suite.agent().line()).isEqualTo(2);
        assertThat(suite.agent().settings())
                .hasToString("{\"url\":\"${AGENT_URL:-http://localhost:8080/chat}\",\"temperature\":0.0,"
                        + "\"request\":{\"message\":\"${message}\",\"limit\":5,\"on\":true}}");
    }

    @Test
    void a_variable_may_stand_for_a_number_of_the_agent() {
        Suite suite = suite("agent: {type: http, url: \"http://x\", temperature: \"${T}\"}")
                .sound();

        assertThat(suite.agent().settings().get("temperature").textValue()).isEqualTo("${T}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agent: {type: htp, url: x}|suite.yaml:1:15: unknown agent type 'htp'; known are http, recorded",
                "agent: {type: http}|suite.yaml:1:8: the key 'url' is missing",
                "agent: {type: http, uri: x, url: http}|suite.yaml:1:21: unknown key 'uri'; did you mean 'url'?",
                "agent: {type: http, url: ftp}|suite.yaml:1:26: this is no URL",
                "agent: {url: http}|suite.yaml:1:8: the key 'type' is missing",
                "agent: http|suite.yaml:1:8: expected a map for 'agent', found text",
                "agent: {type: http, url: http, temperature: warm}|suite.yaml:1:45: expected a number for 'temperature', found text",
                "agent: {type: http, url: http, request: {a: no}}|suite.yaml:1:45: YAML may read this as a truth value: quote it",
            })
    void an_agent_that_cannot_be_is_refused(String yaml, String problem) {
        assertThat(suite(yaml).problems()).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "../prompt.md, this path leaves the suite's directory: move the file into it",
        "/etc/hostname, this path leaves the suite's directory: move the file into it"
    })
    void a_path_of_the_agent_stays_within_the_suite(String path, String reason) {
        assertThat(suite("agent: {type: http, url: http, system-prompt: " + path + "}")
                        .problems())
                .containsExactly("suite.yaml:1:47: " + reason);
    }

    @Test
    void a_path_of_the_agent_may_lead_to_what_is_made_later() {
        assertThat(suite("agent: {type: http, url: http, system-prompt: made/later.md}")
                        .problems())
                .isEmpty();
    }

    @Test
    void a_link_on_a_path_of_the_agent_stays_within_the_suite(@TempDir Path elsewhere) throws Exception {
        SuiteFiles files = suite("agent: {type: http, url: http, system-prompt: prompt.md}");
        Files.createSymbolicLink(directory.resolve("prompt.md"), Files.writeString(elsewhere.resolve("x.md"), "x"));

        assertThat(files.problems())
                .containsExactly(
                        "suite.yaml:1:47: a symbolic link on this path leaves the suite's directory: move the file"
                                + " into it");
    }

    @Test
    void trials_may_be_a_number_all_of_which_must_pass() {
        assertThat(suite("trials: 3").sound().trials()).isEqualTo(new Trials(3, 3));
    }

    @Test
    void trials_may_say_how_many_must_pass() {
        assertThat(suite("trials: {attempts: 5, pass: 4}").sound().trials()).isEqualTo(new Trials(5, 4));
    }

    @Test
    void time_outs_have_units() {
        assertThat(suite("timeout: {turn: 500ms, trial: 1h}").sound().timeouts())
                .isEqualTo(new Timeouts(Duration.ofMillis(500), Duration.ofHours(1)));
    }

    @Test
    void outcomes_are_told_apart_in_the_order_of_the_file() {
        Suite suite = suite("""
                        outcomes:
                          asked: {question: true}
                          escalated: {call: handoff_to_human, payload: /summary}
                          refused: {phrases: ["can't refund", not able to]}
                        """).sound();

        assertThat(suite.outcomes().byOutcome())
                .containsExactly(
                        java.util.Map.entry(Outcome.ASKED, new OutcomeSignals.ByQuestion()),
                        java.util.Map.entry(
                                Outcome.ESCALATED, new OutcomeSignals.ByCall("handoff_to_human", "/summary")),
                        java.util.Map.entry(
                                Outcome.REFUSED, new OutcomeSignals.ByPhrases(List.of("can't refund", "not able to"))));
    }

    @Test
    void an_outcome_may_be_told_by_the_answer_itself() {
        assertThat(suite("outcomes: {escalated: {response: true}}")
                        .sound()
                        .outcomes()
                        .byOutcome())
                .containsEntry(Outcome.ESCALATED, new OutcomeSignals.ByResponse());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allways: {claims: gate}|suite.yaml:1:1: unknown key 'allways'; did you mean 'always'?",
                "always: {claims: gates}|suite.yaml:1:18: unknown value for 'claims': 'gates'; did you mean 'gate'?",
                "always: {tone: gate}|suite.yaml:1:10: unknown key 'tone'; known: claims, catalogue, leaks",
                "always: gate|suite.yaml:1:9: expected a map for 'always', found text",
                "concurrancy: 3|suite.yaml:1:1: unknown key 'concurrancy'; did you mean 'concurrency'?",
                "concurrency: 0|suite.yaml:1:14: 'concurrency' must be at least 1",
                "concurrency: many|suite.yaml:1:14: expected a whole number for 'concurrency', found text",
                "trials: 0|suite.yaml:1:9: 'trials' must be at least 1",
                "trials: {attempts: 2, pass: 3}|suite.yaml:1:9: 'pass' is 3, but there are only 2 attempts",
                "trials: {attempts: 2}|suite.yaml:1:9: the key 'pass' is missing",
                "timeout: {turn: 60}|suite.yaml:1:17: expected a duration such as 60s, 5m or 500ms for 'turn'",
                "timeout: 60s|suite.yaml:1:10: expected a map for 'timeout', found text",
                "outcomes: {answered: {question: true}}|suite.yaml:1:12: unknown key 'answered'; known: escalated, refused, asked",
                "outcomes: {asked: {question: false}}|suite.yaml:1:30: expected true for 'question', found a truth value",
                "outcomes: {asked: {question: true, call: x}}|suite.yaml:1:19: an outcome is told by one of call, response, phrases, question",
                "outcomes: {asked: {question: true, payload: /x}}|suite.yaml:1:36: 'payload' goes with 'call' only",
                "outcomes: {escalated: {call: x, payload: y}}|suite.yaml:1:42: expected a JSON Pointer such as /summary for 'payload'",
                "gate: lenient|suite.yaml:1:7: unknown value for 'gate': 'lenient'; known: strict, baseline",
                "gate: {baseline: x.json}|suite.yaml:1:7: the key 'by' is missing",
                "gate: {by: baseline, floor: []}|suite.yaml:1:22: unknown key 'floor'; did you mean 'floors'?",
                "gate: {by: baseline, baseline: ../x.json}|suite.yaml:1:32: this path leaves the suite's directory: move the file into it",
                "gate: {by: strict, complete: 0.9}|suite.yaml:1:20: 'complete' goes with 'by: baseline': a strict gate compares with nothing",
                "gate: {by: baseline, complete: 0.2}|suite.yaml:1:32: 'complete' must be at least 0.5",
                "gate: {by: baseline, slices: [{difficulty: heard}]}|suite.yaml:1:44: unknown value for 'difficulty': 'heard'; did you mean 'hard'?",
                "gate: {by: baseline, slices: [{cohort: defaut}]}|suite.yaml:1:40: the suite has no cohort 'defaut'; did you mean 'default'?",
                "gate: {by: baseline, slices: [{tag: x}, {tag: x}]}|suite.yaml:1:41: this slice is there twice",
                "gate: {by: baseline, floors: [{cohort: default}]}|suite.yaml:1:31: the key 'rate' is missing",
                "gate: {by: baseline, floors: [{rate: 1.5}]}|suite.yaml:1:38: 'rate' must be at most 1",
                "gate: {by: strict, budget: {money: 5}}|suite.yaml:1:36: 'money' needs 'prices', the price of a million tokens: {input: …, output: …}",
                "gate: {by: strict, budget: {time: 5}}|suite.yaml:1:35: expected a duration such as 60s, 5m or 500ms for 'time'",
                "gate: {by: baseline, control: {type: htp}}|suite.yaml:1:38: unknown agent type 'htp'; known are http, recorded",
                "gate: {by: baseline, control: {url: http}}|suite.yaml:1:31: the key 'type' is missing: there is no 'agent' with whose settings this could begin",
                "gate: {by: baseline, control: {type: http}}|suite.yaml:1:31: the key 'url' is missing",
                "expect: {greting: {at-most: 1}}|suite.yaml:1:10: unknown expectation 'greting'; did you mean 'greeting'?",
                "[a]|suite.yaml:1:1: this file takes a map of keys",
            })
    void a_mistake_is_located(String yaml, String problem) {
        assertThat(suite(yaml).problems()).containsExactly(problem);
    }

    @Test
    void an_outcome_cannot_be_told_by_a_tool_that_does_not_exist() {
        assertThat(suite("outcomes: {escalated: {call: hand_of}}")
                        .file("tools.yaml", "tools: {hand_off: {effect: write}}")
                        .problems())
                .containsExactly("suite.yaml:1:30: tools.yaml has no tool 'hand_of'; did you mean 'hand_off'?");
    }

    @Test
    void without_a_gate_there_is_none() {
        assertThat(suite("trials: 1").sound().gate()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"strict,STRICT", "baseline,BASELINE"})
    void a_gate_may_be_one_word(String word, By by) {
        assertThat(suite("gate: " + word).sound().gate()).isEqualTo(GateSpec.of(by));
    }

    @Test
    void a_gate_may_say_what_is_compared_and_what_it_may_cost() {
        GateSpec gate = suite("""
                        gate:
                          by: baseline
                          baseline: main/record.json
                          slices: [{difficulty: hard, cohort: default}, {tag: billing}]
                          floors: [{failure: leaked-context, rate: 0.99}, {rate: 0.8}]
                          complete: 0.95
                          budget: {tokens: 2000000, money: 4.5, prices: {input: 0.5, output: 2}, time: 20m, calls: 900}
                          control: {type: http, url: "http://main"}
                        """).sound().gate();

        assertThat(gate)
                .isEqualTo(new GateSpec(
                        By.BASELINE,
                        "main/record.json",
                        List.of(new Part("default", "hard", null, null), new Part(null, null, null, "billing")),
                        List.of(
                                new Floor(new Part(null, null, "leaked-context", null), 0.99),
                                new Floor(new Part(null, null, null, null), 0.8)),
                        0.95,
                        new Budget(2_000_000L, 4.5, new Prices(0.5, 2), Duration.ofMinutes(20), 900L),
                        gate.control()));
        assertThat(gate.control().settings().get("url").textValue()).isEqualTo("http://main");
        assertThat(gate.slices())
                .extracting(Part::name)
                .containsExactly("cohort=default difficulty=hard", "tag=billing");
        assertThat(gate.floors().get(1).part().name()).isEqualTo("all");
    }

    @Test
    void a_control_without_a_type_is_the_agent_with_other_settings() {
        GateSpec gate = suite("""
                        agent: {type: http, url: "http://ours", temperature: 0.5}
                        gate: {by: baseline, control: {url: "http://main"}}
                        """).sound().gate();

        assertThat(gate.control().type()).isEqualTo("http");
        assertThat(gate.control().settings().toString()).contains("\"url\":\"http://main\"", "\"temperature\":0.5");
    }

    @Test
    void what_holds_for_every_cell_is_bound() {
        assertThat(suite("expect: {greeting: {at-most: 1}}").sound().expect())
                .containsExactly(new ScopedCheck(new GreetingKind.AtMost(1), "greeting", Layer.SUITE, null));
    }

    @Test
    void all_mistakes_are_reported() {
        assertThat(suite("trials: 0\nconcurrency: 0\nexpect: {greeting: {at-most: x, words: [yes]}}\n")
                        .problems())
                .hasSize(4);
    }

    private SuiteFiles suite(String yaml) {
        return SuiteFiles.in(directory).file("suite.yaml", yaml);
    }
}
