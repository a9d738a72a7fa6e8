package dev.retrial.tickets.redact;

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
        int[] counts = new int[values().length];
        String all = text.toString();
        int seen = 0;
        for (int at = 0; at < all.length() && seen < 400; at++) {
            int end = Letters.end(all, at);
            if (end > at) {
                seen++;
                if (end - at <= 8) {
                    String word = Letters.lower(all.substring(at, end));
                    for (Tongue tongue : values()) {
                        counts[tongue.ordinal()] += tongue.words.contains(word) ? 1 : 0;
                    }
                }
                at = end;
            }
        }
        Tongue best = ENGLISH;
        for (Tongue tongue : values()) {
            best = counts[tongue.ordinal()] > counts[best.ordinal()] ? tongue : best;
        }
        return best;
    }
}
