package dev.retrial.statement;

/**
 * By what letters the words of a text begin, so that cues of which no word can be there need not be looked for.
 *
 * <p>What begins a word here may lie within one of a {@link Sentence}, never the other way about: a cue that is there is never turned away.
 */
final class Beginnings {

    private static final int SLOTS = 4_096;
    private static final int FEWEST = 3;
    private static final int MOST = 5;

    private final long[] begun = new long[SLOTS / Long.SIZE];
    private boolean any;

    /** Those of a text. */
    static Beginnings of(String text) {
        Beginnings beginnings = new Beginnings();
        int length = text.length();
        int at = 0;
        while (at < length) {
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            at = beginnings.addWord(text, at);
        }
        return beginnings;
    }

    /** Adds a word's first letters, by three, four and five; returns where it ends. */
    private int addWord(String text, int from) {
        int slot = 0;
        int at = from;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            if (at - from < MOST) {
                slot = next(slot, text.charAt(at));
                if (at - from >= FEWEST - 1) {
                    add(slot);
                }
            }
            at++;
        }
        if (at - from < FEWEST) {
            add(slot);
        }
        return at;
    }

    /** Adds the beginning of a cue's first word; one that is too short to tell, or stands for any, lets every text pass. */
    void addCue(String word) {
        int slot = 0;
        int letters = 0;
        while (letters < word.length() && letters < MOST && Character.isLetterOrDigit(word.charAt(letters))) {
            slot = next(slot, word.charAt(letters++));
        }
        boolean open = letters < word.length() && "*_".indexOf(word.charAt(letters)) >= 0;
        if (letters == 0 || (open && letters < FEWEST)) {
            any = true;
        } else {
            add(slot);
        }
    }

    private static int next(int slot, char c) {
        return 31 * slot + Character.toLowerCase(Character.toUpperCase(c));
    }

    private void add(int slot) {
        int bit = slot & (SLOTS - 1);
        begun[bit / Long.SIZE] |= 1L << bit;
    }

    /** Whether one of these may begin a word of those. */
    boolean meet(Beginnings others) {
        if (any || others.any) {
            return true;
        }
        for (int i = 0; i < begun.length; i++) {
            if ((begun[i] & others.begun[i]) != 0) {
                return true;
            }
        }
        return false;
    }
}
