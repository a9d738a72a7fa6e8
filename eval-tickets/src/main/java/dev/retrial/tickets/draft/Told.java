package dev.retrial.tickets.draft;

import dev.retrial.suite.FailureClass;
import dev.retrial.suite.Suite;
import dev.retrial.tickets.SeenCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket tells about a failure, from which expectations are proposed.
 *
 * @param failure its class
 * @param customer all that the customer had said
 * @param observed what the agent said last
 * @param accepted what a person answered, or null
 * @param complaint what the customer said next, or an empty text
 * @param evidence words that show the failure, the strongest first
 * @param facts what the customer had stated
 * @param calls what the agent called for its last answer
 * @param callsKnown whether the export shows calls
 * @param suite the suite, for its tools, outcomes and catalogue
 */
record Told(
        FailureClass failure,
        String customer,
        String observed,
        @Nullable String accepted,
        String complaint,
        List<String> evidence,
        StatedFacts facts,
        List<SeenCall> calls,
        boolean callsKnown,
        Suite suite) {}
