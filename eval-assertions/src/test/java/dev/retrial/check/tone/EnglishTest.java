package dev.retrial.check.tone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "Yes.",
                "Done, thanks!",
                "Order A-1042 shipped.",
                "Non-refundable.",
                "By 10 EST.",
                "SIM locked.",
                "You can return it within 30 days."
            })
    void what_may_be_English_is(String text) {
        assertThat(English.isLikely(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ja.",
                "Ja, gerne!",
                "Nein, leider.",
                "Oui, merci.",
                "Sí, claro.",
                "Да.",
                "はい",
                "Ihre Bestellung ist heute Morgen angekommen."
            })
    void what_is_plainly_of_another_language_is_not(String text) {
        assertThat(English.isLikely(text)).isFalse();
    }
}
