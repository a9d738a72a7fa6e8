package dev.retrial.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.retrial.judge.Agreement.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

    @Test
    void kappa_is_the_agreement_beyond_chance() {
        // The textbook's table: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no.
        Agreement agreement = Agreement.of(pairs(20, 5, 10, 15));

        assertThat(agreement.labels()).isEqualTo(50);
        assertThat(agreement.agreed()).isEqualTo(35);
        assertThat(agreement.kappa()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void a_judge_that_always_says_yes_agrees_often_and_has_no_kappa() {
        Agreement agreement = Agreement.of(pairs(95, 0, 5, 0));

        assertThat(agreement.share()).isEqualTo(0.95);
        assertThat(agreement.kappa()).isCloseTo(0, within(1e-9));
        assertThat(Floor.DEFAULT.standing(agreement).gates()).isFalse();
    }

    @Test
    void undecided_never_agrees() {
        List<Pair> pairs = pairs(9, 0, 0, 9);
        pairs.add(new Pair(true, Verdict.UNDECIDED));
        pairs.add(new Pair(false, Verdict.UNDECIDED));

        assertThat(Agreement.of(pairs)).isEqualTo(new Agreement(20, 18, (0.9 - 0.45) / 0.55));
    }

    @Test
    void above_the_floor_it_gates_and_says_why() {
        assertThat(Floor.DEFAULT.standing(Agreement.of(pairs(10, 1, 0, 10))))
                .isEqualTo(new Standing(true, "it agrees with people in 20 of 21, kappa 0.90"));
    }

    @Test
    void below_the_floor_it_does_not() {
        assertThat(Floor.DEFAULT.standing(Agreement.of(pairs(20, 5, 10, 15))))
                .isEqualTo(new Standing(
                        false,
                        "it agrees with people in 35 of 50, kappa 0.40, below the floor of 0.90 and kappa 0.60"));
        assertThat(new Floor(0.7, 0.4, 20)
                        .standing(Agreement.of(pairs(20, 5, 10, 15)))
                        .gates())
                .isTrue();
    }

    @Test
    void what_is_not_measured_well_enough_is_advisory() {
        assertThat(Floor.DEFAULT.standing(Agreement.of(List.of())).reason())
                .isEqualTo("nobody has labelled a criterion of this class");
        assertThat(Floor.DEFAULT.standing(Agreement.of(pairs(5, 0, 0, 5))).reason())
                .isEqualTo("it agrees with people in 10 of 10, and 20 labels are needed");
        assertThat(Floor.DEFAULT.standing(Agreement.of(pairs(30, 0, 0, 0))).reason())
                .isEqualTo(
                        "it agrees with people in 30 of 30, and all labels are the same, which cannot tell a judge from a stamp");
    }

    private static List<Pair> pairs(int yesYes, int yesNo, int noYes, int noNo) {
        List<Pair> pairs = new ArrayList<>();
        pairs.addAll(Collections.nCopies(yesYes, new Pair(true, Verdict.YES)));
        pairs.addAll(Collections.nCopies(yesNo, new Pair(true, Verdict.NO)));
        pairs.addAll(Collections.nCopies(noYes, new Pair(false, Verdict.YES)));
        pairs.addAll(Collections.nCopies(noNo, new Pair(false, Verdict.NO)));
        return pairs;
    }
}
