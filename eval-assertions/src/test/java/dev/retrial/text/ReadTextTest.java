package dev.retrial.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadTextTest {

    /** The third time they come from what is kept of the text. */
    @ParameterizedTest
    @MethodSource("texts")
    void a_text_has_the_same_words_each_time_it_is_read(String text) {
        List<String> once = words(new String(text));

        assertThat(words(text)).isEqualTo(once);
        assertThat(words(text)).isEqualTo(once);
        assertThat(words(text)).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void the_hash_of_a_word_is_that_of_the_word_in_lower_case(String text) {
        for (int time = 0; time < 3; time++) {
            Words words = new Words(text);
            while (words.next()) {
                assertThat(words.hash()).isEqualTo(words.lower().hashCode());
                assertThat(Words.isWord(text, words.start(), words.end(), words.lower()))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void what_is_left_without_quotations_and_code_is_the_same_each_time(String text) {
        String code = Prose.of(new String(text)).text();
        String quotations = Quotations.without(new String(text));

        for (int time = 0; time < 3; time++) {
            assertThat(Prose.of(text).text()).isEqualTo(code);
            assertThat(Quotations.without(text)).isEqualTo(quotations);
        }
    }

    @Test
    void what_is_kept_of_one_text_is_never_taken_for_that_of_another() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add("reply number " + i + " says `" + i + "`");
        }
        for (int time = 0; time < 3; time++) {
            for (int i = 0; i < many.size(); i++) {
                assertThat(words(many.get(i)))
                        .hasSize(5)
                        .last(InstanceOfAssertFactories.STRING)
                        .contains(" " + i + " ");
                assertThat(Prose.of(many.get(i)).text())
                        .startsWith("reply number " + i + " says ")
                        .doesNotContain("`");
            }
        }
    }

    static List<String> texts() {
        return List.of(
                "",
                " ... ",
                "Don\u2019t send `it` back: \"that\u2019s\" ours.",
                "> quoted\nown ```code``` \u00C4rger, l\u2019id\u00E9e 30 Tage",
                "\u6CE8\u6587\u3067\u3059 ok",
                "x".repeat(100) + " y",
                "a \"b\" `c` ".repeat(10_000));
    }

    private static List<String> words(String text) {
        List<String> found = new ArrayList<>();
        Words words = new Words(text);
        while (words.next()) {
            found.add(words.start() + "-" + words.end() + " " + words.lower() + " " + words.hash());
        }
        return found;
    }
}
