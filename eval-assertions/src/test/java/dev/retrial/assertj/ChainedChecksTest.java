package dev.retrial.assertj;

import static dev.retrial.assertj.RetrialAssertions.assertThat;
import static dev.retrial.assertj.RetrialAssertions.call;
import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.json;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.check.Expecting;
import dev.retrial.scene.Outcome;
import dev.retrial.transcript.Transcript;
import org.junit.jupiter.api.Test;

/** A check that holds is followed by the next one, whichever it is. */
class ChainedChecksTest {

    private final Transcript refunded = Transcript.builder()
            .customer("Order A-1042 came broken; I'd like $89 back.")
            .call("lookup_order", json("{order_id: 'A-1042'}"), json("{amount: 89}"))
            .call("issue_refund", json("{order_id: 'A-1042', amount: 89}"))
            .agent(
                    "I've issued a refund of $89 for order A-1042. The SOC 2 report has the rest; our billing team reads it.")
            .build();
    private final Transcript greeted =
            Transcript.builder().customer("Hi").agent("Hello, Dana.").build();

    @Test
    void every_check_on_what_was_said_and_done_can_be_followed_by_another() {
        assertThat(refunded)
                .in(SCENE)
                .withOutcomes(Expecting.SIGNALS)
                .neverAsks("order_id")
                .disclosesEveryWrite()
                .claimsNothingUnfounded()
                .namesOnlyWhatExists()
                .cites("SOC 2 report")
                .namesTeam()
                .neverMatches("[0-9]{9}")
                .calls("lookup_order")
                .callsExactly(call("lookup_order"), call("issue_refund"))
                .neverCalls("cancel_order")
                .callsOnly("lookup_order", "issue_refund")
                .callsAtMost("issue_refund", 1)
                .callsKnownTools()
                .callsWithAcceptedArguments()
                .groundsCalls("issue_refund")
                .groundsCalls()
                .hasOutcome(Outcome.ANSWERED)
                .keepsPrivate("4111 1111 1111 1111")
                .leaksNoCanaries("HERON-7Q4", "OWL-3")
                .meets("{\"tools\": {\"calls\": [{\"issue_refund\": {}}]}}")
                .says("$89");
        assertThat(greeted).in(SCENE).writesNothing().callsNoTool().says("Dana");
    }

    @Test
    void which_of_several_texts_came_out_is_told_by_its_number() {
        Transcript told = Transcript.builder()
                .customer("Hi")
                .agent("It is OWL-3 and dana@example.com.")
                .build();

        assertThatThrownBy(() -> assertThat(told).in(SCENE).leaksNoCanaries("HERON-7Q4", "OWL-3"))
                .hasMessageContaining("2");
        assertThatThrownBy(() -> assertThat(told).in(SCENE).keepsPrivate("4111 1111", "dana@example.com"))
                .hasMessageContaining("2");
    }
}
