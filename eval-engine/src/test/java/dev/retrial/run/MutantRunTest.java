package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.mutants.Mutation;
import dev.retrial.run.CaseMutants.Tried;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.FailureClass;
import dev.retrial.suite.Layer;
import dev.retrial.suite.ReferenceAnswer;
import dev.retrial.suite.ReferenceAnswer.ReferenceTurn;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.suite.Status;
import dev.retrial.suite.Suite;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutantRunTest {

    private static final ScopedCheck NO_EMOJI = Checks.never("tone.emoji", "😊");
    private static final ScopedCheck REPAIR = Checks.says("repair");
    private static final ReferenceAnswer RIGHT = Cases.said("We repair it.");

    @Test
    void a_check_that_fails_on_a_mutant_kills_it() throws InterruptedException {
        CaseMutants mutants = run(
                Cases.one("x").failure(FailureClass.WRONG_TONE).expect(NO_EMOJI).accepted(RIGHT));

        assertThat(killers(mutants, Mutation.EMOJI)).containsExactly("tone.emoji");
        assertThat(killers(mutants, Mutation.RUDE_SENTENCE)).isEmpty();
        assertThat(mutants.killed()).isEqualTo(1);
        assertThat(mutants.ending()).isEqualTo(Ending.PASSED);
        assertThat(mutants.text())
                .startsWith("x: 1 of 5 killed\n")
                .contains("  killed    emoji [default]: the reply ends with \"😊\"; by tone.emoji\n");
    }

    @Test
    void a_case_that_notices_nothing_of_what_it_is_about_fails() throws InterruptedException {
        CaseMutants mutants = run(
                Cases.one("x").failure(FailureClass.WRONG_TONE).expect(REPAIR).accepted(RIGHT));

        assertThat(mutants.ending().kind()).isEqualTo(Ending.Kind.FAILED);
        assertThat(mutants.ending().message())
                .startsWith(
                        "this case notices none of the 3 mutants that wrong-tone is about, so it guards nothing; what notices them holds for every case, or is missing\n"
                                + "  survived  emoji [default]")
                .doesNotContain("foreign-phone");
    }

    @Test
    void what_holds_for_every_cell_does_not_save_a_case() throws InterruptedException {
        Suite suite = Cases.suite()
                .expect(Checks.in(Layer.SUITE, NO_EMOJI))
                .add(Cases.one("x")
                        .failure(FailureClass.WRONG_TONE)
                        .expect(REPAIR)
                        .accepted(RIGHT))
                .build();
        CaseMutants mutants = new MutantRun(suite, null).run(first(suite));

        assertThat(killers(mutants, Mutation.EMOJI)).containsExactly("tone.emoji");
        assertThat(mutants.ending().kind()).isEqualTo(Ending.Kind.FAILED);
    }

    @Test
    void the_cohort_s_voice_saves_one_about_the_tone() throws InterruptedException {
        Suite suite = Cases.suite()
                .cohort("vip", Checks.in(Layer.COHORT, NO_EMOJI))
                .add(Cases.one("x")
                        .failure(FailureClass.WRONG_TONE)
                        .expect(REPAIR)
                        .accepted(RIGHT))
                .build();

        assertThat(new MutantRun(suite, null).run(first(suite)).ending()).isEqualTo(Ending.PASSED);
    }

    @Test
    void a_case_of_no_class_has_to_notice_anything() throws InterruptedException {
        assertThat(run(Cases.one("x").expect(NO_EMOJI).accepted(RIGHT)).ending())
                .isEqualTo(Ending.PASSED);
        assertThat(run(Cases.one("x").expect(REPAIR).accepted(RIGHT)).ending().message())
                .startsWith("this case notices none of the 5 mutants, so it guards nothing");
    }

    @Test
    void without_a_right_answer_there_is_nothing_to_go_wrong() throws InterruptedException {
        CaseMutants mutants =
                run(Cases.one("x").failure(FailureClass.WRONG_TONE).expect(NO_EMOJI));

        assertThat(mutants.ending())
                .isEqualTo(Ending.aborted(
                        "there is no mutant that wrong-tone is about; give the case an accepted answer"));
    }

    @Test
    void an_answer_whose_calls_are_not_known_gives_no_mutants_of_calls() throws InterruptedException {
        CaseMutants mutants = run(Cases.one("x")
                .failure(FailureClass.WRONG_TOOL_CALL)
                .expect(REPAIR)
                .accepted(RIGHT));

        assertThat(mutants.ending())
                .isEqualTo(
                        Ending.aborted(
                                "there is no mutant that wrong-tool-call is about; give the case an accepted answer, with its calls"));
    }

    @Test
    void an_answer_that_does_not_pass_is_not_taken_for_right() throws InterruptedException {
        CaseMutants mutants = run(Cases.one("x").expect(Checks.says("refund")).accepted(RIGHT));

        assertThat(mutants.tried()).isEmpty();
        assertThat(mutants.ending().message())
                .endsWith("\n  accepted at line 7 does not pass with cohort default, so nothing is made of it");
    }

    @Test
    void an_advisory_check_kills_nothing() throws InterruptedException {
        assertThat(run(Cases.one("x").expect(Checks.advisory(NO_EMOJI)).accepted(RIGHT))
                        .killed())
                .isZero();
    }

    @Test
    void recordings_that_pass_are_right_answers_too() throws InterruptedException {
        Suite suite = Cases.suite().add(Cases.one("x").expect(NO_EMOJI)).build();
        Sources nothing = request -> Sources.broken("there is no recording");
        CaseMutants mutants = new MutantRun(suite, Sources.saying("Done.")).run(first(suite));

        assertThat(killers(mutants, Mutation.EMOJI)).containsExactly("tone.emoji");
        assertThat(new MutantRun(suite, nothing).run(first(suite)).tried()).isEmpty();
    }

    @Test
    void the_words_of_other_cohorts_are_other_voices() throws InterruptedException {
        Suite suite = Cases.suite()
                .cohort("dev")
                .cohort("vip")
                .add(Cases.one("x")
                        .failure(FailureClass.WRONG_TONE)
                        .expect(Checks.never("tone.forbidden", "ok, done"))
                        .accepted(said("vip", "Your order has been repaired.")))
                .build();
        Suite both = Cases.suite()
                .cohort("dev")
                .cohort("vip", Checks.in(Layer.COHORT, Checks.never("tone.forbidden", "ok, done")))
                .add(Cases.one("x")
                        .failure(FailureClass.WRONG_TONE)
                        .expect(Checks.says("o"))
                        .accepted(said("vip", "Your order has been repaired."), said("dev", "ok, done")))
                .build();

        assertThat(killers(new MutantRun(suite, null).run(first(suite)), Mutation.SWAP_VOICE))
                .isEmpty();
        assertThat(killers(new MutantRun(both, null).run(first(both)), Mutation.SWAP_VOICE))
                .containsExactly("tone.forbidden");
    }

    @Test
    void what_is_the_same_with_several_cohorts_is_one_line() throws InterruptedException {
        Suite suite = Cases.suite()
                .cohort("dev")
                .cohort("vip")
                .add(Cases.one("x").expect(NO_EMOJI).accepted(RIGHT))
                .build();

        assertThat(new MutantRun(suite, null).run(first(suite)).text())
                .contains("killed    emoji [dev, vip]: the reply ends");
    }

    @Test
    void drafts_and_tombstones_are_left_out() {
        assertThat(MutantRun.appliesTo(Cases.one("x").status(Status.DRAFT).build()))
                .isFalse();
        assertThat(MutantRun.appliesTo(Cases.one("x").status(Status.RETIRED).build()))
                .isFalse();
        assertThat(MutantRun.appliesTo(Cases.one("x").build())).isTrue();
    }

    private static CaseMutants run(Cases.Case one) throws InterruptedException {
        Suite suite = Cases.suite().add(one).build();
        return new MutantRun(suite, null).run(first(suite));
    }

    private static EvalCase first(Suite suite) {
        return (EvalCase) suite.files().get(0);
    }

    private static ReferenceAnswer said(String cohort, String reply) {
        return new ReferenceAnswer(cohort, List.of(new ReferenceTurn(null, reply)), List.of(), 7);
    }

    private static List<String> killers(CaseMutants mutants, Mutation mutation) {
        return mutants.tried().stream()
                .filter(one -> one.mutation() == mutation)
                .map(Tried::killers)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
