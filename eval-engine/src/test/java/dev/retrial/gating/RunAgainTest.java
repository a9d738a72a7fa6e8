package dev.retrial.gating;

import static dev.retrial.gating.GatedSuite.BREAKS;
import static dev.retrial.gating.GatedSuite.FAILS;
import static dev.retrial.gating.GatedSuite.LEAKS;
import static dev.retrial.gating.GatedSuite.PASSES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.gating.GatedSuite.Ran;
import dev.retrial.results.GateRecord;
import dev.retrial.run.Cancellation;
import dev.retrial.run.Ending.Kind;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was decided about a revision stays decided. */
class RunAgainTest {

    @TempDir
    Path directory;

    private GatedSuite suite;

    @BeforeEach
    void make_a_suite() {
        suite = new GatedSuite(directory).cases(3).blessed().parameter("retrial.revision", "4f2c");
    }

    @Test
    void what_was_red_stays_red_though_it_passes_now() {
        suite.agent((cell, trial) -> cell.equals("case-1") ? FAILS : PASSES).run();

        Ran again = suite.agent((cell, trial) -> PASSES).run();

        assertThat(again.gate().kind()).isEqualTo(Kind.FAILED);
        assertThat(again.of("case-1").kind()).isEqualTo(Kind.FAILED);
        assertThat(again.trials("confirm")).isEmpty();
        assertThat(again.record().notices()).extracting(GateRecord.Notice::kind).containsExactly("kept");
    }

    @Test
    void what_was_green_stays_green_and_a_new_failure_is_added() {
        suite.run();

        Ran again = suite.agent((cell, trial) -> cell.equals("case-1") ? FAILS : PASSES)
                .run();

        assertThat(again.isGreen()).isTrue();
        assertThat(again.of("case-1").kind()).isEqualTo(Kind.ABORTED);
        assertThat(again.of("case-1").message()).startsWith("passed at first, which is what the gate goes by");
    }

    @Test
    void what_was_an_error_is_tried_again_and_counts() {
        suite.agent((cell, trial) -> cell.equals("case-1") ? BREAKS : PASSES);
        assertThat(suite.run().gate().kind()).isEqualTo(Kind.ERROR);

        assertThat(suite.agent((cell, trial) -> PASSES).run().isGreen()).isTrue();
    }

    @Test
    void attempts_that_were_missing_are_made() {
        suite.agent((cell, trial) -> !cell.equals("case-1") ? PASSES : trial == 1 ? FAILS : BREAKS);
        assertThat(suite.run().gate().kind()).isEqualTo(Kind.ERROR);

        Ran again = suite.agent((cell, trial) -> cell.equals("case-1") ? FAILS : PASSES)
                .run();

        assertThat(again.of("case-1").kind()).isEqualTo(Kind.FAILED);
        assertThat(again.of("case-1").message()).contains("so it ran again");
    }

    @Test
    void a_critical_rule_broken_once_before_and_once_now_is_broken_twice() {
        suite.blessed("F".repeat(20), any -> any);
        suite.agent((cell, trial) -> cell.equals("case-1") && trial == 1 ? LEAKS : PASSES);
        assertThat(suite.run().isGreen()).isTrue();

        assertThat(suite.run().of("case-1").kind()).isEqualTo(Kind.FAILED);
    }

    @Test
    void to_stop_a_run_that_looks_bad_is_no_way_out() {
        AtomicInteger asked = new AtomicInteger();
        suite.suite("concurrency: 1\n").cancelledBy(() -> asked.incrementAndGet() > 2);
        assertThat(suite.agent((cell, trial) -> FAILS).run().stopped()).isNotNull();

        Ran again = suite.cancelledBy(Cancellation.NEVER)
                .agent((cell, trial) -> cell.equals("case-1") && trial > 1 ? FAILS : PASSES)
                .run();

        assertThat(again.of("case-1").kind()).isEqualTo(Kind.FAILED);
        assertThat(again.record().notices()).extracting(GateRecord.Notice::kind).containsExactly("kept");
    }

    @Test
    void another_revision_is_decided_anew_and_counted() {
        suite.agent((cell, trial) -> cell.equals("case-1") ? FAILS : PASSES).run();

        Ran other = suite.parameter("retrial.revision", "5a3d")
                .agent((cell, trial) -> PASSES)
                .run();

        assertThat(other.isGreen()).isTrue();
        assertThat(other.record().notices())
                .extracting(GateRecord.Notice::sentence)
                .containsExactly("2 fingerprints have been held against this record, this one included");
    }

    @Test
    void another_record_is_decided_anew() {
        suite.agent((cell, trial) -> cell.equals("case-1") ? FAILS : PASSES).run();

        Ran other = suite.blessed("P".repeat(19), any -> any)
                .agent((cell, trial) -> PASSES)
                .run();

        assertThat(other.isGreen()).isTrue();
        assertThat(other.record().notices()).isEmpty();
    }

    @Test
    void without_a_revision_every_run_stands_for_itself() {
        suite.parameter("retrial.revision", "");
        suite.agent((cell, trial) -> cell.equals("case-1") ? FAILS : PASSES).run();

        assertThat(suite.agent((cell, trial) -> PASSES).run().isGreen()).isTrue();
    }
}
