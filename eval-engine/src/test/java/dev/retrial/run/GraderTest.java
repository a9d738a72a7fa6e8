package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.Errored;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.run.Trial.Finding;
import dev.retrial.run.Trial.Outcome;
import dev.retrial.scene.Scene;
import dev.retrial.suite.Layer;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.suite.Suite;
import dev.retrial.transcript.Transcript;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class GraderTest {

    private static final Transcript SAID = Transcript.builder()
            .customer("Hi")
            .agent("one")
            .customer("And?")
            .agent("two")
            .build();
    private static final ScopedCheck PASSES = Checks.of("a", Passed.PLAIN);
    private static final ScopedCheck FAILS = Checks.of("b", Failed.of("x", "y"));
    private static final ScopedCheck ERRS = Checks.of("c", new Errored("no judge"));
    private static final ScopedCheck LOOKS_AT_NOTHING = Checks.of("d", new NotApplicable("nothing"));

    @Test
    void all_pass() {
        assertThat(outcome(PASSES, LOOKS_AT_NOTHING)).isEqualTo(Outcome.PASSED);
    }

    @Test
    void one_failure_fails() {
        assertThat(outcome(PASSES, FAILS)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void an_error_outweighs_a_failure() {
        assertThat(outcome(FAILS, ERRS, PASSES)).isEqualTo(Outcome.ERROR);
    }

    @Test
    void a_trial_in_which_nothing_gates_is_an_error() {
        assertThat(outcome()).isEqualTo(Outcome.ERROR);
        assertThat(outcome(LOOKS_AT_NOTHING)).isEqualTo(Outcome.ERROR);
        assertThat(outcome(Checks.advisory(PASSES), LOOKS_AT_NOTHING)).isEqualTo(Outcome.ERROR);
    }

    @Test
    void what_always_holds_does_not_make_a_trial_but_breaks_it() {
        assertThat(outcomeAlways(PASSES, LOOKS_AT_NOTHING)).isEqualTo(Outcome.ERROR);
        assertThat(outcomeAlways(PASSES, Checks.advisory(FAILS))).isEqualTo(Outcome.ERROR);
        assertThat(outcomeAlways(FAILS, LOOKS_AT_NOTHING)).isEqualTo(Outcome.FAILED);
        assertThat(outcomeAlways(FAILS, PASSES)).isEqualTo(Outcome.FAILED);
        assertThat(outcomeAlways(PASSES, PASSES)).isEqualTo(Outcome.PASSED);
    }

    @Test
    void what_is_advisory_gates_nothing() {
        assertThat(outcome(PASSES, Checks.advisory(FAILS), Checks.advisory(ERRS)))
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void a_check_that_throws_is_an_error_that_quotes_nobody() {
        ScopedCheck broken = Checks.of("mine", (transcript, scene) -> {
            throw new IllegalStateException("dana@example.com");
        });
        List<Finding> findings = grade(broken);
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.result())
                        .isInstanceOfSatisfying(
                                Errored.class,
                                errored -> assertThat(errored.reason())
                                        .startsWith(
                                                "the check broke with java.lang.IllegalStateException at dev.retrial.run.GraderTest")
                                        .doesNotContain("dana")));
    }

    @Test
    void checks_of_all_layers_hold_side_by_side() {
        Suite suite = Cases.suite()
                .expect(Checks.in(Layer.SUITE, Checks.says("a")))
                .cohort("dev", Checks.in(Layer.COHORT, Checks.says("b")))
                .add(Cases.one("x").expect(Checks.says("c"), Checks.inTurn(2, Checks.says("d"))))
                .build();
        Cell cell = Cases.cells(suite).get(0);
        assertThat(new Grader(suite, cell, cell.context()).checks())
                .extracting(ScopedCheck::layer)
                .containsExactly(Layer.SUITE, Layer.COHORT, Layer.CASE, Layer.TURN);
    }

    @Test
    void a_waived_check_of_an_outer_layer_does_not_hold_and_the_cases_own_does() {
        Suite suite = Cases.suite()
                .expect(Checks.in(Layer.SUITE, Checks.says("a")))
                .add(Cases.one("x").expect(Checks.says("c")).waive("reply.says"))
                .build();
        Cell cell = Cases.cells(suite).get(0);
        assertThat(new Grader(suite, cell, cell.context()).checks())
                .extracting(ScopedCheck::layer)
                .containsExactly(Layer.CASE);
    }

    @Test
    void a_check_waived_for_one_cohort_holds_for_the_others() {
        Suite suite = Cases.suite()
                .cohort("dev", Checks.in(Layer.COHORT, Checks.says("a")))
                .cohort("ent", Checks.in(Layer.COHORT, Checks.says("a")))
                .add(Cases.one("x").waive("reply.says@dev"))
                .build();
        assertThat(Cases.cells(suite))
                .extracting(
                        cell -> new Grader(suite, cell, cell.context()).checks().size())
                .containsExactly(0, 1);
    }

    @Test
    void a_check_of_a_turn_sees_that_turn() {
        assertThat(outcome(Checks.inTurn(2, Checks.says("two")))).isEqualTo(Outcome.PASSED);
        assertThat(outcome(Checks.inTurn(2, Checks.says("one")))).isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_check_knows_the_cases_clock_context_and_cohort() {
        AtomicReference<Scene> seen = new AtomicReference<>();
        ScopedCheck looks = Checks.of("a", (transcript, scene) -> {
            seen.set(scene);
            return Passed.PLAIN;
        });
        Suite suite = Cases.suite()
                .cohort("dev")
                .add(Cases.one("x")
                        .now("2026-03-02T09:15:00Z")
                        .context("channel", "chat")
                        .expect(looks))
                .build();
        Cell cell = Cases.cells(suite).get(0);
        new Grader(suite, cell, cell.context()).grade(SAID);
        assertThat(seen.get().now()).isEqualTo(Instant.parse("2026-03-02T09:15:00Z"));
        assertThat(seen.get().cohort()).isEqualTo("dev");
        assertThat(seen.get().context()).isEqualTo(Cases.json().put("channel", "chat"));
    }

    private static Outcome outcome(ScopedCheck... checks) {
        return Grader.outcome(grade(checks));
    }

    private static Outcome outcomeAlways(ScopedCheck always, ScopedCheck own) {
        Suite suite = Cases.suite()
                .always(Checks.in(Layer.ALWAYS, Checks.named("always", always)))
                .add(Cases.one("x").expect(own))
                .build();
        Cell cell = Cases.cells(suite).get(0);
        return Grader.outcome(new Grader(suite, cell, cell.context()).grade(SAID));
    }

    private static List<Finding> grade(ScopedCheck... checks) {
        Suite suite = Cases.suite().add(Cases.one("x").expect(checks)).build();
        Cell cell = Cases.cells(suite).get(0);
        return new Grader(suite, cell, cell.context()).grade(SAID);
    }
}
