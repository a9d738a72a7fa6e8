package dev.retrial.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.text.Phrase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimWordsTest {

    @ParameterizedTest
    @CsvSource({
        "issue_refund, refund",
        "issueRefund, refund",
        "create_refund, refund",
        "refund, refund",
        "RefundOrder, refund",
        "handoff_to_human, escalate",
        "hand_off, escalate",
        "handOver, escalate",
        "escalate-to-human, escalate",
        "cancelSubscription, cancel",
        "add_note, note"
    })
    void a_tool_is_known_by_the_words_of_its_name(String tool, String act) {
        assertThat(ClaimWords.usualFor(tool).sharesActWith(ClaimWords.usualFor(act)))
                .isTrue();
        assertThat(ClaimWords.usualFor(tool).isLookup()).isFalse();
        assertThat(ClaimWords.usualFor(tool).isHandOver()).isEqualTo(act.equals("escalate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"get_refund_status", "lookup_order", "lookUpOrder", "look_up", "findCustomer", "search"})
    void what_begins_with_looking_only_looks(String tool) {
        assertThat(ClaimWords.usualFor(tool).isLookup()).isTrue();
        assertThat(ClaimWords.usualFor(tool).sharesActWith(ClaimWords.usualFor("refund")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"frobnicate", "hand", "look", "x", "_", "42"})
    void an_odd_name_tells_nothing_of_refunds(String tool) {
        assertThat(ClaimWords.usualFor(tool).sharesActWith(ClaimWords.usualFor("refund")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shipped             | We have shipped your box.          | true
            shipped             | Your box was shipped on Monday.    | true
            shipped             | Your box will be shipped.          | false
            shipped             | We have not shipped it.            | false
            shipped             | Once it is shipped, you hear of it. | false
            shipped             | Shall we have it shipped?          | false
            on its way to you   | Your box is on its way to you.     | true
            on its way to you   | Your box is not on its way to you. | false
            verschickt          | Wir haben das Paket verschickt.    | true
            exp\u00E9di\u00E9   | Nous avons exp\u00E9di\u00E9 le colis. | true
            """)
    void declared_phrases_claim_where_they_say_that_it_was_done(String phrase, String reply, boolean claims) {
        ClaimWords words = ClaimWords.of(List.of(Phrase.of(phrase)));

        assertThat(!words.claimsIn(Statements.of(reply)).isEmpty()).isEqualTo(claims);
    }
}
