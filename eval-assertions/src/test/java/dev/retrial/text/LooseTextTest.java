package dev.retrial.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooseTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4111 1111 1111 1111 | Card 4111111111111111, valid
            4111111111111111    | Card 4111-1111-1111-1111, valid
            (555) 123-4567      | +1 555.123.4567
            Dana Smith          | DANA SMITH's
            Dana Smith          | dana_smith
            José Müller         | Jose Muller
            Jose                | Jose\u0301
            dana@example.com    | <Dana@Example.COM>
            李明                 | 我是李明先生
            aab                 | aa aab
            """)
    void is_found(String wanted, String text) {
        assertThat(LooseText.of(wanted).find(text, 0)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ann                 | planning
            Ann                 | Annette
            Ann                 | JoAnn
            4111                | 41112
            1042                | 10 420
            """)
    void is_not_found(String wanted, String text) {
        assertThat(LooseText.of(wanted).find(text, 0)).isNull();
    }

    @Test
    void the_span_is_that_of_the_original_text() {
        String text = "Call +1 (555) 123-4567!";

        assertThat(LooseText.of("555 1234567").find(text, 0).in(text)).isEqualTo("555) 123-4567");
    }

    @Test
    void further_places_are_found_behind_the_first() {
        assertThat(LooseText.of("Bo").find("Bo and Bo", 2)).isEqualTo(new Span(7, 9));
    }

    @Test
    void a_text_without_letters_is_refused() {
        assertThatThrownBy(() -> LooseText.of("--")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            Dana Smith | It is Dana Smith, and DANA-SMITH. | It is ##########, and ##########.
            Dana Smith | It is Dana Smithson.              | It is Dana Smithson.
            Dana Smith | Nobody.                           | Nobody.
            Dana Smith | It is Dana\\nSmith!                | It is ###########!
            Dana Smith | It is Da\\u00adna Smith!           | It is ################!
            Dana Smith | It is Dana\\tSmith\\n              | It is ###########\\n
            Dana Smith | It is \\"Dana Smith\\"             | It is \\"##########\\"
            Dana Smith | It is Dana Sm\u2026               | It is #######\u2026
            Dana Smith | It is Da\u2026                    | It is Da\u2026
            Dana Smith | It is Dan\u2026                   | It is ###\u2026
            Dana Smith | \u2026na Smith it is              | \u2026######## it is
            Dana Smith | \u2026th it is                    | \u2026th it is
            Dana Smith | \u2026ith it is                   | \u2026### it is
            Dana Smith | \u2026it is Dana Sm\u2026 and \u2026Smith | \u2026it is #######\u2026 and \u2026#####
            Dana Smith | \u2026                            | \u2026
            aab        | aa\u2026                          | aa\u2026
            aaab       | caaa\u2026                        | c###\u2026
            """)
    void every_place_is_masked_also_where_a_message_escapes_or_cuts_it(String secret, String message, String masked) {
        assertThat(LooseText.of(secret).mask(message)).isEqualTo(masked.replace('#', '\u2588'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            aab     | aaab          | false
            aab     | aa b          | true
            ab ab c | ab ab ab c    | true
            \uFB01ne  | FINE          | true
            Stra\u00DFe | STRASSE     | false
            fi      | \uFB01n          | false
            """)
    void letters_are_compared_one_by_one_in_their_plain_form(String wanted, String text, boolean found) {
        assertThat(LooseText.of(wanted).find(text, 0) != null).isEqualTo(found);
    }

    @Test
    void a_place_in_the_middle_of_a_word_begins_none() {
        assertThat(LooseText.of("Ann").find("JoAnn", 2)).isNull();
        assertThat(LooseText.of("Ann").find("Jo Ann", 3)).isEqualTo(new Span(3, 6));
        assertThat(LooseText.of("Ann").find("An\u00ADn\u00AD", 0)).isEqualTo(new Span(0, 4));
        assertThat(LooseText.of("Ann").find("Ann\u00ADe", 0)).isNull();
    }
}
