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
}
