package dev.retrial.check.reply;

import static dev.retrial.check.Expecting.checks;
import static dev.retrial.check.Expecting.evaluate;
import static dev.retrial.check.Expecting.json;
import static dev.retrial.check.Expecting.refusal;
import static dev.retrial.check.Expecting.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.retrial.check.Check;
import dev.retrial.check.Evidence;
import dev.retrial.check.Expecting;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Facts;
import dev.retrial.transcript.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyKindTest {

    private static final Transcript SILENCE =
            Transcript.builder().customer("Hello?").build();

    private static final Transcript TWO_TURNS = Transcript.builder()
            .customer("Refund?")
            .agent("Which order?")
            .customer("A-1042")
            .agent("You have 60 days, and order A-1042 has had 70.")
            .build();

    @Test
    void each_item_is_a_check_of_its_own() {
        assertThat(
                        checks(
                                "{reply: {says: ['a', {any-of: ['b', 'c']}], never-says: ['d'], matches: ['e'], never-matches: ['f', 'g']}}"))
                .extracting(Check::name)
                .containsExactly(
                        "reply.says",
                        "reply.says",
                        "reply.never-says",
                        "reply.matches",
                        "reply.never-matches",
                        "reply.never-matches");
    }

    @Test
    void says_passes_where_some_reply_says_it_and_shows_where() {
        assertThat(evaluate("{reply: {says: ['60 days']}}", TWO_TURNS))
                .isEqualTo(new Passed(List.of(new Evidence(2, 9, 16))));
        assertThat(evaluate("{reply: {says: [{any-of: ['thirty', 'which ORDER']}]}}", TWO_TURNS))
                .isInstanceOf(Passed.class);
    }

    @Test
    void says_fails_with_what_came_nearest() {
        assertThat(evaluate("{reply: {says: ['30 days']}}", TWO_TURNS))
                .isEqualTo(new Failed("\"30 days\"", "not said", null, List.of(), "\"60 days\", turn 2"));
        assertThat(evaluate("{reply: {says: [{any-of: ['30 days', '30-day']}]}}", reply("No.")))
                .isEqualTo(new Failed("any of \"30 days\", \"30-day\"", "not said", 1, List.of(), null));
    }

    @Test
    void never_says_fails_with_the_words_around_it() {
        assertThat(evaluate("{reply: {never-says: ['60 days']}}", TWO_TURNS))
                .isEqualTo(new Failed(
                        "never \"60 days\"",
                        "\"You have 60 days, and order A-1042 has had 70.\"",
                        2,
                        List.of(new Evidence(2, 9, 16)),
                        null));
    }

    @Test
    void never_says_forbids_each_of_its_alternatives() {
        assertThat(evaluate("{reply: {never-says: [{any-of: ['90 days', '60 days']}]}}", TWO_TURNS))
                .isInstanceOf(Failed.class);
        assertThat(evaluate("{reply: {never-says: ['30 days']}}", TWO_TURNS)).isEqualTo(Passed.PLAIN);
    }

    @Test
    void matches_searches_in_every_reply() {
        assertThat(evaluate("{reply: {matches: ['A-[0-9]{4}']}}", TWO_TURNS))
                .isEqualTo(new Passed(List.of(new Evidence(2, 28, 34))));
        assertThat(evaluate("{reply: {matches: ['B-[0-9]{4}']}}", TWO_TURNS))
                .isEqualTo(new Failed("a match of B-[0-9]{4}", "no match", null, List.of(), null));
    }

    @Test
    void never_matches_fails_with_the_words_around_it() {
        assertThat(evaluate("{reply: {never-matches: ['(?i)which']}}", TWO_TURNS))
                .isEqualTo(new Failed(
                        "no match of (?i)which", "\"Which order?\"", 1, List.of(new Evidence(1, 0, 5)), null));
        assertThat(evaluate("{reply: {never-matches: ['B-']}}", TWO_TURNS)).isEqualTo(Passed.PLAIN);
    }

    @Test
    void never_affirms_fails_where_it_is_said_to_be_so() {
        assertThat(evaluate("{reply: {never-affirms: ['60 days']}}", TWO_TURNS))
                .isEqualTo(new Failed(
                        "never affirms \"60 days\"",
                        "\"You have 60 days, and order A-1042 has had 70.\"",
                        2,
                        List.of(new Evidence(2, 9, 16)),
                        null));
    }

    @Test
    void never_affirms_passes_over_a_correction_and_shows_what_it_passed_over() {
        assertThat(evaluate(
                        "{reply: {never-affirms: ['60 days']}}",
                        reply("I'm sorry, our assistant told you 60 days; that was wrong.")))
                .isEqualTo(new Passed(List.of(new Evidence(1, 34, 41))));
        assertThat(evaluate("{reply: {never-affirms: ['60 days']}}", reply("Hello.")))
                .isEqualTo(Passed.PLAIN);
    }

    @Test
    void never_affirms_finds_the_one_that_is_affirmed_among_those_that_are_not() {
        Failed failed = (Failed) evaluate(
                "{reply: {never-affirms: [{any-of: ['90 days', '60 days']}]}}",
                reply("We don't have 90 days. Did you read 60 days? You have 60 days."));

        assertThat(failed.evidence()).containsExactly(new Evidence(1, 54, 61));
    }

    @Test
    void never_asks_fails_on_a_question_and_on_a_request() {
        assertThat(evaluate("{reply: {never-asks: ['order_id']}}", TWO_TURNS))
                .isEqualTo(new Failed(
                        "never asks for order_id", "\"Which order?\"", 1, List.of(new Evidence(1, 0, 12)), null));
        assertThat(evaluate("{reply: {never-asks: ['order_id']}}", reply("Hi. Please send me the order number.")))
                .isEqualTo(new Failed(
                        "never asks for order_id",
                        "\"Hi. Please send me the order number.\"",
                        1,
                        List.of(new Evidence(1, 4, 36)),
                        null));
    }

    @Test
    void never_asks_passes_over_a_mention() {
        assertThat(evaluate("{reply: {never-asks: ['order_id']}}", reply("I have your order number already.")))
                .isEqualTo(Passed.PLAIN);
    }

    @Test
    void never_asks_knows_the_words_that_the_case_gives() {
        Facts facts = new Facts(Map.of("site", new Facts.Fact(json("'Oslo'"), List.of("location"))));
        Vocabulary vocabulary = new Vocabulary(Expecting.TOOLS, Expecting.SIGNALS, facts);

        assertThat(checks("{reply: {never-asks: ['site']}}", vocabulary)
                        .get(0)
                        .evaluate(reply("Could you tell me the location?"), Expecting.SCENE))
                .isInstanceOf(Failed.class);
        assertThat(Expecting.refusal("{reply: {never-asks: ['sites']}}", vocabulary))
                .isEqualTo("/reply/never-asks/0: the case has no fact 'sites'; did you mean 'site'?");
    }

    @Test
    void without_a_reply_nothing_is_affirmed_or_asked() {
        assertThat(evaluate("{reply: {never-affirms: ['a']}}", SILENCE))
                .isEqualTo(new NotApplicable("there is no reply"));
        assertThat(evaluate("{reply: {never-asks: ['a']}}", SILENCE)).isEqualTo(new NotApplicable("there is no reply"));
    }

    @Test
    @Tag("large")
    void a_hostile_reply_takes_time_in_proportion() {
        String hostile = "not 60 days, if \"60 days or ".repeat(350_000);

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            evaluate("{reply: {never-affirms: ['60 days']}}", reply(hostile));
            evaluate("{reply: {never-asks: ['order_id']}}", reply("order number ".repeat(700_000)));
        });
    }

    @Test
    void without_a_reply_what_must_be_said_fails_and_what_must_not_is_not_applicable() {
        assertThat(evaluate("{reply: {says: ['a']}}", SILENCE)).isEqualTo(Failed.of("\"a\"", "no reply"));
        assertThat(evaluate("{reply: {matches: ['a']}}", SILENCE)).isEqualTo(Failed.of("a match of a", "no reply"));
        assertThat(evaluate("{reply: {never-says: ['a']}}", SILENCE)).isEqualTo(new NotApplicable("there is no reply"));
        assertThat(evaluate("{reply: {never-matches: ['a']}}", SILENCE))
                .isEqualTo(new NotApplicable("there is no reply"));
    }

    @Test
    @Tag("large")
    void what_a_hostile_reply_holds_is_shown_short_and_harmless() {
        String hostile = "\u001B[2J\u202Eevil ".repeat(1_000) + "60 days" + "x".repeat(10_000_000);

        Failed failed = (Failed) evaluate("{reply: {never-matches: ['60 days']}}", reply(hostile));

        assertThat(failed.was())
                .hasSizeLessThan(300)
                .contains("\\u001b[2J\\u202eevil 60 days")
                .doesNotContain("\u001B");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {reply: {say: ['a']}}                      | /reply/say: unknown key 'say'; did you mean 'says'?
            {reply: {}}                                | /reply: this map is empty: give it a key or leave it out
            {reply: {says: []}}                        | /reply/says: this list is empty: give it an item or leave it out
            {reply: {says: 'a'}}                       | /reply/says: expected a list, found text
            {reply: {says: [30]}}                      | /reply/says/0: expected text, found a number: quote it
            {reply: {says: ['']}}                      | /reply/says/0: this text is empty
            {reply: {says: ['**']}}                    | /reply/says/0: there is nothing in this text to look for
            {reply: {says: [{any_of: ['a']}]}}         | /reply/says/0/any_of: unknown key 'any_of'; did you mean 'any-of'?
            {reply: {says: [{any-of: []}]}}            | /reply/says/0/any-of: this list is empty: give it an item or leave it out
            {reply: {matches: ['(a']}}                 | /reply/matches/0: not an RE2 pattern: missing closing )
            {reply: {matches: ['a*']}}                 | /reply/matches/0: this pattern matches nothing at all, so it is found in every reply
            {reply: 'Hello'}                           | /reply: expected a map, found text
            """)
    void refuses(String expect, String refusal) {
        assertThat(refusal(expect)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"((a{100}){100}){100}", "(x+x+)+y\\\\1"})
    void a_hostile_pattern_is_refused_when_it_is_bound(String pattern) {
        assertThat(refusal("{reply: {matches: ['" + pattern + "']}}")).startsWith("/reply/matches/0: ");
    }
}
