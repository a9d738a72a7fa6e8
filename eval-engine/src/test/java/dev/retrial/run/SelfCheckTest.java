package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.Errored;
import dev.retrial.run.Cases.Case;
import dev.retrial.run.Ending.Kind;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals.ByResponse;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.FailureClass;
import dev.retrial.suite.Layer;
import dev.retrial.suite.ReferenceAnswer;
import dev.retrial.suite.ReferenceAnswer.ReferenceCall;
import dev.retrial.suite.ReferenceAnswer.ReferenceTurn;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.suite.Status;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import dev.retrial.world.Worlds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SelfCheckTest {

    @Test
    void a_case_that_fails_on_its_ticket_and_passes_on_the_answer_is_sound() {
        Ending ending = run(Cases.suite()
                .add(Cases.one("refund-late")
                        .expect(Checks.neverSays("refunded"))
                        .observed(Cases.said("I've refunded you"))
                        .accepted(Cases.said("I'm sorry"))));
        assertThat(ending).isEqualTo(Ending.PASSED);
    }

    @Test
    void a_case_that_passes_on_its_own_ticket_guards_nothing() {
        Ending ending = run(Cases.suite()
                .add(Cases.one("refund-late")
                        .expect(Checks.neverSays("reimbursed"))
                        .observed(Cases.said("I've refunded you"))));
        assertThat(ending.kind()).isEqualTo(Kind.FAILED);
        assertThat(ending.message())
                .startsWith(
                        "this case passes on its own ticket, so it guards nothing: observed at line 7 fails no expectation")
                .contains("must fail: any expectation of the case");
    }

    @Test
    void each_observed_must_fail() {
        Ending ending = run(Cases.suite()
                .add(Cases.one("refund-late")
                        .expect(Checks.neverSays("refunded"))
                        .observed(Cases.said("I've refunded you"), Cases.said("It is done"))));
        assertThat(ending.message()).startsWith("this case passes on its own ticket");
    }

    @Test
    void a_case_that_fails_on_the_right_answer_shows_on_what() {
        Ending ending = run(Cases.suite()
                .cohort("ent")
                .add(Cases.one("refund-late").expect(Checks.neverSays("sorry")).accepted(Cases.said("I'm sorry"))));
        assertThat(ending.kind()).isEqualTo(Kind.FAILED);
        assertThat(ending.message())
                .startsWith("this case fails on the right answer: accepted at line 7 with cohort ent\n")
                .contains("reply.never-says")
                .contains("never sorry");
    }

    @ParameterizedTest(name = "{0}: a failure of {1} counts: {2}")
    @CsvSource({
        "WRONG_TONE,              tone.exclamations,    true",
        "WRONG_TONE,              reply.never-says,     false",
        "WRONG_TOOL_CALL,         tools.never,          true",
        "WRONG_TOOL_CALL,         outcome,              false",
        "WRONG_POLICY,            policy.refund-window, true",
        "WRONG_POLICY,            tools.calls,          true",
        "WRONG_POLICY,            outcome,              true",
        "WRONG_POLICY,            reply.never-affirms,  true",
        "WRONG_POLICY,            reply.says,           false",
        "HALLUCINATED_CAPABILITY, catalogue,            true",
        "HALLUCINATED_CAPABILITY, claims,               true",
        "HALLUCINATED_CAPABILITY, reply.never-says,     true",
        "HALLUCINATED_CAPABILITY, tools.never,          false",
        "LEAKED_CONTEXT,          private,              true",
        "LEAKED_CONTEXT,          leaks,                true",
        "LEAKED_CONTEXT,          reply.never-says,     false",
        "LOST_CONTEXT,            reply.never-asks,     true",
        "LOST_CONTEXT,            reply.never-says,     false",
        "WRONG_HANDOFF,           outcome,              true",
        "WRONG_HANDOFF,           handoff.carries,      true",
        "WRONG_HANDOFF,           claims,               true",
        "WRONG_HANDOFF,           tone.words,           false",
    })
    void an_observed_must_fail_on_what_its_failure_class_is_about(FailureClass failure, String check, boolean counts) {
        // The other check is what the class is about, so that "any" is not enough.
        ScopedCheck about = Checks.never(aboutOf(failure), "never said");
        Ending ending = run(Cases.suite()
                .add(Cases.one("x")
                        .failure(failure)
                        .expect(about, Checks.never(check, "bad"))
                        .observed(Cases.said("bad"))));
        assertThat(ending.kind()).isEqualTo(counts ? Kind.PASSED : Kind.FAILED);
        if (!counts) {
            assertThat(ending.message())
                    .startsWith(
                            "this case fails on its own ticket for another reason: observed at line 7 fails " + check);
        }
    }

    @Test
    void a_case_without_a_check_of_its_class_may_fail_on_any() {
        Ending ending = run(Cases.suite()
                .add(Cases.one("x")
                        .failure(FailureClass.LEAKED_CONTEXT)
                        .expect(Checks.neverSays("bad"))
                        .observed(Cases.said("bad"))));
        assertThat(ending).isEqualTo(Ending.PASSED);
    }

    @Test
    void each_kind_that_fails_names_must_fail() {
        ReferenceAnswer names =
                new ReferenceAnswer(null, List.of(new ReferenceTurn(List.of(), "bad")), List.of("reply", "tools"), 9);
        Ending ending = run(Cases.suite()
                .add(Cases.one("x")
                        .expect(Checks.neverSays("bad"), Checks.neverCalls("issue_refund"))
                        .observed(names)));
        assertThat(ending.message()).contains("must fail: tools").doesNotContain("must fail: reply");
    }

    @Test
    void what_the_suite_expects_does_not_save_a_case_from_being_vacuous() {
        Ending ending = run(Cases.suite()
                .expect(Checks.in(Layer.SUITE, Checks.neverSays("bad")))
                .add(Cases.one("x").expect(Checks.says("b")).observed(Cases.said("bad"))));
        assertThat(ending.message())
                .startsWith("this case fails on its own ticket for another reason")
                .contains("reply.never-says (of the suite)");
    }

    @Test
    void what_always_checks_does_not_save_a_case_from_being_vacuous_and_must_accept_the_right_answer() {
        ScopedCheck claims = Checks.in(Layer.ALWAYS, Checks.never("claims", "bad"));
        assertThat(run(Cases.suite()
                                .always(claims)
                                .add(Cases.one("x").expect(Checks.says("b")).observed(Cases.said("bad"))))
                        .message())
                .startsWith("this case fails on its own ticket for another reason")
                .contains("claims (of the suite)");
        assertThat(run(Cases.suite()
                                .always(claims)
                                .add(Cases.one("x").expect(Checks.says("b")).accepted(Cases.said("bad"))))
                        .message())
                .startsWith("this case fails on the right answer");
    }

    @Test
    void the_cohorts_voice_contract_does_for_a_wrong_tone() {
        ScopedCheck voice = Checks.in(Layer.COHORT, Checks.never("tone.exclamations", "!!!"));
        Case evalCase = Cases.one("x").expect(Checks.says("w")).observed(Cases.said("wow!!!"));
        assertThat(run(Cases.suite().cohort("ent", voice).add(evalCase)).kind()).isEqualTo(Kind.FAILED);
        assertThat(run(Cases.suite().cohort("ent", voice).add(evalCase.failure(FailureClass.WRONG_TONE))))
                .isEqualTo(Ending.PASSED);
    }

    @Test
    void one_cohort_with_which_it_fails_is_enough_for_an_observed() {
        Ending ending = run(Cases.suite()
                .cohort("dev")
                .cohort("ent", Checks.in(Layer.COHORT, Checks.never("tone.exclamations", "!!!")))
                .add(Cases.one("x")
                        .failure(FailureClass.WRONG_TONE)
                        .expect(Checks.says("w"))
                        .observed(Cases.said("wow!!!"))));
        assertThat(ending).isEqualTo(Ending.PASSED);
    }

    @Test
    void an_accepted_must_pass_with_every_cohort() {
        Ending ending = run(Cases.suite()
                .cohort("dev")
                .cohort("ent", Checks.in(Layer.COHORT, Checks.never("tone.exclamations", "!!!")))
                .add(Cases.one("x").expect(Checks.says("w")).accepted(Cases.said("wow!!!"))));
        assertThat(ending.message()).contains("with cohort ent");
    }

    @Test
    void a_reference_of_one_cohort_is_tried_with_it_alone() {
        ReferenceAnswer dev = new ReferenceAnswer("dev", List.of(new ReferenceTurn(null, "wow!!!")), List.of(), 7);
        Ending ending = run(Cases.suite()
                .cohort("dev")
                .cohort("ent", Checks.in(Layer.COHORT, Checks.never("tone.exclamations", "!!!")))
                .add(Cases.one("x").expect(Checks.says("w")).accepted(dev)));
        assertThat(ending).isEqualTo(Ending.PASSED);
    }

    @Test
    void an_observed_that_fails_an_advisory_check_alone_is_vacuous() {
        Ending ending = run(Cases.suite()
                .add(Cases.one("x")
                        .expect(Checks.says("b"), Checks.advisory(Checks.neverSays("bad")))
                        .observed(Cases.said("bad"))));
        assertThat(ending.message()).startsWith("this case passes on its own ticket");
    }

    @Test
    void calls_that_are_not_known_are_not_looked_at() {
        Ending ending = run(Cases.suite()
                .add(Cases.one("x")
                        .failure(FailureClass.WRONG_TOOL_CALL)
                        .expect(Checks.neverCalls("issue_refund"))
                        .observed(Cases.said("Done"))));
        assertThat(ending.message()).contains("its calls are not known; write `calls: []`");
    }

    @Test
    void a_call_counts_and_has_its_result_from_the_world() {
        EvalCase evalCase = Cases.one("x")
                .world(Worlds.of("{\"lookup_order\": [{\"when\": {\"id\": 1}, \"returns\": {\"paid\": true}}]}"))
                .build();
        List<ToolCall> calls = ReferenceTranscript.of(
                        evalCase, called(call("lookup_order", 1), call("lookup_order", 2), call("issue_refund", 1)))
                .calls();
        assertThat(calls)
                .extracting(ToolCall::status)
                .containsExactly(ToolCall.Status.OK, ToolCall.Status.FAILED, ToolCall.Status.OK);
        assertThat(calls.get(0).result()).hasToString("{\"paid\":true}");
        assertThat(calls.get(2).result()).isNull();
    }

    @Test
    void the_last_turns_are_replaced_and_the_customer_says_all_of_his() {
        EvalCase evalCase = Cases.one("x").customer("a", "b", "c").build();
        ReferenceAnswer two = new ReferenceAnswer(
                null, List.of(new ReferenceTurn(null, "to b"), new ReferenceTurn(null, "to c")), List.of(), 1);
        Transcript transcript = ReferenceTranscript.of(evalCase, two);
        List<String> said = new ArrayList<>();
        for (Event event : transcript.events()) {
            said.add(event.turn() + " " + event.getClass().getSimpleName());
        }
        assertThat(said)
                .containsExactly(
                        "1 CustomerMessage", "2 CustomerMessage", "2 AgentReply", "3 CustomerMessage", "3 AgentReply");
    }

    @Test
    void a_check_of_a_turn_that_the_reference_does_not_tell_of_is_left_out() {
        Ending ending = run(Cases.suite()
                .add(Cases.one("x")
                        .customer("a", "b")
                        .expect(Checks.inTurn(1, Checks.says("which order?")), Checks.inTurn(2, Checks.says("sorry")))
                        .accepted(Cases.said("sorry"))));
        assertThat(ending).isEqualTo(Ending.PASSED);
    }

    @Test
    void a_judge_is_not_asked() {
        Ending ending = run(Cases.suite()
                .add(Cases.one("x")
                        .expect(Checks.says("so"), Checks.of("judged", new Errored("asked a model")))
                        .accepted(Cases.said("sorry"))));
        assertThat(ending).isEqualTo(Ending.PASSED);
    }

    @Test
    void a_handoff_in_the_answer_is_not_known_of_an_accepted() {
        Ending ending = run(Cases.suite()
                .outcome(Outcome.ESCALATED, new ByResponse())
                .add(Cases.one("x").expect(Checks.never("outcome", "sorry")).accepted(Cases.said("sorry"))));
        assertThat(ending).isEqualTo(Ending.PASSED);
    }

    @Test
    void a_check_that_cannot_be_evaluated_is_an_error() {
        Ending ending = run(Cases.suite()
                .add(Cases.one("x")
                        .expect(Checks.of("reply.says", new Errored("no word list")))
                        .observed(Cases.said("bad"))
                        .accepted(Cases.said("good"))));
        assertThat(ending.kind()).isEqualTo(Kind.ERROR);
        assertThat(ending.message()).contains("reply.says: no word list");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void a_draft_and_a_tombstone_have_no_self_check(Status status) {
        EvalCase evalCase =
                Cases.one("x").status(status).observed(Cases.said("bad")).build();
        assertThat(SelfCheck.appliesTo(evalCase)).isEqualTo(status != Status.DRAFT && status != Status.RETIRED);
    }

    @Test
    void a_case_without_references_has_no_self_check() {
        assertThat(SelfCheck.appliesTo(Cases.one("x").build())).isFalse();
    }

    private static String aboutOf(FailureClass failure) {
        return switch (failure) {
            case WRONG_TONE -> "tone.words";
            case WRONG_TOOL_CALL -> "tools.at-most";
            case WRONG_POLICY -> "policy.other";
            case HALLUCINATED_CAPABILITY -> "catalogue.other";
            case LEAKED_CONTEXT -> "private.other";
            case LOST_CONTEXT -> "reply.never-asks";
            case WRONG_HANDOFF -> "handoff.says";
        };
    }

    private static ReferenceCall call(String tool, int id) {
        return new ReferenceCall(tool, Cases.json().put("id", id));
    }

    private static ReferenceAnswer called(ReferenceCall... calls) {
        return new ReferenceAnswer(null, List.of(new ReferenceTurn(List.of(calls), "Done")), List.of(), 1);
    }

    private static Ending run(Cases suite) {
        var built = suite.build();
        return new SelfCheck(built).run((EvalCase) built.files().get(0)).ending();
    }
}
