package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.run.Ending.Kind;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Status;
import dev.retrial.suite.Trials;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest(name = "{0}: a trial that is {1} ends {2} locally, {3} in CI")
    @CsvSource({
        "ACTIVE,        passed,   PASSED,  PASSED",
        "ACTIVE,        failed,   FAILED,  FAILED",
        "ACTIVE,        diverged, ABORTED, FAILED",
        "ACTIVE,        error,    ERROR,   ERROR",
        "QUARANTINED,   passed,   PASSED,  PASSED",
        "QUARANTINED,   failed,   FAILED,  FAILED",
        "QUARANTINED,   diverged, ABORTED, FAILED",
        "QUARANTINED,   error,    ERROR,   ERROR",
        "KNOWN_FAILING, passed,   FAILED,  FAILED",
        "KNOWN_FAILING, failed,   ABORTED, ABORTED",
        "KNOWN_FAILING, diverged, ABORTED, ABORTED",
        "KNOWN_FAILING, error,    ERROR,   ERROR",
        "DRAFT,         passed,   PASSED,  PASSED",
        "DRAFT,         failed,   ABORTED, ABORTED",
        "DRAFT,         diverged, ABORTED, ABORTED",
        "DRAFT,         error,    ERROR,   ERROR",
    })
    void one_trial(Status status, String outcome, Kind locally, Kind inCi) {
        EvalCase evalCase = Cases.one("x").status(status).build();
        Tally tally = tally(outcome);
        Ending report = report(outcome);
        assertThat(Endings.of(evalCase, Trials.ONE, tally, Mode.LOCAL, report).kind())
                .isEqualTo(locally);
        assertThat(Endings.of(evalCase, Trials.ONE, tally, Mode.CI, report).kind())
                .isEqualTo(inCi);
    }

    @ParameterizedTest(
            name =
                    "of 5 trials, {0} must pass: {1} passed, {2} failed, {3} diverged, {4} errors ends {5}, as a known failure {6}")
    @CsvSource({
        "5, 5, 0, 0, 0, PASSED,  FAILED",
        "5, 4, 1, 0, 0, FAILED,  ABORTED",
        "4, 5, 0, 0, 0, PASSED,  FAILED",
        "4, 4, 1, 0, 0, PASSED,  FAILED",
        "4, 3, 2, 0, 0, FAILED,  ABORTED",
        "4, 4, 0, 1, 0, PASSED,  FAILED",
        "4, 3, 1, 1, 0, ABORTED, ABORTED",
        "4, 2, 2, 1, 0, FAILED,  ABORTED",
        "4, 4, 0, 0, 1, ERROR,   ERROR",
        "4, 3, 1, 0, 1, ERROR,   ERROR",
        "4, 2, 2, 0, 1, FAILED,  ERROR",
        "1, 1, 4, 0, 0, PASSED,  FAILED",
        "1, 0, 5, 0, 0, FAILED,  ABORTED",
        "1, 0, 4, 1, 0, ABORTED, ABORTED",
        "1, 0, 0, 0, 5, ERROR,   ERROR",
    })
    void several_trials(int pass, int passed, int failed, int diverged, int errors, Kind active, Kind knownFailing) {
        Trials rule = new Trials(5, pass);
        Tally tally = new Tally(passed, failed, diverged, errors);
        Ending report = Ending.failed("facts");
        assertThat(Endings.of(Cases.one("x").build(), rule, tally, Mode.LOCAL, report)
                        .kind())
                .isEqualTo(active);
        EvalCase known = Cases.one("x").status(Status.KNOWN_FAILING).build();
        assertThat(Endings.of(known, rule, tally, Mode.LOCAL, report).kind()).isEqualTo(knownFailing);
    }

    @Test
    void a_failure_of_several_trials_says_how_many_passed_and_shows_the_first() {
        Ending ending = Endings.of(
                Cases.one("x").build(),
                new Trials(5, 4),
                new Tally(2, 2, 0, 1),
                Mode.LOCAL,
                Ending.failed("facts", "this", "that"));
        assertThat(ending)
                .isEqualTo(Ending.failed(
                        "2 of 5 trials passed, 2 failed, 1 is an error; 4 must pass. The first that did not: facts",
                        "this",
                        "that"));
    }

    @Test
    void a_known_failure_is_shown_with_its_reason_and_facts() {
        EvalCase evalCase = Cases.one("x").status(Status.KNOWN_FAILING).build();
        assertThat(Endings.of(evalCase, Trials.ONE, new Tally(0, 1, 0, 0), Mode.CI, Ending.failed("facts")))
                .isEqualTo(Ending.aborted("known-failing (because: the vendor is slow)\nfacts"));
    }

    @Test
    void a_known_failure_that_passes_says_what_to_do() {
        EvalCase evalCase = Cases.one("x").status(Status.KNOWN_FAILING).build();
        assertThat(Endings.of(evalCase, Trials.ONE, new Tally(1, 0, 0, 0), Mode.CI, null))
                .isEqualTo(
                        Ending.failed(
                                "known-failing, but it passes: set status: active to guard it from now on (because: the vendor is slow)"));
    }

    @Test
    void a_cell_of_which_nothing_was_replayed_is_an_error() {
        assertThat(Endings.of(Cases.one("x").build(), Trials.ONE, Tally.NONE, Mode.LOCAL, null))
                .isEqualTo(Ending.error("nothing was replayed"));
    }

    @ParameterizedTest(name = "{0} until {1}, drafts {2}: {3}")
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "ACTIVE        | -          | false | -",
                "KNOWN_FAILING | -          | false | -",
                "DRAFT         | -          | false | draft; run it with -Dretrial.drafts=run, then set status: active",
                "DRAFT         | -          | true  | -",
                "QUARANTINED   | 2026-03-03 | true  | quarantined until 2026-03-03 (because: the vendor is slow)",
                "QUARANTINED   | 2026-03-02 | false | -",
                "QUARANTINED   | 2026-03-01 | false | -",
                "RETIRED       | -          | true  | retired (because: the vendor is slow)",
            })
    void what_does_not_run(Status status, String until, boolean drafts, String reason) {
        Cases.Case evalCase = Cases.one("x");
        if (until != null) {
            evalCase.until(until);
        }
        assertThat(Endings.skips(evalCase.status(status).build(), drafts, TODAY))
                .isEqualTo(reason);
    }

    private static Tally tally(String outcome) {
        for (Trial.Outcome one : Trial.Outcome.values()) {
            if (one.key().equals(outcome)) {
                return Tally.NONE.plus(one);
            }
        }
        throw new IllegalArgumentException(outcome);
    }

    private static Ending report(String outcome) {
        return outcome.equals("error") ? Ending.error("facts") : Ending.failed("facts");
    }
}
