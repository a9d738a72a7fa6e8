package dev.retrial.tickets.triage;

import dev.retrial.judge.Rubric;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words for each cue in every language, and where a text says them. */
final class CueWords {

    private static final String FILE = "cues.txt";
    private static final int GAP = 3;
    private static final CueWords STANDARD = new CueWords(read());

    private final Map<String, List<Entry>> byWord = new HashMap<>();
    private final Map<String, List<Entry>> byStem = new HashMap<>();
    private final List<Signs> signs = new ArrayList<>();
    private final String hash;
    private int shortestStem = 3;
    private int longestStem = 3;

    /** Told of each cue in a text. */
    interface Sink {
        void said(Cue cue, int start, int end, boolean negates);
    }

    private record Entry(Cue cue, List<String> words, boolean negates) {}

    /** Words of a language without blanks. */
    private record Signs(Cue cue, String written) {}

    private CueWords(String written) {
        hash = Rubric.sha256(written).substring(0, 12);
        Cue cue = null;
        for (String line : written.split("\n")) {
            if (line.startsWith("[")) {
                cue = Cue.valueOf(line.substring(1, line.indexOf(']')).toUpperCase(Locale.ROOT));
            } else if (cue != null && line.length() > 4 && line.charAt(2) == ':') {
                for (String phrase : line.substring(3).split("\\|")) {
                    add(cue, line.substring(0, 2), phrase.strip());
                }
            }
        }
    }

    static CueWords standard() {
        return STANDARD;
    }

    /** Tells one vocabulary from another. */
    String hash() {
        return hash;
    }

    private static String read() {
        try (InputStream in = CueWords.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Cue cue, String language, String phrase) {
        if (language.equals("ja") && phrase.charAt(0) > 0x2E7F) {
            signs.add(new Signs(cue, phrase));
            return;
        }
        List<String> words = List.of(
                phrase.toLowerCase(Locale.ROOT).replace("cannot", "can not").split("[ -]+"));
        boolean negates = false;
        for (String word : words) {
            negates |= isNegator(word);
        }
        Entry entry = new Entry(cue, words, negates);
        String first = words.get(0);
        if (first.endsWith("*")) {
            String stem = first.substring(0, first.length() - 1);
            shortestStem = Math.min(shortestStem, stem.length());
            longestStem = Math.max(longestStem, stem.length());
            byStem.computeIfAbsent(stem, key -> new ArrayList<>()).add(entry);
        } else {
            byWord.computeIfAbsent(first, key -> new ArrayList<>()).add(entry);
        }
    }

    private static boolean isNegator(String word) {
        return switch (word) {
            case "not",
                    "no",
                    "never",
                    "without",
                    "nobody",
                    "nicht",
                    "kein",
                    "keine",
                    "keine*",
                    "nie",
                    "pas",
                    "n",
                    "jamais",
                    "aucun",
                    "aucune",
                    "nunca" -> true;
            default -> false;
        };
    }

    /** Tells every cue in the text. */
    void find(WordScan scan, Sink sink) {
        for (int i = 0; i < scan.count; i++) {
            String word = scan.words[i];
            tell(byWord.get(word), scan, i, sink);
            int longest = Math.min(longestStem, word.length());
            for (int length = shortestStem; length <= longest; length++) {
                tell(byStem.get(word.substring(0, length)), scan, i, sink);
            }
        }
        if (hasSigns(scan.text)) {
            for (Signs one : signs) {
                int at = scan.text.indexOf(one.written);
                while (at >= 0) {
                    sink.said(one.cue, at, at + one.written.length(), true);
                    at = scan.text.indexOf(one.written, at + one.written.length());
                }
            }
        }
    }

    private static boolean hasSigns(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x3040 && c <= 0x9FFF) {
                return true;
            }
        }
        return false;
    }

    private static void tell(@Nullable List<Entry> entries, WordScan scan, int at, Sink sink) {
        if (entries == null) {
            return;
        }
        for (Entry entry : entries) {
            int last = match(entry.words, 0, scan, at);
            if (last >= 0) {
                sink.said(entry.cue, scan.starts[at], scan.ends[last], entry.negates);
            }
        }
    }

    /** The last word of the phrase, whose words from this one on stand here; or -1. */
    private static int match(List<String> words, int from, WordScan scan, int at) {
        int position = at;
        for (int i = from; i < words.size(); i++) {
            String wanted = words.get(i);
            if (wanted.equals("~")) {
                for (int gap = 0; gap <= GAP; gap++) {
                    int last = match(words, i + 1, scan, position + gap);
                    if (last >= 0) {
                        return last;
                    }
                }
                return -1;
            }
            if (position >= scan.count || scan.sentences[position] != scan.sentences[at]) {
                return -1;
            }
            if (!fits(wanted, scan.words[position])) {
                return -1;
            }
            position++;
        }
        return position - 1;
    }

    private static boolean fits(String wanted, String word) {
        if (wanted.equals("_") || wanted.equals("*")) {
            return true;
        }
        int stem = wanted.length() - 1;
        return wanted.charAt(stem) == '*' ? word.regionMatches(0, wanted, 0, stem) : wanted.equals(word);
    }
}
