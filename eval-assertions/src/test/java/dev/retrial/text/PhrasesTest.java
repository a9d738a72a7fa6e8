package dev.retrial.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    @Test
    void the_places_of_those_that_are_said_are_told() {
        Phrases phrases = new Phrases(List.of(Phrase.of("gold plan"), Phrase.of("silver"), Phrase.of("60 days")));

        assertThat(phrases.in("With the Gold plan you have 60 days.").stream()).containsExactly(0, 2);
        assertThat(phrases.in("Nothing of it.").isEmpty()).isTrue();
    }

    @Test
    void a_phrase_that_begins_again_within_itself_is_found() {
        assertThat(new Phrases(List.of(Phrase.of("a a b"))).in("a a a b").get(0))
                .isTrue();
    }

    @Test
    void a_phrase_over_hyphens_is_found_as_alone() {
        Phrase days = Phrase.inflected("60 days");

        assertThat(new Phrases(List.of(days)).in("a 60-day window").get(0))
                .isEqualTo(days.isIn("a 60-day window"))
                .isTrue();
    }

    @Test
    void a_phrase_of_more_words_than_a_machine_word_has_bits_is_found() {
        String words = "so many words ".repeat(30);

        assertThat(new Phrases(List.of(Phrase.of(words)))
                        .in("He wrote " + words + "again")
                        .get(0))
                .isTrue();
        assertThat(new Phrases(List.of(Phrase.of(words)))
                        .in(words.substring(15))
                        .get(0))
                .isFalse();
    }

    @Test
    void together_they_are_found_as_each_alone() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Phrase> phrases = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                phrases.add(Phrase.of(words(random, 1 + random.nextInt(4))));
            }
            String text = words(random, 12);
            List<Integer> alone = new ArrayList<>();
            for (int i = 0; i < phrases.size(); i++) {
                if (phrases.get(i).isIn(text)) {
                    alone.add(i);
                }
            }
            assertThat(new Phrases(phrases).in(text).stream().boxed().toList())
                    .describedAs("%s in %s", phrases, text)
                    .isEqualTo(alone);
        }
    }

    private static String words(Random random, int number) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < number; i++) {
            words.append(List.of("a", "b", "7", "-").get(random.nextInt(4))).append(' ');
        }
        return words.append('a').toString();
    }
}
