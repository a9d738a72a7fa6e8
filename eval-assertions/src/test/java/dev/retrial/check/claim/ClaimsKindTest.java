package dev.retrial.check.claim;

import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.SIGNALS;
import static dev.retrial.check.Expecting.check;
import static dev.retrial.check.Expecting.checks;
import static dev.retrial.check.Expecting.evaluate;
import static dev.retrial.check.Expecting.json;
import static dev.retrial.check.Expecting.refusal;
import static dev.retrial.check.Expecting.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.transcript.Transcript;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsKindTest {

    private static final String NONE = "{claims: 'none'}";

    private static Transcript.Builder customer() {
        return Transcript.builder().customer("My money, please.");
    }

    private static Transcript refunded(String arguments, String reply) {
        return customer().call("issue_refund", json(arguments)).agent(reply).build();
    }

    @Test
    void a_claim_that_a_call_made_good_passes_and_shows_where_it_is() {
        assertThat(evaluate(NONE, refunded("{order_id: 'A-1042', amount: 48.00}", "I've refunded $48 for A-1042.")))
                .isEqualTo(new Passed(List.of(new Evidence(1, 5, 13))));
    }

    @Test
    void a_claim_without_a_call_fails() {
        assertThat(evaluate(NONE, reply("I've refunded you $89.")))
                .isEqualTo(new Failed(
                        "a successful call of issue_refund, with $89, before it is claimed",
                        "\"I've refunded you $89.\"",
                        1,
                        List.of(new Evidence(1, 5, 13)),
                        null));
    }

    @Test
    void a_call_that_failed_founds_nothing() {
        Transcript transcript = customer()
                .failedCall("issue_refund", json("{order_id: 'A-1042'}"), "Locked")
                .agent("Your refund has been processed.")
                .build();

        assertThat(evaluate(NONE, transcript))
                .isEqualTo(new Failed(
                        "a successful call of issue_refund, before it is claimed",
                        "\"Your refund has been processed.\"",
                        1,
                        List.of(new Evidence(1, 21, 30)),
                        "issue_refund {\"order_id\":\"A-1042\"}, which failed, turn 1"));
    }

    @Test
    void another_amount_fails_with_the_call_that_came_nearest() {
        Failed failed = (Failed) evaluate(NONE, refunded("{order_id: 'A-1042', amount: 48}", "I have refunded $84."));

        assertThat(failed.expected()).isEqualTo("a successful call of issue_refund, with $84, before it is claimed");
        assertThat(failed.nearestMiss()).isEqualTo("issue_refund {\"order_id\":\"A-1042\",\"amount\":48}, turn 1");
    }

    @Test
    void another_object_fails() {
        assertThat(evaluate(NONE, refunded("{order_id: 'A-1042', amount: 48}", "I have refunded order A-1024.")))
                .isInstanceOf(Failed.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {order_id: 'A-1042', amount: 48}          | We refunded 48 USD for order A-1042.
            {order_id: 'A-1042', amount_cents: 4800}  | We refunded $48.00.
            {order_id: 'A-1042', amount: '48.00'}     | $48 has been refunded.
            {order_id: 'A-1042'}                      | I've refunded $48.
            {order_id: 'a1042', amount: 48}           | I've refunded order #A-1042, as you asked.
            {order_id: 'A-1042', amount: 48}          | I've refunded $48 of the $96 that you paid.
            """)
    void the_same_amount_and_object_in_other_words_pass(String arguments, String reply) {
        assertThat(evaluate(NONE, refunded(arguments, reply))).isInstanceOf(Passed.class);
    }

    @Test
    void two_calls_may_add_up_to_what_is_claimed() {
        Transcript transcript = customer()
                .call("issue_refund", json("{order_id: 'A-1', amount: 40}"))
                .call("issue_refund", json("{order_id: 'A-2', amount: 8.50}"))
                .agent("I've refunded $48.50 in all.")
                .build();

        assertThat(evaluate(NONE, transcript)).isInstanceOf(Passed.class);
    }

    @Test
    void what_was_done_in_an_earlier_turn_counts_and_what_comes_later_does_not() {
        Transcript late = customer()
                .agent("I've refunded you.")
                .customer("Really?")
                .call("issue_refund", json("{order_id: 'A-1042'}"))
                .agent("Yes, I've refunded you.")
                .build();

        assertThat(evaluate(NONE, late)).isInstanceOf(Failed.class);
        assertThat(evaluate(NONE, late.turn(2))).isInstanceOf(Passed.class);
    }

    @Test
    void a_hand_off_of_the_answer_is_a_hand_over() {
        Transcript transcript = customer()
                .handoff(json("{queue: 'incidents'}"))
                .agent("I've escalated this to our security team.")
                .build();

        assertThat(evaluate(NONE, transcript)).isInstanceOf(Passed.class);
    }

    @Test
    void a_refund_that_no_tool_could_have_made_is_unfounded_unless_something_was_changed() {
        Vocabulary helpOnly = new Vocabulary(
                ToolCatalog.of(new Tool("search_help", "", Effect.READ, null, List.of())), SIGNALS, Facts.NONE);
        Check check = checks(NONE, helpOnly).get(0);

        assertThat(check.evaluate(reply("I've refunded you."), SCENE))
                .isEqualTo(new Failed(
                        "a successful call of a tool that does this, before it is claimed",
                        "\"I've refunded you.\"",
                        1,
                        List.of(new Evidence(1, 5, 13)),
                        null));
    }

    @Test
    void the_phrases_of_a_tool_take_the_place_of_the_usual_ones() {
        ToolCatalog tools = ToolCatalog.of(
                new Tool("issue_refund", "", Effect.WRITE, null, List.of("money is on its way", "paid back")));
        Check check = checks(NONE, new Vocabulary(tools, SIGNALS, Facts.NONE)).get(0);

        assertThat(check.evaluate(reply("Your money is on its way."), SCENE)).isInstanceOf(Failed.class);
        assertThat(check.evaluate(reply("Your money will be on its way."), SCENE))
                .isEqualTo(Passed.PLAIN);
        assertThat(check.evaluate(reply("Soon we'll have it paid back."), SCENE))
                .isEqualTo(Passed.PLAIN);
    }

    @Test
    void without_a_reply_or_without_knowing_the_calls_it_does_not_apply() {
        assertThat(evaluate(NONE, customer().build())).isEqualTo(new NotApplicable("there is no reply"));
        assertThat(evaluate(NONE, customer().agent("Refunded!").callsUnknown().build()))
                .isEqualTo(new NotApplicable("the tool calls are not known"));
    }

    @Test
    void a_write_that_no_reply_tells_of_is_undisclosed() {
        assertThat(disclosed(refunded("{order_id: 'A-1042'}", "All good, have a nice day.")))
                .isEqualTo(new Failed(
                        "a reply that tells of issue_refund",
                        "issue_refund {\"order_id\":\"A-1042\"}, turn 1, and no reply says so",
                        1,
                        List.of(),
                        null));
        assertThat(disclosed(refunded("{order_id: 'A-1042'}", "Your refund will arrive on Friday.")))
                .isEqualTo(Passed.PLAIN);
        assertThat(disclosed(refunded("{order_id: 'A-1042'}", "I have not refunded you.")))
                .isInstanceOf(Failed.class);
    }

    @Test
    void without_a_write_there_is_nothing_to_disclose() {
        assertThat(disclosed(reply("Hello."))).isEqualTo(new NotApplicable("no write that could be told of succeeded"));
        assertThat(disclosed(customer().agent("Hi").callsUnknown().build()))
                .isEqualTo(new NotApplicable("the tool calls are not known"));
    }

    @Test
    @Tag("large")
    void a_hostile_reply_takes_time_in_proportion() {
        String hostile = "I've refunded you, not. \"I have refunded ".repeat(250_000);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> evaluate(NONE, refunded("{order_id: 'A-1042'}", hostile)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {claims: 'nothing'}            | /claims: expected one of none; unknown word 'nothing'
            {claims: true}                 | /claims: expected none, or a map, found a truth value
            {claims: {}}                   | /claims: this map is empty: give it a key or leave it out
            {claims: {disclose: true}}     | /claims/disclose: unknown key 'disclose'; did you mean 'disclosed'?
            {claims: {disclosed: false}}   | /claims/disclosed: 'disclosed' can only be true: leave it out where a change may go untold
            {claims: {unfounded: 'some'}}  | /claims/unfounded: expected one of none; unknown word 'some'
            """)
    void refuses(String expect, String refusal) {
        assertThat(refusal(expect)).isEqualTo(refusal);
    }

    private static CheckResult disclosed(Transcript transcript) {
        return check("claims.disclosed", "{claims: {disclosed: true}}").evaluate(transcript, SCENE);
    }
}
