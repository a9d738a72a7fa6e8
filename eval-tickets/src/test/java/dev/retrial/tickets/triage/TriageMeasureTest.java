package dev.retrial.tickets.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.tickets.corpus.Corpus;
import dev.retrial.tickets.corpus.Labelled;
import dev.retrial.tickets.redact.RedactionKey;
import dev.retrial.tickets.redact.RedactionSettings;
import dev.retrial.tickets.redact.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TriageMeasureTest {

    private static final int TICKETS = 3_000;
    private static final TriageRules RULES = TriageRules.of(TriageSettings.DEFAULT);

    @Test
    void on_wordings_that_the_rules_were_not_written_on_nine_in_ten_calls_are_right_and_eight_in_ten_failures_found()
            throws IOException {
        Measured measured = new Measured(Corpus.heldBack(20_261_123, TICKETS), RULES);
        String table = measured.table("Held-back wordings");
        System.out.println(table);

        assertThat(measured.precision()).isGreaterThanOrEqualTo(0.90);
        assertThat(measured.recall()).isGreaterThanOrEqualTo(0.80);
        assertThat(measured.classPrecision()).isGreaterThanOrEqualTo(0.85);
        assertThat(measured.classRecall()).isGreaterThanOrEqualTo(0.80);
        assertThat(page()).as("the page shows what is printed above").contains(table);
    }

    @Test
    void redaction_takes_little_of_it_away() {
        Redactor redactor = new Redactor(
                RedactionSettings.DEFAULT, RedactionKey.of("a key for tests only, of more than 32 characters"));
        List<Labelled> redacted = Corpus.heldBack(20_261_123, TICKETS).stream()
                .map(one -> new Labelled(redactor.redact(one.ticket()).ticket(), one.label()))
                .toList();
        Measured measured = new Measured(redacted, RULES);
        System.out.println(measured.table("Held-back wordings, redacted"));

        assertThat(measured.precision()).isGreaterThanOrEqualTo(0.90);
        assertThat(measured.recall()).isGreaterThanOrEqualTo(0.80);
    }

    @Test
    void on_the_wordings_that_the_rules_were_written_on_they_are_better() throws IOException {
        Measured measured = new Measured(Corpus.open(20_261_123, TICKETS), RULES);
        String table = measured.table("Open wordings");
        System.out.println(table);

        assertThat(measured.precision()).isGreaterThanOrEqualTo(0.90);
        assertThat(measured.recall()).isGreaterThanOrEqualTo(0.80);
        assertThat(page()).as("the page shows what is printed above").contains(table);
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/triage.md"));
    }
}
