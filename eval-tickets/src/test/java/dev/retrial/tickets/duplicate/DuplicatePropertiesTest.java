package dev.retrial.tickets.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class DuplicatePropertiesTest {

    private final Fingerprints fingerprints = new Fingerprints(NearDuplicatesTest.KEY);

    @Property(tries = 200)
    void similarity_is_the_same_both_ways_and_1_only_of_equal_sets(
            @ForAll @Size(max = 30) List<@AlphaChars @StringLength(max = 2) String> one,
            @ForAll @Size(max = 30) List<@AlphaChars @StringLength(max = 2) String> other) {
        int[] left = set(String.join(" ", one));
        int[] right = set(String.join(" ", other));

        assertThat(Overlap.similarity(left, right))
                .isEqualTo(Overlap.similarity(right, left))
                .isBetween(0.0, 1.0);
        assertThat(Overlap.similarity(left, right) == 1)
                .isEqualTo(left.length > 0 && java.util.Arrays.equals(left, right));
    }

    @Property(tries = 300)
    void any_text_can_be_taken_apart(@ForAll String text) {
        int[] words = fingerprints.words(Stories.text("t", text));
        int[] set = fingerprints.shingles(words, SharedLines.NONE);

        assertThat(set).isSorted().doesNotHaveDuplicates();
        assertThat(set.length).isLessThanOrEqualTo(words.length);
    }

    @Property(tries = 25)
    void what_is_found_depends_neither_on_the_order_nor_on_the_threads(
            @ForAll @IntRange(min = 1, max = 120) int size,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int threads)
            throws IOException {
        List<ComparedText> texts = Stories.mixture(seed, size);
        List<ComparedText> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(find(shuffled, threads)).isEqualTo(find(texts, 1));
    }

    @Property(tries = 25)
    void who_stands_for_others_is_new_and_counts_them(@ForAll @IntRange(min = 1, max = 150) int size, @ForAll long seed)
            throws IOException {
        List<Finding> findings = find(Stories.mixture(seed, size), 2);

        assertThat(findings.stream()
                        .filter(finding -> finding.of() == null)
                        .mapToInt(Finding::count)
                        .sum())
                .isEqualTo(size);
        for (Finding finding : findings) {
            long repeated = findings.stream()
                    .filter(other -> finding.ref().equals(other.of()))
                    .count();
            assertThat(repeated).isEqualTo(finding.count() - 1);
        }
    }

    private int[] set(String text) {
        return fingerprints.shingles(fingerprints.words(Stories.text("t", text)), SharedLines.NONE);
    }

    private static List<Finding> find(List<ComparedText> texts, int threads) throws IOException {
        Path directory = Files.createTempDirectory("near-duplicates");
        List<Finding> findings = new ArrayList<>();
        try (NearDuplicates search = new NearDuplicates(NearDuplicatesTest.KEY, directory, threads)) {
            for (ComparedText text : texts) {
                search.add(text);
            }
            search.find().forEach(findings::add);
        }
        Files.delete(directory);
        return findings;
    }
}
