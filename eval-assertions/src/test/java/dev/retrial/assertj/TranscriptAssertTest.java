package dev.retrial.assertj;

import static dev.retrial.assertj.RetrialAssertions.assertThatReply;
import static dev.retrial.assertj.RetrialAssertions.call;
import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.SIGNALS;
import static dev.retrial.check.Expecting.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retrial.check.tone.ToneCount;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

class TranscriptAssertTest {

    private static final Transcript REFUNDED = Transcript.builder()
            .customer("Refund A-1042, please")
            .call("lookup_order", json("{order_id: 'A-1042'}"))
            .agent("Let me see.")
            .customer("Yes?")
            .call("issue_refund", json("{order_id: 'A-1042', amount: 89.00}"))
            .agent("No worries! It is done, Dana.")
            .build();

    static Stream<Arguments> assertions() {
        return Stream.of(
                both("reply.says", t -> t.says("it is done"), t -> t.says("30 days")),
                both("reply.says", t -> t.saysAnyOf("30 days", "no worries"), t -> t.saysAnyOf("30 days", "soon")),
                both("reply.never-says", t -> t.neverSays("30 days"), t -> t.neverSays("30 days", "no worries")),
                both("tone.required", t -> t.onTurn(2).saysInEveryReply("Dana"), t -> t.saysInEveryReply("Dana")),
                both("reply.matches", t -> t.matches("D[a-z]+a"), t -> t.matches("K[a-z]+m")),
                both("reply.never-matches", t -> t.neverMatches("K[a-z]+m"), t -> t.neverMatches("D[a-z]+a")),
                both("tools.calls", t -> t.calls("issue_refund"), t -> t.calls("add_note")),
                both(
                        "tools.calls",
                        t -> t.calls("issue_refund", "{\"amount\": 89}"),
                        t -> t.calls("issue_refund", "{\"amount\": 90}")),
                both(
                        "tools.calls",
                        t -> t.calls("issue_refund", Map.of("amount", Map.of("$range", List.of(0, 100)))),
                        t -> t.calls("issue_refund", Map.of("amount", 90))),
                both(
                        "tools.calls",
                        t -> t.calls(call("issue_refund"), call("lookup_order", json("{order_id: 'A-1042'}"))),
                        t -> t.calls(call("lookup_order"), call("lookup_order"))),
                both(
                        "tools.calls",
                        t -> t.callsInOrder(call("lookup_order"), call("issue_refund")),
                        t -> t.callsInOrder(call("issue_refund"), call("lookup_order"))),
                both(
                        "tools.calls",
                        t -> t.callsExactly(call("lookup_order"), call("issue_refund")),
                        t -> t.callsExactly(call("issue_refund"))),
                both(
                        "tools.writes",
                        t -> t.writesNothingBut(call("issue_refund", Map.of("amount", 89))),
                        t -> t.writesNothingBut(call("issue_refund", Map.of("amount", 90)))),
                both("tools.writes", t -> t.onTurn(1).writesNothing(), t -> t.writesNothing()),
                both("tools.never", t -> t.neverCalls("add_note"), t -> t.neverCalls("add_note", "issue_refund")),
                both(
                        "tools.never",
                        t -> t.neverCalls("issue_refund", Map.of("amount", 90)),
                        t -> t.neverCalls("issue_refund", Map.of("amount", 89))),
                both("tools.only", t -> t.callsOnly("lookup_order", "issue_refund"), t -> t.callsOnly("lookup_order")),
                both("tools.at-most", t -> t.callsAtMost("issue_refund", 1), t -> t.callsAtMost("issue_refund", 0)),
                both(
                        "tools.known",
                        t -> t.callsKnownTools(),
                        t -> t.in(dev.retrial.scene.Scene.at(SCENE.now())).callsKnownTools()),
                both(
                        "tone.emoji",
                        t -> t.hasNo(ToneCount.EMOJI),
                        t -> t.hasNo(ToneCount.EMOJI, ToneCount.EXCLAMATIONS)),
                both("tone.words", t -> t.hasAtMost(6, ToneCount.WORDS), t -> t.hasAtMost(5, ToneCount.WORDS)),
                both("tone.words", t -> t.hasAtLeast(3, ToneCount.WORDS), t -> t.hasAtLeast(4, ToneCount.WORDS)),
                both(
                        "outcome",
                        t -> t.hasOutcome(Outcome.ANSWERED),
                        t -> t.hasOutcome(Outcome.ESCALATED, Outcome.REFUSED)),
                both("private", t -> t.keepsPrivate("Kim", "A-1043"), t -> t.keepsPrivate("Kim", "Dana")),
                both(
                        "reply.says",
                        t -> t.meets("{\"reply\": {\"says\": [\"it is done\"]}}"),
                        t -> t.meets("{\"reply\": {\"says\": [\"30 days\"]}}")));
    }

    private static Arguments both(String name, Consumer<TranscriptAssert> holds, Consumer<TranscriptAssert> broken) {
        return Arguments.of(name, Named.of("holds", holds), Named.of("broken", broken));
    }

    @ParameterizedTest
    @MethodSource("assertions")
    void is_the_check_of_that_name(String name, Consumer<TranscriptAssert> holds, Consumer<TranscriptAssert> broken) {
        assertThatCode(() -> holds.accept(refunded())).doesNotThrowAnyException();
        if (name.equals("tools.known")) {
            assertThatThrownBy(() -> broken.accept(refunded())).hasMessageContaining("not applicable");
        } else if (name.equals("tone.emoji")) {
            assertThatThrownBy(() -> broken.accept(refunded())).hasMessageContaining("check     tone.exclamations");
        } else {
            assertThatThrownBy(() -> broken.accept(refunded()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("check     " + name + "\n");
        }
    }

    @Test
    void no_tool_may_be_called_where_that_is_said() {
        RetrialAssertions.assertThat(
                        Transcript.builder().customer("Hi").agent("Hello.").build())
                .callsNoTool();
        assertThatThrownBy(() -> refunded().callsNoTool()).hasMessageContaining("check     tools.none");
    }

    @Test
    void what_is_handed_over_is_asserted_one_by_one() {
        Transcript escalated = Transcript.builder()
                .customer("Order A-1042 is broken")
                .call("handoff_to_human", json("{queue: 'incidents', summary: 'Tried: a new token'}"))
                .agent("A colleague will call.")
                .build();
        Facts facts = new Facts(Map.of("order_id", new Facts.Fact(json("'A-1042'"), List.of())));
        TranscriptAssert handOff = RetrialAssertions.assertThat(escalated)
                .in(new Scene(SCENE.tools(), facts, SCENE.context(), SCENE.now(), SCENE.cohort()))
                .withOutcomes(SIGNALS);

        handOff.handsOverTo("billing", "incidents").handsOverCarrying("tried").handsOverSaying("new token");
        assertThatThrownBy(() -> handOff.handsOverTo("billing")).hasMessageContaining("check     handoff.queue\n");
        assertThatThrownBy(() -> handOff.handsOverCarrying("tried", "order_id"))
                .hasMessageContaining("check     handoff.carries\nexpected  the fact order_id\n");
        assertThatThrownBy(() -> handOff.handsOverSaying("SSO")).hasMessageContaining("check     handoff.says\n");
        handOff.handsOverInventingNothing();
        assertThatThrownBy(() -> RetrialAssertions.assertThat(Transcript.builder()
                                .customer("Help")
                                .call("handoff_to_human", json("{summary: 'I have refunded $500.'}"))
                                .build())
                        .in(SCENE)
                        .withOutcomes(SIGNALS)
                        .handsOverInventingNothing())
                .hasMessageContaining("check     handoff.claims\n");
        assertThatThrownBy(handOff::handsOverAskingNothingAgain).hasMessageContaining("check     handoff.asks-again\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetrialAssertions.assertThat(escalated).handsOverTo("billing"))
                .withMessageStartingWith("nothing tells what is handed over");
    }

    @Test
    void a_failure_carries_what_was_expected_and_what_was_there_for_a_diff() {
        AssertionFailedError failure = catchThrowableOfType(
                AssertionFailedError.class,
                () -> refunded().as("the refund of %s", "100 %").says("30 days"));

        assertThat(failure)
                .hasMessageStartingWith("[the refund of 100 %] 1 of 1 check failed\n\ncheck     reply.says\n");
        assertThat(failure.getExpected().getStringRepresentation()).isEqualTo("reply.says: \"30 days\"");
        assertThat(failure.getActual().getStringRepresentation()).isEqualTo("reply.says: not said");
    }

    @Test
    void what_has_nothing_to_look_at_fails() {
        assertThatThrownBy(() -> assertThatReply("Done.").neverCalls("issue_refund"))
                .hasMessageContaining("error     not applicable: the tool calls are not known");
        assertThatThrownBy(() -> refunded().onTurn(3)).hasMessage("there is no turn 3 in this transcript");
    }

    @Test
    void a_turn_narrows_until_it_is_widened() {
        refunded().onTurn(1).neverSays("done").onEveryTurn().says("done");
        assertThatThrownBy(() -> refunded().onTurn(1).says("done")).isInstanceOf(AssertionError.class);
    }

    @Test
    void what_is_private_is_masked_in_the_failures_that_follow() {
        assertThatThrownBy(() -> RetrialAssertions.assertThat(REFUNDED.turn(1))
                        .keepsPrivate("A-1042 now")
                        .satisfies(RetrialAssertionsTestChecks.FAILING))
                .hasMessageContaining("for ██████████!")
                .hasMessageNotContaining("A-1042 now");
    }

    @Test
    void a_mistake_in_the_expectation_is_no_failure_of_the_agent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refunded().calls("isue_refund"))
                .withMessage("unknown tool 'isue_refund'; did you mean 'issue_refund'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refunded().calls("issue_refund", "{\"amount\": {\"$rnge\": [0, 1]}}"))
                .withMessage("/amount/$rnge: unknown matcher '$rnge'; did you mean '$range'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refunded().meets("{\"tone\": {}}"))
                .withMessage("/tone: this map is empty: give it a key or leave it out");
        assertThatIllegalArgumentException().isThrownBy(() -> refunded().meets("{"));
        assertThatIllegalArgumentException().isThrownBy(() -> refunded().says("**"));
        assertThatIllegalArgumentException().isThrownBy(() -> refunded().matches("(a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatReply("Hi").hasOutcome(Outcome.REFUSED))
                .withMessageContaining("nothing tells 'refused'");
        assertThatIllegalArgumentException().isThrownBy(() -> refunded().neverSays());
    }

    @Test
    void soft_assertions_report_every_failure() {
        SoftTranscriptAssertions softly = new SoftTranscriptAssertions();
        softly.assertThat(REFUNDED)
                .in(SCENE)
                .says("30 days")
                .onTurn(1)
                .says("Let me see")
                .calls("issue_refund")
                .onEveryTurn()
                .calls("issue_refund");

        assertThat(softly.errorsCollected()).hasSize(2);
        assertThatThrownBy(softly::assertAll).hasMessageContaining("reply.says").hasMessageContaining("tools.calls");
    }

    private static TranscriptAssert refunded() {
        return RetrialAssertions.assertThat(REFUNDED).in(SCENE).withOutcomes(SIGNALS);
    }
}
