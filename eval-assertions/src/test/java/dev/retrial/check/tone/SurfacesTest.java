package dev.retrial.check.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scores read off a text's surface, piece by piece. */
class SurfacesTest {

    private static final String PLAIN = "The box came in on time and all of it was in good shape.";

    @ParameterizedTest
    @CsvSource({
        "a, 1",
        "the, 1",
        "while, 1",
        "table, 2",
        "made, 1",
        "money, 2",
        "agree, 2",
        "be, 1",
        "free, 1",
        "blue, 1",
        "asked, 1",
        "wanted, 2",
        "needed, 2",
        "red, 1",
        "bed, 1",
        "refund, 2",
        "refunded, 3",
        "policy, 3",
        "rhythm, 1",
        "hmm, 1",
        "whole, 1",
        "little, 2",
        "rule, 1",
        "apologize, 4",
        "ale, 1",
        "unfortunate, 4",
        "caf\u00E9, 2",
        "die, 1",
        "shipped, 1"
    })
    void a_word_has_about_as_many_syllables_as_it_is_spoken_with(String word, int syllables) {
        assertThat(ReadingGrade.syllables(word)).isEqualTo(syllables);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | ''
            0 | ...
            1 | One
            1 | One.
            2 | One. Two
            2 | One! Two?
            1 | One?! "
            2 | He said "no." Then he left.
            2 | *Bold.* Then plain.
            2 | (Aside.) Then plain.
            1 | See e.g. this or i.e. that
            1 | Dear Mr. Smith and Dr. Jones
            1 | Invoice no. 5 is open
            2 | The answer is no. Five are open
            1 | It is 3.5 km
            1 | 1. First
            1 | 12. First
            3 | Two things:\\n1. First\\n2. Second
            3 | Two things:\\n1) First\\n2) Second
            3 | Two things:\\n- First\\n- Second
            3 | Two things:\\n* First\\n+ Second
            1 | A line\\nthat goes on
            1 | A line\\n-that goes on
            1 | A line\\n2026 that goes on
            2 | # Title\\nText
            2 | Text\\n\\nText
            2 | Text\\n# Title
            2 | Text\\n> quoted
            2 | Text\\n  \\nText
            2 | We are at 5. Then we go
            2 | \u4F60\u597D\u3002\u518D\u89C1\u3002
            1 | Wait\u2026
            2 | Wait\u2026 Now
            """)
    void sentences_end_where_a_reader_would_pause(int count, String text) {
        assertThat(Sentences.count(text.replace("\\n", "\n"))).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {":)", ";)", ":D", ":P", ":-)", ";-)", ":/", ":("})
    void a_face_is_casual_wherever_it_stands(String face) {
        double plain = Formality.of(PLAIN).score();

        assertThat(Formality.of(PLAIN + " " + face).score()).isLessThan(plain - 0.1);
        assertThat(Formality.of(face + " " + PLAIN).score()).isLessThan(plain - 0.1);
        assertThat(Formality.of(PLAIN + " " + face + " So it goes.").casual())
                .anySatisfy(span -> assertThat(span.start()).isEqualTo(PLAIN.length() + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a:)x", "10:30", "note:D9", "x:P", "a:-b", "list: (two items)", "list:", "one; two", "http://x"})
    void what_only_looks_like_one_is_none(String text) {
        assertThat(Formality.of(PLAIN + " " + text).casual()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cancellation",
                "cancellations",
                "commission",
                "shipment",
                "shipments",
                "acceptance",
                "preference",
                "discrepancy",
                "emergency",
                "availability",
                "accessible",
                "acceptable",
                "administrative",
                "additionally",
                "authorized",
                "authorised"
            })
    void a_word_from_Latin_is_formal_whatever_its_ending(String word) {
        assertThat(Formality.of("We send the " + word + " on Monday.").formal())
                .anySatisfy(span -> assertThat(span.end() - span.start()).isEqualTo(word.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"station", "moment", "nation", "city", "table", "really"})
    void a_short_one_is_a_word_like_any_other(String word) {
        assertThat(Formality.of("We send the " + word + " on Monday.").formal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"can't, true", "can\u2019t, true", "it's, true", "won't, true", "o'clock, false", "boxes, false"})
    void a_contraction_is_casual(String word, boolean casual) {
        assertThat(Formality.of("The box " + word + " be here.").casual().stream()
                        .anyMatch(span -> span.start() == 8))
                .isEqualTo(casual);
    }

    @ParameterizedTest
    @CsvSource({"Box..., 1", "Box\u2026, 1", "Box.., 0", "Box., 0", "Box...., 1", "... box, 1"})
    void dots_that_trail_off_are_casual_once(String text, int places) {
        assertThat(Formality.of(text).casual()).hasSize(places);
    }

    @Test
    void longer_words_and_sentences_are_more_formal() {
        assertThat(Formality.of("We send it we send it we send it").score())
                .isGreaterThan(Formality.of("We send it.").score());
        assertThat(Formality.of("Dispatch requires payment").score())
                .isGreaterThan(Formality.of("We send it now").score());
        assertThat(Formality.of("").score()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | none here
            1 | https://x.example
            1 | HTTP://x.example
            1 | www.x.example
            0 | awww.x.example
            1 | (www.x.example)
            1 | [text](https://x.example)
            1 | [https://x.example](https://x.example)
            2 | [text](https://x.example) https://y.example
            1 | [text](/relative)
            0 | [text]()
            0 | [text] (https)
            0 | how what
            2 | https://x.example https://y.example
            """)
    void links_are_counted_once_each(int count, String text) {
        assertThat(ToneCount.LINKS.in(text).figure()).isEqualTo(count);
    }

    @Test
    void what_politeness_counts_has_a_name() {
        assertThat(Politeness.featureNames())
                .hasSize(Politeness.features("").length)
                .doesNotContainNull()
                .endsWith("sentences", "log(words)")
                .contains(Manner.LOUD.name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0   | Really?
            1   | Really??
            1   | Really?????
            0   | Really? Sure?
            2   | Really?? Sure??
            1   | THIS is it
            """)
    void shouting_and_repeated_question_marks_are_loud(int loud, String text) {
        double[] features = Politeness.features(text);
        int index = List.of(Politeness.featureNames()).indexOf(Manner.LOUD.name());

        // The second one says less than the first.
        assertThat(features[index]).isEqualTo(loud <= 1 ? loud : 1 + Math.log(loud) / 2);
    }

    @Test
    void sentences_and_words_are_features_too() {
        double[] features = Politeness.features("Please send it. Thank you all.");

        assertThat(features[features.length - 2]).isEqualTo(2);
        assertThat(features[features.length - 1]).isEqualTo(Math.log(7));
    }
}
