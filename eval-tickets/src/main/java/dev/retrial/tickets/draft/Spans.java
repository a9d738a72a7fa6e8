package dev.retrial.tickets.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Parts of a reply that may be what was wrong with it: figures with their unit, and the words that it shares with whoever contradicts it. */
final class Spans {

    private static final int MOST_SENTENCES = 8;

    private static final Set<String> SMALL = Set.of(
            "the", "a", "an", "and", "or", "but", "of", "to", "in", "on", "at", "for", "with", "is", "are", "was",
            "were", "be", "been", "has", "have", "had", "do", "does", "did", "can", "could", "will", "would", "you",
            "your", "we", "our", "i", "it", "its", "this", "that", "there", "they", "as", "so", "if", "from", "by",
            "not", "no", "yes", "my", "me", "us", "der", "die", "das", "und", "oder", "ein", "eine", "ist", "sind",
            "sie", "ihr", "ihre", "wir", "ich", "zu", "von", "le", "la", "les", "un", "une", "et", "ou", "est", "sont",
            "vous", "votre", "nous", "je", "de", "du", "des", "el", "los", "las", "y", "o", "es", "son", "su", "usted",
            "en", "que", "para", "con", "por");

    private Spans() {}

    /** Figures with what they count: {@code 60 days}, {@code $89}, {@code 40%}; then the figure alone is left out, since it says too little. */
    static List<String> figures(String text) {
        Set<String> figures = new LinkedHashSet<>();
        int at = 0;
        while (at < text.length() && figures.size() < 12) {
            char c = text.charAt(at);
            boolean begins = Character.isDigit(c)
                    && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '-');
            if (!begins) {
                at++;
                continue;
            }
            int end = at;
            while (end < text.length()
                    && (Character.isDigit(text.charAt(end))
                            || (text.charAt(end) == '.' || text.charAt(end) == ',' || text.charAt(end) == ':')
                                    && end + 1 < text.length()
                                    && Character.isDigit(text.charAt(end + 1)))) {
                end++;
            }
            figures.addAll(around(text, at, end));
            at = end;
        }
        return new ArrayList<>(figures);
    }

    private static List<String> around(String text, int from, int end) {
        if (from > 0 && "$€£¥".indexOf(text.charAt(from - 1)) >= 0) {
            return List.of(text.substring(from - 1, end));
        }
        int unit = end;
        if (unit < text.length() && (text.charAt(unit) == ' ' || text.charAt(unit) == '-')) {
            unit++;
        }
        if (unit < text.length() && "%€£¥$".indexOf(text.charAt(unit)) >= 0) {
            return List.of(text.substring(from, unit + 1));
        }
        int word = unit;
        while (word < text.length() && Character.isLetter(text.charAt(word)) && word - unit < 20) {
            if (text.charAt(word) >= 0x3040) {
                // Without spaces a unit is a character: 60日.
                return List.of(text.substring(from, word + 1));
            }
            word++;
        }
        return word > unit ? List.of(text.substring(from, word)) : List.of();
    }

    /**
     * Runs of two to five words that say something; those first that have most of what the others' words are about.
     *
     * @param most at most so many
     */
    static List<String> phrases(String text, String about, int most) {
        Set<String> others = stems(about);
        Map<String, Integer> runs = new LinkedHashMap<>();
        int sentences = 0;
        String left = text;
        while (!left.isEmpty() && sentences++ < MOST_SENTENCES) {
            int end = Correction.sentenceEnd(left);
            addRuns(left.substring(0, end), others, runs);
            left = left.substring(end).strip();
        }
        List<String> best = new ArrayList<>(runs.keySet());
        best.sort(Comparator.comparing(runs::get, Comparator.reverseOrder()));
        return List.copyOf(best.subList(0, Math.min(most, best.size())));
    }

    private static void addRuns(String sentence, Set<String> others, Map<String, Integer> runs) {
        List<String> words = List.of(sentence.strip().split("\\s+"));
        for (int length : new int[] {3, 4, 2, 5}) {
            for (int from = 0; from + length <= Math.min(words.size(), 40); from++) {
                String phrase = trim(String.join(" ", words.subList(from, from + length)));
                boolean broken = phrase.chars().anyMatch(c -> ",;:.!?()\"“”@".indexOf(c) >= 0);
                boolean halting = isSmall(words.get(from)) && length < 4 || isSmall(words.get(from + length - 1));
                if (!broken && !halting) {
                    Set<String> shared = stems(phrase);
                    shared.retainAll(others);
                    boolean particular = phrase.chars().anyMatch(Character::isDigit);
                    runs.putIfAbsent(phrase, 2 * shared.size() - (particular ? 1 : 0));
                }
            }
        }
    }

    /** E-mail addresses, and names as far as capitals tell them, which the customer has not said. */
    static List<String> strangers(String text, String customer) {
        Set<String> strangers = new LinkedHashSet<>();
        List<String> name = new ArrayList<>();
        for (String word : text.split("\\s+")) {
            String plain = trim(word);
            if (plain.indexOf('@') > 0) {
                strangers.add(plain);
            }
            boolean capital = !plain.isEmpty() && Character.isUpperCase(plain.charAt(0)) && !isSmall(plain);
            if (capital && plain.indexOf('@') < 0) {
                name.add(plain);
            }
            if (!capital || plain.length() < word.length() && !word.endsWith(plain)) {
                addName(name, strangers);
            }
        }
        addName(name, strangers);
        strangers.removeIf(customer::contains);
        return new ArrayList<>(strangers);
    }

    private static void addName(List<String> name, Set<String> strangers) {
        if (name.size() > 1) {
            strangers.add(String.join(" ", name));
        }
        name.clear();
    }

    private static boolean isSmall(String word) {
        return SMALL.contains(trim(word).toLowerCase(Locale.ROOT));
    }

    static String trim(String text) {
        int from = 0;
        int end = text.length();
        while (from < end && ",;:.!?()\"“”'*_-–—…".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (end > from && ",;:.!?()\"“”'*_-–—…".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(from, end);
    }

    /** The beginnings of the words that say something: "storniert" and "Stornierung" are about one thing. */
    private static Set<String> stems(String text) {
        Set<String> stems = new LinkedHashSet<>();
        for (String word : text.split("[^\\p{L}\\p{N}]+")) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.length() >= 3 && !SMALL.contains(lower)) {
                stems.add(lower.substring(0, Math.min(lower.length(), 5)));
            }
        }
        return stems;
    }
}
