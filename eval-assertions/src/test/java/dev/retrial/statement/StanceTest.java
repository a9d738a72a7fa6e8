package dev.retrial.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.text.Phrase;
import dev.retrial.text.Span;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class StanceTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/corpora/stances.tsv", delimiter = '\t', quoteCharacter = '\u0001')
    void a_mention_is_meant_as_its_sentence_says(String stance, String phrase, String text) {
        assertThat(stance(phrase, text.replace("\\n", "\n"))).isEqualTo(stance);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            You do not have 60 days. You have 60 days.                | 34
            You wrote "60 days", and 60 days it is.                   | 25
            60 days? Not 60 days.                                     | -1
            We have 30 days.                                          | -1
            """)
    void the_first_mention_that_is_affirmed_is_found_behind_others(String text, int start) {
        Span affirmed = Statements.affirmed(Phrase.of("60 days"), text);

        assertThat(affirmed == null ? -1 : affirmed.start()).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sie haben Zeit. Ihre Ware ist da. 60 Tage nie.                     | 60 Tage  | negated
            Vous avez le temps. Votre colis est l\u00E0. Jamais 60 jours.      | 60 jours | negated
            You have time. Your box is here. Jamais 60 jours.                  | 60 jours | affirmed
            Sie haben Zeit. Vous avez le temps. Jamais 60 jours.               | 60 jours | affirmed
            Sie haben Zeit. Es ist da. Vous avez le temps. Nie 60 Tage.        | 60 Tage  | negated
            """)
    void a_sentence_that_does_not_tell_its_language_has_that_of_the_reply(String text, String phrase, String stance) {
        assertThat(stance(phrase, text)).isEqualTo(stance);
    }

    private static String stance(String phrase, String text) {
        Span mention = Phrase.of(phrase).find(text);
        assertThat(mention).isNotNull();
        return Statements.of(text).stance(mention).name().toLowerCase(Locale.ROOT);
    }
}
