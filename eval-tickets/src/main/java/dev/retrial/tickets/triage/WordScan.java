package dev.retrial.tickets.triage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * The words of a text with their places, sentence by sentence: in lower case, English contractions written out, what an apostrophe joins apart.
 *
 * <p>Takes time in proportion to the text.
 */
final class WordScan {

    /** Words of a sentence; what is longer is cut, so that nothing is ever compared over more. */
    static final int LONGEST_SENTENCE = 80;

    private static final int LONGEST_WORD = 40;

    private static final Map<String, String> RUN_TOGETHER = Map.ofEntries(
            Map.entry("dont", "do not"),
            Map.entry("doesnt", "does not"),
            Map.entry("didnt", "did not"),
            Map.entry("isnt", "is not"),
            Map.entry("wasnt", "was not"),
            Map.entry("cant", "can not"),
            Map.entry("cannot", "can not"),
            Map.entry("wont", "will not"),
            Map.entry("hasnt", "has not"),
            Map.entry("havent", "have not"),
            Map.entry("wouldnt", "would not"),
            Map.entry("shouldnt", "should not"),
            Map.entry("couldnt", "could not"),
            Map.entry("thats", "that is"),
            Map.entry("whats", "what is"),
            Map.entry("theres", "there is"),
            Map.entry("im", "i am"),
            Map.entry("ive", "i have"));

    final String text;
    String[] words = new String[32];
    int[] starts = new int[32];
    int[] ends = new int[32];
    int[] sentences = new int[32];
    int count;

    private int[] sentenceEnds = new int[8];
    private boolean[] questions = new boolean[8];
    private int sentenceCount;
    private int firstOfSentence;

    WordScan(String text) {
        this.text = text;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                i = word(i);
            } else {
                if (endsSentence(c, i)) {
                    endSentence(i + 1, c == '?' || c == '\uFF1F');
                }
                i++;
            }
        }
        endSentence(text.length(), false);
    }

    private boolean endsSentence(char c, int at) {
        return switch (c) {
            case '\n', '\u3002', '\uFF01', '\uFF1F' -> true;
            case '.', '!', '?', ';' -> at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
            default -> false;
        };
    }

    private void endSentence(int end, boolean question) {
        if (firstOfSentence == count && sentenceCount > 0) {
            // "?!" and blank lines belong to the sentence before.
            sentenceEnds[sentenceCount - 1] = end;
            questions[sentenceCount - 1] |= question;
            return;
        }
        if (sentenceCount == sentenceEnds.length) {
            sentenceEnds = Arrays.copyOf(sentenceEnds, sentenceCount * 2);
            questions = Arrays.copyOf(questions, sentenceCount * 2);
        }
        sentenceEnds[sentenceCount] = end;
        questions[sentenceCount++] = question;
        firstOfSentence = count;
    }

    private int word(int from) {
        int end = from;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        String word = end - from > LONGEST_WORD
                ? text.substring(from, from + LONGEST_WORD)
                : text.substring(from, end).toLowerCase(Locale.ROOT);
        if (end + 1 < text.length() && isApostrophe(text.charAt(end)) && Character.isLetter(text.charAt(end + 1))) {
            return contracted(word, from, end);
        }
        String apart = RUN_TOGETHER.get(word);
        if (apart == null) {
            add(word, from, end);
        } else {
            int blank = apart.indexOf(' ');
            add(apart.substring(0, blank), from, end);
            add(apart.substring(blank + 1), from, end);
        }
        return end;
    }

    /** Adds a word before an apostrophe and what is behind it. */
    private int contracted(String word, int from, int apostrophe) {
        int end = apostrophe + 1;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        String rest =
                text.substring(apostrophe + 1, Math.min(end, apostrophe + 4)).toLowerCase(Locale.ROOT);
        if (rest.equals("t") && word.endsWith("n")) {
            String stem = word.substring(0, word.length() - 1);
            add(stem.equals("ca") ? "can" : stem.equals("wo") ? "will" : stem, from, end);
            add("not", from, end);
            return end;
        }
        add(word, from, apostrophe);
        switch (rest) {
            case "ve" -> add("have", apostrophe + 1, end);
            case "m" -> add("am", apostrophe + 1, end);
            case "re" -> add("are", apostrophe + 1, end);
            case "ll" -> add("will", apostrophe + 1, end);
            case "d" -> add("would", apostrophe + 1, end);
            case "s" -> {
                if (isPronoun(word)) {
                    add("is", apostrophe + 1, end);
                }
            }
            default -> {
                // "n'existe", "l'assistant": the rest is a word of its own, read next.
                return apostrophe + 1;
            }
        }
        return end;
    }

    private static boolean isPronoun(String word) {
        return switch (word) {
            case "that", "it", "what", "who", "there", "he", "she", "here", "this", "everything", "where" -> true;
            default -> false;
        };
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC';
    }

    private void add(String word, int start, int end) {
        if (count == words.length) {
            words = Arrays.copyOf(words, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            sentences = Arrays.copyOf(sentences, count * 2);
        }
        if (count - firstOfSentence >= LONGEST_SENTENCE) {
            endSentence(start, false);
        }
        words[count] = word;
        starts[count] = start;
        ends[count] = end;
        sentences[count++] = sentenceCount;
    }

    int sentenceCount() {
        return sentenceCount;
    }

    boolean isQuestion(int sentence) {
        return questions[sentence];
    }

    /** The sentence of this offset. */
    int sentenceAt(int offset) {
        int at = Arrays.binarySearch(sentenceEnds, 0, sentenceCount, offset + 1);
        return Math.min(sentenceCount - 1, at < 0 ? -at - 1 : at);
    }
}
