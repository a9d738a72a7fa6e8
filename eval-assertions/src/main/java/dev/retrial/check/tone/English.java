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

    private English() {}

    /** False only for a text of some words with next to none of English's small ones. */
    static boolean isLikely(String text) {
        Words words = new Words(text);
        int count = 0;
        int small = 0;
        while (count < MOST && words.next()) {
            count++;
            small += SMALL_WORDS.contains(words.lower()) ? 1 : 0;
        }
        return count < ENOUGH || small * 12 >= count;
    }
}
