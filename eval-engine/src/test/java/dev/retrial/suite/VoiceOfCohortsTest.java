package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cohorts expect, and how a case may do without. */
class VoiceOfCohortsTest {

    private static final String CONVERSATION = "title: a\nconversation:\n  - customer: Hi\n  - customer: Well?\n";

    @TempDir
    Path directory;

    @Test
    void a_bound_that_is_looser_than_a_cohort_s_names_the_cohort() {
        assertThat(voice().file("cases/a.yaml", CONVERSATION + "expect: {tone: {words: 50}}\n")
                        .problems())
                .containsExactly(
                        "cases/a.yaml:5:17: this bound is looser than 'tone.words' of the cohort 'brief', which holds as"
                                + " well, so it does nothing: remove it, or waive the outer one with a reason (waive:"
                                + " {tone.words@brief: …})");
    }

    @Test
    void a_waived_bound_may_be_loosened() {
        SuiteFiles files = voice().file(
                        "cases/a.yaml",
                        CONVERSATION
                                + "expect: {tone: {words: 50}}\nwaive: {tone.words@brief: A guide needs more words.}\n");
        Suite suite = files.sound();
        EvalCase read = files.evalCase("a");

        assertThat(read.waived()).containsEntry("tone.words@brief", "A guide needs more words.");
        assertThat(layers(suite, read, "brief")).containsExactly(Layer.CASE);
        assertThat(layers(suite, read, "chatty")).containsExactly(Layer.COHORT, Layer.CASE);
        assertThat(EffectiveChecks.waived(suite, read, suite.cohorts().get("brief")))
                .extracting(check -> check.check().name())
                .containsExactly("tone.words");
    }

    @Test
    void a_waiver_names_a_check_that_exists() {
        assertThat(voice().file("cases/a.yaml", CONVERSATION + "expect: {reply: {says: [x]}}\nwaive: {tone.wrds: x}\n")
                        .problems())
                .containsExactly(
                        "cases/a.yaml:6:9: no check of the suite or of a cohort is called 'tone.wrds', so there is"
                                + " nothing to waive; did you mean 'tone.words'?");
    }

    @Test
    void a_waiver_names_a_cohort_of_the_case() {
        assertThat(voice().file(
                                "cases/a.yaml",
                                CONVERSATION + "expect: {reply: {says: [x]}}\nwaive: {tone.words@vip: x}\n")
                        .problems())
                .containsExactly("cases/a.yaml:6:9: this case has no cohort 'vip'; known: brief, chatty");
    }

    @Test
    void a_waiver_needs_a_reason() {
        assertThat(voice().file("cases/a.yaml", CONVERSATION + "expect: {reply: {says: [x]}}\nwaive: {tone.words: }\n")
                        .problems())
                .containsExactly("cases/a.yaml:6:20: 'tone.words' has no value: expected text");
    }

    @Test
    void a_case_says_what_may_vary_and_why() {
        EvalCase read = voice().file(
                        "cases/a.yaml",
                        CONVERSATION + "expect: {reply: {says: [x]}}\n"
                                + "varies: {amounts: Prices differ by plan., outcome@brief: Asks first.}\n")
                .evalCase("a");

        assertThat(read.varies())
                .containsExactly(entry("amounts", "Prices differ by plan."), entry("outcome@brief", "Asks first."));
    }

    @Test
    void what_varies_must_exist_and_needs_a_reason() {
        assertThat(voice().file(
                                "cases/a.yaml",
                                CONVERSATION + "expect: {reply: {says: [x]}}\n"
                                        + "varies:\n  amount: x\n  dates@vip: x\n  writes:\n")
                        .problems())
                .containsExactly("cases/a.yaml:9:10: 'writes' has no value: expected text");
        assertThat(voice().file(
                                "cases/a.yaml",
                                CONVERSATION + "expect: {reply: {says: [x]}}\nvaries:\n  amount: x\n  dates@vip: x\n")
                        .problems())
                .containsExactly(
                        "cases/a.yaml:7:3: what may vary is one of writes, outcome, amounts, dates, periods, ids,"
                                + " documents; unknown word 'amount'; did you mean 'amounts'?",
                        "cases/a.yaml:8:3: this case has no cohort 'vip'; known: brief, chatty");
    }

    private SuiteFiles voice() {
        return SuiteFiles.in(directory)
                .file(
                        "cohorts.yaml",
                        "cohorts:\n  brief: {expect: {tone: {words: 20}}}\n  chatty: {expect: {tone: {words: 90}}}\n");
    }

    private static List<Layer> layers(Suite suite, EvalCase evalCase, String cohort) {
        return EffectiveChecks.of(suite, evalCase, suite.cohorts().get(cohort)).stream()
                .map(ScopedCheck::layer)
                .filter(layer -> layer != Layer.ALWAYS)
                .toList();
    }
}
