package dev.retrial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    /** R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, .2553, .3662", "15, 148, .0624, .1605", "0, 20, .0000, .1611", "1, 29, .0061, .1718"})
    void the_interval_is_Wilsons(int passed, int n, double low, double high) {
        Rate rate = new Rate((double) passed / n, n);

        assertThat(rate.low()).isCloseTo(low, within(5e-5));
        assertThat(rate.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void nothing_counted_is_nothing_known() {
        assertThat(Rate.NONE.isKnown()).isFalse();
        assertThat(Rate.NONE.low()).isZero();
        assertThat(Rate.NONE.high()).isOne();
    }

    @Test
    void equal_weights_say_as_much_as_none() {
        Rate.Sum sum = new Rate.Sum();
        sum.add(1, 7);
        sum.add(0, 7);

        assertThat(sum.rate()).isEqualTo(new Rate(.5, 2));
    }

    @Test
    void one_heavy_cell_among_light_ones_says_little_more_than_one() {
        Rate.Sum sum = new Rate.Sum();
        sum.add(0, 100);
        sum.add(1, 1);
        sum.add(1, 1);

        assertThat(sum.rate().value()).isCloseTo(.0196, within(1e-4));
        assertThat(sum.rate().n()).isBetween(1.0, 1.1);
    }
}
