package dev.retrial.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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
            exp\u00E9di\u00E9e  | La boite sera exp\u00E9di\u00E9e.   | false
            sent                | It will be sent.                   | false
            geschrieben         | Es wird geschrieben.               | false
            gone                | It is gone.                        | true
            gone                | It will soon be gone.              | false
            done                | It may be done.                    | false
            all is fine         | So all is fine.                    | true
            """)
    void declared_phrases_claim_where_they_say_that_it_was_done(String phrase, String reply, boolean claims) {
        ClaimWords words = ClaimWords.of(List.of(Phrase.of(phrase)));

        assertThat(!words.claimsIn(Statements.of(reply)).isEmpty()).isEqualTo(claims);
    }

    /** The words that claim, and in braces the part of the sentence that says of what. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            refund   | We have refunded it.                                 | refunded {We have refunded it.}
            refund   | We refunded it.                                      | refunded {We refunded it.}
            refund   | It has been refunded.                                | refunded {It has been refunded.}
            refund   | It got refunded.                                     | refunded {It got refunded.}
            refund   | You have refunded it.                                | -
            refund   | Your bank has refunded it.                           | -
            refund   | Our team has refunded it.                            | refunded {Our team has refunded it.}
            refund   | They've refunded it.                                 | -
            refund   | It will have been refunded.                          | -
            refund   | It may have been refunded.                           | -
            refund   | We may soon have refunded it.                        | -
            refund   | I can say I have refunded it.                        | refunded {I can say I have refunded it.}
            refund   | We want it, we have refunded it.                     | refunded {, we have refunded it.}
            refund   | To be clear we have refunded it.                     | refunded {To be clear we have refunded it.}
            refund   | It was refunded.                                     | refunded {It was refunded.}
            refund   | It should be refunded.                               | -
            refund   | It could be what was refunded.                       | -
            refund   | Having refunded it, I close the case.                | refunded {Having refunded it,}
            refund   | Your order is refunded.                              | refunded {Your order is refunded.}
            refund   | It is refunded.                                      | refunded {It is refunded.}
            refund   | An order is refunded within days.                    | -
            refund   | Orders are refunded.                                 | -
            refund   | Your orders are refunded.                            | refunded {Your orders are refunded.}
            refund   | Both are refunded.                                   | refunded {Both are refunded.}
            refund   | The refunded amount is here.                         | -
            refund   | I saw the refunded amount.                           | -
            refund   | The whole refunded amount is here.                   | -
            refund   | Refunded.                                            | Refunded {Refunded.}
            refund   | Refunded to your card.                               | Refunded {Refunded to your card.}
            refund   | Refunded $5.                                         | Refunded {Refunded $5.}
            refund   | Refunded orders stay closed.                         | -
            refund   | Done, refunded in full.                              | refunded {, refunded in full.}
            refund   | Already refunded the order.                          | refunded {Already refunded the order.}
            refund   | Already refunded orders stay closed.                 | -
            refund   | Great, and now refunded, too.                        | refunded {, and now refunded, too.}
            refund   | Customers refunded their friends.                    | -
            refund   | Our store refunded it.                               | refunded {Our store refunded it.}
            refund   | Some store refunded it.                              | -
            refund   | Who refunded it is unclear.                          | -
            refund   | We'll get it refunded.                               | -
            refund   | I'd have refunded it.                                | -
            refund   | If so, it was refunded.                              | -
            refund   | That's refunded.                                     | refunded {That's refunded.}
            refund   | You're refunded.                                     | -
            refund   | I just refunded it.                                  | refunded {I just refunded it.}
            refund   | I issued the refund.                                 | issued {I issued the refund.}
            refund   | I issued the invoice.                                | -
            refund   | I issued it, the refund.                             | -
            refund   | I issued it and refunded it.                         | refunded {I issued it and refunded it.}
            refund   | I refunded it and refunded that.                     | refunded {I refunded it and refunded}, refunded {I refunded it and refunded}
            refund   | We refunded it, order A-1, to your card, and we wrote to you. | refunded {We refunded it, order A-1, to your card, and we wrote to you.}
            refund   | We refunded $5; order A-1 is closed.                 | refunded {We refunded $5;}
            refund   | $5 were refunded, as you asked.                      | refunded {$5 were refunded,}
            refund   | So, $5 were refunded.                                | refunded {, $5 were refunded.}
            refund   | We refunded it, but order A-1 stays.                 | refunded {We refunded it,}
            refund   | Ich habe den Betrag erstattet.                       | erstattet {Ich habe den Betrag erstattet.}
            refund   | Sie haben den Betrag erstattet.                      | -
            refund   | Ihre Bank hat den Betrag erstattet.                  | -
            refund   | Habe den Betrag f\u00FCr Sie erstattet.              | erstattet {Habe den Betrag f\u00FCr Sie erstattet.}
            refund   | Haben Sie den Betrag erstattet, bitte.               | -
            refund   | Der Betrag wurde erstattet.                          | erstattet {Der Betrag wurde erstattet.}
            refund   | Der Betrag ist erstattet.                            | erstattet {Der Betrag ist erstattet.}
            refund   | Der Betrag wird erstattet.                           | -
            refund   | Wir k\u00F6nnen den Betrag erstattet sehen, und das ist gut. | -
            refund   | Bereits erstattet und das ist gut.                   | erstattet {Bereits erstattet}
            refund   | Nur erstattet und das ist nicht gut.                 | -
            refund   | Der Betrag, der erstattet war, ist da.               | -
            refund   | J'ai rembours\u00E9 votre commande.                  | rembours\u00E9 {J'ai rembours\u00E9 votre commande.}
            refund   | Nous avons rembours\u00E9 votre commande.            | rembours\u00E9 {Nous avons rembours\u00E9 votre commande.}
            refund   | Vous avez rembours\u00E9 la commande.                | -
            refund   | Votre commande a \u00E9t\u00E9 rembours\u00E9e.      | rembours\u00E9e {Votre commande a \u00E9t\u00E9 rembours\u00E9e.}
            refund   | Notre \u00E9quipe a rembours\u00E9 votre commande.   | rembours\u00E9 {Notre \u00E9quipe a rembours\u00E9 votre commande.}
            refund   | Votre banque a rembours\u00E9 la commande.           | -
            refund   | Votre commande est rembours\u00E9e.                  | rembours\u00E9e {Votre commande est rembours\u00E9e.}
            refund   | Une commande est rembours\u00E9e en cinq jours.      | -
            refund   | Votre commande sera rembours\u00E9e.                 | -
            refund   | Rembours\u00E9, et votre commande est close.         | Rembours\u00E9 {Rembours\u00E9,}
            refund   | Voil\u00E0 rembours\u00E9, votre commande est close. | rembours\u00E9 {Voil\u00E0 rembours\u00E9,}
            refund   | La commande rembours\u00E9e est ici.                 | -
            look_up  | I looked at your order.                              | looked at {I looked at your order.}
            look_up  | I looked at your message.                            | -
            look_up  | I checked the order and your message.                | checked {I checked the order and your message.}
            look_up  | I checked with the team.                             | -
            look_up  | I checked in on it with our team.                    | checked {I checked in on it with our team.}
            escalate | I raised it with our team.                           | raised {I raised it with our team.}
            escalate | I raised it.                                         | -
            escalate | I have raised this: our team knows.                  | -
            replace  | I sent it.                                           | -
            replace  | I sent a replacement.                                | sent {I sent a replacement.}
            note     | I added a note.                                      | added {I added a note.}
            note     | I noted that.                                        | noted that {I noted that.}
            update   | Nous avons mis \u00E0 jour la commande.              | mis \u00E0 jour {Nous avons mis \u00E0 jour la commande.}
            refund   | Your order got refunded.                             | refunded {Your order got refunded.}
            refund   | It may have got refunded.                            | -
            note     | Ich habe eine Notiz hinzugef\u00FCgt.                | hinzugef\u00FCgt {Ich habe eine Notiz hinzugef\u00FCgt.}
            cancel   | Your plan has been cancelled; the order has not.     | cancelled {Your plan has been cancelled;}
            escalate | Your case was handed over, as you asked, to our team. | handed over {Your case was handed over,}
            escalate | I handed the whole case over to the team.            | -
            """)
    void what_was_done_is_claimed_and_what_will_or_may_be_is_not(String tool, String reply, String claims) {
        List<String> found = new ArrayList<>();
        for (ClaimWords.Claim claim : ClaimWords.usualFor(tool).claimsIn(Statements.of(reply))) {
            found.add(claim.span().in(reply) + " {" + claim.clause().in(reply).strip() + "}");
        }

        assertThat(found.isEmpty() ? "-" : String.join(", ", found)).isEqualTo(claims);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            refund | The refund is on its way.         | true
            refund | You will be refunded tomorrow.    | true
            refund | There is no refund.               | false
            refund | Do you want a refund?             | false
            refund | All is well.                      | false
            note   | I made a note.                    | true
            cancel | Your subscription stays.          | true
            update | It is updated.                    | true
            """)
    void what_is_on_its_way_is_told_though_not_claimed(String tool, String reply, boolean told) {
        assertThat(ClaimWords.usualFor(tool).isToldIn(reply)).isEqualTo(told);
    }

    @Test
    void a_name_that_tells_nothing_has_no_words() {
        assertThat(ClaimWords.usualFor("frobnicate").isEmpty()).isTrue();
        assertThat(ClaimWords.usualFor("refund").isEmpty()).isFalse();
        assertThat(ClaimWords.of(List.of(Phrase.of("done"))).isEmpty()).isFalse();
    }
}
