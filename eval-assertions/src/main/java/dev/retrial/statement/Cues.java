package dev.retrial.statement;

import java.util.Arrays;

/**
 * Words and groups of words that tell how a sentence is meant.
 *
 * <p>A word that ends with {@code *} stands for every word that begins so, {@code _} for any one word.
 */
final class Cues {

    private static final int SLOTS = 256;

    private static final Group[] NO_GROUPS = {};

    static final Cues NONE = of();

    /** Groups by the first letters of their first word; most words find none there. */
    private final Group[][] slots = new Group[SLOTS][];

    private final Beginnings beginnings = new Beginnings();

    private Cues() {
        Arrays.fill(slots, NO_GROUPS);
    }

    static Cues of(String... written) {
        Cues cues = new Cues();
        for (String several : written) {
            for (String one : several.split("\\|", -1)) {
                String[] words = one.strip().split(" ", -1);
                cues.beginnings.addCue(words[0]);
                int slot = slot(words[0]);
                Group[] groups = Arrays.copyOf(cues.slots[slot], cues.slots[slot].length + 1);
                groups[groups.length - 1] = new Group(words);
                cues.slots[slot] = groups;
            }
        }
        return cues;
    }

    /** Whether some group may stand in a text whose words begin so. */
    boolean mayBeAmong(Beginnings said) {
        return beginnings.meet(said);
    }

    private static int slot(String word) {
        char second = word.length() > 1 ? word.charAt(1) : '*';
        return (word.charAt(0) * 31 + (second == '*' ? 0 : second)) & (SLOTS - 1);
    }

    /** How many words the longest group that begins at this word has; 0 where none does. */
    int lengthAt(Sentence sentence, int at) {
        return lengthAt(sentence, at, sentence.size());
    }

    int lengthAt(Sentence sentence, int at, int until) {
        int longest = 0;
        for (Group candidate : slots[slot(sentence.word(at))]) {
            int length = candidate.words.length;
            if (length > longest && at + length <= until && candidate.isAt(sentence, at)) {
                longest = length;
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

    /** Words that follow each other, those that only begin a word without their sign. */
    private static final class Group {

        private final String[] words;
        private final boolean[] begins;

        Group(String[] written) {
            words = written;
            begins = new boolean[written.length];
            for (int i = 0; i < written.length; i++) {
                boolean any = written[i].equals("_");
                begins[i] = any || written[i].endsWith("*");
                words[i] = begins[i] ? written[i].substring(0, written[i].length() - 1) : written[i];
            }
        }

        boolean isAt(Sentence sentence, int at) {
            for (int i = 0; i < words.length; i++) {
                String said = sentence.word(at + i);
                if (!(begins[i] ? said.startsWith(words[i]) : said.equals(words[i]))) {
                    return false;
                }
            }
            return true;
        }
    }
}
