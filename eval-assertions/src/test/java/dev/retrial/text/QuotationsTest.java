package dev.retrial.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("anywhere")
class QuotationsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            You wrote "sixty days" to us      | You wrote              to us
            You wrote \u201Csixty\u201D to us | You wrote         to us
            Sie schrieben \u201Eja\u201C dazu | Sie schrieben      dazu
            Vous : \u00ABoui\u00BB merci      | Vous :       merci
            It's Dana's 5" screen, fine       | It's Dana's 5" screen, fine
            One " alone                       | One " alone
            x "a" "b" c "d"                   | x         c
            say"no" to it                     | say"no" to it
            "no                               | "no
            x \u201Dja\u201D dazu             | x      dazu
            x \u00BBja\u00AB dazu             | x      dazu
            x \u300Cja\u300D dazu             | x      dazu
            x \u201Eja\u201D dazu             | x      dazu
            x \u201Cja" so\u201D dazu         | x          dazu
            a > b                             | a > b
            \u00ABno and "yes"                | \u00ABno and "yes"
            """)
    void takes_out_what_is_quoted_and_keeps_offsets(String text, String own) {
        assertThat(Quotations.without(text).stripTrailing()).isEqualTo(own.stripTrailing());
        assertThat(Quotations.without(text)).hasSameSizeAs(text);
    }

    @Test
    void takes_out_quoted_lines() {
        assertThat(Quotations.without("> you said\n>> and I\nFine.\n  > more"))
                .isEqualTo("          \n        \nFine.\n        ");
    }

    @Test
    void a_quotation_may_go_over_a_line_and_not_over_a_paragraph() {
        assertThat(Quotations.without("a \"b\nc\" d")).isEqualTo("a   \n   d");
        assertThat(Quotations.without("a \"b\n\nc\" d")).isEqualTo("a \"b\n\nc\" d");
    }

    @Test
    @Tag("large")
    void megabytes_of_quotes_take_a_moment() {
        for (String piece : new String[] {"\"", " \"", "\u201C", "> ", "\"a\" ", " \"\n"}) {
            String text = piece.repeat(4_000_000 / piece.length());
            assertThat(Quotations.without(text)).hasSameSizeAs(text);
        }
    }

    @Test
    void a_quotation_ends_within_reach() {
        assertThat(Quotations.without("\"" + "x".repeat(1_990) + "\"")).isBlank();
        String far = "\"" + "x".repeat(2_010) + "\"";
        assertThat(Quotations.without(far)).isEqualTo(far);
    }

    @Test
    void a_line_is_quoted_where_it_begins_with_the_mark() {
        assertThat(Quotations.without("    > a\n     > b")).isEqualTo("       \n     > b");
        assertThat(Quotations.without("a\n>")).isEqualTo("a\n ");
        assertThat(Quotations.without("> a")).isEqualTo("   ");
        assertThat(Quotations.without("")).isEmpty();
    }

    @Test
    void behind_a_quotation_over_a_line_its_line_goes_on() {
        assertThat(Quotations.without("\"a\nb\"\nc \"d\"")).isEqualTo("  \n  \nc    ");
        assertThat(Quotations.without("\"a\nb\" > c")).isEqualTo("  \n   > c");
    }
}
