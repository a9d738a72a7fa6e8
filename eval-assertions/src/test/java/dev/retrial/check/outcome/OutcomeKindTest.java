package dev.retrial.check.outcome;

import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.TOOLS;
import static dev.retrial.check.Expecting.checks;
import static dev.retrial.check.Expecting.evaluate;
import static dev.retrial.check.Expecting.json;
import static dev.retrial.check.Expecting.refusal;
import static dev.retrial.check.Expecting.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.CheckResult;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.Passed;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.transcript.Transcript;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeKindTest {

    private static final Transcript ESCALATED = Transcript.builder()
            .customer("It is down!")
            .call("handoff_to_human", json("{}"))
            .agent("I can't refund that, but somebody will call you.")
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            refused  | I'm not able to do that.
            refused  | We can\u2019t refund it. Which order is it?
            asked    | Which order is it?
            asked    | Which order is it\uFF1F
            answered | Done.
            answered | Done. Is there anything else I can do for you?
            answered | Done. Does that help?
            answered | See https://a.example/?q=1 for more.
            answered | Run `what?` now.
            asked    | Done. Is there anything else? And which order was it?
            """)
    void is_told_by_the_first_signal_that_holds(String outcome, String reply) {
        assertThat(evaluate("{outcome: '" + outcome + "'}", reply(reply))).isInstanceOf(Passed.class);
        assertThat(evaluate("{outcome: 'escalated'}", reply(reply))).isInstanceOf(Failed.class);
    }

    @Test
    void a_successful_call_tells_before_what_is_said() {
        assertThat(evaluate("{outcome: 'escalated'}", ESCALATED)).isEqualTo(Passed.PLAIN);
        assertThat(evaluate("{outcome: 'refused'}", ESCALATED))
                .isEqualTo(new Failed("refused", "escalated, by a call of handoff_to_human", 1, List.of(), null));
    }

    @Test
    void a_failed_call_tells_nothing() {
        Transcript failed = Transcript.builder()
                .customer("Help")
                .failedCall("handoff_to_human", json("{}"), "nobody there")
                .agent("Somebody will call you.")
                .build();

        assertThat(evaluate("{outcome: 'escalated'}", failed))
                .isEqualTo(new Failed("escalated", "answered", 1, List.of(), null));
    }

    @Test
    void the_last_turn_in_scope_counts() {
        Transcript turns = Transcript.builder()
                .customer("Help")
                .call("handoff_to_human", json("{}"))
                .agent("Somebody will call you.")
                .customer("When?")
                .agent("Which number may they call?")
                .build();

        assertThat(evaluate("{outcome: ['escalated', 'refused']}", turns))
                .isEqualTo(new Failed(
                        "escalated or refused",
                        "asked, by \"Which number may they call?\"",
                        2,
                        List.of(new Evidence(2, 0, 27)),
                        null));
        assertThat(evaluate("{outcome: 'escalated'}", turns.turn(1))).isEqualTo(Passed.PLAIN);
    }

    @Test
    void any_of_a_list_will_do() {
        assertThat(evaluate("{outcome: ['refused', 'asked']}", reply("Which order?")))
                .isEqualTo(new Passed(List.of(new Evidence(1, 0, 12))));
    }

    @Test
    void the_answer_s_own_hand_off_tells_where_that_is_declared() {
        Vocabulary byResponse = new Vocabulary(
                TOOLS, new OutcomeSignals(Map.of(Outcome.ESCALATED, new OutcomeSignals.ByResponse())), Facts.NONE);
        Transcript handedOver = Transcript.builder()
                .customer("Help")
                .agent("One moment.")
                .handoff(json("{queue: 'x'}"))
                .build();

        assertThat(checks("{outcome: 'escalated'}", byResponse).get(0).evaluate(handedOver, SCENE))
                .isEqualTo(Passed.PLAIN);
        assertThat(checks("{outcome: 'answered'}", byResponse).get(0).evaluate(handedOver, SCENE))
                .isEqualTo(new Failed("answered", "escalated, by the answer's hand-off", 1, List.of(), null));
    }

    @Test
    void silence_is_no_outcome_but_a_hand_off_without_words_is() {
        assertThat(evaluate(
                        "{outcome: 'answered'}",
                        Transcript.builder().customer("Hello?").build()))
                .isEqualTo(Failed.of("answered", "no reply"));
        assertThat(evaluate(
                        "{outcome: 'answered'}",
                        Transcript.builder()
                                .customer("?")
                                .call("lookup_order", json("{}"))
                                .build()))
                .isEqualTo(new Failed("answered", "no reply", 1, List.of(), null));
        assertThat(evaluate(
                        "{outcome: 'escalated'}",
                        Transcript.builder()
                                .customer("?")
                                .call("handoff_to_human", json("{}"))
                                .build()))
                .isEqualTo(Passed.PLAIN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'escalated'              | Somebody will call. | NotApplicable
            'answered'               | Somebody will call. | NotApplicable
            ['escalated','answered'] | Somebody will call. | Passed
            'refused'                | Somebody will call. | Failed
            'refused'                | I'm not able to.    | NotApplicable
            ['escalated','refused']  | I'm not able to.    | Passed
            'answered'               | I'm not able to.    | Failed
            """)
    void where_calls_are_not_known_it_is_applicable_only_if_they_could_not_change_the_verdict(
            String wanted, String reply, String verdict) {
        Transcript unknown = Transcript.builder()
                .customer("Help")
                .agent(reply)
                .callsUnknown()
                .build();

        CheckResult result = evaluate("{outcome: " + wanted + "}", unknown);

        assertThat(result.getClass().getSimpleName()).isEqualTo(verdict);
    }

    @Test
    void where_calls_are_not_known_an_earlier_signal_by_words_still_decides() {
        Map<Outcome, OutcomeSignals.Signal> refusedFirst = new java.util.LinkedHashMap<>();
        refusedFirst.put(Outcome.REFUSED, new OutcomeSignals.ByPhrases(List.of("not able to")));
        refusedFirst.put(Outcome.ESCALATED, new OutcomeSignals.ByCall("handoff_to_human", null));
        Transcript unknown = Transcript.builder()
                .customer("Help")
                .agent("I'm not able to.")
                .callsUnknown()
                .build();

        assertThat(checks("{outcome: 'refused'}", new Vocabulary(TOOLS, new OutcomeSignals(refusedFirst), Facts.NONE))
                        .get(0)
                        .evaluate(unknown, SCENE))
                .isInstanceOf(Passed.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'refuse'        | /outcome: expected one of escalated, refused, asked, answered; unknown word 'refuse'; did you mean 'refused'?
            []              | /outcome: this list is empty: give it an item or leave it out
            ['asked', 'no'] | /outcome/1: expected one of escalated, refused, asked, answered; unknown word 'no'
            {asked: true}   | /outcome: expected text, found a map
            """)
    void refuses(String outcome, String refusal) {
        assertThat(refusal("{outcome: " + outcome + "}")).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "-", textBlock = """
            'escalated'             | true  | RIGHT
            ['escalated','refused'] | true  | RIGHT
            'refused'               | true  | PREMATURE
            'escalated'             | false | MISSED
            ['escalated','refused'] | false | -
            'refused'               | false | -
            """)
    void a_premature_escalation_is_told_from_a_missed_one(String wanted, boolean escalates, Escalation escalation) {
        OutcomeIs check = (OutcomeIs) checks("{outcome: " + wanted + "}").get(0);

        assertThat(check.escalation(escalates ? ESCALATED : reply("Done."))).isEqualTo(escalation);
    }

    @Test
    void where_calls_are_not_known_nobody_knows_whether_it_escalated() {
        OutcomeIs check = (OutcomeIs) checks("{outcome: 'escalated'}").get(0);

        assertThat(check.escalation(Transcript.builder()
                        .customer("Help")
                        .agent("Somebody will call.")
                        .callsUnknown()
                        .build()))
                .isNull();
    }

    @Test
    void demanding_what_nothing_tells_is_refused_but_for_answered() {
        assertThat(refusal("{outcome: 'refused'}", Vocabulary.EMPTY))
                .isEqualTo("/outcome: nothing tells 'refused' from the other outcomes: declare its signal under"
                        + " 'outcomes' of the suite");
        assertThat(refusal("{outcome: 'answered'}", Vocabulary.EMPTY)).isEqualTo("none");
    }
}
