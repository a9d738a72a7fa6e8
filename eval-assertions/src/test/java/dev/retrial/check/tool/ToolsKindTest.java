package dev.retrial.check.tool;

import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.check;
import static dev.retrial.check.Expecting.checks;
import static dev.retrial.check.Expecting.evaluate;
import static dev.retrial.check.Expecting.failing;
import static dev.retrial.check.Expecting.json;
import static dev.retrial.check.Expecting.refusal;
import static dev.retrial.check.Expecting.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolsKindTest {

    private static final Transcript LOOKED_UP = Transcript.builder()
            .customer("Refund A-1042")
            .call("lookup_order", json("{order_id: 'A-1042'}"))
            .agent("Here it is.")
            .build();

    private static final Transcript REFUNDED = Transcript.builder()
            .customer("Refund A-1042")
            .call("lookup_order", json("{order_id: 'A-1042'}"))
            .customer("Yes, please")
            .call("issue_refund", json("{order_id: 'A-1042', amount: 189}"))
            .agent("Done.")
            .build();

    @Test
    void each_key_is_a_check_of_its_own() {
        assertThat(checks("{tools: {calls: [{lookup_order: {}}], never: ['issue_refund', {add_note: {}}],"
                        + " only: ['lookup_order'], at-most: {lookup_order: 2}}}"))
                .extracting(Check::name)
                .containsExactly(
                        "tools.calls",
                        "tools.writes",
                        "tools.never",
                        "tools.never",
                        "tools.only",
                        "tools.at-most",
                        "tools.known",
                        "tools.arguments");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{tools: {calls: [{lookup_order: {}}, {issue_refund: {amount: 189.00}}]}}",
                "{tools: {calls: [{issue_refund: {}}, {lookup_order: {order_id: 'A-1042'}}]}}",
                "{tools: {calls: [{lookup_order: {}}, {issue_refund: {}}], order: 'in-order'}}",
                "{tools: {calls: [{lookup_order: {}}, {issue_refund: {}}], order: 'exactly'}}",
                "{tools: {calls: [{call: 'lookup_order', count: {min: 0, max: 2}}, {issue_refund: {}}]}}",
                "{tools: {calls: [{lookup_order: {}}], may: ['issue_refund']}}",
                "{tools: {writes: 'none', may: ['issue_refund']}}",
                "{tools: {never: ['handoff_to_human', {issue_refund: {amount: {$range: [0, 100]}}}]}}",
                "{tools: {never: [{call: 'issue_refund', status: 'failed'}]}}",
                "{tools: {only: ['lookup_order', 'issue_refund']}}",
                "{tools: {at-most: {issue_refund: 1}}}"
            })
    void passes(String expect) {
        assertThat(checks(expect))
                .allSatisfy(check -> assertThat(check.evaluate(REFUNDED, SCENE)).isEqualTo(Passed.PLAIN));
    }

    @Test
    void a_missing_call_is_shown_with_the_best_assignment_and_the_nearest_miss() {
        assertThat(evaluate(
                        "{tools: {calls: [{lookup_order: {}}, {issue_refund: {order_id: 'A-1042', amount: 89, reason: 'late'}}]}}",
                        REFUNDED))
                .isEqualTo(new Failed("""
                        lookup_order
                        issue_refund {"order_id":"A-1042","amount":89,"reason":"late"}""", """
                        lookup_order {"order_id":"A-1042"}, turn 1
                        no such call of issue_refund
                        besides: issue_refund {"order_id":"A-1042","amount":189}, turn 2""", null, List.of(), """
                        issue_refund, turn 2
                          /amount: expected 89, was 189
                          /reason: expected "late", was absent"""));
    }

    @Test
    void where_nothing_was_called_it_says_so() {
        assertThat(evaluate("{tools: {calls: [{lookup_order: {}}]}}", reply("Sure.")))
                .isEqualTo(new Failed("lookup_order", "no call", 1, List.of(), null));
    }

    @Test
    void a_call_stands_for_one_expected_call_only() {
        Transcript twice = Transcript.builder()
                .call("lookup_order", json("{order_id: 'A-1'}"))
                .call("lookup_order", json("{order_id: 'A-2'}"))
                .build();

        // The greedy choice gives the first expected call the only one that fits the second.
        assertThat(failing("{tools: {calls: [{lookup_order: {}}, {lookup_order: {order_id: 'A-1'}}]}}", twice))
                .isEmpty();
        assertThat(failing(
                        "{tools: {calls: [{lookup_order: {order_id: 'A-1'}}, {lookup_order: {order_id: 'A-1'}}]}}",
                        twice))
                .containsExactly("tools.calls");
    }

    @Test
    void only_a_successful_call_counts_as_made() {
        Transcript failed = Transcript.builder()
                .failedCall("issue_refund", json("{order_id: 'A-1042'}"), "Too late")
                .build();

        assertThat(evaluate("{tools: {calls: [{issue_refund: {}}]}}", failed))
                .isEqualTo(new Failed(
                        "issue_refund",
                        "no such call of issue_refund\nbesides: issue_refund {\"order_id\":\"A-1042\"} (failed), turn 1",
                        1,
                        List.of(),
                        "issue_refund, turn 1\n  status: expected ok, was failed: \"Too late\""));
        assertThat(failing("{tools: {calls: [{call: 'issue_refund', status: 'failed'}]}}", failed))
                .isEmpty();
    }

    @Test
    void a_count_is_exact_unless_it_is_a_range() {
        Transcript three = Transcript.builder()
                .call("lookup_order", json("{}"))
                .call("lookup_order", json("{}"))
                .call("lookup_order", json("{}"))
                .build();

        assertThat(failing("{tools: {calls: [{call: 'lookup_order', count: 3}]}}", three))
                .isEmpty();
        assertThat(failing("{tools: {calls: [{call: 'lookup_order', count: {min: 2}}]}}", three))
                .isEmpty();
        assertThat(evaluate("{tools: {calls: [{call: 'lookup_order', count: 2}]}}", three))
                .isEqualTo(new Failed(
                        "lookup_order (2 times)",
                        "lookup_order, turn 1\nlookup_order, turn 1\nbesides: lookup_order, turn 1",
                        1,
                        List.of(),
                        null));
        assertThat(failing("{tools: {calls: [{call: 'lookup_order', count: {max: 2}}]}}", three))
                .containsExactly("tools.calls");
        assertThat(failing("{tools: {calls: [{call: 'lookup_order', count: 4}]}}", three))
                .containsExactly("tools.calls");
    }

    @Test
    void in_order_other_calls_may_come_between_and_the_order_counts() {
        Transcript calls = Transcript.builder()
                .call("find_customer", json("{}"))
                .call("add_note", json("{}"))
                .call("lookup_order", json("{}"))
                .build();

        assertThat(failing("{tools: {calls: [{find_customer: {}}, {lookup_order: {}}], order: 'in-order'}}", calls))
                .isEmpty();
        assertThat(evaluate("{tools: {calls: [{lookup_order: {}}, {find_customer: {}}], order: 'in-order'}}", calls))
                .isEqualTo(new Failed(
                        "in this order:\nlookup_order\nfind_customer",
                        "no such call of lookup_order\nfind_customer, turn 1\nbesides: add_note, turn 1\nlookup_order, turn 1",
                        1,
                        List.of(),
                        "lookup_order, turn 1: out of order"));
    }

    @Test
    void exactly_allows_no_other_successful_call_but_of_free_tools() {
        Transcript calls = Transcript.builder()
                .call("find_customer", json("{}"))
                .failedCall("issue_refund", json("{}"), "no")
                .call("add_note", json("{}"))
                .build();

        assertThat(failing("{tools: {calls: [{find_customer: {}}], order: 'exactly', may: ['add_note']}}", calls))
                .isEmpty();
        assertThat(failing("{tools: {calls: [{find_customer: {}}], order: 'exactly'}}", calls))
                .containsExactly("tools.calls");
    }

    @Test
    void a_write_that_matches_nothing_fails_and_reads_and_logs_are_free() {
        Transcript calls = Transcript.builder()
                .customer("?")
                .call("lookup_order", json("{}"))
                .call("find_customer", json("{}"))
                .call("add_note", json("{}"))
                .failedCall("issue_refund", json("{}"), "no")
                .build();
        String expect = "{tools: {calls: [{lookup_order: {}}]}}";

        assertThat(failing(expect, calls)).isEmpty();
        assertThat(check("tools.writes", expect).evaluate(REFUNDED, SCENE))
                .isEqualTo(new Failed(
                        "no write but the expected calls",
                        "issue_refund {\"order_id\":\"A-1042\",\"amount\":189}, turn 2",
                        2,
                        List.of(),
                        null));
    }

    @Test
    void the_same_write_twice_is_one_too_many() {
        Transcript twice = Transcript.builder()
                .call("issue_refund", json("{amount: 5}"))
                .call("issue_refund", json("{amount: 5}"))
                .build();

        assertThat(failing("{tools: {calls: [{issue_refund: {amount: 5}}]}}", twice))
                .containsExactly("tools.writes");
    }

    @Test
    void an_attempt_is_enough_to_break_what_is_forbidden() {
        Transcript tried = Transcript.builder()
                .failedCall("issue_refund", json("{}"), "no")
                .build();

        assertThat(failing("{tools: {never: ['issue_refund']}}", tried)).containsExactly("tools.never");
        assertThat(failing("{tools: {only: ['lookup_order']}}", tried)).containsExactly("tools.only");
        assertThat(failing("{tools: {writes: 'none'}}", tried)).containsExactly("tools.writes");
        assertThat(failing("{tools: 'none'}", tried)).containsExactly("tools.none");
    }

    @Test
    void what_is_forbidden_fails_with_the_call_and_its_turn() {
        String call = "issue_refund {\"order_id\":\"A-1042\",\"amount\":189}, turn 2";

        assertThat(evaluate("{tools: {never: ['issue_refund']}}", REFUNDED))
                .isEqualTo(new Failed("no call of issue_refund", call, 2, List.of(), null));
        assertThat(evaluate("{tools: {never: [{issue_refund: {amount: {$range: [100, null]}}}]}}", REFUNDED))
                .isEqualTo(new Failed(
                        "no call of issue_refund {\"amount\":{\"$range\":[100,null]}}", call, 2, List.of(), null));
        assertThat(evaluate("{tools: {only: ['lookup_order']}}", REFUNDED))
                .isEqualTo(new Failed("no call but of lookup_order", call, 2, List.of(), null));
        assertThat(evaluate("{tools: {writes: 'none'}}", REFUNDED))
                .isEqualTo(new Failed("no write", call, 2, List.of(), null));
        assertThat(evaluate("{tools: 'none'}", LOOKED_UP))
                .isEqualTo(new Failed(
                        "no call of any tool", "lookup_order {\"order_id\":\"A-1042\"}, turn 1", 1, List.of(), null));
    }

    @Test
    void at_most_counts_attempts_and_names_the_first_too_many() {
        Transcript twice = Transcript.builder()
                .customer("1")
                .failedCall("issue_refund", json("{}"), "no")
                .customer("2")
                .call("issue_refund", json("{}"))
                .build();

        assertThat(evaluate("{tools: {at-most: {issue_refund: 1}}}", twice))
                .isEqualTo(new Failed(
                        "at most 1 call of issue_refund",
                        "2 calls:\nissue_refund (failed), turn 1\nissue_refund, turn 2",
                        2,
                        List.of(),
                        null));
    }

    @Test
    void a_looser_bound_inside_a_tighter_one_does_nothing() {
        CallsAtMost one = new CallsAtMost("issue_refund", 1);

        assertThat(new CallsAtMost("issue_refund", 2).looserThan(one)).isTrue();
        assertThat(new CallsAtMost("issue_refund", 1).looserThan(one)).isFalse();
        assertThat(new CallsAtMost("add_note", 2).looserThan(one)).isFalse();
    }

    @Test
    void a_tool_that_nobody_declared_fails_with_the_nearest() {
        Transcript unknown =
                Transcript.builder().call("lookupOrder", json("{}")).build();

        assertThat(check("tools.known", "{tools: {never: ['issue_refund']}}").evaluate(unknown, SCENE))
                .isEqualTo(new Failed("a declared tool", "lookupOrder, turn 1", 1, List.of(), "lookup_order"));
        assertThat(check("tools.known", "{tools: {never: ['issue_refund']}}").evaluate(LOOKED_UP, SCENE))
                .isEqualTo(Passed.PLAIN);
        assertThat(check("tools.known", "{tools: 'none'}".replace("'none'", "{never: ['add_note']}"))
                        .evaluate(reply("Hi"), SCENE))
                .isEqualTo(new NotApplicable("there is no call"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{tools: {calls: [{lookup_order: {}}]}}",
                "{tools: {never: ['issue_refund'], only: ['lookup_order'], at-most: {lookup_order: 1}, writes: 'none'}}",
                "{tools: 'none'}"
            })
    void where_the_calls_are_not_known_no_check_on_them_is_applicable(String expect) {
        Transcript unknown =
                Transcript.builder().customer("?").agent("Done.").callsUnknown().build();

        assertThat(checks(expect))
                .allSatisfy(check -> assertThat(check.evaluate(unknown, SCENE))
                        .isEqualTo(new NotApplicable("the tool calls are not known")));
    }

    @Test
    void without_declared_tools_nothing_is_unknown_and_a_write_cannot_be_told() {
        Scene bare = Scene.at(Instant.EPOCH);
        List<Check> checks = checks("{tools: {calls: [{whatever: {}}]}}", Vocabulary.EMPTY);

        assertThat(checks).extracting(Check::name).containsExactly("tools.calls");
        CheckResult result = new NoWrites(java.util.Set.of()).evaluate(REFUNDED, bare);
        assertThat(result).isInstanceOf(Errored.class);
        assertThat(refusal("{tools: {writes: 'none'}}", Vocabulary.EMPTY))
                .startsWith("/tools/writes: no tool is declared");
    }

    @Test
    void garbled_arguments_match_no_expected_arguments_but_count_as_an_attempt() {
        Transcript garbled = Transcript.builder()
                .call("issue_refund", json("'{\"amount\": 5'"))
                .build();

        assertThat(failing("{tools: {calls: [{issue_refund: {amount: 5}}]}}", garbled))
                .containsExactly("tools.calls", "tools.writes", "tools.arguments");
        assertThat(failing("{tools: {never: [{issue_refund: {}}]}}", garbled))
                .containsExactly("tools.never", "tools.arguments");
    }

    @Test
    void a_tool_loop_of_thousands_of_calls_is_graded_and_shown_short() {
        Transcript.Builder loop = Transcript.builder();
        for (int i = 0; i < 20_000; i++) {
            loop.call("lookup_order", json("{order_id: 'A-" + i + "'}"));
        }

        Failed failed = (Failed) evaluate(
                "{tools: {calls: [{lookup_order: {order_id: 'A-19999'}}, {lookup_order: {order_id: 'B'}}], order: 'in-order'}}",
                loop.build());

        assertThat(failed.was()).hasSizeLessThan(2_000).endsWith("… and 19987 more");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {tools: 'nothing'}                                     | /tools: expected one of none; unknown word 'nothing'
            {tools: []}                                            | /tools: expected 'none' or a map, found a list
            {tools: {}}                                            | /tools: this expects nothing: give 'calls', 'never', 'only', 'at-most', 'writes' or 'grounded'
            {tools: {calls: []}}                                   | /tools/calls: this list is empty: give it an item or leave it out
            {tools: {never: []}}                                   | /tools/never: this list is empty: give it an item or leave it out
            {tools: {only: []}}                                    | /tools/only: this list is empty: give it an item or leave it out
            {tools: {at-most: {}}}                                 | /tools/at-most: this map is empty: give it a key or leave it out
            {tools: {at-most: {issue_refund: 0}}}                  | /tools/at-most/issue_refund: expected a whole number from 1
            {tools: {order: 'in-order'}}                           | /tools/order: 'order' needs 'calls'
            {tools: {calls: [{lookup_order: {}}], order: 'inorder'}} | /tools/order: expected one of any-order, in-order, exactly; unknown word 'inorder'; did you mean 'in-order'?
            {tools: {may: ['add_note']}}                           | /tools/may: 'may' needs 'calls' or 'writes'
            {tools: {nevr: ['add_note']}}                          | /tools/nevr: unknown key 'nevr'; did you mean 'never'?
            {tools: {never: ['isue_refund']}}                      | /tools/never/0: unknown tool 'isue_refund'; did you mean 'issue_refund'?
            {tools: {calls: [{lokup_order: {}}]}}                  | /tools/calls/0/lokup_order: unknown tool 'lokup_order'; did you mean 'lookup_order'?
            {tools: {calls: ['lookup_order']}}                     | /tools/calls/0: write the call with its arguments, 'tool: {}' for any
            {tools: {calls: [{lookup_order: {}, add_note: {}}]}}   | /tools/calls/0: expected a map with one key, found 2 keys
            {tools: {calls: [{call: 'lookup_order', arg: {}}]}}    | /tools/calls/0/arg: unknown key 'arg'; did you mean 'args'?
            {tools: {calls: [{call: 'lookup_order', count: 0}]}}   | /tools/calls/0/count: expected a whole number from 1 to 1000
            {tools: {calls: [{call: 'lookup_order', count: {}}]}}  | /tools/calls/0/count: give 'min', 'max' or both
            {tools: {calls: [{call: 'lookup_order', count: {min: 1, max: 2}}], order: 'in-order'}} | /tools/calls/0: where the order counts, 'count' is a number and no range
            {tools: {calls: [{call: 'lookup_order', status: 'broken'}]}} | /tools/calls/0/status: expected one of ok, failed; unknown word 'broken'
            {tools: {calls: [{lookup_order: {order_id: 1042}}]}}   | /tools/calls/0/lookup_order/order_id: the tool's schema wants string here, this is a number: quote it
            {tools: {calls: [{lookup_order: {orderid: 'A'}}]}}     | /tools/calls/0/lookup_order/orderid: the tool has no argument 'orderid'; did you mean 'order_id'?
            {tools: {calls: [{lookup_order: {reason: 'lat'}}]}}    | /tools/calls/0/lookup_order/reason: the tool's schema allows damaged, late here, and not 'lat'; did you mean 'late'?
            {tools: {calls: [{lookup_order: {items: [1, 'x']}}]}}  | /tools/calls/0/lookup_order/items/1: the tool's schema wants integer here, this is a string
            {tools: {calls: [{lookup_order: {address: {zip: 1}}}]}} | /tools/calls/0/lookup_order/address/zip: the tool's schema wants string or null here, this is a number
            {tools: {calls: [{lookup_order: {amount: {$rang: [1]}}}]}} | /tools/calls/0/lookup_order/amount/$rang: unknown matcher '$rang'; did you mean '$range'?
            {tools: {calls: [{issue_refund: {}}], never: ['issue_refund']}} | /tools/never/0: 'issue_refund' is expected under 'calls' and forbidden here
            {tools: {calls: [{issue_refund: {}}], only: ['lookup_order']}} | /tools/only: 'issue_refund' is expected under 'calls' and not among these
            {tools: {calls: [{issue_refund: {}}], writes: 'none'}} | /tools/writes: 'issue_refund' is a write and expected under 'calls'
            """)
    void refuses(String expect, String refusal) {
        assertThat(refusal(expect)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{order_id: {$any: true}, amount: {$one-of: ['x', 1]}}",
                "{amount: 89}",
                "{items: [1, 2.0, {$any: true}]}",
                "{address: {zip: null}}",
                "{$any: true}"
            })
    void expected_arguments_may_be_partial_and_nothing_inside_a_matcher_is_held_against_the_schema(String arguments) {
        assertThat(refusal("{tools: {calls: [{lookup_order: " + arguments + "}]}}"))
                .isEqualTo("none");
    }
}
