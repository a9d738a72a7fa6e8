package dev.retrial.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionTest {

    private static final PassCount PERFECT = new PassCount(20, 20);

    /** Twenty of twenty, ten attempts, eight failing cells: the figures of the gate's design. */
    @Test
    void a_cell_is_caught_eight_times_of_ten_at_19_percent_and_every_second_time_at_40() {
        assertThat(Detection.cell(PERFECT, GateRules.DEFAULT, 8, .8)).isEqualTo(.19, within(.01));
        assertThat(Detection.cell(PERFECT, GateRules.DEFAULT, 8, .5)).isEqualTo(.40, within(.01));
    }

    @Test
    void a_record_that_is_too_short_catches_nothing() {
        assertThat(Detection.cell(new PassCount(1, 1), GateRules.DEFAULT, 8, .5))
                .isNaN();
    }

    /** In simulation 40 cells that are 15 points worse are caught 86 times of 100, and 50 that are 10 worse 69 times. */
    @Test
    void the_smallest_drop_of_a_slice_is_what_simulation_finds() {
        assertThat(Detection.slice(slice(40), GateRules.DEFAULT)).isBetween(.12, .15);
        assertThat(Detection.slice(slice(50), GateRules.DEFAULT)).isBetween(.10, .13);
    }

    /** In simulation 100 cells that are 5 points worse are caught 78 to 79 times of 100, when every slice is tried again. */
    @Test
    void trying_every_slice_again_finds_smaller_drops() {
        assertThat(Detection.slice(slice(100), GateRules.NIGHTLY)).isEqualTo(.05, within(.01));
        assertThat(Detection.slice(slice(100), GateRules.DEFAULT)).isGreaterThan(.06);
    }

    /** Four attempts, of which three pass: drawing two of them, all pairs are 6, of which 3 pass both and none fails both. */
    @Test
    void pass_at_k_and_pass_to_the_k_are_what_counting_pairs_finds() {
        PassCount made = new PassCount(3, 4);

        assertThat(Detection.passAll(made, 2)).isEqualTo(.5, within(1e-12));
        assertThat(Detection.passAny(made, 2)).isEqualTo(1, within(1e-12));
        assertThat(Detection.passAny(new PassCount(2, 4), 2)).isEqualTo(1 - 1 / 6.0, within(1e-12));
        assertThat(Detection.passAll(made, 1)).isEqualTo(.75, within(1e-12));
    }

    /** Records like those of the simulated suite: rates from .90 to .99, twenty attempts. */
    private static List<PassCount> slice(int cells) {
        return Collections.nCopies(cells, new PassCount(19, 20));
    }
}
