package dev.retrial.tickets.redact;

import java.util.ArrayList;
import java.util.List;

/** What may be a name, for nothing says so but how it is written: it is masked, for a name that stays is worse than a word that is missing. */
final class NameGuesses {

    /** What comes in its place. */
    static final String MASK = "[name?]";

    private NameGuesses() {}

    /**
     * Adds what may be names.
     *
     * @param text the text
     * @param known whom the ticket is about, and which words are the company's own
     * @param sure what was found otherwise, in order
     * @param hits where to
     */
    static void find(String text, KnownParties known, List<Hit> sure, List<Hit> hits) {
        CommonWords common = CommonWords.get();
        boolean german = Tongue.of(text.length() > 4_000 ? text.substring(0, 4_000) : text) == Tongue.GERMAN;
        int next = 0;
        List<int[]> run = new ArrayList<>();
        double score = 0;
        int runEnd = -1;
        for (int at = 0; at < text.length(); at++) {
            int end = Letters.end(text, at);
            if (end == at) {
                continue;
            }
            while (next < sure.size() && sure.get(next).end() <= at) {
                next++;
            }
            boolean free = next >= sure.size() || sure.get(next).start() >= end;
            double guess = free && end - at <= 40 ? guess(text, at, end, common, german) : 0;
            guess = guess > 0 && known.isSpared(text.substring(at, end)) ? 0 : guess;
            if (guess > 0) {
                boolean joins = !run.isEmpty() && joins(text, runEnd, at);
                if (!joins) {
                    flush(run, score, german, hits);
                    score = 0;
                }
                run.add(new int[] {at, end});
                score = Math.max(score, guess);
                runEnd = end;
            } else if (free) {
                flush(run, score, german, hits);
                score = 0;
            }
            at = end - 1;
        }
        flush(run, score, german, hits);
    }

    /** In German every noun is written so, and one alone says nothing unless it is a usual first name. */
    private static void flush(List<int[]> run, double score, boolean german, List<Hit> hits) {
        if (!run.isEmpty() && (score >= 0.7 || run.size() > 1 || !german)) {
            double sure = run.size() > 1 ? Math.max(score, 0.6) : score;
            hits.add(new Hit(run.get(0)[0], run.get(run.size() - 1)[1], EntityType.UNCERTAIN, sure, MASK));
        }
        run.clear();
    }

    private static double guess(String text, int start, int end, CommonWords common, boolean german) {
        String word = text.substring(start, end);
        if (word.length() < 2
                || !Letters.isCapitalised(word)
                || Letters.standsAlone(word.charAt(0))
                || isBuilt(text, start, end)) {
            return 0;
        }
        String folded = Letters.fold(word);
        boolean firstName = NamePool.isFirstName(folded);
        if (common.has(word) || KnownParties.isNobody(word) || (german && common.isGermanNoun(word))) {
            return 0;
        }
        if (word.length() > 1 && Letters.isUpper(word)) {
            return firstName && word.length() > 2 ? 0.7 : 0;
        }
        if (hasInnerCapital(word)) {
            return 0;
        }
        if (Sentence.begins(text, start)) {
            return firstName || NamePool.isLastName(folded) && word.length() > 3 && !german ? 0.7 : 0;
        }
        return firstName ? 0.7 : 0.5;
    }

    /** A part of an address, a path, an identifier or a number: those are looked at otherwise. */
    private static boolean isBuilt(String text, int start, int end) {
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        char behind = end == text.length() ? ' ' : text.charAt(end);
        boolean dotted = behind == '.' && end + 1 < text.length() && Letters.isWordPart(text.charAt(end + 1));
        return Character.isDigit(before)
                || Character.isDigit(behind)
                || "/\\@#_=&$:".indexOf(before) >= 0 && !(before == ':' && start > 1 && text.charAt(start - 2) == ' ')
                || "/\\@_=".indexOf(behind) >= 0
                || dotted
                || (before == '-' && start > 1 && Character.isDigit(text.charAt(start - 2)))
                || (behind == '-' && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1)))
                || (before == '.' && start > 1 && Letters.isWordPart(text.charAt(start - 2)));
    }

    /** A brand as people write them, GitHub or iPhone; McDonald and O'Brien are none. */
    private static boolean hasInnerCapital(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (Character.isUpperCase(word.charAt(i))) {
                return !(i == 2 && word.startsWith("Mc")) && !(i == 3 && word.startsWith("Mac"));
            }
        }
        return false;
    }

    private static boolean joins(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (" -'\u2019.".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return to - from <= 2;
    }
}
