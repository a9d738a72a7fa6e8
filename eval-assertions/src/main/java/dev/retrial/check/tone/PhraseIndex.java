package dev.retrial.check.tone;

import dev.retrial.text.Words;
import java.util.ArrayList;
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

    private static final Comparator<Entry<?>> LONGEST_FIRST = (a, b) -> {
        int longer = Integer.compare(b.words.length, a.words.length);
        return longer != 0 ? longer : Boolean.compare(b.opens, a.opens);
    };

    private final Map<String, List<Entry<C>>> byFirstWord = new HashMap<>();

    /** Adds phrases of a class; where two phrases fit a place, the longer one does. */
    PhraseIndex<C> add(C kind, String... phrases) {
        for (String phrase : phrases) {
            boolean opens = phrase.charAt(0) == '^';
            String[] words = (opens ? phrase.substring(1) : phrase).split(" ");
            if (words.length > LONGEST) {
                throw new IllegalArgumentException("a phrase of more than " + LONGEST + " words: " + phrase);
            }
            List<Entry<C>> entries = byFirstWord.computeIfAbsent(words[0], first -> new ArrayList<>(1));
            entries.add(new Entry<>(kind, words, opens));
            entries.sort(LONGEST_FIRST);
        }
        return this;
    }

    /** Tells each place once, as the longest phrase that fits it. */
    void scan(String text, Found<? super C> found) {
        List<Word> window = new ArrayList<>(LONGEST + 1);
        Words cursor = new Words(text);
        int behind = 0;
        boolean more = true;
        while (true) {
            while (more && window.size() < LONGEST) {
                more = cursor.next();
                if (more) {
                    boolean first = behind == 0 || endsSentence(text, behind, cursor.start());
                    window.add(new Word(cursor.lower(), cursor.start(), cursor.end(), first));
                    behind = cursor.end();
                }
            }
            if (window.isEmpty()) {
                return;
            }
            Entry<C> entry = longestAt(window);
            int length = 1;
            if (entry != null) {
                length = entry.words.length;
                found.at(entry.kind, window.get(0).start, window.get(length - 1).end);
            }
            window.subList(0, length).clear();
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

    private @Nullable Entry<C> longestAt(List<Word> window) {
        List<Entry<C>> candidates = byFirstWord.get(window.get(0).text);
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

    private record Word(String text, int start, int end, boolean opens) {}

    private record Entry<C>(C kind, String[] words, boolean opens) {

        boolean fits(List<Word> window) {
            if (words.length > window.size() || (opens && !window.get(0).opens)) {
                return false;
            }
            for (int i = 1; i < words.length; i++) {
                if (!words[i].equals(window.get(i).text)) {
                    return false;
                }
            }
            return true;
        }
    }
}
