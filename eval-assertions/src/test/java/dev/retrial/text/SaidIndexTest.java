package dev.retrial.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidIndexTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            A-1042          | Order A-1042 is late.         | true
            a-1042          | Order A-1042 is late.         | true
            A-1043          | Order A-1042 is late.         | false
            1,002           | It is 1002.                   | true
            2026-03-02      | On 2 March 2026.              | true
            2 March         | On 2026-03-02.                | true
            March 2026      | On 2026-03-02.                | true
            March           | On 2026-03-02.                | true
            March           | We march on.                  | true
            2026            | On 2026-03-02.                | true
            2               | On 2026-03-02.                | true
            2026-04-02      | On 2026-03-02.                | false
            ?!              | What?!                        | false
            **              | anything                      | false
            two words       | words two                     | false
            two words       | The two words.                | true
            """)
    void says_what_a_phrase_would_find(String wanted, String text, boolean says) {
        SaidIndex index = new SaidIndex();
        index.add("Something else.");
        index.add(text);

        assertThat(index.says(wanted)).isEqualTo(says);
    }

    @Test
    void one_text_must_say_it_whole() {
        SaidIndex index = new SaidIndex();
        index.add("blue");
        index.add("box");
        index.add("box, then box, then a red box");

        assertThat(index.says("blue box")).isFalse();
        assertThat(index.says("red box")).isTrue();
        assertThat(index.says("blue")).isTrue();
    }

    @Test
    void a_month_is_looked_for_as_a_word_and_as_a_day() {
        SaidIndex index = new SaidIndex();
        index.add("We march on.");
        index.add("It was 2026-03-02.");

        assertThat(index.says("march on")).isTrue();
        assertThat(index.says("was March")).isTrue();
        assertThat(index.says("April")).isFalse();
    }

    @Test
    void nothing_is_said_where_there_is_no_text() {
        assertThat(new SaidIndex().says("anything")).isFalse();
    }
}
