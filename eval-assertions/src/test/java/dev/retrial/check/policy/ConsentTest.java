package dev.retrial.check.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("anywhere")
class ConsentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yes",
                "yes please",
                "Yes, please cancel it and refund the $89.",
                "YES!!!",
                "Sure, go ahead.",
                "Go ahead",
                "Please go ahead with the refund.",
                "I agree.",
                "Yes, I agree to the fee.",
                "Ok, do it",
                "Okay. Please proceed.",
                "Absolutely, thank you!",
                "Of course",
                "No problem, go ahead.",
                "Why not, do it.",
                "Sounds good to me",
                "Yes, I’d like that.",
                "Yes. Does it take long?",
                "Ja",
                "Ja, bitte stornieren Sie die Bestellung.",
                "Gerne!",
                "Ja, gerne. Danke!",
                "Einverstanden.",
                "Ich bin einverstanden",
                "Machen Sie das bitte",
                "In Ordnung, legen Sie los",
                "Kein Problem, nur zu",
                "Oui",
                "Oui, s'il vous plaît.",
                "D'accord, allez-y",
                "Bien sûr !",
                "Je confirme l'annulation.",
                "Pas de problème, allez-y",
                "No problem.",
                "No objections.",
                "Not a problem at all.",
                "Warum nicht.",
                "Pourquoi pas.",
                "Nur zu!",
                "Yes, thanks.",
                "Ja, danke.",
                "Oui, merci.",
                "Undo it. Then do it.",
                "Fine. Yes."
            })
    void a_plain_yes_is_consent(String message) {
        assertThat(Consent.isGiven(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yes, but only if there is no fee.",
                "Yes, but what does it cost?",
                "Yes... however, wait for my colleague.",
                "Yes, if it is free",
                "Ok, but not today",
                "No",
                "No, go ahead and tell me more first",
                "Not yet",
                "Don't do it",
                "Please don't go ahead.",
                "I do not agree",
                "I'm not sure",
                "Yes?",
                "Ok?",
                "Should I go ahead?",
                "Wait, yes, cancel that",
                "Sure, my order number is A-1042.",
                "Yes, it's A-1042",
                "Yes, I have tried that already.",
                "I want my money back for order A-1042.",
                "Please refund my order.",
                "Okay, thanks.",
                "Yesterday you said 60 days",
                "Okapis are nice",
                "Undo it",
                "We go aheadlong",
                "No worries.",
                "Okay, danke.",
                "Alright, merci.",
                "Ok. What now?",
                "Ja, aber erst nächste Woche",
                "Ja, wenn es nichts kostet",
                "Ja?",
                "Nein",
                "Noch nicht",
                "Ich bin nicht einverstanden",
                "Ja, meine Nummer ist 42",
                "Oui, mais pas aujourd'hui",
                "Oui, si c'est gratuit",
                "Non",
                "Je ne suis pas d'accord",
                "Oui, mon numéro est 42",
                "Oui ?",
                "",
                "😊"
            })
    void anything_else_is_none(String message) {
        assertThat(Consent.isGiven(message)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "de", "ja", "en"})
    void a_locale_makes_no_difference(String language) {
        java.util.Locale before = java.util.Locale.getDefault();
        try {
            java.util.Locale.setDefault(java.util.Locale.forLanguageTag(language));
            assertThat(Consent.isGiven("I CONFIRM IT. SIGN IT.")).isTrue();
            assertThat(Consent.isGiven("YES, IF IT IS FREE")).isFalse();
        } finally {
            java.util.Locale.setDefault(before);
        }
    }

    @org.junit.jupiter.api.Test
    void nobody_can_say_what_a_long_message_agrees_to() {
        assertThat(Consent.isGiven("Yes. " + "The colours are fine. ".repeat(40)))
                .isFalse();
    }
}
