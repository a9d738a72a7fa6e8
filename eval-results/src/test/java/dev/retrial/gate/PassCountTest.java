package dev.retrial.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassCountTest {

    /** R. G. Newcombe, Statistics in Medicine 17, 1998, table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, .2553, .3662", "15, 148, .0624, .1605", "0, 20, .0000, .1611", "1, 29, .0061, .1718"})
    void wilsons_interval_is_that_of_the_table(int passes, int attempts, double low, double high) {
        PassCount.Bounds bounds = new PassCount(passes, attempts).wilson(.95);

        assertThat(bounds.low()).isCloseTo(low, within(5e-5));
        assertThat(bounds.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void without_an_attempt_every_rate_is_possible() {
        assertThat(PassCount.NONE.wilson(.95)).isEqualTo(new PassCount.Bounds(0, 1));
    }

    @Test
    void more_passes_than_attempts_are_refused() {
        assertThatThrownBy(() -> new PassCount(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PassCount(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
