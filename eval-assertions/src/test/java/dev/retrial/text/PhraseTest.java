package dev.retrial.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            30 days           | You have 30  Days.
            30 days           | within **30\u00A0days** of delivery
            30 days           | You have 30\\ndays
            30 days           | 30 days' notice
            30-day            | our 30\u2011day window
            can't refund      | we CAN\u2019T refund
            it's done         | It\u2019s done!
            Dana              | Dana's order
            say "hello"       | Say \u201Chello\u201D to us
            wait...           | Wait\u2026
            yes - no          | yes \u2014 no
            refund            | re\u00ADfund
            refund            | re\u200Bfund
            refund            | \uFF32\uFF45\uFF46\uFF55\uFF4E\uFF44
            refund            | \uD835\uDC2B\uD835\uDC1E\uD835\uDC1F\uD835\uDC2E\uD835\uDC27\uD835\uDC1D
            caf\u00E9         | cafe\u0301
            cafe\u0301        | CAF\u00C9
            order_id          | the _order_id_ please
            \u9000\u6B3E      | \u6211\u4EEC\u4E0D\u80FD\u9000\u6B3E\u7ED9\u60A8
            1,002             | 1002
            1002              | 1,002 items
            1002              | 1\u202F002 items
            1002              | 1'002 items
            1002.50           | 1.002,50
            1234567           | 1.234.567
            100000            | 1,00,000
            25                | 25.0
            25.0              | is 25.
            99.9%             | 99.90 %
            99.9%             | 99.9 percent
            10                | 10%
            1042              | order A-1042.
            A-1042            | a-1042
            1.10              | version 1.10
            10.0.0.1          | at 10.0.0.1.
            2FA               | 2fa
            89                | $89
            89                | 89 USD
            costs 89          | it costs 89 EUR
            89 per seat       | $89 per seat
            $89               | 89 USD
            $89               | US$89.00
            $89               | USD 89
            $89               | $ 89
            $89               | 89 dollars
            89 USD            | $89.00
            \u20AC89.50       | 89,50 \u20AC
            \u20AC1,200       | 1.200,00 EUR
            CA$5              | $5 CAD
            $1.50             | $1.5
            2 March 2026      | 2026-03-02
            2026-03-02        | on March 2, 2026.
            2026-03-02        | on the 2nd of March 2026
            2026-03-02        | Mar. 2, 2026
            2026-03-02        | am 2. M\u00E4rz 2026
            2026-03-02        | am 2. Ma\u0308rz 2026
            2026-04-02        | am 2. April 2026
            2026-03-01        | le 1er mars 2026
            2 March           | bis zum 2. M\u00E4rz.
            August            | ab 3 ao\u00FBt
            1500 EUR          | 1.500 \u20AC
            2026-03-02        | 2026/03/02
            2026-03-02        | 2026-03-02T09:15:00Z
            March 2           | 2 March 2026
            2 March           | by 2026-03-02
            March 2026        | 2 March 2026
            March             | on 2 March
            March             | to march on
            in 2026           | In 2026
            2026              | 2 March 2026
            at 10             | at 10 may we call?
            may we            | at 10 may we call?
            you may           | you may 10 times
            2 March 1,000     | 2 March 1,000 seats
            30th              | on the 30TH day
            1.5m              | about 1.5M
            1.5a2.5           | 1.5a2.5
            1,00,00,000       | 10000000
            1.500,5           | 1500.5
            1,2               | 1.2
            3 May             | on the 3rd of May
            22 May            | May 22nd
            21 May            | on May 21st
            4 May             | the 4th May
            2 September       | 2 Sept. 2026
            \u0E01            | \u0E01\u0E32\u0E23
            \uFF21bc          | \uFF21BC
            O\u2019Neil        | o'neil
            a_b               | A_B
            Wait...           | wait..
            a -- b            | a \u2013 b
            order             | Dana\u2019s order
            \u3042            | \u3042\u3044
            \u30AB            | \u30AB\u30BF
            \u1000            | \u1000\u1001
            \u1780            | \u1780\u1781
            1. First          | 1\\. First
            2\u00E9me            | 2e\u0301me
            2026-03-02        | 2026-03-02t09:15
            2026-03-02 09     | 2026-03-02T09:15:00Z
            2026-12-31        | 31 December 2026
            2026-01-01        | 1 January 2026
            \u20BF5           | \u20BF 5
            """)
    void is_said(String phrase, String text) {
        assertThat(Phrase.of(phrase).isIn(text.replace("\\n", "\n"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            10                | $100
            10                | 100
            10                | 1,010
            10                | 10.5
            10                | 10k
            10                | 10.5.1
            0042              | 42
            002               | 1,002
            1002              | 1.002
            1.1               | 1.10
            refund            | refunded
            can               | can't
            30 days           | 60 days
            30 days           | 30. Days
            30 days           | 30, days
            $89               | CA$89
            $89               | 89 EUR
            $89               | 89
            $8                | $89
            10%               | 10
            $5                | 5 $10 vouchers
            2 March 2026      | 2 March 2025
            2 March 2026      | 2 March
            2026-03-02        | 2026-02-03
            March 20          | March 2, 2026
            2026-03-02        | 2026-03-021
            May 5             | May 5% more
            2 March           | There were 2. March was dry.
            2 March           | im M\u00E4rz 2 Mal
            1.5 EUR           | 1.500 \u20AC
            2.3               | 1,2,3
            \u9000\u6B3E      | \u9000\u8D27\u6B3E
            1,00,00           | 10000
            1.500,555         | 1500.555
            1,2               | 1,2,3
            2,3               | 1,2,3
            2026-13-02        | 2026-12-02
            2026-00-02        | 2026-01-02
            2026-03           | 2026-03-02
            32 March          | 2026-03-02
            0 March           | March
            2 March           | 2 Marchers
            3nt May           | 3 May
            \u20BF5           | \u20AC5
            5 XYZ             | 5 USD
            Dana's order      | Dana's box
            \u0915            | \u0915\u0916
            \u0F40            | \u0F40\u0F41
            \u10D0            | \u10D0\u10D1
            \u1200            | \u1200\u1201
            \uAC00            | \uAC00\uAC01
            a b               | a \\ b
            c: temp           | C:\\temp
            2FA               | 3FA
            1.5m              | 1.6m
            \u0E01\u0E34          | \u0E01\u0E35
            2026-03-02        | 2026-03-02Tea
            2026-03-02        | 2026-03-02x
            May 5             | May 5.5
            May 5             | May 5,5
            May 5             | May 5:30
            2026-12-31        | 32 December 2026
            """)
    void is_not_said(String phrase, String text) {
        assertThat(Phrase.of(phrase).isIn(text)).isFalse();
    }

    @Test
    void the_span_is_that_of_the_original_text() {
        String text = "Sure! That is **US$1,002.00** as of March 2nd, 2026.";

        assertThat(Phrase.of("1002 USD").find(text).in(text)).isEqualTo("US$1,002.00");
        assertThat(Phrase.of("2026-03-02").find(text).in(text)).isEqualTo("March 2nd, 2026");
        assertThat(Phrase.of("as of 2 March").find(text).in(text)).isEqualTo("as of March 2nd, 2026");
    }

    @Test
    void a_phrase_that_begins_again_within_itself_is_found() {
        assertThat(Phrase.of("a b a c").find("a b a b a c")).isEqualTo(new Span(4, 11));
    }

    @Test
    void the_nearest_miss_shares_more_than_half() {
        String text = "You can send it back within 60 days of delivery, any day.";

        assertThat(Phrase.of("within 30 days").nearest(text).in(text)).isEqualTo("within 60 days");
        assertThat(Phrase.of("within 30 days").nearest("We do not refund.")).isNull();
        assertThat(Phrase.of("refund").nearest("refunded")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            60 Tage   | von 60 Tagen            | true
            60 Tage   | nach 60 Tag             | true
            60 Tage   | 60 Tagesfahrten         | false
            60 Tage   | 60 Tafeln               | false
            60 days   | our 60-day window       | true
            60-day    | it is 60 days           | true
            60 days   | 60 daze                 | false
            March     | on 2026-03-02           | true
            plan      | our plans               | true
            plans     | our plan                | true
            plan      | our planet              | false
            es        | er                      | false
            ses       | se                      | false
            box       | two boxes               | true
            60 Tage   | 60 $1 Tage              | false
            -         | a - b                   | true
            """)
    void an_inflected_phrase_is_said_in_other_forms_too(String phrase, String text, boolean said) {
        assertThat(Phrase.inflected(phrase).isIn(text)).isEqualTo(said);
    }

    @Test
    void phrases_are_equal_by_what_was_written_and_how_it_is_compared() {
        assertThat(Phrase.of("60 days"))
                .isEqualTo(Phrase.of("60 days"))
                .hasSameHashCodeAs(Phrase.of("60 days"))
                .hasToString("60 days")
                .isNotEqualTo(Phrase.of("60 day"))
                .isNotEqualTo(Phrase.inflected("60 days"))
                .isNotEqualTo("60 days");
        assertThat(Phrase.of("60 days").hashCode())
                .isNotEqualTo(Phrase.of("30 days").hashCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            on 2 March 2026   | It was on 3 March 2026.      | -
            due 2 March 2026  | It was due 3 March 2026.     | -
            paid on 2 March   | It was due on 2 March.       | due on 2 March
            pay 89 now        | You pay 98 now, or pay 90.   | pay 98 now
            a, b              | a; b                         | a; b
            one two           | two                          | -
            ?!                | !?                           | -
            """)
    void the_nearest_miss_is_what_shares_most(String phrase, String text, String nearest) {
        Span found = Phrase.of(phrase).nearest(text);

        assertThat(found == null ? "-" : found.in(text)).isEqualTo(nearest);
    }

    @Test
    void what_holds_nothing_to_look_for_is_refused() {
        assertThatThrownBy(() -> Phrase.of("** _ `"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is nothing in this text to look for");
        assertThatThrownBy(() -> Phrase.of("x".repeat(300))).hasMessageContaining("longer than 256");
    }

    @Test
    void the_machine_s_language_makes_no_difference() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(Phrase.of("TITLE 1,002").isIn("title 1002")).isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a ",
        "1.1.",
        "'1,', ",
        "'1 ', ",
        "$",
        "$1 ",
        "Mar ",
        "2 March ",
        "2026-",
        "'x', ",
        "0",
        "'', ",
        "\u0301",
        "a\u0323\u0301",
        "\uD83D\uDE00",
        "\uD83D",
        "9'999",
        "US$",
        "A-",
        "1'",
        "_",
        "*",
        "\\"
    })
    @Tag("large")
    void megabytes_of_anything_take_a_moment(String piece) {
        String text = (piece == null ? " " : piece).repeat(3_000_000 / Math.max(1, piece == null ? 1 : piece.length()));

        assertThat(Phrase.of("30 days").find(text)).isNull();
        assertThat(Phrase.of("30 days").nearest(text)).isNull();
        assertThat(LooseText.of("30 days").find(text, 0)).isNull();
    }

    @Test
    void any_part_of_a_text_that_ends_with_whole_words_is_in_it() {
        String[] words = {
            "refund", "2026-03-02", "2 March", "$89", "89 USD", "1,002", "it's", "can't", "-", "Dana's", "**now**",
            "\u9000\u6B3E", "\uD83D\uDE00", "10%", "v1.2.3", "...", "\"ok\"", "May", "5th", "US$", "_x_", "(a)"
        };
        Random random = new Random(42);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(6);
            for (int i = 0; i < length; i++) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            assertThat(Phrase.of(text.toString()).isIn("Well, " + text + "so."))
                    .as(text.toString())
                    .isTrue();
        }
    }

    @Test
    void random_text_neither_breaks_nor_yields_a_span_outside_of_it() {
        Random random = new Random(7);
        String alphabet = "aA1 .,$%-'’\u00A0\u0301\uD83D\uDE00\uDE00_*\\T0/3ma rch\u9000";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder made = new StringBuilder();
            for (int i = random.nextInt(20); i >= 0; i--) {
                made.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String text = made.toString();
            Span span = Phrase.of("a 1").find(text);
            assertThat(span == null || (span.start() < span.end() && span.end() <= text.length()))
                    .as(text)
                    .isTrue();
        }
    }
}
