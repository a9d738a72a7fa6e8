package dev.retrial.tickets.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.suite.FailureClass;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverageHistoryTest {

    /** 340 MiB is what is left of 512 for this; a million that all fail, of which each is its own story and family, is worse than any history. */
    @Test
    void a_million_failures_are_counted_in_bounded_memory() {
        CoverageCount count = new CoverageCount(new Window(FactBuilder.TODAY, 90), SampleTickets.cases(), Set.of());
        long before = used();
        for (int i = 0; i < 1_000_000; i++) {
            count.add(FactBuilder.failed(SampleTickets.ref(i), FailureClass.values()[i % 7])
                    .in("category " + i)
                    .family("family " + i)
                    .daysAgo(i % 90)
                    .fact());
        }
        Coverage coverage = count.result();
        long kept = used() - before;

        assertThat(coverage.failures().stories().of()).isEqualTo(1_000_000);
        assertThat(kept).isLessThan(340L << 20);
        assertThat(count.result().tickets()).isEqualTo(1_000_000);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
