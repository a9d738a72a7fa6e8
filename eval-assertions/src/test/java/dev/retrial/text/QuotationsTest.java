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
}
