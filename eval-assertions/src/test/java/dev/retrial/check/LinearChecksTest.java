package dev.retrial.check;

import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.CheckTable.Row;
import dev.retrial.check.CheckTable.Trial;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every check of {@link CheckTable} takes time in proportion to what it looks at, whatever a stranger has written there.
 *
 * <p>Measured is the thread's CPU time for one size and for four times as much; what takes time with the square takes sixteen times as long.
 * What is over too soon to measure passes.
 */
@Tag("large")
class LinearChecksTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int CHARACTERS = 8_000;
    private static final int CALLS = 500;
    private static final int FACTOR = 4;
    private static final double MOST_TIMES = 8;
    private static final long TOO_SHORT_NANOS = 20_000_000;
    private static final int TRIES = 6;

    /** What makes readers go back, nest, wait for an end or normalise, each over and over. */
    @SuppressWarnings("UnusedVariable") // named by the source of the parameter below
    private static final List<String> HOSTILE = List.of(
            "a ",
            "1 ",
            "\"",
            "\"a ",
            "(",
            "@",
            "a@",
            "1,",
            "1.",
            "+1 ",
            "a:",
            "::",
            "_",
            "*",
            "'",
            "\u2019s ",
            ",",
            "? ",
            "!",
            "; ",
            "- ",
            "\n",
            "> x\n",
            "```\n",
            "[a](b) ",
            "e\u0301",
            "\u0301",
            "\uD83D\uDE0A",
            "A",
            "refund",
            "$89 ",
            "2 March ",
            "2026-03-02 ",
            "4111 1111 1111 1111 ",
            "dana@example.com ",
            "https://a.b ",
            "HERON-7Q4 ",
            "I've refunded $1 for A-1, ",
            "our a b c team ",
            "SOC 2 Type ",
            "hotline ",
            "not 60 days ",
            "you said 60 days, ",
            "that was wrong. ",
            "What is your order number? ",
            "if ",
            "we do not and not and ",
            "never tell anyone that ",
            "Notwithstanding ",
            "you must ",
            "don't ");

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void a_reply_of_four_times_the_size_takes_about_four_times_as_long(String part) {
        assertThat(superlinear(size -> Transcript.builder()
                        .customer("Hi A-1")
                        .agent(repeated(part, CHARACTERS * size))
                        .build()))
                .isEmpty();
    }

    @Test
    void a_turn_with_four_times_the_calls_takes_about_four_times_as_long() {
        assertThat(superlinear(size -> {
                    Transcript.Builder turn = Transcript.builder().customer("Hi A-1");
                    for (int i = 0; i < CALLS * size; i++) {
                        turn.call(
                                "issue_refund",
                                json("{order_id: 'A-" + i + "', amount: " + i + "}"),
                                json("{ok: true}"));
                        turn.call("lookup_order", json("{order_id: 'A-1042'}"), json("{delivered_on: '2026-01-10'}"));
                    }
                    return turn.agent("I've refunded $48 for order A-1042. Ask kim@b.example.")
                            .build();
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I've refunded $N for order A-N.",
                "I've refunded $N.",
                "Hello, is there anything else?",
                "I've escalated this to our billing team. Write to kimN@b.example or see https://a.b/N",
                "We do not offer 60 days. What is your order number?"
            })
    void four_times_the_turns_with_calls_take_about_four_times_as_long(String reply) {
        assertThat(superlinear(size -> {
                    Transcript.Builder turns = Transcript.builder();
                    for (int i = 0; i < CALLS * size; i++) {
                        turns.customer("It is order A-" + i + ", is it 60 days? Yes please.")
                                .call(
                                        "issue_refund",
                                        json("{order_id: 'A-" + i + "', amount: " + i + "}"),
                                        json("{delivered_on: '2026-01-10'}"))
                                .call(
                                        "handoff_to_human",
                                        json("{queue: 'incidents', summary: 'A-1042 number " + i + "'}"))
                                .agent(reply.replace("N", Integer.toString(i)));
                    }
                    return turns.build();
                }))
                .isEmpty();
    }

    @Test
    void expected_calls_are_found_among_four_times_as_many_in_about_four_times_the_time() {
        IntFunction<Transcript> calls = size -> {
            Transcript.Builder turn = Transcript.builder().customer("Hi");
            for (int i = 0; i < 2 * CALLS * size; i++) {
                turn.call("issue_refund", json("{order_id: 'A-" + i + "'}"), json("{ok: true}"));
            }
            return turn.agent("Hello.").build();
        };
        List<String> slow = new ArrayList<>();
        for (String expect : List.of(
                "{tools: {calls: [{call: 'issue_refund', args: {order_id: {$regex: 'A-[0-9]+'}}, count: 400}], may: ['issue_refund']}}",
                "{tools: {calls: [{issue_refund: {order_id: 'A-7'}}, {issue_refund: {order_id: 'A-9'}}], order: 'in-order'}}",
                "{tools: {calls: [{issue_refund: {order_id: {$any: true}}}], order: 'exactly'}}",
                "{tools: {grounded: true}}")) {
            for (Check check : Expecting.checks(expect)) {
                addIfSlow(slow, check, calls.apply(1), calls.apply(FACTOR), SCENE);
            }
        }
        assertThat(slow).isEmpty();
    }

    private static List<String> superlinear(IntFunction<Transcript> transcript) {
        Transcript small = transcript.apply(1);
        Transcript large = transcript.apply(FACTOR);
        List<String> slow = new ArrayList<>();
        for (Row row : CheckTable.rows()) {
            Trial trial = row.trials.get("passes");
            // What a judge takes is the model's, and the detector's is a library's.
            if (trial != null && !row.name.equals("judged") && !row.name.equals("tone.language")) {
                addIfSlow(slow, EveryCheckTest.check(row.name, trial), small, large, trial.scene());
            }
        }
        return slow;
    }

    private static void addIfSlow(List<String> slow, Check check, Transcript small, Transcript large, Scene scene) {
        long shortest = Long.MAX_VALUE;
        long longest = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            shortest = Math.min(shortest, nanos(check, small, scene));
            longest = Math.min(longest, nanos(check, large, scene));
            if (longest < TOO_SHORT_NANOS || longest < MOST_TIMES * shortest) {
                return;
            }
        }
        slow.add(check.name() + ": " + shortest / 1_000 + " and " + longest / 1_000 + " microseconds");
    }

    private static long nanos(Check check, Transcript transcript, Scene scene) {
        long before = THREADS.getCurrentThreadCpuTime();
        assertThat(check.evaluate(transcript, scene)).isNotNull();
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    private static String repeated(String part, int length) {
        StringBuilder text = new StringBuilder(length + part.length());
        while (text.length() < length) {
            text.append(part);
        }
        return text.toString();
    }
}
