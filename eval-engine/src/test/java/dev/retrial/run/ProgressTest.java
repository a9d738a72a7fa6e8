package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void a_line_says_how_far_the_run_is() {
        Progress progress = new Progress(3000);
        for (int i = 0; i < 1240; i++) {
            progress.finished(Ending.PASSED);
        }
        progress.finished(Ending.failed("x"));
        progress.finished(Ending.error("x"));
        progress.finished(Ending.error("x"));
        progress.skipped();
        assertThat(progress.line())
                .isEqualTo(
                        "Retrial: 1,244 of 3,000 cells: 1,240 passed, 1 failed, 2 errors, 1 skipped; 0 s, 1244 cells/s");
        assertThat(progress.isComplete()).isFalse();
    }

    @Test
    void a_run_of_which_a_cell_was_cancelled_is_not_complete() {
        Progress progress = new Progress(2);
        progress.finished(Ending.PASSED);
        progress.cancelled();
        assertThat(progress.isComplete()).isFalse();
        assertThat(progress.lastLine("acme.Test"))
                .isEqualTo("Retrial: incomplete, 1 of 2 cells of acme.Test: 1 passed; 0 s");
    }

    @Test
    void one_cell_is_said_in_the_singular() {
        Progress progress = new Progress(1);
        progress.finished(Ending.aborted("known"));
        assertThat(progress.lastLine("acme.Test")).isEqualTo("Retrial: 1 cell of acme.Test: 0 passed, 1 aborted; 0 s");
    }
}
