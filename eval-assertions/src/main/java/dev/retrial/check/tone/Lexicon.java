package dev.retrial.check.tone;

import dev.retrial.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A list of words and turns of phrase that are counted in a text. English. */
final class Lexicon {

    /** What takes the edge off a statement. */
    static final Lexicon HEDGES = new Lexicon(
            "maybe",
            "perhaps",
            "possibly",
            "probably",
            "presumably",
            "apparently",
            "supposedly",
            "seemingly",
            "arguably",
            "potentially",
            "hopefully",
            "roughly",
            "somewhat",
            "likely",
            "unlikely",
            "might",
            "seems",
            "seem",
            "seemed",
            "appears to",
            "appear to",
            "i think",
            "i believe",
            "i guess",
            "i suppose",
            "i assume",
            "i'm not sure",
            "i am not sure",
            "we think",
            "we believe",
            "sort of",
            "kind of",
            "more or less",
            "to some extent",
            "as far as i know",
            "as far as we know",
            "in my opinion",
            "it could be",
            "could be that",
            "it may be",
            "may or may not",
            "not entirely sure",
            "not quite sure",
            "should be able to",
            "tends to",
            "tend to");

    /** What asks for pardon. */
    static final Lexicon APOLOGIES = new Lexicon(
            "sorry",
            "apologies",
            "apology",
            "apologize",
            "apologise",
            "apologizing",
            "apologising",
            "apologized",
            "apologised",
            "apologizes",
            "apologises",
            "we regret",
            "i regret",
            "pardon",
            "forgive us",
            "forgive me",
            "excuse the",
            "please excuse");

    private final Map<String, List<String[]>> byFirstWord = new HashMap<>();

    private Lexicon(String... entries) {
        for (String entry : entries) {
            String[] words = entry.split(" ");
            byFirstWord.computeIfAbsent(words[0], first -> new ArrayList<>(1)).add(words);
        }
        for (List<String[]> phrases : byFirstWord.values()) {
            phrases.sort((a, b) -> b.length - a.length);
        }
    }

    /** Counts each place once, as the longest entry that fits it. */
    void count(String text, Tally tally) {
        // A window over the words: a phrase has seven of them at most.
        List<Word> words = new ArrayList<>();
        Words cursor = new Words(text);
        boolean more = true;
        while (true) {
            while (more && words.size() < 7) {
                more = cursor.next();
                if (more) {
                    words.add(new Word(cursor.lower(), cursor.start(), cursor.end()));
                }
            }
            if (words.isEmpty()) {
                return;
            }
            int length = longestAt(words);
            if (length > 0) {
                tally.add(words.get(0).start, words.get(length - 1).end);
            }
            for (int i = Math.max(1, length); i > 0; i--) {
                words.remove(0);
            }
        }
    }

    private int longestAt(List<Word> words) {
        List<String[]> candidates = byFirstWord.get(words.get(0).text);
        if (candidates == null) {
            return 0;
        }
        for (String[] candidate : candidates) {
            if (candidate.length <= words.size() && agrees(candidate, words)) {
                return candidate.length;
            }
        }
        return 0;
    }

    private static boolean agrees(String[] candidate, List<Word> words) {
        for (int i = 1; i < candidate.length; i++) {
            if (!candidate[i].equals(words.get(i).text)) {
                return false;
            }
        }
        return true;
    }

    private record Word(String text, int start, int end) {}
}
