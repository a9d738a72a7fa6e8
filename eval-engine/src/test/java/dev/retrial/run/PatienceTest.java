package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.agent.Answer.Usage;
import dev.retrial.replay.Replayed;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience(16);

    @Test
    void it_ends_when_trial_after_trial_has_waited_in_vain() {
        wait(31);
        assertThat(patience.over()).isNull();
        wait(1);
        assertThat(patience.over())
                .isEqualTo("not tried: the last 32 trials brought no answer, after 120 s each on average;"
                        + " see what the agent does, then run again");
    }

    @Test
    void one_answer_renews_it() {
        wait(31);
        patience.ended(Sources.complete("Hello"), 3_000);
        wait(31);
        assertThat(patience.over()).isNull();
    }

    @Test
    void an_answer_before_the_hang_is_an_answer() {
        Transcript half =
                Transcript.builder().customer("a").agent("b").customer("c").build();
        for (int i = 0; i < 100; i++) {
            patience.ended(new Replayed.Broken(half, Usage.UNKNOWN, List.of(), "time-out", null), 120_000);
        }
        assertThat(patience.over()).isNull();
    }

    @Test
    void what_fails_at_once_costs_none() {
        for (int i = 0; i < 100; i++) {
            patience.ended(Sources.broken("no such recording"), 2);
        }
        assertThat(patience.over()).isNull();
    }

    private void wait(int trials) {
        for (int i = 0; i < trials; i++) {
            patience.ended(Sources.broken("time-out"), 120_000);
        }
    }
}
