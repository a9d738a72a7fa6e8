package dev.retrial.check.tone;

import dev.retrial.text.Words;
import java.util.Set;

/** Whether a text is in the language that the scales and lexicons know; by its small words, so nothing has to be loaded. */
final class English {

    private static final int ENOUGH = 5;
    private static final int MOST = 60;

    private static final Set<String> SMALL_WORDS = Set.of(
            "the", "of", "and", "to", "is", "it", "you", "your", "we", "our", "that", "this", "for", "are", "be",
            "have", "has", "with", "i", "my", "can", "could", "would", "please", "what", "why", "how", "there", "if",
            "not", "at", "from", "by", "or", "but", "do", "did", "does", "been", "it's", "i'm", "i've", "we'll",
            "you'll", "don't", "can't", "that's", "out", "up", "they", "their", "as", "on", "about", "a");

    /** Short answers and greetings of other languages that are no English words; a reply of four words has too few small ones to count. */
    private static final Set<String> OTHERS = Set.of(
            "ja",
            "nein",
            "doch",
            "danke",
            "bitte",
            "gern",
            "gerne",
            "natürlich",
            "selbstverständlich",
            "leider",
            "nicht",
            "und",
            "ihre",
            "wir",
            "sie",
            "oui",
            "merci",
            "bonjour",
            "bonsoir",
            "voici",
            "désolé",
            "d'accord",
            "votre",
            "nous",
            "vous",
            "sí",
            "gracias",
            "hola",
            "claro",
            "siento",
            "grazie",
            "ciao",
            "certo",
            "purtroppo",
            "sì",
            "obrigado",
            "obrigada",
            "olá",
            "não",
            "bedankt",
            "helaas",
            "dank",
            "tak",
            "nej",
            "kiitos",
            "dziękuję",
            "nie",
            "děkuji",
            "köszönöm",
            "teşekkürler",
            "evet",
            "hayır");

    private English() {}

    /** False for a text of some words with next to none of English's small ones, and for a shorter one with a word of another language or script and none of those. */
    static boolean isLikely(String text) {
        Words words = new Words(text);
        int count = 0;
        int small = 0;
        boolean other = false;
        while (count < MOST && words.next()) {
            count++;
            String word = words.lower();
            small += SMALL_WORDS.contains(word) ? 1 : 0;
            other |= count <= ENOUGH && (OTHERS.contains(word) || isOfAnotherScript(word));
        }
        return count < ENOUGH ? small > 0 || !other : small * 12 >= count;
    }

    private static boolean isOfAnotherScript(String word) {
        int first = word.codePointAt(0);
        return Character.isLetter(first) && Character.UnicodeScript.of(first) != Character.UnicodeScript.LATIN;
    }
}
