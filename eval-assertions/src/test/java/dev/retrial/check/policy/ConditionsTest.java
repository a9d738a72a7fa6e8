package dev.retrial.check.policy;

import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.SHOP;
import static dev.retrial.check.Expecting.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Failed;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.NotApplicable;
import dev.retrial.transcript.Transcript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a condition may say, by a rule that cannot be kept where it holds. */
class ConditionsTest {

    private static final Transcript CONVERSATION = Transcript.builder()
            .customer("Hi")
            .call(
                    "lookup_order",
                    json("{}"),
                    json(
                            "{on: '2026-03-01', at: '2026-03-02T08:15:00Z', amount: 89.50, plan: 'pro', open: true, none: null, items: [1], owner: {id: 1}}"))
            .agent("Hello")
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 2 == 3",
                "5 - 2 == 3",
                "2 * 3 = 6",
                "7 / 2 > 3",
                "7 % 2 == 1",
                "-1 < 0",
                "1 <= 1",
                "1 >= 1",
                "2 >= 1",
                "1 != 2",
                "1 <> 2",
                "!(1 == 2)",
                "not(1 == 2)",
                "1 == 1 && 2 == 2",
                "1 == 2 || 2 == 2",
                "abs(-3) == 3",
                "max(1, 3) == 3",
                "min(1, 3) == 1",
                "round(1.26, 1) == 1.3",
                "floor(1.9) == 1",
                "ceiling(1.1) == 2",
                "result.lookup_order.amount == 89.5",
                "result.lookup_order.plan == 'pro'",
                "result.lookup_order.plan < 'team'",
                "result.lookup_order.plan >= 'pro'",
                "result.lookup_order.open",
                "result.lookup_order.open == true",
                "result.lookup_order.none == null",
                "result.lookup_order.plan != null",
                "str_starts_with(result.lookup_order.plan, 'p')",
                "str_ends_with(result.lookup_order.plan, 'o')",
                "str_length(result.lookup_order.plan) == 3",
                "now - result.lookup_order.at == hours(1)",
                "now - result.lookup_order.at == minutes(60)",
                "now - hours(1) == result.lookup_order.at + hours(0)",
                "result.lookup_order.on + days(1) < now",
                "days(1) + result.lookup_order.on < now",
                "now - days(1) > result.lookup_order.on",
                "days(1) + hours(1) == hours(25)",
                "days(1) - hours(1) == hours(23)",
                "days(2) > hours(47)",
                "result.lookup_order.on < result.lookup_order.at",
                "result.lookup_order.on <= '2026-03-01'",
                "result.lookup_order.on >= '2026-03-01'"
            })
    void holds(String condition) {
        assertThat(evaluate(condition)).isInstanceOf(Failed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 2 == 4",
                "5 - 2 == 2",
                "1 < 1",
                "1 > 1",
                "1 >= 2",
                "1 != 1",
                "1 == '1'",
                "1 == 2 && 2 == 2",
                "null == 1",
                "1 == null",
                "result.lookup_order.plan == 'team'",
                "result.lookup_order.plan > 'team'",
                "result.lookup_order.none != null",
                "result.lookup_order.amount == 89",
                "now - result.lookup_order.at > hours(1)",
                "days(1) == hours(25)",
                "result.lookup_order.on + days(2) < now"
            })
    void does_not_hold(String condition) {
        assertThat(evaluate(condition)).isInstanceOf(NotApplicable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "result.lookup_order.plan > 5|a text and a number have no order",
                "now > 5|a time and a number have no order",
                "days(1) > 5|a duration and a number have no order",
                "result.lookup_order.open > 5|a truth value and a number have no order",
                "result.lookup_order.none > 5|null and a number have no order",
                "result.lookup_order.items > 5|a list and a number have no order",
                "result.lookup_order.owner > 5|a map and a number have no order",
                "now + now == now|a time and a time cannot be added",
                "now + 1 == now|a time and a number cannot be added",
                "1 - now == now|a time cannot be subtracted from a number",
                "days(1) - now == now|a time cannot be subtracted from a duration",
                "days('x') == days(1)|a duration takes a number, and this is a text",
                "result.lookup_order.missing > 5|result.lookup_order.missing"
            })
    void what_has_no_answer_is_an_error_and_no_verdict(String conditionAndReason) {
        String[] parts = conditionAndReason.split("\\|", -1);

        assertThat(evaluate(parts[0]))
                .isInstanceOfSatisfying(
                        Errored.class, error -> assertThat(error.toString()).contains(parts[1]));
    }

    private static CheckResult evaluate(String condition) {
        try {
            return Policies.read(
                            json("{rules: {it: {says: 'x', when: {if: \"" + condition
                                    + "\"}, must: {says: ['never said']}}}}"),
                            SHOP)
                    .rules()
                    .get("it")
                    .evaluate(CONVERSATION, SCENE);
        } catch (InvalidExpectation e) {
            throw new AssertionError(e.pointer() + ": " + e.getMessage(), e);
        }
    }
}
