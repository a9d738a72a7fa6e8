package dev.retrial.samples.support;

import dev.retrial.jupiter.EvalMutants;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases themselves under test: each must notice when a right answer goes wrong in the way that it is about. */
class MutantsTest {

    @TestFactory
    Stream<DynamicTest> cases_notice_what_goes_wrong() {
        return EvalMutants.of(SupportAgentTest.class).tests();
    }
}
