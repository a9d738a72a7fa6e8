package dev.retrial.check.tone;

import dev.retrial.text.Words;
import java.util.Set;

/** Counts contractions. */
final class Contractions {

    /** Words whose {@code 's} is an "is" or an "us", and no possessive. */
    private static final Set<String> WITH_IS = Set.of(
            "it's",
            "that's",
            "what's",
            "here's",
            "there's",
            "let's",
            "who's",
            "he's",
            "she's",
            "how's",
            "where's",
            "when's",
            "why's",
            "everything's",
            "something's",
            "nothing's");

    private Contractions() {}

    static void count(String text, Tally tally) {
        Words words = new Words(text);
        while (words.next()) {
            if (isContraction(words.lower())) {
                tally.add(words.start(), words.end());
            }
        }
    }

    static boolean isContraction(String word) {
        if (word.indexOf('\'') <= 0) {
            return false;
        }
        return word.endsWith("n't")
                || word.endsWith("'re")
                || word.endsWith("'ve")
                || word.endsWith("'ll")
                || word.equals("i'm")
                || (word.endsWith("'d") && word.length() <= 6)
                || word.equals("y'all")
                || WITH_IS.contains(word);
    }
}
