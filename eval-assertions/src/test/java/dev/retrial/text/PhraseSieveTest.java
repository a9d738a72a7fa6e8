package dev.retrial.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseSieveTest {

    private static final String[] PARTS = {
        "phone",
        "Phones",
        "PHONE",
        "line",
        "lines",
        "a",
        "an",
        "é",
        "E\u0301te",
        "Straße",
        "STRASSE",
        "2 March",
        "March",
        "march",
        "30",
        "30th",
        "$89",
        "89 USD",
        "USD",
        "**ho**t",
        "hot_line",
        "_hot_",
        "Dana's",
        "it's",
        "we’ve",
        "-",
        "phone-line",
        ",",
        ".",
        "?",
        "\u00ADsoft",
        "so\u00ADft",
        "ＦＵＬＬ",
        "full",
        "中文",
        "文",
        "ﬁne",
        "fine",
        "İ",
        "i",
        "1.10",
        "1,002",
        "10.0.0.1",
        "2FA",
        "\u200Bzero",
        "zero",
        "de",
        "des",
        "x",
        "xes"
    };

    @Test
    void never_turns_away_what_would_be_found() {
        Random random = new Random(7);
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = some(random, 8);
            Phrase phrase = phrase(some(random, 1 + random.nextInt(2)), random.nextBoolean());
            if (phrase.isIn(text)) {
                found++;
                assertThat(PhraseSieve.of(text).mayHold(phrase))
                        .as("%s in %s", phrase, text)
                        .isTrue();
            }
        }
        assertThat(found).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @CsvSource({
        "phone line, We only write letters., false",
        "phone line, Our Phone-Lines are open., true",
        "2 March, On 2026-03-02., true",
        "$100, It is 100 USD., true"
    })
    void turns_away_what_has_words_of_other_beginnings(String phrase, String text, boolean may) {
        assertThat(PhraseSieve.of(text).mayHold(Phrase.inflected(phrase))).isEqualTo(may);
    }

    private static Phrase phrase(String written, boolean inflected) {
        return inflected ? Phrase.inflected(written) : Phrase.of(written);
    }

    private static String some(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 || random.nextInt(4) == 0 ? "" : " ").append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }
}
