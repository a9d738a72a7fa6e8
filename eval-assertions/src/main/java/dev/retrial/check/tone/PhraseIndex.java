package dev.retrial.check.tone;

import dev.retrial.text.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final Comparator<Entry<?>> LONGEST_FIRST = (a, b) -> {
        int longer = Integer.compare(b.words.size(), a.words.size());
        return longer != 0 ? longer : Boolean.compare(b.opens, a.opens);
    };

    private final Map<Integer, List<Entry<C>>> byFirstWord = new HashMap<>();

    /** Of each hash of a first word the lowest bits, so that most words are passed over without a look into the map. */
    private final BitSet firstWords = new BitSet(SIEVE);

    /** Adds phrases of a class; where two phrases fit a place, the longer one does. */
    PhraseIndex<C> add(C kind, String... phrases) {
        for (String phrase : phrases) {
            boolean opens = phrase.charAt(0) == '^';
            List<String> words = List.of((opens ? phrase.substring(1) : phrase).split(" "));
            if (words.size() > LONGEST) {
                throw new IllegalArgumentException("a phrase of more than " + LONGEST + " words: " + phrase);
            }
            int hash = words.get(0).hashCode();
            firstWords.set(hash & (SIEVE - 1));
            List<Entry<C>> entries = byFirstWord.computeIfAbsent(hash, first -> new ArrayList<>(1));
            entries.add(new Entry<>(kind, words, opens));
            entries.sort(LONGEST_FIRST);
        }
        return this;
    }

    /** Tells each place once, as the longest phrase that fits it. */
    void scan(String text, Found<? super C> found) {
        Window window = new Window(text);
        while (window.fill()) {
            Entry<C> entry = longestAt(window);
            int length = 1;
            if (entry != null) {
                length = entry.words.size();
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
        List<Entry<C>> candidates = firstWords.get(hash & (SIEVE - 1)) ? byFirstWord.get(hash) : null;
        if (candidates != null) {
            for (Entry<C> candidate : candidates) {
                if (candidate.fits(window)) {
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

        boolean has(int word, String lower) {
            return Words.isWord(text, start(word), end(word), lower);
        }

        /** Whether a sentence begins with the first word. */
        boolean opens() {
            return behind < 0 || endsSentence(text, behind, start(0));
        }
    }

    private record Entry<C>(C kind, List<String> words, boolean opens) {

        boolean fits(Window window) {
            if (words.size() > window.size || (opens && !window.opens())) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                if (!window.has(i, words.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
