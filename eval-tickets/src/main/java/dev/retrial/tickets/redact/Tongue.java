package dev.retrial.tickets.redact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The language of a text, by its small words, as far as names and nouns depend on it. */
enum Tongue {
    ENGLISH(
            "en",
            Set.of(
                    "the", "and", "is", "my", "i", "you", "to", "of", "it", "for", "not", "have", "your", "was", "with",
                    "that")),
    GERMAN(
            "de",
            Set.of(
                    "der", "die", "das", "und", "ist", "ich", "sie", "nicht", "mit", "für", "ein", "eine", "meine",
                    "wir", "habe", "auf", "zu")),
    FRENCH(
            "fr",
            Set.of(
                    "le", "la", "les", "et", "est", "je", "vous", "pas", "une", "des", "mon", "ma", "pour", "que",
                    "avec", "votre", "bonjour")),
    SPANISH(
            "es",
            Set.of(
                    "el", "los", "las", "y", "es", "mi", "no", "una", "por", "para", "que", "con", "su", "gracias",
                    "hola", "pedido", "del"));

    /** Which tongues, by their places, have a small word: one look-up a word, since every text is asked. */
    private static final Map<String, int[]> PLACES = new HashMap<>();

    private static final int LONGEST = 8;
    private static final int ENOUGH = 400;

    static {
        for (Tongue tongue : values()) {
            for (String word : tongue.words) {
                int[] places = PLACES.getOrDefault(word, new int[0]);
                int[] more = Arrays.copyOf(places, places.length + 1);
                more[places.length] = tongue.ordinal();
                PLACES.put(word, more);
            }
        }
    }

    private final String tag;
    private final Set<String> words;

    Tongue(String tag, Set<String> words) {
        this.tag = tag;
        this.words = words;
    }

    String tag() {
        return tag;
    }

    /** The language most of whose small words there are; English where there are none. */
    static Tongue of(CharSequence text) {
        Tongue[] tongues = values();
        int[] counts = new int[tongues.length];
        String all = text.toString();
        int seen = 0;
        for (int at = 0; at < all.length() && seen < ENOUGH; at++) {
            int end = Letters.end(all, at);
            if (end > at) {
                seen++;
                int[] places = end - at <= LONGEST ? PLACES.get(Letters.lower(all.substring(at, end))) : null;
                if (places != null) {
                    for (int place : places) {
                        counts[place]++;
                    }
                }
                at = end;
            }
        }
        Tongue best = ENGLISH;
        for (Tongue tongue : tongues) {
            best = counts[tongue.ordinal()] > counts[best.ordinal()] ? tongue : best;
        }
        return best;
    }
}
