package dev.retrial.tickets.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.retrial.tickets.duplicate.ComparedText.Said;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintsTest {

    private final Fingerprints fingerprints = new Fingerprints(NearDuplicatesTest.KEY);

    @Test
    void signatures_estimate_the_true_similarity_without_bias() {
        Stories stories = new Stories(1);
        double bias = 0;
        double squares = 0;
        int same = 0;
        double expected = 0;
        int pairs = 400;
        for (int i = 0; i < pairs; i++) {
            List<String> words = stories.words(100);
            int[] left = set(words);
            int[] right = set(stories.edited(words, .07));
            double error = signature(left).similarity(signature(right)) - Overlap.similarity(left, right);
            bias += error / pairs;
            squares += error * error / pairs;
            expected += 1 - Math.pow(1 - Math.pow(Overlap.similarity(left, right), 4), 32);
            int[] a = fingerprints.bands(left);
            int[] b = fingerprints.bands(right);
            boolean meet = false;
            for (int band = 0; band < a.length; band++) {
                meet |= a[band] == b[band];
            }
            same += meet ? 1 : 0;
        }
        assertThat(bias).isCloseTo(0, within(.01));
        assertThat(Math.sqrt(squares)).isLessThan(.05);
        assertThat((double) same).isCloseTo(expected, within(6.0));
    }

    @Test
    void a_signature_reads_back_and_is_another_under_another_key() {
        ComparedText text = Stories.text("t", new Stories(2).words(30));
        Signature signature = fingerprints.signature(text);

        assertThat(Signature.parse(signature.toString()).similarity(signature)).isEqualTo(1);
        assertThat(new Fingerprints(SignatureKey.of(new byte[] {7}))
                        .signature(text)
                        .similarity(signature))
                .isLessThan(.1);
        assertThat(signature.toString()).hasSizeLessThan(360);
    }

    @Test
    void what_is_no_signature_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Signature.parse("s0.AAAA"))
                .withMessageContaining("begins with s1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Signature.parse("s1.AAAA"))
                .withMessageContaining("256");
    }

    @Test
    void no_shingle_joins_two_turns() {
        int[] joined =
                fingerprints.shingles(fingerprints.words(Stories.text("", "one two three four")), SharedLines.NONE);
        int[] apart = fingerprints.shingles(
                fingerprints.words(
                        new ComparedText("", List.of(new Said(false, "one two"), new Said(true, "three four")))),
                SharedLines.NONE);

        assertThat(joined).hasSize(2);
        assertThat(apart).hasSize(2).doesNotContain(joined);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Where is it?", "WHERE\u00a0is  IT", "where, is: it!", "\n where\nis \u201cit\u201d"})
    void case_and_marks_are_nothing(String text) {
        assertThat(set(List.of(text))).isEqualTo(set(List.of("where is it")));
    }

    @Test
    void scripts_without_blanks_are_compared_by_characters() {
        int[] one = set(List.of("返金してください、ランプが壊れています"));
        int[] other = set(List.of("返金してください、時計が壊れています"));

        assertThat(Overlap.similarity(one, other)).isBetween(.4, .9);
    }

    @Test
    void a_hostile_text_takes_no_longer_than_a_plain_one() {
        int length = 1 << 20;
        for (String unit :
                List.of("a@", "From:\n\n", "regards\n", "on x wrote:\n\n\n", "1:", "--\n", "hi ", "\u0301", "\n")) {
            String hostile = unit.repeat(length / unit.length());
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> fingerprints.words(Stories.text("", hostile)), unit);
        }
        assertThat(fingerprints.words(Stories.text("", "word ".repeat(1 << 22))))
                .hasSizeLessThan(20_010);
    }

    private Signature signature(int[] set) {
        return Signature.of(fingerprints.minima(set, set.length), set.length);
    }

    private int[] set(List<String> words) {
        return fingerprints.shingles(fingerprints.words(Stories.text("", words)), SharedLines.NONE);
    }
}
