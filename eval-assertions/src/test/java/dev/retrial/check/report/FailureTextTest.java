package dev.retrial.check.report;

import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.checks;
import static dev.retrial.check.Expecting.json;
import static dev.retrial.check.Expecting.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Failed;
import dev.retrial.check.Severity;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("anywhere")
class FailureTextTest {

    private static final Transcript LATE_REFUND = Transcript.builder()
            .customer("I want my money back for order A-1042.")
            .call("lookup_order", json("{order_id: 'A-1042'}"))
            .agent("Let me see.")
            .customer("Your bot said 60 days!")
            .call("issue_refund", json("{order_id: 'A-1042', amount: 89}"))
            .agent("No worries!!!\nI've refunded you $89.")
            .build();

    @Test
    void every_failed_check_is_a_list_of_facts_and_the_reply_follows() {
        FailureText text = FailureText.of(
                LATE_REFUND,
                findings(
                        "{tools: {calls: [{lookup_order: {order_id: 'A-1043'}}], never: ['issue_refund']},"
                                + " reply: {says: ['30 days']}, tone: {exclamations: 0, emoji: 'none'}}",
                        LATE_REFUND));

        assertThat(text.message()).isEqualTo("""
                5 of 8 checks failed

                check     tools.calls
                expected  lookup_order {"order_id":"A-1043"}
                was       no such call of lookup_order
                          besides: lookup_order {"order_id":"A-1042"}, turn 1
                          issue_refund {"order_id":"A-1042","amount":89}, turn 2
                nearest   lookup_order, turn 1
                            /order_id: expected "A-1043", was "A-1042"

                check     tools.writes
                expected  no write but the expected calls
                was       issue_refund {"order_id":"A-1042","amount":89}, turn 2
                turn      2

                check     tools.never
                expected  no call of issue_refund
                was       issue_refund {"order_id":"A-1042","amount":89}, turn 2
                turn      2

                check     reply.says
                expected  "30 days"
                was       not said

                check     tone.exclamations
                expected  no exclamations
                was       3 exclamations: "No worries!!!\\nI've refunded you $89."
                turn      2

                reply, turn 2
                  No worries!!!
                  I've refunded you $89.""");
        assertThat(text.expected()).isEqualTo("""
                tools.calls: lookup_order {"order_id":"A-1043"}
                tools.writes: no write but the expected calls
                tools.never: no call of issue_refund
                reply.says: "30 days"
                tone.exclamations: no exclamations""");
        assertThat(text.actual()).contains("\nreply.says: not said\n");
    }

    @Test
    void what_is_private_is_in_none_of_the_texts() {
        Transcript leak = Transcript.builder()
                .customer("?")
                .call("issue_refund", json("{note: 'for Dana\\nSmith', pad: '" + "x".repeat(360) + " Dana Smith'}"))
                .agent("Dear Dana Smith!!! " + "x ".repeat(950) + " Dear Dana  Smith, and so on " + "y".repeat(9_000))
                .build();

        FailureText text = FailureText.of(
                leak,
                findings(
                        "{private: ['Dana Smith'], tools: 'none', tone: {exclamations: 0}, reply: {never-says: ['dear']}}",
                        leak));

        assertThat(text.message() + text.expected() + text.actual())
                .contains("█")
                .contains("private text 1 (a text) nowhere")
                .doesNotContainIgnoringCase("dana")
                .doesNotContainIgnoringCase("smith");
    }

    @Test
    void errors_and_weights_are_told_apart() {
        List<Finding> findings = List.of(
                new Finding(named("a.b", Severity.ADVISORY), Failed.of("x", "y")),
                new Finding(named("c.d", Severity.CRITICAL), Failed.of("x", "y")),
                new Finding(named("e.f", Severity.MAJOR), new Errored("the judge is down")));

        assertThat(FailureText.of(reply("Hi"), findings).message()).isEqualTo("""
                1 of 2 checks failed, 1 could not be evaluated, 1 advisory finding

                check     c.d (critical)
                expected  x
                was       y

                check     e.f
                error     the judge is down

                check     a.b (advisory)
                expected  x
                was       y

                reply, turn 1
                  Hi""");
    }

    @Test
    @Tag("large")
    void a_reply_of_megabytes_is_cut_and_control_characters_are_made_visible() {
        Transcript hostile = reply("\u001B[31mRed\r\nnext\u0000 " + "z".repeat(10_000_000));

        String message = FailureText.of(hostile, findings("{reply: {says: ['30 days']}}", hostile))
                .message();

        assertThat(message)
                .hasSizeLessThan(3_000)
                .contains("\n  \\u001b[31mRed\n  next\\u0000 zzz")
                .endsWith("z…\n  (10000016 characters in all)");
    }

    @Test
    void an_empty_reply_is_shown_as_such() {
        assertThat(FailureText.of(reply(" "), findings("{reply: {says: ['a']}}", reply(" ")))
                        .message())
                .endsWith("reply, turn 1\n  (empty)");
    }

    private static List<Finding> findings(String expect, Transcript transcript) {
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks(expect)) {
            findings.add(new Finding(check, check.evaluate(transcript, SCENE)));
        }
        return findings;
    }

    private static Check named(String name, Severity severity) {
        return new Check() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Severity severity() {
                return severity;
            }

            @Override
            public CheckResult evaluate(Transcript transcript, Scene scene) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
