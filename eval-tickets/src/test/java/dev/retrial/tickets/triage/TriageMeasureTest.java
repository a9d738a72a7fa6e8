package dev.retrial.tickets.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.tickets.corpus.Corpus;
import org.junit.jupiter.api.Test;

class TriageMeasureTest {

    private static final int TICKETS = 3_000;
    private static final TriageRules RULES = TriageRules.of(TriageSettings.DEFAULT);

    @Test
    void on_wordings_that_the_rules_were_not_written_on_nine_in_ten_calls_are_right_and_eight_in_ten_failures_found() {
        Measured measured = new Measured(Corpus.heldBack(20_261_123, TICKETS), RULES);
        System.out.println(measured.table("Held-back wordings"));

        assertThat(measured.precision()).isGreaterThanOrEqualTo(0.90);
        assertThat(measured.recall()).isGreaterThanOrEqualTo(0.80);
    }

    @Test
    void on_the_wordings_that_the_rules_were_written_on_they_are_better() {
        Measured measured = new Measured(Corpus.open(20_261_123, TICKETS), RULES);
        System.out.println(measured.table("Open wordings"));

        assertThat(measured.precision()).isGreaterThanOrEqualTo(0.90);
        assertThat(measured.recall()).isGreaterThanOrEqualTo(0.80);
    }
}
