package dev.retrial.check.tone;

import static dev.retrial.check.Expecting.checks;
import static dev.retrial.check.Expecting.evaluate;
import static dev.retrial.check.Expecting.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.Passed;
import dev.retrial.check.Severity;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("anywhere")
class MarkersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            condescension | 1 | Did you even read the manual?
            condescension | 1 | Let me spell it out: no.
            condescension | 0 | Did you read the guide that I sent?
            blame         | 1 | That's your own fault.
            blame         | 0 | This is not your fault at all.
            blame         | 0 | It wasn\u2019t really your fault.
            blame         | 1 | Not possible. Your fault!
            blame         | 1 | You should have read the terms.
            blame         | 0 | You should have received an e-mail by now.
            blame         | 0 | You wrote "it is your fault"; I understand.
            contempt      | 1 | That is your problem, not ours.
            contempt      | 1 | Das ist nicht unser Problem.
            contempt      | 0 | The message will go away once you log in.
            contempt      | 0 | I will deal with it today.
            contempt      | 0 | > you idiots\\nI am sorry that you feel so.
            demands       | 2 | You must reply immediately.
            demands       | 0 | Could you please reply?
            """)
    void counts(String key, int figure, String text) {
        assertThat(ToneCount.of(key).in(text.replace("\\n", "\n")).figure()).isEqualTo(figure);
    }

    @Test
    void a_failure_names_its_tier_and_shows_the_phrase() {
        assertThat(evaluate("{tone: {blame: 'none'}}", reply("Well, it is your own fault.")))
                .isEqualTo(new Failed(
                        "no phrases of blame (marker)",
                        "1 phrase of blame: \"Well, it is your own fault.\"",
                        1,
                        List.of(new Evidence(1, 12, 26)),
                        null));
        assertThat(evaluate("{tone: {blame: 'none'}}", reply("It is our fault.")))
                .isEqualTo(Passed.PLAIN);
    }

    @Test
    void demands_are_a_warning_and_the_others_fail() {
        assertThat(checks("{tone: {demands: 0, contempt: 0, blame: 0, condescension: 0, words: 9}}"))
                .extracting(check -> check.name() + " " + check.severity())
                .containsExactly(
                        "tone.demands " + Severity.ADVISORY,
                        "tone.contempt " + Severity.MAJOR,
                        "tone.blame " + Severity.MAJOR,
                        "tone.condescension " + Severity.MAJOR,
                        "tone.words " + Severity.MAJOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry for the trouble. You need to open Settings and choose Billing; let me know if that works!",
                "Unfortunately the order cannot be changed any more. Please wait until it arrives and send it back.",
                "Sure! Please make sure you are logged in, then try once more. Thank you for your patience.",
                "No problem at all. Is there anything else that I can help you with?",
                "I do understand, but there is nothing we can do about the airline's rules, I'm afraid.",
                "You should have a confirmation in your inbox; if not, check the spam folder.",
                "Please do not worry, it's nobody's fault. Let's sort this out together.",
            })
    void good_replies_have_no_marker_that_fails(String reply) {
        assertThat(List.of(ToneCount.CONDESCENSION, ToneCount.BLAME, ToneCount.CONTEMPT))
                .allSatisfy(kind -> assertThat(kind.in(reply).figure()).isZero());
    }
}
