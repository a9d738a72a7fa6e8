package dev.retrial.check.tone;

import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.checks;
import static dev.retrial.check.Expecting.evaluate;
import static dev.retrial.check.Expecting.refusal;
import static dev.retrial.check.Expecting.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.scene.Background;
import dev.retrial.transcript.Transcript;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoresTest {

    private static final String STIFF = "We regret to inform you that a refund is not possible at this time.";
    private static final String CHUMMY = "Hey buddy, no worries, we'll sort it out asap!";

    @Test
    void a_register_fails_where_the_reply_is_clearly_in_another() {
        assertThat(evaluate("{tone: {register: 'formal'}}", reply(STIFF))).isEqualTo(Passed.PLAIN);
        assertThat(evaluate("{tone: {register: 'casual'}}", reply(CHUMMY))).isEqualTo(Passed.PLAIN);
        assertThat(evaluate("{tone: {register: 'casual'}}", reply(STIFF))).isInstanceOf(Failed.class);
        assertThat(evaluate("{tone: {register: 'neutral'}}", reply(CHUMMY))).isInstanceOf(Failed.class);
    }

    @Test
    void the_first_turn_that_breaks_the_register_is_named_with_what_breaks_it() {
        Transcript transcript = Transcript.builder()
                .customer("1")
                .agent(STIFF)
                .customer("2")
                .agent("Nope!")
                .customer("3")
                .agent(CHUMMY)
                .build();

        assertThat(evaluate("{tone: {register: 'formal'}}", transcript))
                .isEqualTo(new Failed(
                        "a formal register (score)",
                        "casual, -0.93 of -1 to 1: \"Nope\", \"!\"",
                        2,
                        List.of(new Evidence(2, 0, 4), new Evidence(2, 4, 5)),
                        null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I'm sorry, our assistant told you 60 days. That was wrong; the window is 30 days.
            Ihre Bestellung wurde gestern versandt, und Sie erhalten bald eine Nachricht.
            """)
    void what_is_near_a_border_or_not_English_is_undecided(String text) {
        assertThat(evaluate("{tone: {register: 'formal'}}", reply(text)))
                .isEqualTo(new NotApplicable("undecided: no reply is clearly formal or clearly not, in English"));
    }

    @Test
    void politeness_is_held_against_the_accepted_replies() {
        Background accepted = new Background() {
            @Override
            public List<String> accepted() {
                return List.of(
                        "I'm sorry, but unfortunately we can't refund this order. Please let me know if I can help.");
            }
        };

        assertThat(politeness("Unfortunately I can't refund it, I'm sorry. Could you please try the shop?", accepted))
                .isEqualTo(Passed.PLAIN);
        assertThat(politeness("No. You missed the deadline.", accepted))
                .isInstanceOfSatisfying(Failed.class, failed -> {
                    assertThat(failed.expected())
                            .isEqualTo("politeness of 1.08 or more, as in accepted replies (score)");
                    assertThat(failed.was()).isEqualTo("politeness of -0.9");
                    assertThat(failed.turn()).isEqualTo(1);
                    assertThat(failed.evidence()).containsExactly(new Evidence(1, 0, 28));
                });
    }

    @Test
    void without_an_accepted_reply_politeness_is_undecided() {
        assertThat(politeness("No.", Background.NONE))
                .isEqualTo(new NotApplicable("undecided: there is no accepted reply in English to compare with"));
    }

    @Test
    void a_calibration_gives_the_bar_for_every_reply() {
        List<String> polite = Collections.nCopies(30, "Thank you for your patience, Dana.");
        Check calibrated = transcript -> PolitenessFloor.calibratedBy(polite).evaluate(transcript, SCENE);

        assertThat(calibrated.evaluate(reply("Read the manual. You are wrong.")))
                .isInstanceOf(Failed.class);
        assertThat(calibrated.evaluate(reply("Thank you so much, I'm happy to help you, Dana.")))
                .isEqualTo(Passed.PLAIN);
        assertThat(PolitenessFloor.calibratedBy(polite.subList(0, 29)).evaluate(reply("Hi"), SCENE))
                .isEqualTo(new Errored("a calibration needs at least 30 replies in English; there are 29"));
    }

    @Test
    void a_calibration_file_that_cannot_be_read_is_an_error() {
        assertThat(evaluate("{tone: {politeness: {calibration: 'x.json'}}}", reply("Hello, Dana.")))
                .isEqualTo(new Errored("there is no suite to find the calibration file in"));
    }

    @Test
    void empathy_is_seen_or_undecided_and_never_failed() {
        assertThat(evaluate("{tone: {empathy: 'acknowledged'}}", reply("I can imagine that this is annoying.")))
                .isEqualTo(new Passed(List.of(new Evidence(1, 0, 13))));
        assertThat(evaluate("{tone: {empathy: 'acknowledged'}}", reply("Your refund is on its way.")))
                .isEqualTo(new NotApplicable("undecided: no phrase that is known to acknowledge a feeling"));
    }

    @Test
    void a_language_is_told_from_others() {
        String german = "Ihre Erstattung ist seit gestern unterwegs.";

        assertThat(evaluate("{tone: {language: 'de'}}", reply(german))).isEqualTo(Passed.PLAIN);
        assertThat(evaluate("{tone: {language: 'en'}}", reply(german)))
                .isEqualTo(new Failed("language en (score)", "de", 1, List.of(new Evidence(1, 0, 43)), null));
        assertThat(evaluate("{tone: {language: 'en'}}", reply("Vielen Dank!")))
                .isEqualTo(new NotApplicable("undecided: too little text to tell its language"));
    }

    @Test
    void the_language_may_be_the_customers() {
        Transcript transcript = Transcript.builder()
                .customer("Wo bleibt eigentlich meine Bestellung? Ich warte seit Wochen.")
                .agent("Your order has been sent to you yesterday.")
                .build();

        assertThat(evaluate("{tone: {language: 'customer'}}", transcript))
                .isEqualTo(new Failed(
                        "the customer's language, de (score)", "en", 1, List.of(new Evidence(1, 0, 42)), null));
    }

    @Test
    void parts_can_be_left_out_and_evidence_stays_where_it_was() {
        Transcript quoting = reply("\"Wow!\" `a!`\nNo worries! Fine");

        assertThat(evaluate("{tone: {leave-out: ['quotations', 'code'], exclamations: 0}}", quoting))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.evidence()).containsExactly(new Evidence(1, 22, 23)));
        assertThat(evaluate("{tone: {leave-out: ['quotations'], forbidden: ['wow']}}", quoting))
                .isEqualTo(Passed.PLAIN);
        assertThat(evaluate("{tone: {leave-out: ['code'], code-blocks: 0}}", reply("```\nx\n```")))
                .isInstanceOf(Failed.class);
    }

    @Test
    void without_a_reply_no_score_is_applicable() {
        Transcript silence = Transcript.builder().customer("Hello?").build();

        assertThat(
                        checks(
                                "{tone: {register: 'formal', politeness: 'accepted', empathy: 'acknowledged', language: 'en'}}"))
                .hasSize(4)
                .allSatisfy(check ->
                        assertThat(check.evaluate(silence, SCENE)).isEqualTo(new NotApplicable("there is no reply")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {register: 'posh'}             | /tone/register: expected one of formal, neutral, casual; unknown word 'posh'
            {politeness: 0.5}              | /tone/politeness: a figure of politeness means nothing by itself: give 'accepted', to compare with the case's accepted replies, or {calibration: file}
            {politeness: {}}               | /tone/politeness: give one of 'calibration' and 'margin'
            {politeness: {margin: 5}}      | /tone/politeness: expected a margin from 0 to 4
            {empathy: 'none'}              | /tone/empathy: expected one of acknowledged; unknown word 'none'
            {language: 'german'}           | /tone/language: expected 'customer' or the two letters of a language (ISO 639-1), such as en or de
            {leave-out: ['code']}          | /tone: 'leave-out' alone expects nothing
            """)
    void refuses(String tone, String refusal) {
        assertThat(refusal("{tone: " + tone + "}")).isEqualTo(refusal);
    }

    @Test
    @Tag("large")
    void megabytes_of_anything_take_a_moment() {
        for (String piece : List.of("a. ", "\"a ", "> x\n", "you must ", "i'm ", "?? ", "\n", ":) ", "\u201Ca ")) {
            Transcript long10 = reply(piece.repeat(5_000_000 / piece.length()));
            assertThat(evaluate("{tone: {register: 'neutral'}}", long10)).isNotNull();
            assertThat(evaluate("{tone: {contempt: 'none'}}", long10)).isNotNull();
            assertThat(evaluate("{tone: {leave-out: ['quotations', 'code'], words: 9}}", long10))
                    .isNotNull();
        }
    }

    private static CheckResult politeness(String text, Background background) {
        return checks("{tone: {politeness: 'accepted'}}").get(0).evaluate(reply(text), SCENE.with(background));
    }

    private interface Check {
        CheckResult evaluate(Transcript transcript);
    }
}
