package dev.retrial.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {

    /** A comma between words stands for itself, a slash for whatever parts them more. */
    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '\u0001', textBlock = """
            We can't, can we?              # we can't , can we
            It's ours; isn't it?           # it's ours / isn't it
            J'ai 60 jours, n'est-ce pas    # j' ai 60 jours , n' est ce pas
            L'\u00E9t\u00E9 d'abord        # l' \u00E9t\u00E9 d' abord
            Qu'il vienne jusqu'ici         # qu' il vienne jusqu' ici
            O'Neil isn't in                # o'neil isn't in
            c's t't s'il                   # c's t't s' il
            Don\u2019t wait                # don't wait
            Don\u02BCt 'wait'              # don't wait
            3.5 km and 1,000 m.            # 3.5 km and 1,000 m
            a.b and 3.x and x.3, 4         # a b and 3 x and x 3 , 4
            a - b, c-d                     # a / b , c d
            Two: one (three) - four        # two / one / three / four
            one,two;three                  # one , two / three
            one ... two                    # one two
            one,                           # one
            - one                          # one
            x                              # x
            \u0130stanbul STRASSE \u03A3\u039F\u03A6\u039F\u03A3 # istanbul strasse \u03C3\u03BF\u03C6\u03BF\u03C3
            Il n'a rien, j'y suis          # il n' a rien , j' y suis
            """)
    void a_sentence_is_read_as_words_and_what_parts_them(String text, String words) {
        assertThat(read(text)).isEqualTo(words);
    }

    @Test
    void words_stand_where_the_text_has_them() {
        Sentence sentence = new Sentence("Oh. J'ai 3.5 km. No.", 4, 16, false);

        assertThat(sentence.size()).isEqualTo(4);
        assertThat(sentence.startOf(0)).isEqualTo(4);
        assertThat(sentence.endOf(0)).isEqualTo(6);
        assertThat(sentence.startOf(1)).isEqualTo(6);
        assertThat(sentence.endOf(1)).isEqualTo(8);
        assertThat(sentence.startOf(2)).isEqualTo(9);
        assertThat(sentence.endOf(2)).isEqualTo(12);
        assertThat(sentence.wordAt(0)).isZero();
        assertThat(sentence.wordAt(5)).isZero();
        assertThat(sentence.wordAt(6)).isEqualTo(1);
        assertThat(sentence.wordAt(8)).isEqualTo(2);
        assertThat(sentence.wordAt(15)).isEqualTo(4);
        assertThat(sentence.start()).isEqualTo(4);
        assertThat(sentence.end()).isEqualTo(16);
        assertThat(sentence.isQuestion()).isFalse();
        assertThat(new Sentence("So?", 0, 3, true).isQuestion()).isTrue();
    }

    @Test
    void a_sentence_keeps_every_word_and_cuts_the_long_ones() {
        String text = "so, ".repeat(100) + "x".repeat(100) + " end";
        Sentence sentence = new Sentence(text, 0, text.length(), false);

        assertThat(sentence.size()).isEqualTo(102);
        assertThat(sentence.word(99)).isEqualTo("so");
        assertThat(sentence.gapBefore(99)).isEqualTo(Sentence.Gap.COMMA);
        assertThat(sentence.startOf(99)).isEqualTo(396);
        assertThat(sentence.endOf(99)).isEqualTo(398);
        assertThat(sentence.word(100)).isEqualTo("x".repeat(40));
        assertThat(sentence.endOf(100)).isEqualTo(500);
        assertThat(sentence.word(101)).isEqualTo("end");
    }

    private static String read(String text) {
        Sentence sentence = new Sentence(text, 0, text.length(), false);
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < sentence.size(); i++) {
            read.append(i == 0 ? "" : parted(sentence.gapBefore(i))).append(sentence.word(i));
        }
        return read.toString();
    }

    private static String parted(Sentence.Gap gap) {
        return switch (gap) {
            case NONE -> " ";
            case COMMA -> " , ";
            case BREAK -> " / ";
        };
    }
}
