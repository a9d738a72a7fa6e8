package dev.retrial.tickets.review;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** In which language a customer writes, by its small words: good enough to give each reviewer the drafts that they can read. */
final class Tongues {

    /** None where fewer small words are seen. */
    private static final int ENOUGH = 2;

    private static final int LOOKED_AT = 2_000;

    private static final Map<String, Set<String>> SMALL_WORDS = Map.of(
            "en",
                    Set.of(
                            "the", "and", "is", "my", "you", "your", "it", "was", "not", "have", "this", "for", "to",
                            "of"),
            "de",
                    Set.of(
                            "der", "die", "das", "und", "ist", "ich", "nicht", "mein", "meine", "sie", "ein", "eine",
                            "mit"),
            "fr",
                    Set.of(
                            "le", "les", "et", "est", "je", "vous", "pas", "une", "des", "mon", "ma", "pour", "avec",
                            "votre"),
            "es", Set.of("el", "los", "las", "y", "mi", "una", "por", "con", "su", "gracias", "hola", "pedido", "del"),
            "it", Set.of("il", "gli", "e", "sono", "mio", "mia", "una", "per", "che", "non", "della", "grazie", "di"),
            "nl", Set.of("de", "het", "een", "en", "ik", "niet", "mijn", "van", "dat", "met", "voor", "u", "jullie"),
            "pt",
                    Set.of(
                            "o",
                            "os",
                            "as",
                            "e",
                            "meu",
                            "minha",
                            "uma",
                            "por",
                            "com",
                            "obrigado",
                            "obrigada",
                            "do",
                            "da"));

    private Tongues() {}

    /** ISO 639-1, or an empty text where it cannot be told. */
    static String of(String text) {
        String[] words = text.substring(0, Math.min(text.length(), LOOKED_AT))
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}]+");
        String best = "";
        int most = ENOUGH - 1;
        for (String tongue : new String[] {"en", "de", "fr", "es", "it", "nl", "pt"}) {
            int count = 0;
            for (String word : words) {
                count += SMALL_WORDS.getOrDefault(tongue, Set.of()).contains(word) ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = tongue;
            }
        }
        return best;
    }
}
