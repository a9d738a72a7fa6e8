package dev.retrial.text;

import org.jspecify.annotations.Nullable;

/**
 * Letters that stand in every text that says a phrase: looking for these costs a fraction of reading the text word by word, and most texts do not have them.
 *
 * <p>It never says that a text has not what it may have: where a text has a character that can be a letter in disguise (a soft hyphen, a wide or a mathematical letter), it says nothing.
 */
final class WordTrace {

    private static final int SHORTEST = 3;

    private final String letters;
    private final char lower;
    private final char upper;

    private WordTrace(String letters) {
        this.letters = letters;
        this.lower = letters.charAt(0);
        this.upper = Character.toUpperCase(lower);
    }

    /** The trace of the longest word that is always said by itself, or null where there is none. */
    static @Nullable WordTrace of(PhraseToken[] tokens) {
        String longest = "";
        for (PhraseToken token : tokens) {
            String letters = token.letters();
            if (letters.length() > longest.length() && isPlain(letters)) {
                longest = letters;
            }
        }
        return longest.length() < SHORTEST ? null : new WordTrace(longest);
    }

    private static boolean isPlain(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
                return false;
            }
        }
        return true;
    }

    /** False only where the text, from this offset on, certainly has no word with these letters. */
    boolean mayBeIn(String text, int from) {
        int length = text.length();
        for (int i = from; i < length; i++) {
            char c = text.charAt(i);
            if (c == lower || c == upper) {
                if (begins(text, i)) {
                    return true;
                }
            } else if (c >= 0x80 && mayHideLetters(c)) {
                return true;
            }
        }
        return false;
    }

    private boolean begins(String text, int at) {
        if (at + letters.length() > text.length()) {
            return false;
        }
        for (int i = 1; i < letters.length(); i++) {
            char c = text.charAt(at + i);
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Not so are the letters of Western Europe, and the quotes, dashes and signs that people type. */
    private static boolean mayHideLetters(char c) {
        if (c < 0x100) {
            return c == 0xAD || c == 0xAA || c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0xBA;
        }
        return !((c >= 0x2010 && c <= 0x2027) || c == 0x202F || c == 0x20AC);
    }
}
