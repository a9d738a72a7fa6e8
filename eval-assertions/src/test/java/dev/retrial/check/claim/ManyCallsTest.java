package dev.retrial.check.claim;

import static dev.retrial.check.Expecting.evaluate;
import static dev.retrial.check.Expecting.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.CheckResult;
import dev.retrial.check.Failed;
import dev.retrial.check.Passed;
import dev.retrial.transcript.Transcript;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ManyCallsTest {

    private static final String[] OBJECTS = {
        "A-1042", "a 1042", "A-7 and A-1042", "xA-1042", "order A-1042.", "A1042", "B-9"
    };
    private static final String[] AMOUNTS = {
        "amount: 48", "amount: 48.00", "cents: 4800", "note: '$48.00'", "n: 7", "amount: 24"
    };
    private static final String[] CLAIMS = {
        "I've refunded $48 for order A-1042.",
        "I've refunded $48.00.",
        "I've refunded order A-1042 and B-9.",
        "I've refunded you.",
        "I've refunded $72 for A-1042.",
        "I've refunded #1042."
    };

    @Test
    void many_calls_found_what_few_of_the_same_do() {
        Random random = new Random(11);
        int founded = 0;
        for (int i = 0; i < 3_000; i++) {
            int seed = random.nextInt();
            CheckResult few = evaluate("{claims: 'none'}", transcript(seed, 0));
            CheckResult many = evaluate("{claims: 'none'}", transcript(seed, 40));

            assertThat(many).as("seed %s", seed).hasSameClassAs(few);
            founded += few instanceof Passed ? 1 : 0;
        }
        assertThat(founded).isBetween(500, 2_500);
    }

    @Test
    void a_claim_that_none_of_many_calls_founds_fails() {
        Transcript.Builder transcript = Transcript.builder().customer("Hi");
        for (int i = 0; i < 100; i++) {
            transcript.call("issue_refund", json("{order_id: 'A-" + i + "', amount: " + i + "}"));
        }
        assertThat(evaluate(
                        "{claims: 'none'}",
                        transcript.agent("I've refunded $50 for order A-51.").build()))
                .isInstanceOf(Failed.class);
    }

    /** A few refunds, whatever stands beside them that could not have been it. */
    private static Transcript transcript(int seed, int others) {
        Random random = new Random(seed);
        Transcript.Builder transcript = Transcript.builder().customer("Hi");
        for (int i = 0; i < others; i++) {
            transcript.call("find_customer", json("{order_id: 'A-1042', amount: 48}"));
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            String object = random.nextInt(5) == 0 ? "" : "id: '" + OBJECTS[random.nextInt(OBJECTS.length)] + "',";
            String arguments =
                    random.nextInt(9) == 0 ? "{}" : "{" + object + AMOUNTS[random.nextInt(AMOUNTS.length)] + "}";
            transcript.call("issue_refund", json(arguments));
        }
        return transcript.agent(CLAIMS[random.nextInt(CLAIMS.length)]).build();
    }
}
