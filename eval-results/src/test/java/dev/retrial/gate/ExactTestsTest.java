package dev.retrial.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.retrial.gate.ExactTests.Stratum;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactTestsTest {

    /** R. A. Fisher, The Design of Experiments, 1935: eight cups of tea, four of them with the milk poured first. */
    @ParameterizedTest
    @CsvSource({"0, 4, 0.0142857", "1, 3, 0.2428571", "2, 2, 0.7571429"})
    void fisher_is_the_lady_tasting_tea(int fresh, int baseline, double p) {
        assertThat(ExactTests.fisher(new PassCount(baseline, 4), new PassCount(fresh, 4)))
                .isCloseTo(p, within(1e-6));
    }

    @Test
    void fisher_tells_nothing_without_attempts_or_without_a_difference() {
        assertThat(ExactTests.fisher(PassCount.NONE, new PassCount(0, 5))).isEqualTo(1);
        assertThat(ExactTests.fisher(new PassCount(5, 5), PassCount.NONE)).isEqualTo(1);
        assertThat(ExactTests.fisher(new PassCount(20, 20), new PassCount(10, 10)))
                .isEqualTo(1);
        assertThat(ExactTests.fisher(new PassCount(0, 20), new PassCount(0, 10)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"20, 20, 10, 0.03", "20, 20, 10, 0.00375", "16, 20, 10, 0.01", "8, 10, 10, 0.0000001"})
    void the_most_passes_are_the_last_that_the_level_allows(int passes, int attempts, int fresh, double level) {
        PassCount baseline = new PassCount(passes, attempts);
        int most = ExactTests.mostPasses(baseline, fresh, level);

        for (int i = 0; i <= fresh; i++) {
            assertThat(ExactTests.fisher(baseline, new PassCount(i, fresh)) <= level)
                    .as("%d passes", i)
                    .isEqualTo(i <= most);
        }
    }

    @Test
    void with_one_cell_the_stratified_test_is_fishers() {
        for (int passes = 0; passes <= 20; passes++) {
            for (int fresh = 0; fresh <= 4; fresh++) {
                Stratum one = new Stratum(new PassCount(passes, 20), new PassCount(fresh, 4));
                assertThat(ExactTests.stratified(List.of(one)))
                        .as("%s", one)
                        .isCloseTo(ExactTests.fisher(one.baseline(), one.fresh()), within(1e-9));
            }
        }
    }

    /** Every way in which the attempts that passed can fall on the earlier and the fresh ones, counted. */
    @Test
    void the_stratified_test_agrees_with_enumeration() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            List<Stratum> strata = new ArrayList<>();
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                int earlier = random.nextInt(1, 5);
                int fresh = random.nextInt(1, 4);
                strata.add(new Stratum(
                        new PassCount(random.nextInt(earlier + 1), earlier),
                        new PassCount(random.nextInt(fresh + 1), fresh)));
            }
            assertThat(ExactTests.stratified(strata)).as("%s", strata).isCloseTo(enumerated(strata), within(1e-9));
        }
    }

    @Test
    void a_cell_without_attempts_changes_nothing() {
        Stratum one = new Stratum(new PassCount(18, 20), new PassCount(1, 4));
        Stratum none = new Stratum(PassCount.NONE, new PassCount(0, 4));

        assertThat(ExactTests.stratified(List.of(one, none))).isEqualTo(ExactTests.stratified(List.of(one)));
        assertThat(ExactTests.stratified(List.of())).isEqualTo(1);
    }

    /** The four hypotheses of Holm's procedure at 0.05: .01 and .005 fall at once, .03 is above .05 / 2, so .04 stays too. */
    @Test
    void holm_stops_at_the_first_that_holds() {
        assertThat(ExactTests.holm(new double[] {.01, .04, .03, .005}, .05)).containsExactly(true, false, false, true);
        assertThat(ExactTests.holm(new double[] {}, .05)).isEmpty();
        assertThat(ExactTests.holm(new double[] {.05}, .05)).containsExactly(true);
    }

    private static double enumerated(List<Stratum> strata) {
        long[] all = {0};
        long[] few = {0};
        int seen = strata.stream().mapToInt(stratum -> stratum.fresh().passes()).sum();
        enumerate(strata, 0, 0, seen, all, few);
        return (double) few[0] / all[0];
    }

    private static void enumerate(List<Stratum> strata, int index, int sum, int seen, long[] all, long[] few) {
        if (index == strata.size()) {
            all[0]++;
            few[0] += sum <= seen ? 1 : 0;
            return;
        }
        PassCount baseline = strata.get(index).baseline();
        PassCount fresh = strata.get(index).fresh();
        int attempts = baseline.attempts() + fresh.attempts();
        int passes = baseline.passes() + fresh.passes();
        for (int choice = 0; choice < 1 << attempts; choice++) {
            if (Integer.bitCount(choice) == passes) {
                int freshPasses = Integer.bitCount(choice & ((1 << fresh.attempts()) - 1));
                enumerate(strata, index + 1, sum + freshPasses, seen, all, few);
            }
        }
    }
}
