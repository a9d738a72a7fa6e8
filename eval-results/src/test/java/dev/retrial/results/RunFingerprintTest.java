package dev.retrial.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RunFingerprintTest {

    private final RunFingerprint one = RunFingerprint.of(Records.header("a"), Map.of("refund-late", "9c"));

    @Test
    void two_runs_of_the_same_thing_have_one_fingerprint() {
        assertThat(RunFingerprint.of(Records.header("b"), Map.of("refund-late", "9c")))
                .isEqualTo(one);
        assertThat(one.id()).hasSize(16);
    }

    @Test
    void another_case_is_another_fingerprint() {
        RunFingerprint other = RunFingerprint.of(Records.header("a"), Map.of("refund-late", "9d"));

        assertThat(other.id()).isNotEqualTo(one.id());
        assertThat(other.since(one)).extracting(RunFingerprint.Change::part).containsExactly("cases");
    }

    @Test
    void it_says_what_is_otherwise() {
        RunFingerprint fewer = new RunFingerprint(one.parts().tailMap("model"));

        assertThat(one.since(fewer).get(0))
                .hasToString("cases none → " + one.parts().get("cases"));
        assertThat(one.parts())
                .containsEntry("model", "small")
                .containsEntry("judge:model", "judge-1")
                .containsEntry("cohort:enterprise", "c0ff")
                .containsEntry("vocabulary", "1");
    }
}
