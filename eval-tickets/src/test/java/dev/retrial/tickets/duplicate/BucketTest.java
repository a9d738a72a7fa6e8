package dev.retrial.tickets.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketTest {

    @TempDir
    Path directory;

    @Test
    void in_a_small_bucket_each_is_compared_with_each() {
        assertThat(pairs(Bucket.SMALL)).isEqualTo(Bucket.SMALL * (Bucket.SMALL - 1) / 2);
    }

    @Test
    void in_a_large_bucket_the_work_grows_with_its_members() {
        assertThat(pairs(100_000)).isLessThanOrEqualTo(100_000 * (Bucket.LEADERS + Bucket.NEIGHBOURS));
        assertThat(pairs(200_000)).isLessThan(2 * pairs(100_000) + 100);
    }

    @Test
    void in_a_large_bucket_everyone_is_compared_with_the_first_ones() {
        TreeSet<String> pairs = new TreeSet<>();
        Bucket.pairs(new Random(3).ints(1_000).toArray(), 1_000, (a, b) -> pairs.add(a + " " + b));

        for (int i = Bucket.LEADERS; i < 1_000; i++) {
            assertThat(pairs).contains("0 " + i, (Bucket.LEADERS - 1) + " " + i);
        }
    }

    @Test
    void those_whose_next_bands_are_equal_are_compared() {
        int[] next = new Random(2).ints(1_000).toArray();
        next[400] = 77;
        next[900] = 77;
        TreeSet<String> pairs = new TreeSet<>();
        Bucket.pairs(next, 1_000, (a, b) -> pairs.add(a + " " + b));

        assertThat(pairs).contains("400 900").doesNotContain("401 899");
    }

    @Test
    void a_mass_mail_word_for_word_costs_no_comparison() throws IOException {
        assertThat(comparisons(4_000, 0)).isZero();
    }

    @Test
    void a_mass_mail_that_everybody_edits_costs_work_by_its_copies() throws IOException {
        long small = comparisons(2_000, .02);
        long large = comparisons(8_000, .02);

        assertThat((double) large / small).isBetween(1.0, 6.0);
    }

    /** Lines that are in half of the words of each ticket bring all into large buckets, and none is a copy. */
    @Test
    void what_is_half_the_same_everywhere_costs_work_by_the_tickets() throws IOException {
        long small = halfTheSame(1_000);
        long large = halfTheSame(4_000);

        assertThat((double) large / small).isLessThan(8);
    }

    private static int pairs(int size) {
        int[] count = {0};
        Bucket.pairs(new Random(1).ints(size).toArray(), size, (a, b) -> count[0]++);
        return count[0];
    }

    private long comparisons(int copies, double edits) throws IOException {
        Stories stories = new Stories(8);
        List<String> mail = stories.words(80);
        List<ComparedText> texts = new ArrayList<>();
        for (int i = 0; i < copies; i++) {
            texts.add(Stories.text("t" + i, stories.edited(mail, edits)));
        }
        return work(texts, Math.max(1, copies / 500));
    }

    private long halfTheSame(int tickets) throws IOException {
        Stories stories = new Stories(9);
        List<String> mail = stories.words(60);
        List<ComparedText> texts = new ArrayList<>();
        for (int i = 0; i < tickets; i++) {
            // No two have the same line, so that none is learnt.
            texts.add(Stories.text("t" + i, String.join(" ", mail) + " " + String.join(" ", stories.words(35))));
        }
        return work(texts, tickets);
    }

    private long work(List<ComparedText> texts, int mostGroups) throws IOException {
        try (NearDuplicates search = new NearDuplicates(NearDuplicatesTest.KEY, directory, 1)) {
            for (ComparedText text : texts) {
                search.add(text);
            }
            Duplicates duplicates = search.find();
            int[] news = {0};
            duplicates.forEach(finding -> news[0] += finding.kind() == Finding.Kind.NEW ? 1 : 0);
            assertThat(news[0]).isLessThanOrEqualTo(mostGroups);
            return duplicates.work().comparisons();
        }
    }
}
