package dev.retrial.check.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds the scales against pairs of one message that were written before any of their rules.
 *
 * <p>The rules were made in sight of the odd lines only; what is measured here are the even ones, as {@code docs/accuracy.md} reports.
 */
@Tag("anywhere")
class CorporaTest {

    @Test
    void of_two_registers_of_one_message_the_formal_one_scores_higher() throws IOException {
        assertThat(share("registers.tsv", text -> Formality.of(text).score())).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void of_two_wordings_of_one_message_the_more_polite_one_scores_higher() throws IOException {
        assertThat(share("wordings.tsv", Politeness::of)).isGreaterThanOrEqualTo(0.80);
    }

    @Test
    void no_message_of_either_corpus_that_is_meant_to_be_polite_has_a_marker_that_fails() throws IOException {
        List<String> polite = new ArrayList<>();
        for (String corpus : List.of("registers.tsv", "wordings.tsv")) {
            for (String[] pair : evenLines(corpus)) {
                polite.add(pair[0]);
            }
        }

        assertThat(polite)
                .filteredOn(text -> ToneCount.CONDESCENSION.in(text).figure()
                                + ToneCount.BLAME.in(text).figure()
                                + ToneCount.CONTEMPT.in(text).figure()
                        > 0)
                .isEmpty();
    }

    /** The share of pairs whose first text scores higher. */
    private static double share(String corpus, ToDoubleFunction<String> scale) throws IOException {
        List<String[]> pairs = evenLines(corpus);
        int right = 0;
        for (String[] pair : pairs) {
            right += scale.applyAsDouble(pair[0]) > scale.applyAsDouble(pair[1]) ? 1 : 0;
        }
        System.out.println(corpus + ", even lines: " + right + " of " + pairs.size() + " pairs ordered right");
        return (double) right / pairs.size();
    }

    private static List<String[]> evenLines(String corpus) throws IOException {
        List<String[]> even = new ArrayList<>();
        try (InputStream file = Objects.requireNonNull(CorporaTest.class.getResourceAsStream("/corpora/" + corpus));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#") && ++number % 2 == 0) {
                    even.add(line.split("\t"));
                }
            }
        }
        return even;
    }
}
