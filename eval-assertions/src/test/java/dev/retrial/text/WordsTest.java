package dev.retrial.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            We can't, can we?                 | we can't can we
            Don\u2019t 'quote' it'            | don't quote it
            ... 3.5 km - 2FA                  | 3 5 km 2fa
            GR\u00D6SSE Caf\u00E9 cafe\u0301! | gr\u00F6sse caf\u00E9 cafe\u0301
            \uD835\uDC1A \uD83D\uDE00 b       | \uD835\uDC1A b
            l'\u00E9t\u00E9                   | l'\u00E9t\u00E9
            ...                               | -
            """)
    void are_letters_and_digits_with_the_apostrophes_between_them(String text, String words) {
        assertThat(in(text)).isEqualTo(words.equals("-") ? List.of() : List.of(words.split(" ", -1)));
    }

    @Test
    void stand_where_the_text_has_them() {
        Words words = new Words("\u2026 we can't.");

        assertThat(words.next()).isTrue();
        assertThat(words.start()).isEqualTo(2);
        assertThat(words.end()).isEqualTo(4);
        assertThat(words.next()).isTrue();
        assertThat(words.start()).isEqualTo(5);
        assertThat(words.end()).isEqualTo(10);
        assertThat(words.next()).isFalse();
    }

    @Test
    void a_word_longer_than_words_are_is_cut_short() {
        assertThat(in("x".repeat(60))).containsExactly("x".repeat(40));
        assertThat(Words.isWord("x".repeat(60), 0, 60, "x".repeat(40))).isTrue();
        assertThat(Words.isWord("x".repeat(60), 0, 60, "x".repeat(60))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            I CAN\u2019T go | 2 | 7 | can't | true
            I CAN\u2019T go | 2 | 7 | can'd | false
            I CAN\u2019T go | 2 | 7 | can   | false
            I CAN\u2019T go | 0 | 1 | i     | true
            \u00C9t\u00E9   | 0 | 3 | \u00E9t\u00E9 | true
            """)
    void a_part_of_a_text_is_compared_with_a_word(String text, int start, int end, String word, boolean is) {
        assertThat(Words.isWord(text, start, end, word)).isEqualTo(is);
    }

    @Test
    void the_hash_code_is_that_of_the_word() {
        Words words = new Words("DON\u2019T " + "y".repeat(50));

        while (words.next()) {
            assertThat(words.hash()).isEqualTo(words.lower().hashCode());
        }
        assertThat(words.start()).isEqualTo(56);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            We can't, can we?        | 4
            state-of-the-art, 3.5 km | 3
            - one -- two             | 2
            ...                      | 0
            \u6211\u4EEC go          | 3
            \uD83D\uDE00 a           | 1
            a\u00A0b                 | 2
            a\u6211b                 | 2
            \u6211 a                 | 2
            """)
    void are_counted_as_a_reader_does(String text, int count) {
        assertThat(Words.count(text)).isEqualTo(count);
    }

    private static List<String> in(String text) {
        List<String> in = new ArrayList<>();
        Words words = new Words(text);
        while (words.next()) {
            in.add(words.lower());
        }
        return in;
    }
}
