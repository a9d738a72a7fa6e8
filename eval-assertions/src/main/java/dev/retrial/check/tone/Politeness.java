package dev.retrial.check.tone;

import dev.retrial.text.Prose;
import dev.retrial.text.Quotations;
import dev.retrial.text.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * How polite an English text is next to another one: a scale without a zero.
 *
 * <p>It tells which of two texts people would call more polite; what a figure means by itself depends on the kind of text, so there is no threshold that would hold everywhere.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Politeness {

    /** What is nearer to a threshold than that is not decided: a quarter of a standard deviation among requests between strangers. */
    public static final double UNDECIDED = 0.16;

    /** The longest part of a text that is read. */
    private static final int LONGEST = 100_000;

    private static final List<Manner> MANNERS = List.of(Manner.values());

    /** Where the figures stand that are none of a manner: behind those that are. */
    private static final int SENTENCES = Manner.values().length;

    private Politeness() {}

    /** The figure for a text, code and quotations left out; about -2 to 2. */
    public static double of(String text) {
        double[] features = features(text);
        double sum = 0;
        for (int i = 0; i < SENTENCES; i++) {
            sum += MANNERS.get(i).weight() * features[i];
        }
        return sum / Math.sqrt(1 + features[SENTENCES] / 4);
    }

    /** How much there is of each {@link Manner}, in their order, then the number of sentences and the logarithm of the number of words; for training weights of one's own. */
    public static double[] features(String text) {
        String prose = Quotations.without(Prose.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .text());
        Map<Manner, Double> found = new EnumMap<>(Manner.class);
        Manners.INDEX.scan(prose, (manner, start, end) -> found.merge(manner, 1.0, Double::sum));
        Tally loud = new Tally();
        Shouting.count(prose, loud);
        found.merge(Manner.LOUD, loud.figure() + repeatedMarks(prose), Double::sum);
        double[] features = new double[SENTENCES + 2];
        for (int i = 0; i < SENTENCES; i++) {
            double often = found.getOrDefault(MANNERS.get(i), 0.0);
            // A second "please" says less than the first one.
            features[i] = often <= 1 ? often : 1 + Math.log(often) / 2;
        }
        features[SENTENCES] = Math.max(1, Sentences.count(prose));
        features[SENTENCES + 1] = Math.log(1 + Words.count(prose));
        return features;
    }

    /** What each feature is, for a report. */
    public static String[] featureNames() {
        String[] names = new String[SENTENCES + 2];
        for (int i = 0; i < SENTENCES; i++) {
            names[i] = MANNERS.get(i).name();
        }
        names[SENTENCES] = "sentences";
        names[SENTENCES + 1] = "log(words)";
        return names;
    }

    private static int repeatedMarks(String text) {
        int repeated = 0;
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == '?' && text.charAt(i - 1) == '?') {
                repeated++;
                while (i + 1 < text.length() && text.charAt(i + 1) == '?') {
                    i++;
                }
            }
        }
        return repeated;
    }
}
