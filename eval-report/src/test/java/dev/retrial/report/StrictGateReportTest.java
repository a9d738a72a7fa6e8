package dev.retrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.results.GateRecord;
import dev.retrial.results.GateRecord.Notice;
import dev.retrial.results.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate that holds every cell to its own rule, in a report. */
class StrictGateReportTest {

    @TempDir
    private Path output;

    private RunFiles run;

    @BeforeEach
    void begin() {
        run = new RunFiles(output, "1");
    }

    @Test
    void a_cell_that_fails_is_red_and_told() throws IOException {
        run.trial("a", "x").failed("tools.never", "no call", "a call", 1);

        Report report = decided("red");
        assertThat(report.headline()).isEqualTo("Red: 1 of 1 cell fails.");
        assertThat(report.red()).extracting(CellOverview::name).containsExactly("a [x]");
    }

    @Test
    void nobody_knows_where_the_gate_does_not() throws IOException {
        run.passed("a", "x");

        assertThat(decided("inconclusive").headline()).isEqualTo("Inconclusive: Decided.");
    }

    @Test
    void that_there_was_no_record_is_said() throws IOException {
        run.passed("a", "x");

        assertThat(decided("green").judgement().findings())
                .extracting(Judgement.Finding::sentence)
                .containsExactly("there is no baseline");
    }

    private Report decided(String verdict) throws IOException {
        RunDirectory directory = run.write();
        directory.decide(new GateRecord(
                "strict",
                verdict,
                "Decided.",
                null,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(new Notice("no-baseline", "there is no baseline"))));
        return Report.of(directory);
    }
}
