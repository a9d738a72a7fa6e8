package dev.retrial.check.claim;

import static dev.retrial.check.Expecting.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.text.Span;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimedThingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            refunded order A-1042          | A-1042
            refunded #1042                 | 1042
            refunded #1042-7               | 1042-7
            refunded INV20260117           | INV20260117
            refunded acct_3310             | acct_3310
            refunded A-1 at once           | A-1
            #123 is refunded               | 123
            """)
    void an_identifier_is_what_it_is_about(String text, String object) {
        assertThat(in(text, "refunded").objects()).containsExactly(object);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refunded on 2026-03-02",
                "refunded within a 30-day window",
                "refunded 24-hour",
                "refunded 1042",
                "refunded #12",
                "refunded SOC2",
                "refunded well-known",
                "refunded"
            })
    void a_measure_or_a_word_is_none(String text) {
        assertThat(in(text, "refunded").objects()).isEmpty();
    }

    @Test
    void each_of_several_is_named() {
        assertThat(in("refunded A-1042, A-1043 and #77123", "refunded").objects())
                .containsExactly("A-1042", "A-1043", "77123");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I have refunded $48 of $89             | 48
            Of the $89 I have refunded $48         | 48
            Of the $89, $48 have been refunded     | 48
            I have refunded 3 items                |
            I have refunded 20%                    |
            I have refunded 48 EUR                 | 48
            """)
    void the_amount_is_the_one_beside_the_claim(String text, BigDecimal amount) {
        assertThat(in(text, "refunded").amount()).isEqualTo(amount);
    }

    @Test
    void only_the_clause_is_looked_at() {
        String reply = "For $89 and A-1. I have refunded $48 for A-1042";
        int clause = reply.indexOf("I have");
        int claim = reply.indexOf("refunded");

        ClaimedThing thing =
                ClaimedThing.in(reply, new Span(clause, reply.length()), new Span(claim, claim + "refunded".length()));

        assertThat(thing.amountText()).isEqualTo("$48");
        assertThat(thing.objects()).containsExactly("A-1042");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            {id: 'A-1042'}                 | true
            {id: 'a1042'}                  | true
            {id: 'A-1043'}                 | false
            {note: 'about A-1042, please'} | true
            {a: {b: ['x', 'A-1042']}}      | true
            {}                             | false
            """)
    void a_call_is_about_what_its_arguments_name(String arguments, boolean named) {
        assertThat(ClaimedThing.names(call(arguments, null), "A-1042")).isEqualTo(named);
        assertThat(ClaimedThing.names(call("{}", arguments), "A-1042")).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            {amount: 48}                            | 48
            {amount: '$48.00'}                      | 48.00
            {amount_cents: 4800}                    | 4800,48
            {items: [{price: 12}, {price: 36}]}     | 12,36
            {order_id: 1042, id: 7, orderId: 9, x-id: 3} |
            {order_id: '1042'}                      |
            {note: 'no money'}                      |
            """)
    void the_amounts_of_a_call_are_its_numbers_but_for_identifiers(String arguments, String amounts) {
        assertThat(ClaimedThing.amountsOf(call(arguments, null)))
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString)
                .containsExactlyInAnyOrder(
                        amounts == null
                                ? new String[0]
                                : Arrays.stream(amounts.split(","))
                                        .map(a -> new BigDecimal(a)
                                                .stripTrailingZeros()
                                                .toPlainString())
                                        .toArray(String[]::new));
        assertThat(ClaimedThing.amountsOf(call("{}", arguments)))
                .isEqualTo(ClaimedThing.amountsOf(call(arguments, null)));
    }

    private static ClaimedThing in(String text, String claim) {
        int start = text.indexOf(claim);
        return ClaimedThing.in(text, new Span(0, text.length()), new Span(start, start + claim.length()));
    }

    private static ToolCall call(String arguments, @Nullable String result) {
        Transcript.Builder builder = Transcript.builder().customer("Hi");
        return (result == null
                        ? builder.call("issue_refund", json(arguments.replace("x-id", "'x-id'")))
                        : builder.call("issue_refund", json(arguments), json(result.replace("x-id", "'x-id'"))))
                .build()
                .calls()
                .get(0);
    }
}
