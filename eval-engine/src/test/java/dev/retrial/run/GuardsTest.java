package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.suite.Layer;
import dev.retrial.suite.Status;
import dev.retrial.suite.Suite;
import dev.retrial.suite.Trials;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardsTest {

    @Test
    void what_makes_the_gate_strict_is_named() {
        Suite suite = Cases.suite()
                .cohort("vip", Checks.says("Hello"))
                .always(
                        Checks.in(Layer.ALWAYS, Checks.never("claims", "x")),
                        Checks.in(Layer.ALWAYS, Checks.advisory(Checks.never("leaks.prompt", "x"))))
                .add(Cases.one("waiving").waive("tone.words@vip"))
                .add(Cases.one("varying").varies("dates"))
                .add(Cases.one("known").status(Status.KNOWN_FAILING))
                .add(Cases.one("plain"))
                .build();

        assertThat(Guards.of(suite, new Trials(5, 4)))
                .isEqualTo(Map.of(
                        "trials",
                        "4/5",
                        "expect:reply.says@vip",
                        "major",
                        "expect:claims",
                        "major",
                        "waive:waiving:tone.words@vip",
                        "for a reason",
                        "varies:varying:dates",
                        "for a reason",
                        "status:known",
                        "known-failing"));
    }
}
