package dev.retrial.benchmarks.accuracy;

import dev.retrial.check.tone.Politeness;
import dev.retrial.check.tone.ToneCount;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Holds the scale of politeness and the markers against the Stanford Politeness Corpus: requests with what people made of them.
 *
 * <p>The argument, or {@code RETRIAL_DATA}, is the folder that holds {@code politeness/wikipedia.csv}. Rules and weights were made in sight of its odd rows only.
 */
public final class PolitenessAccuracy {

    private static final double CLEAR = 1.5;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private PolitenessAccuracy() {}

    /** Prints the figures. */
    public static void main(String[] arguments) throws IOException {
        List<Request> odd = new ArrayList<>();
        List<Request> even = new ArrayList<>();
        List<List<String>> rows = Csv.rows(SharedData.read(arguments, "politeness/wikipedia.csv"));
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            (i % 2 == 1 ? odd : even).add(new Request(row.get(2), Double.parseDouble(row.get(13))));
        }
        ToDoubleFunction<Request> byHand = request -> Politeness.of(request.text);
        print("hand-set weights, odd rows (seen)", odd, byHand);
        print("hand-set weights, even rows (not seen)", even, byHand);
        List<Request> all = new ArrayList<>(odd);
        all.addAll(even);
        print("hand-set weights, all rows", all, byHand);
        print("trained on odd rows, even rows", even, trained(odd));
        print("trained on even rows, odd rows", odd, trained(even));
        printMarkers(all);
    }

    private static ToDoubleFunction<Request> trained(List<Request> requests) {
        List<double[]> features = new ArrayList<>();
        List<Double> figures = new ArrayList<>();
        for (Request request : requests) {
            features.add(Politeness.features(request.text));
            figures.add(request.politeness);
        }
        LinearModel model = LinearModel.train(features, figures, 5);
        return request -> model.predict(Politeness.features(request.text));
    }

    /** Of the pairs on which people differed clearly, how many the scale orders as they did. */
    private static void print(String what, List<Request> requests, ToDoubleFunction<Request> scale) {
        double[] scores = requests.stream().mapToDouble(scale).toArray();
        double band = deviation(scores) / 4;
        double right = 0;
        long pairs = 0;
        long decided = 0;
        long decidedRight = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (requests.get(i).politeness - requests.get(j).politeness >= CLEAR) {
                    double ahead = scores[i] - scores[j];
                    pairs++;
                    right += ahead > 0 ? 1 : ahead == 0 ? 0.5 : 0;
                    if (Math.abs(ahead) >= band) {
                        decided++;
                        decidedRight += ahead > 0 ? 1 : 0;
                    }
                }
            }
        }
        OUT.printf(
                Locale.ROOT,
                "%-40s %5.1f %% of %d pairs; outside a band of %.2f, %5.1f %% of the %.0f %% decided%n",
                what,
                100 * right / pairs,
                pairs,
                band,
                100.0 * decidedRight / decided,
                100.0 * decided / pairs);
    }

    private static double deviation(double[] scores) {
        double mean = 0;
        for (double score : scores) {
            mean += score / scores.length;
        }
        double sum = 0;
        for (double score : scores) {
            sum += (score - mean) * (score - mean);
        }
        return Math.sqrt(sum / scores.length);
    }

    /** How many of the most and the least polite quarter have a marker. */
    private static void printMarkers(List<Request> requests) {
        List<Request> sorted = new ArrayList<>(requests);
        sorted.sort(Comparator.comparingDouble(request -> request.politeness));
        int quarter = sorted.size() / 4;
        for (ToneCount marker :
                List.of(ToneCount.CONDESCENSION, ToneCount.BLAME, ToneCount.CONTEMPT, ToneCount.DEMANDS)) {
            OUT.printf(
                    Locale.ROOT,
                    "%-40s %d of the most polite quarter (%d), %d of the least polite%n",
                    "marker " + marker.key(),
                    having(marker, sorted.subList(sorted.size() - quarter, sorted.size())),
                    quarter,
                    having(marker, sorted.subList(0, quarter)));
        }
    }

    private static int having(ToneCount marker, List<Request> requests) {
        int found = 0;
        for (Request request : requests) {
            found += marker.in(request.text).figure() > 0 ? 1 : 0;
        }
        return found;
    }

    private record Request(String text, double politeness) {}
}
