package dev.retrial.text;

import org.apiguardian.api.API;

/**
 * Tells in a few steps that a phrase is not in a text, so that many phrases are looked for at the price of one.
 *
 * <p>It knows by what letters the words of the text begin; it never turns away a phrase that {@link Phrase#find} would find.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PhraseSieve {

    private static final int SLOTS = 4_096;
    private static final int LETTERS = 3;

    private final long[] begun = new long[SLOTS / Long.SIZE];

    private PhraseSieve() {}

    /** Reads the text once. */
    public static PhraseSieve of(String text) {
        PhraseSieve sieve = new PhraseSieve();
        Tokens cursor = new Tokens(text);
        while (cursor.next()) {
            if (cursor.kind == Tokens.Kind.WORD) {
                int slot = slot(cursor.word);
                sieve.begun[slot / Long.SIZE] |= 1L << slot;
            }
        }
        return sieve;
    }

    /** Whether the text may say the phrase; where it is false, it does not. */
    public boolean mayHold(Phrase phrase) {
        for (int slot : phrase.slots()) {
            if ((begun[slot / Long.SIZE] & 1L << slot) == 0) {
                return false;
            }
        }
        return true;
    }

    /** A number for the first letters of a word; the same for all forms of a word that an inflected phrase accepts. */
    static int slot(CharSequence word) {
        int slot = 0;
        for (int i = 0; i < LETTERS && i < word.length(); i++) {
            slot = 31 * slot + word.charAt(i);
        }
        return slot & (SLOTS - 1);
    }
}
