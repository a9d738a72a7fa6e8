package dev.retrial.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.text.Phrase;
import dev.retrial.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {

    private static final List<Phrase> WANTED = List.of(
            Phrase.of("order number"),
            Phrase.of("email address"),
            Phrase.of("Bestellnummer"),
            Phrase.of("num\u00E9ro de commande"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is your order number?",
                "Thanks! What is your order number?",
                "We are sorry, but what is your order number?",
                "We found you, which order number is it?",
                "Order number?",
                "Your order number?",
                "The order number please.",
                "And your full order number, please.",
                "Hi, your order number please",
                "I need your order number.",
                "I need your order number to look at it.",
                "Do you have the order number?",
                "Send me your order number.",
                "Please send your order number.",
                "So, please, then send your order number.",
                "Could you confirm your order number?",
                "If you could send your order number, I can help.",
                "I would ask you to confirm your order number.",
                "We need you to send the order number.",
                "Could you share it with us: your order number?",
                "Tell us your order number and we will look.",
                "We looked and found nothing; please send your order number.",
                "Send us the parcel, but first give us your order number.",
                "Your order number would help.",
                "The order number of it is needed.",
                "Please reply with your order number.",
                "Please respond to us with your order number.",
                "Please get back to me with your order number.",
                "Your email address and order number, please.",
                "May I ask for your email address?",
                "Where is it, and what order number is on it?",
                "Haben Sie ne Bestellnummer f\u00FCr mich?",
                "We ask that you send your order number.",
                "We would like you to confirm your order number.",
                "And then please just confirm your order number.",
                "Wie lautet Ihre Bestellnummer?",
                "Bitte Ihre Bestellnummer.",
                "K\u00F6nnten Sie mir Ihre Bestellnummer schicken?",
                "Ihre Bestellnummer w\u00E4re hilfreich.",
                "Ich brauche die Bestellnummer.",
                "Votre num\u00E9ro de commande, s'il vous pla\u00EEt.",
                "Pouvez-vous m'envoyer le num\u00E9ro de commande ?",
                "Merci de nous indiquer le num\u00E9ro de commande."
            })
    void what_asks_for_it_is_found(String reply) {
        assertThat(Requests.find(reply, WANTED)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your order number",
                "Here is your order number.",
                "We sent it to your email address, is that fine?",
                "Did it arrive at your email address?",
                "Shall we send it to the same registered email address?",
                "I need to send it to your email address.",
                "I can confirm your order number.",
                "We share your order number with the courier.",
                "We will send you the order number.",
                "Please send the order number to the courier.",
                "Please give your bank the order number and not us.",
                "Do you have access to your email address?",
                "Do you know why the order number changed?",
                "Do you have trouble with the order number?",
                "There is no need to send your order number.",
                "You don't have to tell us your order number.",
                "We do not ask for it; your order number is here.",
                "Not your order number would help.",
                "The order number is A-1; do you need more?",
                "I need nothing; the order number is here.",
                "I need a day, but I have the order number.",
                "I need a day, I have the order number.",
                "If you need help, the order number is A-1.",
                "Would you like it? The order number is A-1.",
                "\"What is your order number?\" is what we asked.",
                "Your order number is on the box, please keep it.",
                "Ne nous envoyez pas le num\u00E9ro de commande.",
                "We are able to confirm your order number.",
                "I am glad to be able to share your order number.",
                "Our notes list your order number.",
                "The labels mention the order number.",
                "I'll need a day, then I'll confirm your order number.",
                "Senden Sie die Bestellnummer nicht.",
                "Ihre Bestellnummer steht auf dem Karton.",
                "Je vous envoie le num\u00E9ro de commande.",
                "Inutile de nous donner votre num\u00E9ro de commande.",
                "Pouvez-vous attendre ? Le num\u00E9ro de commande est sur la boite."
            })
    void what_only_mentions_it_is_not(String reply) {
        assertThat(Requests.find(reply, WANTED)).isNull();
    }

    @Test
    void the_first_that_is_asked_for_is_found() {
        String reply = "Your order number is A-1. Please send your email address and your order number.";

        assertThat(Requests.find(reply, WANTED)).isEqualTo(new Span(43, 56));
    }

    @Test
    void the_sentence_of_a_request_is_the_one_around_it() {
        String reply = "Hello! Please send your order number. Thanks.";

        assertThat(Requests.sentenceOf(reply, new Span(24, 36))).isEqualTo(new Span(7, 37));
        assertThat(Requests.sentenceOf(reply, new Span(24, 42))).isEqualTo(new Span(7, 42));
    }
}
