package dev.retrial.tickets.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Failed;
import dev.retrial.run.Ending;
import dev.retrial.run.SelfCheckResult;
import dev.retrial.run.SelfCheckResult.Tried;
import dev.retrial.run.Trial.Finding;
import java.util.HashSet;
import java.util.Set;

/** What the self-check found, in words for somebody who looks after customers. */
final class SelfCheckWords {

    private static final int MOST_REASONS = 5;

    private SelfCheckWords() {}

    /** {@code {holds, lines: [{good, text, reasons: []}]}}. */
    static ObjectNode of(SelfCheckResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode lines = json.putArray("lines");
        boolean observed = false;
        for (Tried tried : result.tried()) {
            observed |= tried.kind() == SelfCheckResult.Kind.OBSERVED;
            line(lines, tried);
        }
        if (!observed) {
            ObjectNode line = lines.insertObject(0);
            line.put("good", false);
            line.put(
                    "text",
                    "Careful: this case does not hold what the agent really said, so nobody can tell whether it would have caught it.");
            line.putArray("reasons");
        }
        json.put("holds", observed && !result.ending().isRed());
        return json;
    }

    private static void line(ArrayNode lines, Tried tried) {
        boolean good = !tried.ending().isRed();
        ObjectNode line = lines.addObject();
        line.put("good", good);
        line.put("text", text(tried, good));
        ArrayNode reasons = line.putArray("reasons");
        Set<String> told = new HashSet<>();
        for (Finding finding : tried.findings()) {
            String reason = reason(finding.result());
            if (!reason.isEmpty() && reasons.size() < MOST_REASONS && told.add(reason)) {
                reasons.add(reason);
            }
        }
    }

    private static String text(Tried tried, boolean good) {
        boolean unknown = tried.ending().kind() == Ending.Kind.ERROR;
        return switch (tried.kind()) {
            case OBSERVED -> {
                if (good) {
                    yield "The reply that caused the ticket fails this case, as it should.";
                }
                if (unknown) {
                    yield "Careful: it cannot be told whether the reply that caused the ticket fails this case.";
                }
                yield tried.findings().isEmpty()
                        ? "Careful: the reply that caused the ticket passes this case, so the case would guard nothing. Add what the agent should have done otherwise."
                        : "Careful: the reply that caused the ticket fails this case, but for another reason than what went wrong. Add what it should have done otherwise, or choose another “What went wrong”.";
            }
            case ACCEPTED -> {
                if (good) {
                    yield "The answer that a person gave passes this case, as it should.";
                }
                yield unknown
                        ? "Careful: it cannot be told whether the answer that a person gave passes this case."
                        : "Careful: the answer that a person gave fails this case. What is expected asks for too much, or that answer was not right either.";
            }
        };
    }

    private static String reason(CheckResult result) {
        if (result instanceof Failed failed) {
            return "Expected: " + failed.expected() + ". It was: " + failed.was();
        }
        return result instanceof Errored errored ? errored.reason() : "";
    }
}
