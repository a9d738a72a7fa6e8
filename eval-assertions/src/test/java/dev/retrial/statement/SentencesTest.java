package dev.retrial.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            One. Two.                               | One. / Two.
            One! Two? Three                         | One! / Two? / Three
            One?! Two... Three                      | One?! / Two... / Three
            Wait\u2026 then go.                     | Wait\u2026 / then go.
            He said "no." Then he left.             | He said "no." / Then he left.
            He asked "why?" and left.               | He asked "why?" and left.
            (One.) Two.                             | (One.) / Two.
            *One.* Two.                             | *One.* / Two.
            Dear Mr. Smith, hello.                  | Dear Mr. Smith, hello.
            Order no. 5 is here. No. It is not.     | Order no. 5 is here. / No. / It is not.
            J. Smith and I. Then                    | J. Smith and I. / Then
            It is 3.5 km. See a.b for it.           | It is 3.5 km. / See a.b for it.
            am 2. M\u00E4rz geliefert. Gut.         | am 2. M\u00E4rz geliefert. / Gut.
            am 31. Dezember. Gut.                   | am 31. Dezember. / Gut.
            am 2. Tag der Frist.                    | am 2. Tag der Frist.
            It took 5. Then it stopped.             | It took 5. / Then it stopped.
            It was 2026. Then it stopped.           | It was 2026. / Then it stopped.
            1. First of all                         | 1. First of all
            \u4F60\u597D\u3002\u518D\u89C1\u3002    | \u4F60\u597D\u3002 / \u518D\u89C1\u3002
            See https://x.example?a=b now. Go.      | See https://x.example?a=b now. / Go.
            A line\\nthat goes on. Next             | A line\\nthat goes on. / Next
            A line\\nThat ends                      | A line / That ends
            A line\\n  That ends                    | A line / That ends
            A line\\n\\tthat goes on                | A line\\n\\tthat goes on
            Two:\\n- one\\n- two                    | Two: / - one / - two
            Two:\\n\\n\\nthree                      | Two: / three
            Ends with a line\\n                     | Ends with a line
            Two:\\n   2. Second of all              | Two: / 2. Second of all
            It took 5 or   7. Then it stopped.      | It took 5 or   7. / Then it stopped.
            It was No. Then we left.                | It was No. / Then we left.
            It is no.                               | It is no.
            See x."] Then go.                       | See x."] / Then go.
            Come in 2. M\u00E4rz                      | Come in 2. M\u00E4rz
            ...                                     | ...
            """)
    void a_text_is_cut_where_its_sentences_end(String text, String sentences) {
        assertThat(in(unescaped(text))).isEqualTo(List.of(unescaped(sentences).split(" / ", -1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            Is it so?                           | true
            Is it so?!                          | true
            Is it so!?                          | true
            Is it so\uFF1F                      | true
            Is it so? "                         | true
            It is so.                           | false
            It is so!                           | false
            You asked "is it so?"               | false
            You asked "is it so"?               | true
            See https://x.example?a=b for it    | false
            See https://x.example?a=b for it.   | false
            """)
    void a_question_is_told_by_a_mark_of_its_own(String text, boolean question) {
        assertThat(new Sentences(text).isQuestion(0)).isEqualTo(question);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You wrote \"HERE\" to us",
                "You wrote \u201CHERE\u201D to us",
                "You wrote \u201CHERE\" to us",
                "Sie schrieben \u201EHERE\u201C an uns",
                "Sie schrieben \u00BBHERE\u00AB an uns",
                "Vous \u00AB HERE \u00BB",
                "You wrote 'HERE' to us",
                "You wrote 'HERE it's' to us",
                "You wrote \u2018HERE\u2019 to us",
                "You wrote \u201AHERE\u2018 to us",
                "Run `HERE` now",
                "> HERE it stands\nAnd we answer",
                "Hi\n  > HERE it stands",
                "Hi\n```\nHERE\n```\nBye",
                "Hi\n~~~\nHERE\n~~~",
                "Hi\n```\nHERE and no end",
                "\"one\ntwo HERE\"",
                "You wrote 'it HERE's HERE' to us",
                "       > HERE",
                "> one\n> HERE\nWe answer",
                "\"a\" \"b\" \"c\" \"d\" \"e\" \"f\" \"g\" \"h\" \"i\" \"HERE\""
            })
    void what_stands_within_marks_is_quoted(String text) {
        assertThat(quotes(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HERE",
                "You wrote \"this\" HERE",
                "\"this\" HERE \"that\"",
                "It isn't HERE, is it? It isn't",
                "Dana's HERE' and",
                "5' HERE 6'",
                "\"no end\n\nHERE \"",
                "> quoted\nHERE we answer",
                "```\ncode\n```\nHERE",
                "a > HERE",
                "Hi ``` HERE",
                "         > HERE",
                "> one\n```\ntwo\n```HERE",
                "`` ` HERE",
                "b\u00BBHERE\u00AB"
            })
    void what_stands_outside_of_them_is_not(String text) {
        assertThat(quotes(text)).isFalse();
    }

    @Test
    void a_quotation_that_never_ends_is_none() {
        assertThat(quotes("\"" + "x ".repeat(400) + "HERE\"")).isFalse();
        assertThat(quotes("\"" + "x ".repeat(200) + "HERE\"")).isTrue();
    }

    @Test
    void a_sentence_is_cut_where_it_gets_longer_than_sentences_are() {
        assertThat(in("word ".repeat(450))).hasSize(3).allMatch(sentence -> sentence.length() <= 1_010);
        assertThat(in("x".repeat(4_500))).hasSize(3).allMatch(sentence -> sentence.length() <= 2_001);
    }

    @Test
    void a_place_is_in_the_sentence_around_it() {
        Sentences sentences = new Sentences("One. Two. Three.");

        assertThat(sentences.at(0)).isZero();
        assertThat(sentences.at(3)).isZero();
        assertThat(sentences.at(5)).isEqualTo(1);
        assertThat(sentences.at(7)).isEqualTo(1);
        assertThat(sentences.at(15)).isEqualTo(2);
    }

    @Test
    void as_many_sentences_are_kept_as_there_are() {
        assertThat(in("So it is. ".repeat(100))).hasSize(100).containsOnly("So it is.");
        assertThat(in("")).containsExactly("");
    }

    private static boolean quotes(String text) {
        int at = text.indexOf("HERE");
        return new Sentences(text).isQuoted(at, at + 4);
    }

    private static List<String> in(String text) {
        Sentences sentences = new Sentences(text);
        List<String> in = new ArrayList<>();
        for (int i = 0; i < sentences.count(); i++) {
            in.add(text.substring(sentences.start(i), sentences.end(i)));
        }
        return in;
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t");
    }
}
