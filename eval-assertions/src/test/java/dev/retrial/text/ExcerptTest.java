package dev.retrial.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

    private static final String LONG =
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                    + " fifteen sixteen seventeen eighteen nineteen twenty";

    @Test
    void a_short_text_is_quoted_as_it_is() {
        assertThat(Excerpt.quoted("Hello")).isEqualTo("\"Hello\"");
        assertThat(Excerpt.quoted("x".repeat(240))).isEqualTo("\"" + "x".repeat(240) + "\"");
    }

    @Test
    void a_long_one_is_cut() {
        assertThat(Excerpt.quoted("x".repeat(241))).isEqualTo("\"" + "x".repeat(240) + "\u2026\"");
    }

    @Test
    void a_part_is_shown_with_whole_words_around_it() {
        int at = LONG.indexOf("eleven");

        assertThat(Excerpt.around(LONG, new Span(at, at + 6)))
                .isEqualTo(
                        "\"\u2026four five six seven eight nine ten eleven twelve thirteen fourteen fifteen\u2026\"");
    }

    @Test
    void at_the_ends_nothing_is_left_out() {
        assertThat(Excerpt.around(LONG, new Span(0, 3))).startsWith("\"one two").endsWith("\u2026\"");
        assertThat(Excerpt.around(LONG, new Span(LONG.length() - 6, LONG.length())))
                .startsWith("\"\u2026")
                .endsWith("nineteen twenty\"");
        assertThat(Excerpt.around("all of it", new Span(4, 6))).isEqualTo("\"all of it\"");
    }

    @Test
    void a_word_without_end_is_cut_between_characters() {
        String emoji = "\uD83D\uDE00";
        String text = "x" + emoji.repeat(30) + "HERE" + emoji.repeat(30) + "x";
        int at = text.indexOf("HERE");

        String excerpt = Excerpt.around(text, new Span(at, at + 4));

        assertThat(excerpt).startsWith("\"\u2026" + emoji).contains("HERE").endsWith(emoji + "\u2026\"");
        String odd = emoji.repeat(30) + "HERE" + "x" + emoji.repeat(30);
        assertThat(Excerpt.around(odd, new Span(60, 64))).endsWith(emoji + "\u2026\"");
        String shifted = emoji.repeat(30) + "xHERE";
        assertThat(Excerpt.around(shifted, new Span(61, 65))).startsWith("\"\u2026" + emoji);
    }

    @Test
    void a_long_part_is_cut_too() {
        String text = "word ".repeat(100);

        assertThat(Excerpt.around(text, new Span(0, text.length()))).hasSizeLessThan(290);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            a\\tb      | a\\\\tb
            a\\rb      | a\\\\rb
            a\\r\\nb    | a\\nb
            a\\nb      | a\\nb
            a\\r       | a\\\\r
            """)
    void lines_stay_and_other_controls_are_made_visible(String text, String visible) {
        assertThat(Excerpt.visible(unescaped(text))).isEqualTo(unescaped(visible));
    }

    @Test
    void what_hides_or_turns_text_is_made_visible() {
        assertThat(Excerpt.visible("a\u0000b\u001B[2Jc\u202Ed\u2028e\u2029f\u00ADg"))
                .isEqualTo("a\\u0000b\\u001b[2Jc\\u202ed\\u2028e\\u2029f\\u00adg");
        assertThat(Excerpt.visible("a\u200Db\u200Cc\u00E9~")).isEqualTo("a\u200Db\u200Cc\u00E9~");
        assertThat(Excerpt.quoted("a\nb")).isEqualTo("\"a\\nb\"");
    }

    private static String unescaped(String text) {
        return text.replace("\\\\", "\u0001")
                .replace("\\t", "\t")
                .replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\u0001", "\\");
    }
}
