package dev.retrial.mutants;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals.ByCall;
import dev.retrial.scene.OutcomeSignals.ByPhrases;
import dev.retrial.scene.OutcomeSignals.ByResponse;
import dev.retrial.scene.OutcomeSignals.Signal;
import dev.retrial.scene.Tool;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Handoff;
import dev.retrial.transcript.ToolCall;
import java.util.ArrayList;
import java.util.List;

/** A hand-over that is missing, or that nobody needed; as the suite's signal tells it. */
final class EscalationMutants {

    private EscalationMutants() {}

    static List<Mutant> dropped(Original original) {
        List<Event> kept = new ArrayList<>();
        for (Event event : original.transcript().events()) {
            if (!isEscalation(original, event)) {
                kept.add(event);
            }
        }
        return kept.size() == original.transcript().events().size()
                ? List.of()
                : List.of(new Mutant(Mutation.DROP_ESCALATION, "nothing handed over", original.with(kept)));
    }

    static List<Mutant> added(Original original) {
        for (Event event : original.transcript().events()) {
            if (isEscalation(original, event)) {
                return List.of();
            }
        }
        Signal signal = original.outcomes().byOutcome().get(Outcome.ESCALATED);
        List<Event> events = new ArrayList<>(original.transcript().events());
        if (signal instanceof ByCall call && original.transcript().callsKnown()) {
            Tool tool = original.tools().find(call.tool());
            ObjectNode arguments =
                    tool == null ? JsonNodeFactory.instance.objectNode() : CallMutants.arguments(original, tool);
            events.add(
                    original.beforeLastReply(),
                    new ToolCall(original.lastTurn(), call.tool(), arguments, null, ToolCall.Status.OK));
        } else if (signal instanceof ByResponse) {
            events.add(new Handoff(
                    original.lastTurn(), JsonNodeFactory.instance.objectNode().put("summary", "any")));
        } else if (signal instanceof ByPhrases phrases) {
            return ReplyMutants.saying(
                    original, Mutation.ADD_ESCALATION, phrases.phrases().get(0) + ".");
        } else {
            return List.of();
        }
        return List.of(new Mutant(Mutation.ADD_ESCALATION, "handed over", original.with(events)));
    }

    private static boolean isEscalation(Original original, Event event) {
        return event instanceof Handoff
                || (event instanceof ToolCall call && CallMutants.escalates(original, call.name()));
    }
}
