package dev.retrial.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            I refunded $89.50 of 1,200 EUR. | 89.50 USD, 1200 EUR
            99.9% of 12                     | 99.9 %, 12
            On 2 March 2026, 1.2.3, 2FA    | -
            007                             | 007
            """)
    void the_numbers_of_a_text_are_read_with_what_they_count(String text, String figures) {
        List<String> shown = new ArrayList<>();
        for (Figure figure : Figure.in(text)) {
            shown.add(text.startsWith("0") ? figure.span().in(text) : figure.value() + unit(figure));
        }

        assertThat(String.join(", ", shown)).isEqualTo(figures.equals("-") ? "" : figures);
    }

    @Test
    void a_number_stands_with_its_unit() {
        String text = "It is $89.50 now.";

        assertThat(Figure.in(text).get(0).span().in(text)).isEqualTo("$89.50");
    }

    @Test
    void only_a_currency_is_money() {
        assertThat(Figure.in("$5 or 5% or 5")).extracting(Figure::isMoney).containsExactly(true, false, false);
    }

    @Test
    void what_is_longer_than_numbers_are_is_none() {
        assertThat(Figure.in("1".repeat(300))).isEmpty();
        assertThat(Figure.in("1".repeat(200))).hasSize(1);
    }

    private static String unit(Figure figure) {
        return figure.unit() == null ? "" : " " + figure.unit();
    }
}
