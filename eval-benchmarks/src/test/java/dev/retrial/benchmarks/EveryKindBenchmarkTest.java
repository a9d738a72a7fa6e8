package dev.retrial.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.NotApplicable;
import org.junit.jupiter.api.Test;

/** A check that has nothing to look at, or breaks, costs nothing and would make the figure too good. */
class EveryKindBenchmarkTest {

    @Test
    void every_kind_is_measured_and_every_check_has_something_to_look_at() throws Exception {
        EveryKindBenchmark benchmark = new EveryKindBenchmark();
        benchmark.bind();

        assertThat(benchmark.tenTurns())
                .hasSizeGreaterThan(50)
                .extracting(CheckResult::getClass)
                .doesNotContain(Errored.class, NotApplicable.class);
    }
}
