package dev.retrial.check.handoff;

import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.SIGNALS;
import static dev.retrial.check.Expecting.TOOLS;
import static dev.retrial.check.Expecting.checks;
import static dev.retrial.check.Expecting.json;
import static dev.retrial.check.Expecting.refusal;
import static dev.retrial.check.Expecting.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.Scene;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.transcript.Transcript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandoffKindTest {

    private static final Vocabulary BY_ANSWER = new Vocabulary(
            TOOLS, new OutcomeSignals(Map.of(Outcome.ESCALATED, new OutcomeSignals.ByResponse())), Facts.NONE);

    @Test
    void each_demand_is_a_check_of_its_own() {
        assertThat(checks(
                                "{handoff: {queue: 'billing', carries: ['customer', 'tried'], says: ['SSO'], 'asks-again': 'none'}}")
                        .stream()
                        .map(Check::name))
                .containsExactly(
                        "handoff.queue", "handoff.carries", "handoff.carries", "handoff.says", "handoff.asks-again");
    }

    @Test
    void the_queue_stands_beside_the_payload() {
        Transcript handedOver = byTool("{queue: 'incidents', summary: 'Down since nine.'}");

        assertThat(evaluate("{handoff: {queue: 'incidents'}}", handedOver)).isEqualTo(Passed.PLAIN);
        assertThat(evaluate("{handoff: {queue: ['billing', 'incidents']}}", handedOver))
                .isEqualTo(Passed.PLAIN);
        assertThat(evaluate("{handoff: {queue: ['billing', 'sales']}}", handedOver))
                .isEqualTo(new Failed("billing or sales", "\"incidents\"", 1, List.of(), null));
        assertThat(evaluate("{handoff: {queue: 'billing'}}", byTool("{summary: 'Down.'}")))
                .isEqualTo(new Failed("billing", "no queue, in \"Down.\"", 1, List.of(), null));
    }

    @Test
    void the_queue_stands_in_the_payload_where_that_is_the_answer_s() {
        Transcript handedOver = byAnswer("{queue: 'incidents', customer: 'Dana'}");

        assertThat(evaluate("{handoff: {queue: 'incidents'}}", handedOver, BY_ANSWER, SCENE))
                .isEqualTo(Passed.PLAIN);
        assertThat(evaluate("{handoff: {queue: 'billing'}}", handedOver, BY_ANSWER, SCENE))
                .isEqualTo(new Failed("billing", "\"incidents\"", 1, List.of(), null));
    }

    @Test
    void a_field_must_be_filled() {
        Transcript handedOver = byAnswer("{customer: 'Dana', tried: [], order: {id: 7}, note: ' ', at: null, zero: 0}");

        for (String filled : List.of("customer", "order", "zero")) {
            assertThat(evaluate("{handoff: {carries: ['" + filled + "']}}", handedOver, BY_ANSWER, SCENE))
                    .isEqualTo(Passed.PLAIN);
        }
        for (String empty : List.of("tried", "note", "at", "missing")) {
            assertThat(evaluate("{handoff: {carries: ['" + empty + "']}}", handedOver, BY_ANSWER, SCENE))
                    .isEqualTo(new Failed(
                            empty,
                            "not in {\"customer\":\"Dana\",\"tried\":[],\"order\":{\"id\":7},\"note\":\" \",\"at\":null,\"zero\":0}",
                            1,
                            List.of(),
                            null));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Customer: Dana. Tried: a new token.   | true
            tried: a new token                    | true
            What was Tried : a new token          | false
            Untried: everything                   | false
            Tried:                                | false
            Tried a new token.                    | false
            """)
    void a_label_in_plain_text_is_a_field(String summary, boolean carries) {
        assertThat(evaluate("{handoff: {carries: ['tried']}}", byTool("{summary: '" + summary + "'}")))
                .isInstanceOf(carries ? Passed.class : Failed.class);
    }

    @Test
    void a_fact_of_the_case_is_carried_by_its_value() {
        Scene scene = knowing("order_id", "'A-1042'");
        String expect = "{handoff: {carries: ['order_id']}}";

        assertThat(evaluate(expect, byTool("{summary: 'Refund of order a1042 asked for'}"), scene))
                .isEqualTo(Passed.PLAIN);
        assertThat(evaluate(expect, byTool("{summary: 'Refund asked for', order_id: 'A-1042'}"), scene))
                .isEqualTo(Passed.PLAIN);
        assertThat(evaluate(expect, byTool("{summary: 'order_id: A-1024'}"), scene))
                .isEqualTo(new Failed("the fact order_id", "not in \"order_id: A-1024\"", 1, List.of(), null));
    }

    @Test
    void what_it_says_is_compared_as_in_replies() {
        Transcript handedOver = byTool("{summary: 'SSO loops since 2 March 2026'}");

        assertThat(evaluate("{handoff: {says: ['sso']}}", handedOver)).isEqualTo(Passed.PLAIN);
        assertThat(evaluate("{handoff: {says: [{'any-of': ['SAML', '2026-03-02']}]}}", handedOver))
                .isEqualTo(Passed.PLAIN);
        assertThat(evaluate("{handoff: {says: ['outage']}}", handedOver))
                .isEqualTo(new Failed("\"outage\"", "not in \"SSO loops since 2 March 2026\"", 1, List.of(), null));
        assertThat(evaluate("{handoff: {says: ['SSO loops again']}}", handedOver))
                .isEqualTo(new Failed(
                        "\"SSO loops again\"",
                        "not in \"SSO loops since 2 March 2026\"",
                        1,
                        List.of(),
                        "\"SSO loops since\""));
    }

    @Test
    void what_the_customer_has_given_goes_along() {
        Facts facts =
                facts("order_id", "'A-1042'", "email", "'dana@example.com'", "phone", "'555 0100'", "sign", "'?'");
        Scene scene = new Scene(TOOLS, facts, json("{}"), SCENE.now(), SCENE.cohort());
        String expect = "{handoff: {'asks-again': 'none'}}";

        assertThat(evaluate(expect, given("A-1042 of dana@example.com is broken"), scene))
                .isEqualTo(Passed.PLAIN);
        assertThat(evaluate(expect, given("Order A-1042 is broken"), scene))
                .isEqualTo(new Failed(
                        "what the customer has given: order_id, email",
                        "without email, in \"Order A-1042 is broken\"",
                        2,
                        List.of(),
                        null));
    }

    @Test
    void where_the_customer_gave_nothing_there_is_nothing_to_ask_again() {
        assertThat(evaluate(
                        "{handoff: {'asks-again': 'none'}}",
                        byTool("{summary: 'Help'}"),
                        knowing("order_id", "'A-1042'")))
                .isEqualTo(new NotApplicable("the customer has given no fact of the case"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Refunded $89 for A-1042. Customer still upset.      | true
            I have issued a refund of $89 for order A-1042.     | true
            Customer wants a refund of $89 for A-1042.          | true
            No refund has been issued.                          | true
            Customer asks to be refunded $500.                  | true
            Customer restarted the gateway and checked the log. | true
            Escalated to billing.                               | true
            I have refunded $500 for order A-1042.              | false
            We've cancelled the subscription already.           | false
            """)
    void a_hand_off_invents_no_action(String summary, boolean holds) {
        Transcript handedOver = Transcript.builder()
                .customer("I want $89 back for A-1042")
                .call("issue_refund", json("{order_id: 'A-1042', amount: 89.00}"))
                .call("handoff_to_human", json("{queue: 'billing', summary: \"" + summary + "\"}"))
                .agent("A colleague will call.")
                .build();

        assertThat(evaluate("{handoff: {claims: 'none'}}", handedOver))
                .isInstanceOf(holds ? Passed.class : Failed.class);
    }

    @Test
    void an_invented_action_is_told_with_what_came_nearest() {
        Transcript handedOver = Transcript.builder()
                .customer("I want my money back for A-1042")
                .failedCall("issue_refund", json("{order_id: 'A-1042'}"), "locked")
                .call("handoff_to_human", json("{summary: 'I have refunded order A-1042.'}"))
                .build();

        assertThat(evaluate("{handoff: {claims: 'none'}}", handedOver))
                .isEqualTo(new Failed(
                        "a successful call of issue_refund, for A-1042, before it is claimed",
                        "\"I have refunded order A-1042.\"",
                        1,
                        List.of(),
                        "issue_refund {\"order_id\":\"A-1042\"}, which failed, turn 1"));
        assertThat(evaluate("{handoff: {claims: 'none'}}", byTool("{queue: 'incidents'}")))
                .isEqualTo(new NotApplicable("nothing was said to the colleague"));
    }

    @Test
    void the_last_hand_off_counts_and_a_failed_one_is_none() {
        Transcript twice = Transcript.builder()
                .customer("Help")
                .call("handoff_to_human", json("{queue: 'billing', summary: 'Help'}"))
                .customer("Not billing!")
                .call("handoff_to_human", json("{queue: 'incidents', summary: 'Help'}"))
                .failedCall("handoff_to_human", json("{queue: 'sales', summary: 'Help'}"), "nobody there")
                .agent("Done.")
                .build();

        assertThat(evaluate("{handoff: {queue: 'incidents'}}", twice)).isEqualTo(Passed.PLAIN);
        assertThat(evaluate("{handoff: {queue: 'sales'}}", twice))
                .isEqualTo(new Failed("sales", "\"incidents\"", 2, List.of(), null));
    }

    @Test
    void without_a_hand_off_what_it_must_hold_has_failed() {
        assertThat(evaluate("{handoff: {queue: 'incidents'}}", reply("Never mind.")))
                .isEqualTo(Failed.of("incidents", "no hand-off"));
        assertThat(evaluate("{handoff: {carries: ['tried']}}", reply("Never mind.")))
                .isEqualTo(Failed.of("tried", "no hand-off"));
        assertThat(evaluate("{handoff: {says: ['SSO']}}", reply("Never mind.")))
                .isEqualTo(Failed.of("\"SSO\"", "no hand-off"));
        assertThat(evaluate("{handoff: {'asks-again': 'none'}}", reply("Never mind.")))
                .isEqualTo(new NotApplicable("nothing was handed over"));
    }

    @Test
    void where_the_calls_are_not_known_nothing_applies() {
        Transcript unknown = Transcript.builder()
                .customer("Help")
                .agent("A colleague will call.")
                .callsUnknown()
                .build();

        assertThat(evaluate("{handoff: {queue: 'incidents'}}", unknown))
                .isEqualTo(new NotApplicable("it is not known what was handed over"));
    }

    @Test
    void a_payload_that_is_not_where_the_suite_says_holds_nothing() {
        assertThat(evaluate("{handoff: {says: ['SSO']}}", byTool("{queue: 'incidents'}")))
                .isEqualTo(new Failed("\"SSO\"", "not in an empty hand-off", 1, List.of(), null));
    }

    @Test
    void a_fact_that_cannot_be_looked_for_is_an_error() {
        assertThat(evaluate("{handoff: {carries: ['sign']}}", byTool("{summary: 'Help'}"), knowing("sign", "'?'")))
                .isEqualTo(new Errored("the fact sign holds nothing that could be looked for"));
    }

    @Test
    void mistakes_are_found_when_it_is_read() {
        assertThat(refusal("{handoff: {queue: 'billing'}}", Vocabulary.EMPTY))
                .isEqualTo("/handoff: nothing tells what is handed over: declare"
                        + " 'escalated: {call: …}' or 'escalated: {response: true}' under 'outcomes' of the suite");
        assertThat(refusal("{handoff: {queues: 'billing'}}"))
                .isEqualTo("/handoff/queues: unknown key 'queues'; did you mean 'queue'?");
        assertThat(refusal("{handoff: {carries: []}}"))
                .isEqualTo("/handoff/carries: this list is empty: give it an item or leave it out");
        assertThat(refusal("{handoff: {'asks-again': 'never'}}"))
                .startsWith("/handoff/asks-again: expected one of none; unknown word 'never'");
        assertThat(refusal("{handoff: {says: [{anyof: ['x']}]}}"))
                .isEqualTo("/handoff/says/0/anyof: unknown key 'anyof'; did you mean 'any-of'?");
    }

    @Test
    void a_queue_that_the_tool_does_not_have_is_a_mistake() {
        Tool tool = new Tool(
                "handoff_to_human",
                "",
                Effect.WRITE,
                json("{type: 'object', properties: {queue: {type: 'string', enum: ['billing', 'incidents']}}}"),
                List.of());
        Vocabulary vocabulary = new Vocabulary(ToolCatalog.of(tool), SIGNALS, Facts.NONE);

        assertThat(refusal("{handoff: {queue: 'incident'}}", vocabulary))
                .isEqualTo("/handoff/queue: the hand-off tool has no queue 'incident'; did you mean 'incidents'?");
        assertThat(refusal("{handoff: {queue: 'incidents'}}", vocabulary)).isEqualTo("none");
    }

    private static Transcript byTool(String arguments) {
        return Transcript.builder()
                .customer("Help")
                .call("handoff_to_human", json(arguments))
                .agent("A colleague will call.")
                .build();
    }

    private static Transcript byAnswer(String payload) {
        return Transcript.builder()
                .customer("Help")
                .handoff(json(payload))
                .agent("A colleague will call.")
                .build();
    }

    private static Transcript given(String summary) {
        return Transcript.builder()
                .customer("My order A1042 is broken")
                .agent("What is your address?")
                .customer("Dana@Example.com")
                .call("handoff_to_human", json("{summary: '" + summary + "'}"))
                .agent("A colleague will call.")
                .customer("On 555 0100")
                .build();
    }

    private static Scene knowing(String name, String value) {
        return new Scene(TOOLS, facts(name, value), json("{}"), SCENE.now(), SCENE.cohort());
    }

    private static Facts facts(String... namesAndValues) {
        Map<String, Facts.Fact> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], new Facts.Fact(json(namesAndValues[i + 1]), List.of()));
        }
        return new Facts(facts);
    }

    private static CheckResult evaluate(String expect, Transcript transcript) {
        return evaluate(expect, transcript, SCENE);
    }

    private static CheckResult evaluate(String expect, Transcript transcript, Scene scene) {
        return evaluate(expect, transcript, new Vocabulary(TOOLS, SIGNALS, scene.facts()), scene);
    }

    private static CheckResult evaluate(String expect, Transcript transcript, Vocabulary vocabulary, Scene scene) {
        return checks(expect, vocabulary).get(0).evaluate(transcript, scene);
    }
}
