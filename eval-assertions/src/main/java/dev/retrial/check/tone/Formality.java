package dev.retrial.check.tone;

import dev.retrial.text.Emoji;
import dev.retrial.text.Prose;
import dev.retrial.text.Quotations;
import dev.retrial.text.Span;
import dev.retrial.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * How formal an English text reads, from its surface: its words and their length, contractions, marks, pictures.
 *
 * @param score from -1, as among friends, to 1, as in a contract
 * @param formal the first places that speak for a formal register
 * @param casual the first places that speak for a casual one
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Formality(double score, List<Span> formal, List<Span> casual) {

    private static final int PLACES = 10;
    private static final int LONGEST = 100_000;

    /** Copies the lists. */
    public Formality {
        formal = List.copyOf(formal);
        casual = List.copyOf(casual);
    }

    /** Reads a text, code and quotations left out. */
    public static Formality of(String text) {
        String prose = Quotations.without(Prose.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .text());
        Reading reading = new Reading();
        RegisterCues.INDEX.scan(prose, reading::add);
        reading.addMarks(prose);
        reading.addWords(prose);
        int sentences = Math.max(1, Sentences.count(prose));
        // What each sentence adds, so that a long letter is no more formal than a short one.
        double perSentence = reading.sum / Math.sqrt(sentences) + reading.lengths(sentences);
        return new Formality(Math.tanh(perSentence / 2), reading.formal, reading.casual);
    }

    /** Adds up what is found. */
    private static final class Reading {

        private final List<Span> formal = new ArrayList<>();
        private final List<Span> casual = new ArrayList<>();
        private double sum;
        private int words;
        private int letters;

        void add(RegisterCues.Cue cue, int start, int end) {
            add(cue.weight(), start, end);
        }

        void add(double weight, int start, int end) {
            sum += weight;
            List<Span> places = weight > 0 ? formal : casual;
            if (places.size() < PLACES) {
                places.add(new Span(start, end));
            }
        }

        void addMarks(String prose) {
            Tally exclamations = ToneCount.EXCLAMATIONS.in(prose);
            addAll(exclamations, -0.9);
            for (Span emoji = Emoji.find(prose, 0); emoji != null; emoji = Emoji.find(prose, emoji.end())) {
                add(-1.5, emoji.start(), emoji.end());
            }
            for (int i = 0; i < prose.length(); i++) {
                char c = prose.charAt(i);
                if ((c == ':' || c == ';') && isFace(prose, i)) {
                    add(-1.5, i, i + 2);
                } else if (c == '\u2026'
                        || (c == '.' && prose.startsWith("...", i) && (i == 0 || prose.charAt(i - 1) != '.'))) {
                    add(-0.4, i, i + 1);
                }
            }
        }

        private static boolean isFace(String prose, int at) {
            if (at + 1 == prose.length()) {
                return false;
            }
            boolean alone = at == 0 || !Character.isLetterOrDigit(prose.charAt(at - 1));
            int mouth = prose.charAt(at + 1) == '-' && at + 2 < prose.length() ? at + 2 : at + 1;
            boolean ends = mouth + 1 >= prose.length() || !Character.isLetterOrDigit(prose.charAt(mouth + 1));
            return alone && ends && ")(DPp/".indexOf(prose.charAt(mouth)) >= 0;
        }

        /** The places that were kept count in full, those behind them as much. */
        private void addAll(Tally tally, double weight) {
            for (Span place : tally.places()) {
                add(weight, place.start(), place.end());
            }
            sum += weight * Math.max(0, tally.figure() - tally.places().size());
        }

        void addWords(String prose) {
            Words cursor = new Words(prose);
            while (cursor.next()) {
                int length = cursor.end() - cursor.start();
                words++;
                letters += length;
                if (length > 7 && isLatinate(cursor.lower())) {
                    add(0.3, cursor.start(), cursor.end());
                }
                if (hasApostrophe(prose, cursor) && Contractions.isContraction(cursor.lower())) {
                    add(-1, cursor.start(), cursor.end());
                }
            }
        }

        private static boolean hasApostrophe(String prose, Words word) {
            for (int i = word.start() + 1; i < word.end(); i++) {
                char c = prose.charAt(i);
                if (c == '\'' || c == '\u2019') {
                    return true;
                }
            }
            return false;
        }

        /** Words that English has from Latin and that a talk among friends has fewer of. */
        private static boolean isLatinate(String word) {
            return word.endsWith("tion")
                    || word.endsWith("tions")
                    || word.endsWith("sion")
                    || word.endsWith("ment")
                    || word.endsWith("ments")
                    || word.endsWith("ance")
                    || word.endsWith("ence")
                    || word.endsWith("ancy")
                    || word.endsWith("ency")
                    || word.endsWith("ity")
                    || word.endsWith("ible")
                    || word.endsWith("able")
                    || word.endsWith("ative")
                    || word.endsWith("ally")
                    || word.endsWith("ized")
                    || word.endsWith("ised");
        }

        double lengths(int sentences) {
            if (words == 0) {
                return 0;
            }
            double wordLength = Math.min(8, (double) letters / words) - 4.5;
            double sentenceLength = Math.log((1.0 + words) / sentences) - Math.log(10);
            return 0.5 * wordLength + 0.4 * sentenceLength;
        }
    }
}
