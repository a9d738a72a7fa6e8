package dev.retrial.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words and groups of words that tell how a sentence is meant.
 *
 * <p>A word that ends with {@code *} stands for every word that begins so, {@code _} for any one word.
 */
final class Cues {

    private static final int FILTER = 1_024;

    static final Cues NONE = of();

    /** Groups by the first letters of their first word. */
    private final Map<String, List<String[]>> byBeginning = new HashMap<>();

    /** Whether some group may begin with such letters: most words are turned away by it. */
    private final boolean[] mayBegin = new boolean[FILTER];

    private final Beginnings beginnings = new Beginnings();

    private Cues() {}

    static Cues of(String... written) {
        Cues cues = new Cues();
        for (String several : written) {
            for (String one : several.split("\\|", -1)) {
                String[] words = one.strip().split(" ", -1);
                cues.mayBegin[slot(words[0])] = true;
                cues.beginnings.addCue(words[0]);
                cues.byBeginning
                        .computeIfAbsent(beginning(words[0]), key -> new ArrayList<>())
                        .add(words);
            }
        }
        return cues;
    }

    /** Whether some group may stand in a text whose words begin so. */
    boolean mayBeAmong(Beginnings said) {
        return beginnings.meet(said);
    }

    private static String beginning(String word) {
        int end = word.endsWith("*") ? word.length() - 1 : word.length();
        return word.substring(0, Math.min(2, end));
    }

    private static int slot(String word) {
        char second = word.length() > 1 ? word.charAt(1) : '*';
        return (word.charAt(0) * 31 + (second == '*' ? 0 : second)) & (FILTER - 1);
    }

    /** How many words the longest group that begins at this word has; 0 where none does. */
    int lengthAt(Sentence sentence, int at) {
        return lengthAt(sentence, at, sentence.size());
    }

    int lengthAt(Sentence sentence, int at, int until) {
        if (!mayBegin[slot(sentence.word(at))]) {
            return 0;
        }
        List<String[]> candidates = byBeginning.get(beginning(sentence.word(at)));
        int longest = 0;
        if (candidates != null) {
            for (int i = 0; i < candidates.size(); i++) {
                String[] words = candidates.get(i);
                if (words.length > longest && at + words.length <= until && fits(words, sentence, at)) {
                    longest = words.length;
                }
            }
        }
        return longest;
    }

    /** The first word from which a group begins that ends before {@code until}, or -1. */
    int find(Sentence sentence, int from, int until) {
        for (int i = Math.max(0, from); i < until; i++) {
            if (lengthAt(sentence, i, until) > 0) {
                return i;
            }
        }
        return -1;
    }

    boolean isIn(Sentence sentence, int from, int until) {
        return find(sentence, from, until) >= 0;
    }

    private static boolean fits(String[] words, Sentence sentence, int at) {
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            String said = sentence.word(at + i);
            boolean fits = word.equals("_")
                    || (word.endsWith("*") ? said.startsWith(word.substring(0, word.length() - 1)) : said.equals(word));
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
