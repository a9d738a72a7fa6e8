package dev.retrial.check.tone;

import dev.retrial.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words and turns of phrase, each of a class, that are looked for in a text in one pass.
 *
 * <p>A phrase with {@code ^} before it counts only where a sentence begins with it.
 *
 * @param <C> the classes
 */
final class PhraseIndex<C> {

    /** How many words a phrase may have. */
    static final int LONGEST = 7;

    /** How many bits tell whether a word can begin a phrase; a power of two. */
    private static final int SIEVE = 1 << 14;

    /** How many places there are for first words; a power of two. */
    private static final int BUCKETS = 1 << 9;

    private static final Comparator<Entry<?>> LONGEST_FIRST = (a, b) -> {
        int longer = Integer.compare(b.words.length, a.words.length);
        return longer != 0 ? longer : Boolean.compare(b.opens, a.opens);
    };

    /** By the lowest bits of the first word's hash; a map would box each of a text's hashes. */
    private final List<Entry<C>[]> byFirstWord = new ArrayList<>(Collections.nCopies(BUCKETS, none()));

    /** Of each hash of a first word the lowest bits, so that most words are passed over without a look into the map. */
    private final BitSet firstWords = new BitSet(SIEVE);

    /** Adds phrases of a class; where two phrases fit a place, the longer one does. */
    PhraseIndex<C> add(C kind, String... phrases) {
        for (String phrase : phrases) {
            boolean opens = phrase.charAt(0) == '^';
            String[] words = (opens ? phrase.substring(1) : phrase).split(" ");
            if (words.length > LONGEST) {
                throw new IllegalArgumentException("a phrase of more than " + LONGEST + " words: " + phrase);
            }
            int hash = words[0].hashCode();
            firstWords.set(hash & (SIEVE - 1));
            int bucket = hash & (BUCKETS - 1);
            Entry<C>[] before = byFirstWord.get(bucket);
            Entry<C>[] entries = Arrays.copyOf(before, before.length + 1);
            entries[entries.length - 1] = new Entry<>(kind, words, opens);
            Arrays.sort(entries, LONGEST_FIRST);
            byFirstWord.set(bucket, entries);
        }
        return this;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <C> Entry<C>[] none() {
        return new Entry[0];
    }

    /** Tells each place once, as the longest phrase that fits it. */
    void scan(String text, Found<? super C> found) {
        Window window = new Window(text);
        while (window.fill()) {
            Entry<C> entry = longestAt(window);
            int length = 1;
            if (entry != null) {
                length = entry.words.length;
                found.at(entry.kind, window.start(0), window.end(length - 1));
            }
            window.drop(length);
        }
    }

    /** Whether a sentence ends between two words. */
    static boolean endsSentence(String text, int from, int until) {
        for (int i = from; i < until; i++) {
            char c = text.charAt(i);
            if (c == '!' || c == '?' || c == '\n' || c == '\u2026' || c == ':') {
                return true;
            }
            if (c == '.' && i + 1 < text.length() && !Character.isLetterOrDigit(text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Entry<C> longestAt(Window window) {
        int hash = window.hash();
        if (firstWords.get(hash & (SIEVE - 1))) {
            for (Entry<C> candidate : byFirstWord.get(hash & (BUCKETS - 1))) {
                if (candidate.hashes[0] == hash && candidate.fits(window)) {
                    return candidate;
                }
            }
        }
        return null;
    }

    /** Told of each place. */
    interface Found<C> {

        /** A phrase of this class stands there. */
        void at(C kind, int start, int end);
    }

    /** The next words of a text, as many as a phrase may have. */
    private static final class Window {

        private final String text;
        private final Words cursor;
        private final int[] starts = new int[LONGEST];
        private final int[] ends = new int[LONGEST];
        private final int[] hashes = new int[LONGEST];
        private int first;
        private int size;
        private boolean more = true;
        private int behind = -1;

        Window(String text) {
            this.text = text;
            this.cursor = new Words(text);
        }

        /** Reads on until the window is full or the text ends; false where no word is left. */
        boolean fill() {
            while (more && size < LONGEST) {
                more = cursor.next();
                if (more) {
                    int slot = (first + size++) % LONGEST;
                    starts[slot] = cursor.start();
                    ends[slot] = cursor.end();
                    hashes[slot] = cursor.hash();
                }
            }
            return size > 0;
        }

        void drop(int words) {
            behind = end(words - 1);
            first = (first + words) % LONGEST;
            size -= words;
        }

        int hash() {
            return hashes[first];
        }

        int start(int word) {
            return starts[(first + word) % LONGEST];
        }

        int end(int word) {
            return ends[(first + word) % LONGEST];
        }

        boolean has(int word, String lower, int hash) {
            return hashes[(first + word) % LONGEST] == hash && Words.isWord(text, start(word), end(word), lower);
        }

        /** Whether a sentence begins with the first word. */
        boolean opens() {
            return behind < 0 || endsSentence(text, behind, start(0));
        }
    }

    private static final class Entry<C> {

        private final C kind;
        private final String[] words;
        private final int[] hashes;
        private final boolean opens;

        Entry(C kind, String[] words, boolean opens) {
            this.kind = kind;
            this.words = words;
            this.opens = opens;
            this.hashes = new int[words.length];
            for (int i = 0; i < words.length; i++) {
                hashes[i] = words[i].hashCode();
            }
        }

        boolean fits(Window window) {
            if (words.length > window.size) {
                return false;
            }
            for (int i = 0; i < words.length; i++) {
                if (!window.has(i, words[i], hashes[i])) {
                    return false;
                }
            }
            return !opens || window.opens();
        }
    }
}
