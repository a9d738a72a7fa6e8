package dev.retrial.check.tone;

import dev.retrial.text.Words;

/** The school grade of Flesch and Kincaid: 0.39 × words per sentence + 11.8 × syllables per word − 15.59. */
final class ReadingGrade {

    private ReadingGrade() {}

    /** The grade to one decimal; 0 for the simplest text and for none. */
    static double of(String text) {
        int words = 0;
        int syllables = 0;
        Words cursor = new Words(text);
        while (cursor.next()) {
            words++;
            syllables += syllables(cursor.lower());
        }
        if (words == 0) {
            return 0;
        }
        int sentences = Math.max(1, Sentences.count(text));
        double grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
        return Math.max(0, Math.round(grade * 10) / 10.0);
    }

    /** Groups of vowels, without a silent "e" at the end. */
    static int syllables(String word) {
        int groups = 0;
        boolean vowel = false;
        for (int i = 0; i < word.length(); i++) {
            boolean next = "aeiouyäöüáéíóúàèìòùâêîôû".indexOf(word.charAt(i)) >= 0;
            if (next && !vowel) {
                groups++;
            }
            vowel = next;
        }
        int length = word.length();
        boolean silent = groups > 1
                && (endsSilently(word, length)
                        || (word.endsWith("ed") && length > 3 && "td".indexOf(word.charAt(length - 3)) < 0));
        return Math.max(1, silent ? groups - 1 : groups);
    }

    private static boolean endsSilently(String word, int length) {
        if (!word.endsWith("e") || "aeiouy".indexOf(word.charAt(length - 2)) >= 0) {
            return false;
        }
        // "table" keeps its last syllable, "while" does not.
        return !(word.endsWith("le") && length > 2 && "aeiouy".indexOf(word.charAt(length - 3)) < 0);
    }
}
