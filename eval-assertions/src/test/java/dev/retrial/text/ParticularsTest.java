package dev.retrial.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticularsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "-", textBlock = """
            I refunded $89.00 to you.                       | 89 USD
            It is 89 dollars, or 1,299.50 EUR.              | 89 USD, 1299.5 EUR
            You get 10% off; 99.90 % of the time.           | 10%, 99.9%
            Delivered on 2025-11-03.                        | 2025-11-03
            From March 2, 2026 to 3 April; since May 2026   | 2026-03-02, --04-03, 2026-05
            Within 30 days, a 30-day limit, thirty days     | 30 days
            In two business days or 4 hours, 14 Tage        | 2 business days, 4 hours, 14 days
            Order A-1042, ticket T-4711, account acct_3310  | A-1042, T-4711, ACCT_3310
            See INV-2026-0117 and REQ48151, and #4711.      | INV-2026-0117, REQ48151, #4711
            It is in *`A-1042`*                             | A-1042
            [the report](https://trust.example.com/soc2/).  | https://trust.example.com/soc2
            See https://a.example/x-2026-03-02/B-1234, now. | https://a.example/x-2026-03-02/B-1234
            2FA, 24/7, a 3rd one, 10k, top-10, #1, B2B, v2  | -
            The SOC 2 report, UTF-8, co-op-25, Müller-2026  | -
            At 5:10 we had 1042 readings in 2026.           | -
            :// and ://x and https://                       | -
            Sixty Tage, twelve months, 5 years, 3 minutes   | 60 days, 12 months, 5 years, 3 minutes
            30 of the days, 30. Days, 30 working days       | 30 business days
            2 business trips days, ten, nine, then 8 weeks  | 8 weeks
            $5 days, 007 days, 1.50 hours, 2.00 weeks       | 5 USD, 7 days, 1.5 hours, 2 weeks
            https://a.example) and <ftp://b.example>        | https://a.example, ftp://b.example
            "http://c.example/x_" `http://d.example/y*`     | http://c.example/x, http://d.example/y
            x1http://e.example z://                         | http://e.example
            See A_1, AB12, ABC123, A--10, A-_10, -A-10      | ABC123, A-10
            A-1-23, a_10, AB-C, A-10z, \u00C9A-10, A-10\u00C9   | A-1-23, A_10
            #12, #1, ##34, #56a, #a, # 78, #9\u00E9            | #12, #34
            """)
    void are_what_a_text_can_be_held_to(String text, String particulars) {
        assertThat(shown(text)).isEqualTo(particulars == null ? "" : particulars);
    }

    @Test
    void blocks_of_code_state_nothing() {
        assertThat(shown("""
                Order A-1042:
                ```
                GET /orders/B-2000 in 30 days
                ```
                of $5
                ~~~
                $6""")).isEqualTo("A-1042, 5 USD");
    }

    @ParameterizedTest
    @CsvSource({
        "2 March 2026, March 2026, true",
        "2 March 2026, 2 March, true",
        "2 March, 2026-03-02, true",
        "2 March 2026, 2 March 2025, false",
        "2 March 2026, 3 March, false",
        "30 days, 30-day, true",
        "30 days, 60 days, false",
        "$30, 30 days, false",
    })
    void dates_agree_with_what_they_leave_open(String one, String other, boolean agree) {
        Particular first = Particulars.of(one).iterator().next();
        Particular second = Particulars.of(other).iterator().next();

        assertThat(first.agreesWith(second)).isEqualTo(agree);
        assertThat(second.agreesWith(first)).isEqualTo(agree);
    }

    @Test
    @Tag("large")
    void of_a_flood_only_some_are_kept() {
        StringBuilder flood = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            flood.append("A-")
                    .append(10_000 + i)
                    .append(" $")
                    .append(i)
                    .append(" https://a.example/")
                    .append(i)
                    .append('\n');
        }

        assertThat(Particulars.of(flood.toString())).hasSize(500);
    }

    @Test
    @Tag("large")
    void hostile_text_is_read_in_proportion() {
        String text = "A-".repeat(2_000_000) + "1".repeat(1_000_000) + "://".repeat(1_000_000) + "#".repeat(100_000);

        assertThat(Particulars.of(text)).hasSizeLessThan(10);
    }

    @Test
    void what_is_longer_than_identifiers_and_links_are_is_none_or_cut() {
        assertThat(shown("A-" + "1".repeat(58))).isEqualTo("A-" + "1".repeat(58));
        assertThat(shown("A-" + "1".repeat(59))).isEmpty();
        assertThat(shown("#" + "1".repeat(58))).isEqualTo("#" + "1".repeat(58));
        assertThat(shown("#" + "1".repeat(60))).isEmpty();
        assertThat(shown("https://" + "x".repeat(500))).isEqualTo("https://" + "x".repeat(392));
    }

    private static String shown(String text) {
        List<String> shown = new ArrayList<>();
        for (Particular particular : Particulars.of(text)) {
            shown.add(particular.toString());
        }
        // Figures in the order of the text; identifiers and links were read before them.
        return String.join(", ", shown);
    }
}
