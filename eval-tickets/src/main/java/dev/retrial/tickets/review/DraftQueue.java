package dev.retrial.tickets.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.policy.RuleHolds;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.Tool;
import dev.retrial.suite.Cohort;
import dev.retrial.suite.CustomerTurn;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.FailureClass;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.suite.Suite;
import dev.retrial.suite.Ticket;
import dev.retrial.tickets.draft.RejectReason;
import dev.retrial.tickets.draft.WaitingDraft;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What waits, and what the form offers to choose from. */
final class DraftQueue {

    /** What was told of a draft, by its id; a case that did not change is the same object, so that a queue of thousands is not gone through at every look. */
    private Map<String, Told> known = new HashMap<>();

    private record Told(EvalCase of, ObjectNode line) {}

    /** The drafts, a line each. */
    synchronized ArrayNode of(List<WaitingDraft> queue, Unsaved unsaved) throws IOException {
        Predicate<String> typed = unsaved.all();
        Map<String, Told> now = new HashMap<>();
        ArrayNode drafts = JsonNodeFactory.instance.arrayNode();
        for (WaitingDraft draft : queue) {
            ObjectNode line = drafts.addObject();
            line.put("id", draft.id());
            line.put("unsaved", typed.test(draft.id()));
            line.put("newer", draft.proposed());
            EvalCase read = draft.evalCase();
            line.put("broken", read == null);
            line.put("title", read == null ? draft.id() : read.title());
            if (read != null) {
                Told before = known.get(draft.id());
                Told told = before != null && before.of() == read ? before : new Told(read, told(read));
                now.put(draft.id(), told);
                line.setAll(told.line());
            }
        }
        known = now;
        return drafts;
    }

    private static ObjectNode told(EvalCase read) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        add(line, read);
        return line;
    }

    private static void add(ObjectNode line, EvalCase read) {
        JsonNode open = read.draft() == null ? JsonNodeFactory.instance.objectNode() : read.draft();
        Ticket ticket = read.ticket();
        line.put("failure", read.failure() == null ? "" : read.failure().key());
        line.put(
                "difficulty", read.difficulty() == null ? "" : read.difficulty().key());
        line.put("category", ticket == null || ticket.category() == null ? "" : ticket.category());
        line.put("seen", ticket == null ? 1 : ticket.seen());
        line.put(
                "opened",
                ticket == null || ticket.opened() == null ? "" : ticket.opened().toString());
        line.put("family", open.path("family").asText());
        line.put("uncertain", open.path("uncertain").size());
        line.put("fillIn", open.path("fill-in").size());
        line.put("selfCheckOpen", open.has("self-check"));
        double score = 0;
        for (JsonNode evidence : open.path("evidence")) {
            score = Math.max(score, evidence.path("score").asDouble());
        }
        line.put("score", score);
        StringBuilder said = new StringBuilder();
        for (CustomerTurn turn : read.conversation()) {
            said.append(turn.customer()).append('\n');
        }
        line.put("language", Tongues.of(said.toString()));
    }

    /** What the suite has: cohorts, tools, rules, outcomes; and the words for failures and reasons. */
    static ObjectNode choices(Suite suite) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode classes = json.putArray("failures");
        for (FailureClass failure : FailureClass.values()) {
            classes.addObject()
                    .put("key", failure.key())
                    .put("label", FailureWords.label(failure))
                    .put("explanation", FailureWords.explanation(failure));
        }
        ArrayNode cohorts = json.putArray("cohorts");
        for (Cohort cohort : suite.cohorts().values()) {
            cohorts.addObject().put("id", cohort.id()).put("description", cohort.description());
        }
        ArrayNode tools = json.putArray("tools");
        for (Tool tool : suite.tools().tools().values()) {
            tools.addObject().put("id", tool.name()).put("description", tool.description());
        }
        ArrayNode rules = json.putArray("rules");
        for (ScopedCheck rule : suite.rules()) {
            if (rule.check() instanceof RuleHolds holds) {
                rules.addObject()
                        .put("id", holds.name().substring("policy.".length()))
                        .put("description", holds.rule().says());
            }
        }
        ArrayNode outcomes = json.putArray("outcomes");
        for (Outcome outcome : Outcome.values()) {
            if (outcome == Outcome.ANSWERED || suite.outcomes().byOutcome().containsKey(outcome)) {
                outcomes.add(outcome.key());
            }
        }
        ArrayNode reasons = json.putArray("reasons");
        for (RejectReason reason : RejectReason.values()) {
            reasons.addObject().put("key", reason.key()).put("label", label(reason));
        }
        return json;
    }

    private static String label(RejectReason reason) {
        return switch (reason) {
            case AGENT_WAS_RIGHT -> "The agent was right, whatever the customer thought of it";
            case UNCLEAR -> "The ticket does not show what went wrong";
            case NOT_REPLAYABLE -> "It cannot be tried again: it hangs on a file, a call or another system";
            case OUTDATED -> "What the agent was held to is no longer so";
            case DUPLICATE -> "There is a case for it already";
            case PERSONAL -> "Too much in it is personal";
            case OTHER -> "Something else";
        };
    }
}
