package dev.retrial.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.baseline.CellHistory;
import dev.retrial.gate.GateRules;
import dev.retrial.gate.PassCount;
import dev.retrial.gate.Slice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static final PassCount PERFECT = new PassCount(20, 20);

    private final List<@Nullable CellHistory> histories = new ArrayList<>();
    private final List<Slice> slices = new ArrayList<>();

    @Test
    void a_main_branch_that_does_what_it_did_when_it_was_anchored_has_not_drifted() {
        cells(30, "PPPPPPPPPFPPPPPPPPPP", new PassCount(19, 20));

        assertThat(drift()).isEqualTo(new Drift(null, null));
    }

    @Test
    void what_got_worse_little_by_little_shows_against_the_anchor() {
        cells(30, "PPPFPPPPPPFPPPFPPPPP", PERFECT);

        assertThat(drift().drifted())
                .isEqualTo("main is worse than when its record was anchored: all cells passed 240 of 300 attempts,"
                        + " then 600 of 600; luck does that less than once in 1,000,000");
        assertThat(drift().stale()).isNull();
    }

    @Test
    void what_got_better_since_is_no_drift() {
        cells(30, "P".repeat(20), new PassCount(15, 20));

        assertThat(drift().drifted()).isNull();
    }

    @Test
    void newest_runs_that_are_worse_than_those_before_make_the_record_stale() {
        cells(30, "P".repeat(15) + "PFPPP", PassCount.NONE);

        assertThat(drift().stale())
                .isEqualTo("the record is stale: main is worse in its newest 5 runs: all cells passed 120 of 150"
                        + " attempts, in those before them 450 of 450; luck does that less than once in 1,000,000");
        assertThat(drift().drifted()).isNull();
    }

    @Test
    void the_slice_that_got_worst_is_named_and_the_others_are_counted() {
        cells(60, "P".repeat(20), PERFECT);
        cells(20, "PPPFPPPPPPFPPPFPPPPP", PERFECT);
        slice("cohort=calm", 0, 60);
        slice("cohort=angry", 60, 80);

        assertThat(drift().drifted())
                .contains(": cohort angry passed 160 of 200 attempts, then 400 of 400;")
                .endsWith("(and one slice more)");
    }

    @Test
    void a_slice_of_too_few_cells_and_a_cell_without_a_record_tell_nothing() {
        cells(19, "PPPFPPPPPPFPPPFPPPPP", PERFECT);
        histories.add(null);

        assertThat(drift()).isEqualTo(new Drift(null, null));

        cells(1, "PPPFPPPPPPFPPPFPPPPP", PERFECT);
        assertThat(drift().drifted()).isNotNull();
    }

    @Test
    void an_anchor_or_an_older_part_of_too_few_attempts_tells_nothing() {
        cells(30, "P".repeat(9) + "F".repeat(5), new PassCount(9, 9));
        assertThat(drift()).isEqualTo(new Drift(null, null));

        histories.clear();
        cells(30, "P".repeat(10) + "F".repeat(5), new PassCount(10, 10));
        assertThat(drift().drifted()).isNotNull();
        assertThat(drift().stale()).isNotNull();
    }

    private void cells(int count, String outcomes, PassCount anchor) {
        for (int i = 0; i < count; i++) {
            histories.add(new CellHistory("h", outcomes, anchor, List.of()));
        }
    }

    private void slice(String name, int from, int to) {
        List<Integer> cells = new ArrayList<>();
        for (int i = from; i < to; i++) {
            cells.add(i);
        }
        slices.add(new Slice(name, cells, false));
    }

    private Drift drift() {
        return Drift.of(histories, slices, GateRules.DEFAULT);
    }
}
