package dev.retrial.statement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The sentences of {@code corpora/statements.tsv}; those of odd number were there to tune on, those of even number are the other half. */
public record StatementCorpus(
        String kind, String language, String category, boolean expected, String target, String text) {

    /** The half to tune on. */
    public static List<StatementCorpus> tuned(String kind) {
        return read("statements", kind, 0, 2);
    }

    /** The other half; nothing was tuned on it, but it has been looked at. */
    public static List<StatementCorpus> otherHalf(String kind) {
        return read("statements", kind, 1, 2);
    }

    /** Sentences of {@code corpora/statements-later.tsv}, which only a measurement reads. */
    public static List<StatementCorpus> untouched(String kind) {
        return read("statements-later", kind, 0, 1);
    }

    /** Sentences of ours, each for a way in which the rules could be wrong; written while the rules were. */
    public static List<StatementCorpus> byPhenomenon() {
        List<StatementCorpus> all = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                StatementCorpus.class.getResourceAsStream("/corpora/statements-by-phenomenon.tsv"),
                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    String[] fields = line.split("\t", -1);
                    all.add(new StatementCorpus(
                            fields[0], "", "", fields[1].equals("yes"), fields[2], fields[3].replace("\\n", "\n")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static List<StatementCorpus> read(String corpus, String kind, int remainder, int modulus) {
        List<StatementCorpus> half = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                StatementCorpus.class.getResourceAsStream("/corpora/" + corpus + ".tsv"), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#") && number++ % modulus == remainder) {
                    String[] fields = line.split("\t", -1);
                    if (fields[0].equals(kind)) {
                        half.add(new StatementCorpus(
                                fields[0],
                                fields[1],
                                fields[2],
                                fields[3].equals("yes"),
                                fields[4],
                                fields[5].replace("\\n", "\n")));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return half;
    }

    @Override
    public String toString() {
        return language + " " + category + ": " + text;
    }
}
