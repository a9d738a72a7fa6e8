package dev.retrial.check.policy;

import static dev.retrial.assertj.RetrialAssertions.assertThat;
import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.SHOP;
import static dev.retrial.check.Expecting.TOOLS;
import static dev.retrial.check.Expecting.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Evidence;
import dev.retrial.check.Expecting;
import dev.retrial.check.Failed;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.check.Severity;
import dev.retrial.scene.Background;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyKindTest {

    private static final String WINDOW = "{says: 'No refund later than 30 days after delivery.', severity: 'critical',"
            + " never: {call: 'issue_refund', if: 'now - result.lookup_order.delivered_on > days(30)'}}";

    private static RuleHolds rule(String rule) {
        try {
            return Policies.read(
                            json("{version: '3', source: 'https://wiki.example.com', rules: {it: " + rule + "}}"), SHOP)
                    .rules()
                    .get("it");
        } catch (InvalidExpectation e) {
            throw new AssertionError(e.pointer() + ": " + e.getMessage(), e);
        }
    }

    private static CheckResult evaluate(String rule, Transcript transcript) {
        return rule(rule).evaluate(transcript, SCENE);
    }

    private static Transcript.Builder delivered(String day) {
        return Transcript.builder()
                .customer("I want my money back.")
                .call("lookup_order", json("{order_id: 'A-1'}"), json("{delivered_on: '" + day + "', amount: 89.00}"));
    }

    @Nested
    class Never {

        @Test
        void what_is_forbidden_where_the_condition_holds_fails_with_the_values() {
            Transcript late = delivered("2026-01-10")
                    .call("issue_refund", json("{amount: 89}"))
                    .build();

            assertThat(evaluate(WINDOW, late))
                    .isEqualTo(new Failed(
                            "No refund later than 30 days after delivery.\n(version 3, https://wiki.example.com)",
                            """
                            issue_refund {"amount":89}, turn 1
                            where now - result.lookup_order.delivered_on > days(30), with now 2026-03-02T09:15:00Z, result.lookup_order.delivered_on "2026-01-10\"""",
                            1,
                            List.of(),
                            null));
        }

        @Test
        void it_applies_where_the_condition_holds_though_nothing_happened() {
            assertThat(evaluate(WINDOW, delivered("2026-01-10").build())).isEqualTo(Passed.PLAIN);
        }

        @Test
        void it_does_not_apply_where_the_condition_does_not_hold() {
            Transcript early = delivered("2026-03-01")
                    .call("issue_refund", json("{amount: 89}"))
                    .build();

            assertThat(((NotApplicable) evaluate(WINDOW, early)).reason())
                    .startsWith("its condition does not hold: now - result");
        }

        @Test
        void thirty_days_to_the_minute_are_not_more_than_thirty_days() {
            assertThat(evaluate(WINDOW, delivered("2026-01-31T09:15:00Z").build()))
                    .isInstanceOf(NotApplicable.class);
            assertThat(evaluate(WINDOW, delivered("2026-01-31T09:14:59Z").build()))
                    .isEqualTo(Passed.PLAIN);
        }

        @Test
        void an_attempt_is_enough() {
            Transcript tried = delivered("2026-01-10")
                    .failedCall("issue_refund", json("{}"), "no")
                    .build();

            assertThat(evaluate(WINDOW, tried)).isInstanceOf(Failed.class);
        }

        @Test
        void the_last_result_before_the_call_counts() {
            Transcript two = delivered("2026-03-01")
                    .call("lookup_order", json("{order_id: 'A-2'}"), json("{delivered_on: '2026-01-10'}"))
                    .call("issue_refund", json("{}"))
                    .build();

            assertThat(evaluate(WINDOW, two)).isInstanceOf(Failed.class);
        }

        @Test
        void without_a_result_it_is_an_error_where_the_call_is_made_and_not_applicable_where_it_is_not() {
            assertThat(evaluate(
                            WINDOW,
                            Transcript.builder()
                                    .call("issue_refund", json("{}"))
                                    .build()))
                    .isEqualTo(new Errored(
                            "there is no result of lookup_order in this trial, and the case has not exactly one"));
            assertThat(evaluate(WINDOW, Expecting.reply("Hello"))).isInstanceOf(NotApplicable.class);
        }

        @Test
        void the_case_s_only_result_stands_in_for_one_of_the_trial() {
            Scene scene = SCENE.with(new Background() {
                @Override
                public @Nullable JsonNode result(String tool) {
                    return tool.equals("lookup_order") ? json("{delivered_on: '2026-01-10'}") : null;
                }
            });
            Transcript refunded =
                    Transcript.builder().call("issue_refund", json("{}")).build();

            assertThat(rule(WINDOW).evaluate(refunded, scene)).isInstanceOf(Failed.class);
        }

        @Test
        void a_condition_on_the_arguments_makes_it_apply_where_the_call_occurs() {
            String cap = "{says: 'Cap.', never: {call: 'issue_refund', if: 'args.amount > 100'}}";

            assertThat(evaluate(cap, Expecting.reply("Hi"))).isInstanceOf(NotApplicable.class);
            assertThat(evaluate(
                            cap,
                            Transcript.builder()
                                    .call("issue_refund", json("{amount: 100}"))
                                    .build()))
                    .isEqualTo(Passed.PLAIN);
            assertThat(evaluate(
                            cap,
                            Transcript.builder()
                                    .call("issue_refund", json("{amount: 100.01}"))
                                    .build()))
                    .isInstanceOf(Failed.class);
        }

        @Test
        void what_is_affirmed_fails_with_its_place_and_a_denial_does_not() {
            String promise = "{says: 'No promise.', when: {if: 'now - result.lookup_order.delivered_on > days(30)'},"
                    + " never: {affirms: ['60 days']}}";
            Transcript late = delivered("2026-01-10").agent("You have 60 days.").build();
            Transcript denied =
                    delivered("2026-01-10").agent("You do not have 60 days.").build();

            assertThat(((Failed) evaluate(promise, late)).evidence()).containsExactly(new Evidence(1, 9, 16));
            assertThat(evaluate(promise, denied)).isEqualTo(Passed.PLAIN);
            assertThat(evaluate(promise, Expecting.reply("You have 60 days.")))
                    .isEqualTo(new Errored(
                            "there is no result of lookup_order in this trial, and the case has not exactly one"));
            assertThat(evaluate(promise, Expecting.reply("Hello"))).isInstanceOf(NotApplicable.class);
        }

        @Test
        void it_holds_from_what_it_waits_for_on_and_as_long_as_it_has_in_view() {
            String quiet = "{says: 'Quiet.', when: {customer: ['stop']}, never: {says: ['offer']}, within: 1}";
            Transcript talk = Transcript.builder()
                    .customer("Hi")
                    .agent("An offer!")
                    .customer("Please stop.")
                    .agent("Sorry.")
                    .customer("Fine")
                    .agent("Another offer!")
                    .build();

            assertThat(evaluate(quiet, talk)).isEqualTo(Passed.PLAIN);
            assertThat(evaluate(quiet.replace("within: 1", "within: 2"), talk)).isInstanceOf(Failed.class);
            assertThat(evaluate(quiet, Expecting.reply("An offer!")))
                    .isEqualTo(new NotApplicable("what it waits for ('when') did not happen"));
        }
    }

    @Nested
    class Must {

        private static final String OUTAGE = "{says: 'An outage reaches a person within two replies.',"
                + " when: {customer: ['outage', 'is down']}, must: {outcome: 'escalated'}, within: 2}";

        private Transcript outage(int replies, boolean escalated) {
            Transcript.Builder talk =
                    Transcript.builder().customer("Hi").agent("Hello").customer("The site is down!");
            for (int i = 1; i < replies; i++) {
                talk.agent("Which site?").customer("All");
            }
            if (escalated) {
                talk.call("handoff_to_human", json("{}"));
            }
            return talk.agent("A person will help.").build();
        }

        @Test
        void what_happens_in_time_passes() {
            assertThat(evaluate(OUTAGE, outage(1, true))).isInstanceOf(Passed.class);
            assertThat(evaluate(OUTAGE, outage(2, true))).isInstanceOf(Passed.class);
        }

        @Test
        void what_happens_too_late_or_not_at_all_fails_with_what_it_followed() {
            assertThat(evaluate(OUTAGE, outage(3, true))).isInstanceOf(Failed.class);
            assertThat(evaluate(OUTAGE, outage(1, false)))
                    .isEqualTo(new Failed(
                            "An outage reaches a person within two replies.\n(version 3, https://wiki.example.com)",
                            "it did not happen within 2 replies\nafter the customer: \"The site is down!\", turn 2",
                            2,
                            List.of(),
                            null));
        }

        @Test
        void without_what_it_waits_for_it_does_not_apply() {
            assertThat(evaluate(OUTAGE, Expecting.reply("Hello"))).isInstanceOf(NotApplicable.class);
        }

        @Test
        void a_failed_call_is_not_what_must_happen() {
            String note = "{says: 'A note.', must: {call: 'add_note', args: {order_id: {$regex: 'A-.*'}}}}";

            assertThat(evaluate(
                            note,
                            Transcript.builder()
                                    .call("add_note", json("{order_id: 'A-1'}"))
                                    .build()))
                    .isEqualTo(Passed.PLAIN);
            assertThat(evaluate(
                            note,
                            Transcript.builder()
                                    .failedCall("add_note", json("{order_id: 'A-1'}"), "no")
                                    .build()))
                    .isInstanceOf(Failed.class);
        }

        @Test
        void where_an_outcome_sets_it_off_what_was_done_in_that_turn_counts() {
            String told =
                    "{says: 'A refusal names the way out.', when: {outcome: 'refused'}, must: {says: ['store credit']}}";

            assertThat(evaluate(told, Expecting.reply("I can't refund that; store credit is yours.")))
                    .isInstanceOf(Passed.class);
            assertThat(evaluate(told, Expecting.reply("I can't refund that."))).isInstanceOf(Failed.class);
            assertThat(evaluate(told, Expecting.reply("Done."))).isInstanceOf(NotApplicable.class);
        }
    }

    @Nested
    class EachAfterSomething {

        private static final String AGREED =
                "{says: 'Nothing changes before the customer agrees.', each: {effect: 'write'}, before: {customer: 'consent'}}";
        private static final String APPROVED = "{says: 'A refund needs a note.', each: {call: 'issue_refund'},"
                + " before: {call: 'add_note', returns: {approved: true}}}";

        private Transcript answered(String answer) {
            return Transcript.builder()
                    .customer("Cancel my order.")
                    .agent("Shall I cancel A-1?")
                    .customer(answer)
                    .call("lookup_order", json("{}"))
                    .call("cancel_order", json("{order_id: 'A-1'}"))
                    .build();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Yes, please.", "Ja, bitte", "Oui, allez-y"})
        void a_write_behind_a_plain_yes_passes(String answer) {
            assertThat(evaluate(AGREED, answered(answer))).isEqualTo(Passed.PLAIN);
        }

        @Test
        void a_write_behind_a_yes_but_fails_with_the_call() {
            assertThat(evaluate(AGREED, answered("Yes, but only if it is free.")))
                    .isEqualTo(new Failed(
                            "Nothing changes before the customer agrees.\n(version 3, https://wiki.example.com)",
                            "cancel_order {\"order_id\":\"A-1\"}, turn 2",
                            2,
                            List.of(),
                            null));
        }

        @Test
        void only_the_last_word_of_the_customer_counts() {
            Transcript regretted = Transcript.builder()
                    .customer("Yes.")
                    .agent("Sure?")
                    .customer("No, wait.")
                    .call("cancel_order", json("{order_id: 'A-1'}"))
                    .build();

            assertThat(evaluate(AGREED, regretted)).isInstanceOf(Failed.class);
        }

        @Test
        void without_the_event_it_does_not_apply() {
            assertThat(evaluate(
                            AGREED,
                            Transcript.builder()
                                    .customer("Hi")
                                    .call("lookup_order", json("{}"))
                                    .build()))
                    .isEqualTo(new NotApplicable("what it is about did not happen"));
        }

        @Test
        void what_must_come_before_must_have_returned_what_is_demanded() {
            Transcript.Builder approved = Transcript.builder().call("add_note", json("{}"), json("{approved: true}"));
            Transcript.Builder refused = Transcript.builder().call("add_note", json("{}"), json("{approved: false}"));

            assertThat(evaluate(
                            APPROVED, approved.call("issue_refund", json("{}")).build()))
                    .isEqualTo(Passed.PLAIN);
            assertThat(evaluate(
                            APPROVED, refused.call("issue_refund", json("{}")).build()))
                    .isInstanceOf(Failed.class);
        }

        @Test
        void each_time_counts() {
            Transcript twice = Transcript.builder()
                    .call("issue_refund", json("{amount: 1}"))
                    .call("add_note", json("{}"), json("{approved: true}"))
                    .call("issue_refund", json("{amount: 2}"))
                    .build();

            assertThat(((Failed) evaluate(APPROVED, twice)).was()).isEqualTo("issue_refund {\"amount\":1}, turn 1");
        }

        @Test
        void within_counts_the_replies_between() {
            Transcript long_ago = Transcript.builder()
                    .call("add_note", json("{}"), json("{approved: true}"))
                    .agent("One")
                    .customer("a")
                    .agent("Two")
                    .customer("b")
                    .call("issue_refund", json("{}"))
                    .build();

            assertThat(evaluate(APPROVED.replace("}}}", "}}, within: 2}"), long_ago))
                    .isEqualTo(Passed.PLAIN);
            assertThat(evaluate(APPROVED.replace("}}}", "}}, within: 1}"), long_ago))
                    .isInstanceOf(Failed.class);
        }
    }

    @Nested
    class Demanded {

        private final Policies policies = policies();

        private static Policies policies() {
            try {
                return Policies.read(
                        json("{rules: {refund-window: " + WINDOW
                                + ", greeting: {says: 'Greet.', severity: 'advisory', must: {says: 'Hello'}}}}"),
                        SHOP);
            } catch (InvalidExpectation e) {
                throw new AssertionError(e);
            }
        }

        private CheckResult evaluate(String id, Transcript transcript) {
            return Expecting.checks("{policy: ['" + id + "']}", SHOP.with(policies.checks()))
                    .get(0)
                    .evaluate(transcript, SCENE);
        }

        @Test
        void it_must_have_applied() {
            assertThat(evaluate("refund-window", Expecting.reply("Hi")))
                    .isEqualTo(
                            Failed.of(
                                    "No refund later than 30 days after delivery.",
                                    "the rule did not apply: there is no result of lookup_order in this trial, and the case has not exactly one"));
            assertThat(evaluate("refund-window", delivered("2026-01-10").build()))
                    .isEqualTo(Passed.PLAIN);
        }

        @Test
        void one_that_did_not_apply_was_not_broken_so_it_is_not_critical() {
            Check demanded = Objects.requireNonNull(policies.rules().get("refund-window"))
                    .demanded();
            Transcript without = Expecting.reply("Hi");
            Transcript late =
                    delivered("2026-01-10").call("issue_refund", json("{}")).build();

            assertThat(demanded.severity(demanded.evaluate(without, SCENE))).isEqualTo(Severity.MAJOR);
            assertThat(demanded.severity(demanded.evaluate(late, SCENE))).isEqualTo(Severity.CRITICAL);
        }

        @Test
        void it_must_have_held() {
            assertThat(evaluate(
                            "refund-window",
                            delivered("2026-01-10")
                                    .call("issue_refund", json("{}"))
                                    .build()))
                    .isInstanceOf(Failed.class);
        }

        @Test
        void where_calls_are_not_known_it_cannot_be_demanded_either() {
            assertThat(evaluate(
                            "refund-window",
                            Transcript.builder().callsUnknown().agent("Hi").build()))
                    .isEqualTo(new NotApplicable("the tool calls are not known"));
        }

        @Test
        void what_is_demanded_gates_even_if_the_rule_is_advisory() {
            RuleHolds greeting = policies.rules().get("greeting");

            assertThat(greeting.severity()).isEqualTo(Severity.ADVISORY);
            assertThat(greeting.demanded().severity()).isEqualTo(Severity.MAJOR);
            assertThat(policies.rules().get("refund-window").demanded().severity())
                    .isEqualTo(Severity.CRITICAL);
        }

        @Test
        void whether_a_rule_applied_is_told_by_its_verdict() {
            assertThat(RuleHolds.applied(Passed.PLAIN)).isTrue();
            assertThat(RuleHolds.applied(Failed.of("a", "b"))).isTrue();
            assertThat(RuleHolds.applied(new Errored("x"))).isTrue();
            assertThat(RuleHolds.applied(new NotApplicable("x"))).isFalse();
            assertThat(RuleHolds.applied(evaluate("refund-window", Expecting.reply("Hi"))))
                    .isFalse();
        }

        @Test
        void an_unknown_rule_is_named_with_its_nearest() {
            assertThat(Expecting.refusal("{policy: ['refund-windw']}", SHOP.with(policies.checks())))
                    .isEqualTo("/policy/0: unknown rule 'refund-windw'; did you mean 'refund-window'?");
            assertThat(Expecting.refusal("{policy: ['x']}", SHOP.with(Map.of())))
                    .isEqualTo("/policy/0: the suite has no policy, so there is no rule 'x'");
        }

        @Test
        void in_Java_it_is_the_same_check() {
            Transcript late =
                    delivered("2026-01-10").call("issue_refund", json("{}")).build();

            assertThatThrownBy(() ->
                            assertThat(late).in(SCENE).withPolicies(policies).followsPolicy("refund-window"))
                    .hasMessageContaining("check     policy.refund-window (critical)")
                    .hasMessageContaining("was       issue_refund, turn 1");
            assertThatThrownBy(() ->
                            assertThat(late).in(SCENE).withPolicies(policies).breaksNoPolicy())
                    .hasMessageContaining("policy.refund-window");
            assertThatThrownBy(() -> assertThat(late).withPolicies(policies).followsPolicy("refund-windw"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("unknown rule 'refund-windw'; did you mean 'refund-window'?");
            assertThatThrownBy(() -> assertThat(late).breaksNoPolicy()).hasMessageContaining("no rule applied");
        }

        @Test
        void a_rule_is_for_its_cohorts() {
            RuleHolds vips = rule("{says: 'x', cohorts: ['vip'], never: {says: 'x'}}");

            assertThat(vips.evaluate(Expecting.reply("x"), SCENE))
                    .isEqualTo(new NotApplicable("the rule is not for cohort default"));
        }
    }

    @Nested
    class Conditions {

        private final Scene scene = new Scene(
                TOOLS,
                new Facts(Map.of("seats", new Facts.Fact(json("12"), List.of()))),
                json("{plan: 'pro', nested: {list: [1, 2]}, day: '2026-03-01', 'a-b': null}"),
                SCENE.now(),
                "vip");
        private final Transcript trial = Transcript.builder()
                .call(
                        "lookup_order",
                        json("{}"),
                        json("{amount: 89.00, 'paid-on': '2026-02-28T12:00:00+01:00', ok: true}"))
                .call("issue_refund", json("{amount: 90}"))
                .build();

        private CheckResult evaluate(String condition) {
            return rule("{says: 'x', never: {call: 'issue_refund', if: '" + condition + "'}}")
                    .evaluate(trial, scene);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "true",
                    "args.amount > result.lookup_order.amount",
                    "result.lookup_order.amount == 89",
                    "result.lookup_order.\\\"paid-on\\\" < now",
                    "now - context.day < days(2) && now > context.day",
                    "context.day + days(1) <= now",
                    "days(1) + hours(1) > minutes(1499)",
                    "cohort == \\\"vip\\\" || false",
                    "!(context.plan == \\\"free\\\")",
                    "facts.seats * 2 == 24",
                    "context.nested.list[1] == 2",
                    "context.\\\"a-b\\\" == null",
                    "result.lookup_order.ok",
                    "max(1, abs(-2)) == 2",
                    "context.plan != \\\"Pro\\\"",
                    "context.day == \\\"2026-03-01\\\""
                })
        void holds(String condition) {
            assertThat(evaluate(condition)).isInstanceOf(Failed.class);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                context.plan > 5               | 'context.plan > 5' cannot be evaluated: a text and a number have no order, at character 14
                now - 5 > days(1)              | 'now - 5 > days(1)' cannot be evaluated: a number cannot be subtracted from a time, at character 5
                context.missing == 1           | 'context.missing == 1' cannot be evaluated: Field 'missing' not found in structure, at character 9
                args.amount                    | 'args.amount' is neither true nor false
                days(context.plan) > days(1)   | 'days(context.plan) > days(1)' cannot be evaluated: a duration takes a number, and this is a text, at character 1
                """)
        void what_cannot_be_evaluated_is_an_error(String condition, String reason) {
            assertThat(evaluate(condition)).isEqualTo(new Errored(reason));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                reslt.x == 1           | this expression may use now, args, context, facts, cohort, result; unknown name 'reslt'; did you mean 'result'?
                now >                  | this expression cannot be read: Missing second operand for operator, at character 5
                random() > 1           | this expression cannot be read: Undefined function 'random', at character 1
                2 ^ 99 > 1             | this expression cannot be read: Undefined operator '^', at character 3
                result.lookup.x == 1   | unknown tool 'lookup'
                result == 1            | 'result' needs the name of a tool: result.<tool>, or result.\"<tool>\" where the name has a hyphen
                """)
        void a_mistake_is_found_when_it_is_read(String condition, String reason) {
            assertThat(mistake("{says: 'x', never: {call: 'issue_refund', if: '" + condition + "'}}"))
                    .isEqualTo("/rules/it/never/if: " + reason);
        }

        @Test
        void arguments_are_those_of_a_call() {
            assertThat(mistake("{says: 'x', when: {if: 'args.x == 1'}, never: {says: 'x'}}"))
                    .isEqualTo("/rules/it/when/if: 'args' are those of a call, and here is none");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {never: {says: 'x'}}                                        | /rules/it: the key 'says' is missing
            {says: 'x'}                                                 | /rules/it: a rule demands something: give it 'never', 'must', or 'each' with 'before'
            {says: 'x', never: {says: 'x'}, must: {says: 'x'}}          | /rules/it: a rule has one of 'never', 'must' and 'each', not never and must
            {says: 'x', each: {says: 'x'}}                              | /rules/it: 'each' needs 'before': what must have happened each time
            {says: 'x', never: {says: 'x'}, before: {says: 'y'}}        | /rules/it: 'before' needs 'each': the event before which it must happen
            {says: 'x', never: {if: 'true'}}                            | /rules/it/never: name an event, one of call, effect, customer, says, affirms, outcome; what only holds or does not belongs under 'when'
            {says: 'x', never: {says: 'x', call: 'add_note'}}           | /rules/it/never: an event is one thing, not 'call' and 'says'
            {says: 'x', never: {says: 'x', args: {}}}                   | /rules/it/never/args: 'args' needs 'call'
            {says: 'x', never: {call: 'ad_note'}}                       | /rules/it/never/call: unknown tool 'ad_note'; did you mean 'add_note'?
            {says: 'x', never: {call: 'add_note', args: {order_id: 1}}} | /rules/it/never/args/order_id: the tool's schema wants string here, this is a number: quote it
            {says: 'x', never: {outcome: 'done'}}                       | /rules/it/never/outcome: expected one of escalated, refused, asked, answered; unknown word 'done'
            {says: 'x', never: {effect: 'writes'}}                      | /rules/it/never/effect: expected one of read, write, log; unknown word 'writes'; did you mean 'write'?
            {says: 'x', severity: 'high', never: {says: 'x'}}           | /rules/it/severity: expected one of critical, major, advisory; unknown word 'high'
            {says: 'x', never: {says: []}}                              | /rules/it/never/says: this list is empty: give it an item or leave it out
            {says: 'x', nevr: {says: 'x'}}                              | /rules/it/nevr: unknown key 'nevr'; did you mean 'never'?
            {says: 'x', never: {says: 'x'}, within: 0}                  | /rules/it/within: expected a whole number from 1 to 1000
            """)
    void refuses(String rule, String refusal) {
        assertThat(mistake(rule)).isEqualTo(refusal);
    }

    private static String mistake(String rule) {
        InvalidExpectation invalid = catchThrowableOfType(
                InvalidExpectation.class, () -> Policies.read(json("{rules: {it: " + rule + "}}"), SHOP));
        return invalid == null ? "none" : invalid.pointer() + ": " + invalid.getMessage();
    }
}
