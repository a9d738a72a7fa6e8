package dev.retrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.report.Comparison.Change;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    @TempDir
    private Path output;

    private RunFiles before;
    private RunFiles now;

    @BeforeEach
    void begin() {
        before = new RunFiles(output, "20260301T091500.000Z-1-1");
        now = new RunFiles(output, "20260302T091500.000Z-1-1");
    }

    @Test
    void cells_are_told_apart_by_what_they_were() throws IOException {
        fails(now, "newly");
        before.passed("newly", "x");
        fails(now, "still");
        fails(before, "still");
        now.passed("fixed", "x");
        fails(before, "fixed");
        fails(now, "new-red");
        now.passed("new", "x");
        now.passed("same", "x");
        before.passed("same", "x").passed("gone", "x");

        Comparison comparison = comparison();

        assertThat(comparison.cells(Change.NEWLY_FAILING))
                .extracting(CellOverview::caseId)
                .containsExactly("newly");
        assertThat(comparison.cells(Change.STILL_FAILING))
                .extracting(CellOverview::caseId)
                .containsExactly("still");
        assertThat(comparison.cells(Change.FIXED))
                .extracting(CellOverview::caseId)
                .containsExactly("fixed");
        assertThat(comparison.cells(Change.NEW_AND_FAILING))
                .extracting(CellOverview::caseId)
                .containsExactly("new-red");
        assertThat(comparison.cells(Change.NEW))
                .extracting(CellOverview::caseId)
                .containsExactly("new");
        assertThat(comparison.cells(Change.SAME))
                .extracting(CellOverview::caseId)
                .containsExactly("same");
        assertThat(comparison.gone()).containsExactly("gone [x]");
    }

    @Test
    void slices_move_by_the_cells_that_are_the_same_in_both() throws IOException {
        before.passed("a", "x").passed("b", "x").passed("rewritten", "x");
        now.passed("a", "x");
        fails(now, "b");
        fails(now, "new");
        now.trial("rewritten", "x").hash("cd34").failed("tools.never", "no call", "a call", 1);

        Comparison comparison = comparison();

        assertThat(comparison.moves())
                .filteredOn(move -> move.slice().equals("cohort x"))
                .containsExactly(new Comparison.Move("cohort x", new Rate(1, 2), new Rate(.5, 2)));
        assertThat(comparison.now().cells())
                .filteredOn(comparison::rewritten)
                .extracting(CellOverview::caseId)
                .containsExactly("rewritten");
    }

    @Test
    void what_a_partial_run_left_out_is_not_gone() throws IOException {
        before.passed("a", "x").passed("b", "x");
        now.passed("a", "x").partial();

        assertThat(comparison().gone()).isEmpty();
    }

    private static void fails(RunFiles run, String caseId) {
        run.trial(caseId, "x").failed("tools.never", "no call", "a call", 1);
    }

    private Comparison comparison() throws IOException {
        Comparison comparison =
                Report.of(now.write()).comparedWith(before.write()).comparison();
        assertThat(comparison).isNotNull();
        return comparison;
    }
}
