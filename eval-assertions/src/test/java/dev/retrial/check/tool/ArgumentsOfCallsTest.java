package dev.retrial.check.tool;

import static dev.retrial.assertj.RetrialAssertions.assertThat;
import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.TOOLS;
import static dev.retrial.check.Expecting.check;
import static dev.retrial.check.Expecting.failing;
import static dev.retrial.check.Expecting.json;
import static dev.retrial.check.Expecting.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Scene;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.transcript.Transcript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is checked of the arguments of calls beyond what an item of {@code calls} says. */
class ArgumentsOfCallsTest {

    private static Transcript cancelling(String arguments) {
        return Transcript.builder()
                .customer("Hi")
                .call("cancel_order", json(arguments))
                .build();
    }

    private static CheckResult evaluate(String name, String expect, Transcript transcript) {
        return check(name, expect).evaluate(transcript, SCENE);
    }

    /** {@code tools.arguments}. */
    @Nested
    class AcceptedBySchema {

        private static final String ANY = "{tools: {never: ['handoff_to_human']}}";

        private CheckResult evaluate(Transcript transcript) {
            return ArgumentsOfCallsTest.evaluate("tools.arguments", ANY, transcript);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{order_id: 'A-1'}",
                    "{order_id: 'A-1042', copies: 2, fee: 0.5, currency: 'USD', trace_id: 'x'}",
                    "{order_id: 'A-1', copies: 2.0}"
                })
        void what_the_schema_accepts_passes(String arguments) {
            assertThat(evaluate(cancelling(arguments))).isEqualTo(Passed.PLAIN);
        }

        @Test
        void each_place_that_it_refuses_is_named_with_the_reason() {
            assertThat(evaluate(cancelling("{order_id: '1042', copies: 0, colour: 'red'}")))
                    .isEqualTo(new Failed("arguments that the tool's schema accepts", """
                            cancel_order {"order_id":"1042","copies":0,"colour":"red"}, turn 1
                              /order_id: does not match the regex pattern ^A-[0-9]+$, was "1042"
                              /copies: must have a minimum value of 1, was 0
                              arguments: property 'colour' is not defined in the schema and the schema does not allow additional properties""", 1, List.of(), null));
        }

        @Test
        void a_required_argument_is_missed() {
            assertThat(((Failed) evaluate(cancelling("{copies: 1}"))).was())
                    .isEqualTo(
                            "cancel_order {\"copies\":1}, turn 1\n  arguments: required property 'order_id' not found");
        }

        @Test
        void what_is_no_object_is_refused_and_so_is_an_attempt() {
            Transcript garbled = Transcript.builder()
                    .failedCall("lookup_order", json("'{\"order_id\"'"), "bad")
                    .build();

            assertThat(((Failed) evaluate(garbled)).was())
                    .isEqualTo(
                            "lookup_order \"{\\\"order_id\\\"\" (failed), turn 1\n  arguments: no JSON object, was \"{\\\"order_id\\\"\"");
        }

        @Test
        void a_locale_makes_no_difference() {
            java.util.Locale before = java.util.Locale.getDefault();
            try {
                java.util.Locale.setDefault(java.util.Locale.GERMANY);
                assertThat(((Failed) evaluate(cancelling("{copies: 1}"))).was()).contains("required property");
            } finally {
                java.util.Locale.setDefault(before);
            }
        }

        @Test
        void without_a_call_of_a_tool_that_declares_its_parameters_it_is_not_applicable() {
            assertThat(evaluate(Transcript.builder().customer("Hi").agent("Hi").build()))
                    .isEqualTo(new NotApplicable("there is no call of a tool that declares its parameters"));
            assertThat(evaluate(Transcript.builder().callsUnknown().agent("Hi").build()))
                    .isEqualTo(CallLists.UNKNOWN);
        }

        @Test
        void a_schema_that_cannot_be_used_is_an_error() {
            ToolCatalog tools = ToolCatalog.of(new Tool(
                    "find", "", Effect.READ, json("{properties: {q: {type: 'string', pattern: '(?=a)'}}}"), List.of()));
            Scene scene = new Scene(tools, Facts.NONE, json("{}"), SCENE.now(), "default");
            Transcript found =
                    Transcript.builder().call("find", json("{q: 'x'}")).build();

            assertThat(new AcceptedArguments().evaluate(found, scene))
                    .isEqualTo(
                            new Errored(
                                    "the parameters of find: this JSON Schema cannot be used: not an RE2 pattern: invalid or unsupported Perl syntax"));
        }

        @Test
        void a_schema_elsewhere_is_not_fetched() {
            ToolCatalog tools = ToolCatalog.of(
                    new Tool("find", "", Effect.READ, json("{'$ref': 'http://localhost:9/schema.json'}"), List.of()));
            Scene scene = new Scene(tools, Facts.NONE, json("{}"), SCENE.now(), "default");
            Transcript found =
                    Transcript.builder().call("find", json("{q: 'x'}")).build();

            assertThat(new AcceptedArguments().evaluate(found, scene)).isInstanceOf(Errored.class);
        }
    }

    /** {@code defaults} and {@code ignore} of {@code tools.yaml}. */
    @Nested
    class AsTheToolUnderstandsThem {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {order_id: 'A-1', currency: 'EUR'}                 | {order_id: 'A-1'}
                {order_id: 'A-1', currency: 'EUR', copies: 1}      | {order_id: 'A-1', currency: 'EUR'}
                {$exact: {order_id: 'A-1'}}                        | {order_id: 'A-1', currency: 'EUR', copies: 1.0, trace_id: 'x'}
                {$exact: {order_id: 'A-1', currency: 'EUR'}}       | {order_id: 'A-1'}
                {$exact: {order_id: 'A-1', copies: 2}}             | {order_id: 'A-1', copies: 2}
                """)
        void a_default_is_as_good_as_left_out_and_what_is_ignored_is_not_seen(String expected, String actual) {
            assertThat(failing("{tools: {calls: [{cancel_order: " + expected + "}]}}", cancelling(actual)))
                    .isEmpty();
        }

        @Test
        void another_value_than_the_default_is_left_over() {
            CheckResult result = ArgumentsOfCallsTest.evaluate(
                    "tools.calls",
                    "{tools: {calls: [{cancel_order: {$exact: {order_id: 'A-1'}}}]}}",
                    cancelling("{order_id: 'A-1', currency: 'USD'}"));

            assertThat(((Failed) result).nearestMiss())
                    .isEqualTo("cancel_order, turn 1\n  /currency: expected absent, was \"USD\"");
        }

        @Test
        void what_is_forbidden_is_understood_likewise() {
            assertThat(failing(
                            "{tools: {never: [{cancel_order: {currency: 'EUR'}}]}}", cancelling("{order_id: 'A-1'}")))
                    .containsExactly("tools.never");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {trace_id: 'x'}                | /tools/calls/0/cancel_order/trace_id: 'cancel_order' ignores 'trace_id', so nothing can be expected of it
                {$exact: {trace_id: 'x'}}      | /tools/calls/0/cancel_order/$exact/trace_id: 'cancel_order' ignores 'trace_id', so nothing can be expected of it
                {currency: {$absent: true}}    | /tools/calls/0/cancel_order/currency: 'currency' has a default, so to leave it out is to send "EUR": expect that
                """)
        void what_could_never_be_seen_cannot_be_expected(String arguments, String refusal) {
            assertThat(refusal("{tools: {calls: [{cancel_order: " + arguments + "}]}}"))
                    .isEqualTo(refusal);
        }
    }

    /** {@code $same-as}. */
    @Nested
    class TheSameAs {

        private final Scene scene = scene(Map.of("order_id", "'A-1042'", "seats", "'12'"), "{plan: {name: 'pro'}}");
        private final Transcript refunded = Transcript.builder()
                .customer("Hi")
                .call("lookup_order", json("{order_id: 'A-1'}"), json("{amount: 12}"))
                .call("lookup_order", json("{order_id: 'A-1042'}"), json("{amount: 89.00, items: [1]}"))
                .failedCall("lookup_order", json("{order_id: 'A-3'}"), "no")
                .customer("Refund it")
                .call("issue_refund", json("{order_id: 'A-1042', amount: 89, reason: 'pro', items: [1], seats: 12}"))
                .build();

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{order_id: {$same-as: 'facts.order_id'}}",
                    "{order_id: {$same-as: '$fact.order_id'}}",
                    "{amount: {$same-as: 'result.lookup_order.amount'}}",
                    "{items: {$same-as: 'result.lookup_order.items'}}",
                    "{seats: {$same-as: 'facts.seats'}}",
                    "{reason: {$one-of: ['x', {$same-as: 'context.plan.name'}]}}",
                    "{amount: {$not: {$same-as: 'facts.order_id'}}}"
                })
        void facts_context_and_the_last_successful_result_are_known(String arguments) {
            assertThat(refunded).in(scene).calls("issue_refund", strict(arguments));
            assertThat(refunded).in(scene).onTurn(2).calls("issue_refund", strict(arguments));
        }

        @Test
        void what_is_meant_is_shown() {
            assertThatThrownBy(() -> assertThat(refunded)
                            .in(scene)
                            .calls("lookup_order", strict("{order_id: {$same-as: 'context.plan.name'}}")))
                    .hasMessageContaining(
                            "/order_id: expected {\"$same-as\":\"context.plan.name\"}, which is \"pro\", was \"A-1\"");
        }

        @Test
        void nothing_is_the_same_as_what_is_not_there() {
            assertThatThrownBy(() -> assertThat(refunded)
                            .in(scene)
                            .calls("issue_refund", strict("{order_id: {$same-as: 'facts.order'}}")))
                    .hasMessageContaining("/order_id: expected {\"$same-as\":\"facts.order\"}, was \"A-1042\"");
        }

        private String strict(String json) {
            return json(json).toString();
        }
    }

    /** {@code tools.grounded}. */
    @Nested
    class Grounded {

        private final Scene scene = scene(Map.of("email", "'dana@example.com'"), "{seats: 2000}");

        private CheckResult evaluate(String expect, Transcript transcript) {
            return check("tools.grounded", expect).evaluate(transcript, scene);
        }

        private Transcript refund(String arguments) {
            return Transcript.builder()
                    .customer("Order A-1042 of 2 March 2026, please.")
                    .call(
                            "lookup_order",
                            json("{order_id: 'A-1042'}"),
                            json("{amount: 89.00, owner: {name: 'Dana Ito'}}"))
                    .agent("I see order B-77 too.")
                    .call("issue_refund", json(arguments), json("{refund_id: 'R-5'}"))
                    .build();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{order_id: 'A-1042'}",
                    "{order_id: 'a-1042'}",
                    "{amount: 89}",
                    "{amount: '89'}",
                    "{on: '2026-03-02'}",
                    "{seats: 2000}",
                    "{who: {names: ['Dana Ito', 'dana@example.com']}}",
                    "{name: 'Dana'}",
                    "{express: true, note: null, tag: ''}",
                    "{reason: 'damaged'}",
                    "{note: 'Customer wants 89 back for order A-1042'}",
                    "{today: '2026-03-02'}"
                })
        void what_comes_from_somewhere_passes(String arguments) {
            assertThat(evaluate("{tools: {grounded: true}}", refund(arguments))).isEqualTo(Passed.PLAIN);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{order_id: 'A-104'}",
                    "{order_id: 'B-77'}",
                    "{refund: 'R-5'}",
                    "{amount: 8}",
                    "{amount: 890}",
                    "{on: '2026-03-03'}",
                    "{who: {names: ['Dana Ito', 'dan@example.com']}}",
                    "{reason: 'lost'}",
                    "{note: 'Customer wants 89 back for order A-1043'}"
                })
        void what_the_agent_made_up_or_learnt_too_late_fails(String arguments) {
            assertThat(evaluate("{tools: {grounded: ['issue_refund']}}", refund(arguments)))
                    .isInstanceOf(Failed.class);
        }

        @Test
        void each_invented_value_is_named_with_the_nearest_known_one() {
            assertThat(evaluate(
                            "{tools: {grounded: true}}", refund("{order_id: 'A-1O42', amount: 90, owner: 'Dana Ite'}")))
                    .isEqualTo(new Failed(
                            "arguments that come from the customer, an earlier result, the context or the facts",
                            """
                            issue_refund {"order_id":"A-1O42","amount":90,"owner":"Dana Ite"}, turn 1
                              /order_id: "A-1O42" comes from nowhere
                              /amount: 90 comes from nowhere
                              /owner: "Dana Ite" comes from nowhere""",
                            1,
                            List.of(),
                            "/owner: dana ito"));
        }

        @Test
        void an_item_of_calls_demands_it_of_its_own_calls_only() {
            String expect =
                    "{tools: {calls: [{call: 'issue_refund', args: {amount: {$range: [100, null]}}, grounded: true}]}}";

            assertThat(evaluate(expect, refund("{amount: 90}"))).isEqualTo(new NotApplicable("there is no such call"));
            assertThat(evaluate(expect, refund("{amount: 190}"))).isInstanceOf(Failed.class);
        }

        @Test
        void what_was_said_before_the_turn_in_question_counts() {
            Transcript later = Transcript.builder()
                    .customer("Order A-1042")
                    .agent("What of it?")
                    .customer("Money back")
                    .call("issue_refund", json("{order_id: 'A-1042'}"))
                    .build();

            assertThat(evaluate("{tools: {grounded: true}}", later.turn(2))).isEqualTo(Passed.PLAIN);
        }

        @Test
        void without_known_calls_it_is_not_applicable() {
            assertThat(evaluate(
                            "{tools: {grounded: true}}",
                            Transcript.builder().callsUnknown().agent("Hi").build()))
                    .isEqualTo(CallLists.UNKNOWN);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {tools: {grounded: false}}             | /tools/grounded: write 'grounded: true', or leave it out
                {tools: {grounded: []}}                | /tools/grounded: this list is empty: give it an item or leave it out
                {tools: {grounded: ['isue_refund']}}   | /tools/grounded/0: unknown tool 'isue_refund'; did you mean 'issue_refund'?
                {tools: {calls: [{call: 'add_note', grounded: false}]}} | /tools/calls/0/grounded: write 'grounded: true', or leave it out
                """)
        void refuses(String expect, String refusal) {
            assertThat(refusal(expect)).isEqualTo(refusal);
        }

        @Test
        void in_Java_it_is_the_same_check() {
            assertThatThrownBy(
                            () -> assertThat(refund("{amount: 90}")).in(scene).groundsCalls())
                    .hasMessageContaining("check     tools.grounded")
                    .hasMessageContaining("/amount: 90 comes from nowhere");
        }
    }

    private static Scene scene(Map<String, String> facts, String context) {
        Map<String, Facts.Fact> byName = new LinkedHashMap<>();
        facts.forEach((name, value) -> byName.put(name, new Facts.Fact(json(value), List.of())));
        JsonNode attributes = json(context);
        return new Scene(TOOLS, new Facts(byName), attributes, SCENE.now(), "default");
    }
}
