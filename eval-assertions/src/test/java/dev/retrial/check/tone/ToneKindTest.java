package dev.retrial.check.tone;

import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.checks;
import static dev.retrial.check.Expecting.evaluate;
import static dev.retrial.check.Expecting.refusal;
import static dev.retrial.check.Expecting.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.BoundedCheck;
import dev.retrial.check.Check;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ToneKindTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            exclamations  | 3 | No worries!!! I've refunded you.
            exclamations  | 1 | Done\uFF01
            exclamations  | 2 | Wow\u203C
            exclamations  | 0 | ![image](x) where `a!` and a != b
            exclamations  | 1 | ```\\nrun!\\n```\\nDone!
            emoji         | 2 | Sure \uD83D\uDE0A \uD83D\uDC4D\uD83C\uDFFD
            emoji         | 0 | \u00A9 2026 Acme\u2122, \u2713 done
            words         | 6 | You have 30 days \u2013 well-known rule.
            words         | 0 | \u2013 ... !
            words         | 2 | Run `rm -rf .` now
            words         | 4 | \u4E0D\u80FD\u9000\u6B3E
            sentences     | 2 | You have 30 days. Is that fine?
            sentences     | 1 | It costs $1.50, e.g. for Dr. Lee, No. 5 and so on...
            sentences     | 3 | Do this:\\n\\n1. Open it\\n2. Close it
            sentences     | 2 | # Refunds\\nNot possible
            sentences     | 2 | One (really!). "Two."
            sentences     | 0 | \u2014
            sentences     | 2 | No. We cannot.
            sentences     | 1 | One line\\nand the next of it.
            all-caps      | 2 | You MUST NOT do that
            all-caps      | 0 | SOC 2, SSO and SAML over HTTPS with GDPR, I say
            all-caps      | 0 | Set MAX_RETRIES or ERR-TIMEOUT
            all-caps      | 1 | URGENT: read this
            contractions  | 4 | I\u2019m sorry, we can't; it's late and they'll know
            contractions  | 0 | The customer's order and the customers' orders, o'clock
            contractions  | 2 | Let's see, you'd like it
            code-blocks   | 2 | ```java\\nx\\n```\\ntext\\n~~~\\ny\\n~~~
            code-blocks   | 1 | ```\\nnever closed
            code-blocks   | 0 | `x` and ```y``` in a line
            links         | 3 | See https://a.example/x, [here](/help) and www.example.com.
            links         | 1 | [https://a.example](https://a.example)
            links         | 1 | [docs](https://a.example/b?c=d)
            links         | 0 | [a] (b) and whttp
            hedges        | 3 | Perhaps it is sort of late, I think.
            hedges        | 0 | It is late.
            apologies     | 2 | Sorry about that. We apologize!
            apologies     | 1 | I apologise.
            reading-grade | 0 | We can do it.
            reading-grade | 0 | \u2014
            """)
    void counts(String key, int figure, String text) {
        assertThat(ToneCount.of(key).in(text.replace("\\n", "\n")).figure()).isEqualTo(figure);
    }

    @Test
    void long_words_and_sentences_need_more_schooling() {
        double hard = ToneCount.READING_GRADE
                .in("Reimbursement eligibility is determined in accordance with the contractual obligations"
                        + " enumerated in the applicable subscription agreement.")
                .figure();
        double easy = ToneCount.READING_GRADE
                .in("You can get your money back. It takes five days.")
                .figure();

        assertThat(hard).isGreaterThan(18);
        assertThat(easy).isLessThan(3);
    }

    @Test
    void each_key_and_each_phrase_is_a_check_of_its_own() {
        assertThat(checks("{tone: {exclamations: 0, words: {max: 5}, required: ['a', 'b'], forbidden: ['c']}}"))
                .extracting(Check::name)
                .containsExactly("tone.exclamations", "tone.words", "tone.required", "tone.required", "tone.forbidden");
    }

    @Test
    void the_first_reply_that_breaks_the_bound_is_named() {
        Transcript transcript = Transcript.builder()
                .customer("1")
                .agent("Fine.")
                .customer("2")
                .agent("No worries!!!")
                .customer("3")
                .agent("Bye!")
                .build();

        assertThat(evaluate("{tone: {exclamations: 0}}", transcript))
                .isEqualTo(new Failed(
                        "no exclamations",
                        "3 exclamations: \"No worries!!!\"",
                        2,
                        List.of(new Evidence(2, 10, 11), new Evidence(2, 11, 12), new Evidence(2, 12, 13)),
                        null));
        assertThat(evaluate("{tone: {exclamations: 3}}", transcript)).isEqualTo(Passed.PLAIN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {words: 2}                    | at most 2 words            | 3 words
            {words: {max: 2}}             | at most 2 words            | 3 words
            {words: {min: 5}}             | at least 5 words           | 3 words
            {words: {min: 5, max: 9}}     | from 5 to 9 words          | 3 words
            {words: {min: 1, max: 1}}     | 1 word                     | 3 words
            {words: 'none'}               | no words                   | 3 words
            {emoji: {min: 1}}             | at least 1 emoji           | no emoji
            {sentences: {min: 2}}         | at least 2 sentences       | 1 sentence
            {reading-grade: {min: 12.5}}  | at least reading grade 12.5 | reading grade 0
            {required: ['Dana']}          | \\"Dana\\" in every reply  | not said
            {forbidden: ['we do']}        | never \\"we do\\"          | \\"So we do.\\"
            """)
    void fails(String tone, String expected, String was) {
        Failed failed = (Failed) evaluate("{tone: " + tone + "}", reply("So we do."));

        assertThat(failed.expected()).isEqualTo(expected.replace("\\", ""));
        assertThat(failed.was()).isEqualTo(was.replace("\\", ""));
        assertThat(failed.turn()).isEqualTo(1);
    }

    @Test
    void required_phrases_are_in_every_reply_and_forbidden_ones_in_none() {
        Transcript transcript = Transcript.builder()
                .customer("1")
                .agent("Hello, Dana.")
                .customer("2")
                .agent("Bye.")
                .build();

        assertThat(((Failed) evaluate("{tone: {required: ['Dana']}}", transcript)).turn())
                .isEqualTo(2);
        assertThat(evaluate("{tone: {forbidden: ['buddy']}}", transcript)).isEqualTo(Passed.PLAIN);
    }

    @Test
    void without_a_reply_tone_is_not_applicable() {
        Transcript silence = Transcript.builder().customer("Hello?").build();

        assertThat(checks("{tone: {exclamations: 0, required: ['a'], forbidden: ['b']}}"))
                .allSatisfy(check ->
                        assertThat(check.evaluate(silence, SCENE)).isEqualTo(new NotApplicable("there is no reply")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {words: 200}               | {words: 100}               | true
            {words: 100}               | {words: 200}               | false
            {words: 100}               | {words: 100}               | false
            {words: {min: 10}}         | {words: {min: 20}}         | true
            {words: {min: 10}}         | {words: 100}               | false
            {words: {min: 5, max: 50}} | {words: {min: 5, max: 40}} | true
            {emoji: 5}                 | {words: 1}                 | false
            """)
    void a_bound_that_an_outer_one_implies_does_nothing(String inner, String outer, boolean looser) {
        BoundedCheck bound = (BoundedCheck) checks("{tone: " + inner + "}").get(0);

        assertThat(bound.looserThan(checks("{tone: " + outer + "}").get(0))).isEqualTo(looser);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {exclamtions: 0}          | /tone/exclamtions: unknown key 'exclamtions'; did you mean 'exclamations'?
            {words: -1}               | /tone/words: expected a whole number from 0
            {words: 1.5}              | /tone/words: expected a whole number
            {words: 'few'}            | /tone/words: expected one of none; unknown word 'few'
            {words: [1]}              | /tone/words: expected a number, 'none' or {min, max}, found a list
            {words: {}}               | /tone/words: give 'min', 'max' or both
            {words: {min: 5, max: 4}} | /tone/words: 'min' is above 'max'
            {words: {min: 0}}         | /tone/words: at least 0 is any number
            {words: {mx: 5}}          | /tone/words/mx: unknown key 'mx'; did you mean 'max'?
            {reading-grade: 101}      | /tone/reading-grade: expected a grade from 0 to 100
            {required: []}            | /tone/required: this list is empty: give it an item or leave it out
            {forbidden: ['**']}       | /tone/forbidden/0: there is nothing in this text to look for
            {}                        | /tone: this map is empty: give it a key or leave it out
            """)
    void refuses(String tone, String refusal) {
        assertThat(refusal("{tone: " + tone + "}")).isEqualTo(refusal);
    }

    @ParameterizedTest
    @EnumSource(ToneCount.class)
    @Tag("large")
    void megabytes_of_anything_take_a_moment(ToneCount count) {
        for (String piece :
                List.of("a. ", "`a", "``` ", "\n- ", "it's ", "I think ", "](", "WWW.", "\n", "Z\u0301", "e.g. ")) {
            assertThat(count.in(piece.repeat(2_000_000 / piece.length())).figure())
                    .isGreaterThanOrEqualTo(0);
        }
    }
}
