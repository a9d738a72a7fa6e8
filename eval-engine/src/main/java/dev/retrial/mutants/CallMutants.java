package dev.retrial.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.match.CompactJson;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals.ByCall;
import dev.retrial.scene.Tool;
import dev.retrial.suite.ReferenceAnswer;
import dev.retrial.suite.ReferenceAnswer.ReferenceCall;
import dev.retrial.suite.ReferenceAnswer.ReferenceTurn;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.ToolCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can go wrong with calls; nothing where the calls of the answer are not known. */
final class CallMutants {

    private static final int MOST = 6;
    private static final int LONGEST = 100;

    private CallMutants() {}

    static List<Mutant> dropped(Original original) {
        List<Mutant> mutants = new ArrayList<>();
        List<Event> events = original.transcript().events();
        for (int i = 0; i < events.size() && mutants.size() < MOST; i++) {
            if (isKnownCall(original, events.get(i))) {
                List<Event> changed = new ArrayList<>(events);
                ToolCall call = (ToolCall) changed.remove(i);
                mutants.add(new Mutant(Mutation.DROP_CALL, shown(call) + " left out", original.with(changed)));
            }
        }
        return mutants;
    }

    static List<Mutant> duplicated(Original original) {
        List<Mutant> mutants = new ArrayList<>();
        List<Event> events = original.transcript().events();
        for (int i = 0; i < events.size() && mutants.size() < MOST; i++) {
            if (isKnownCall(original, events.get(i)) && changesSomething(original, (ToolCall) events.get(i))) {
                List<Event> changed = new ArrayList<>(events);
                ToolCall call = (ToolCall) events.get(i);
                changed.add(i + 1, call);
                mutants.add(new Mutant(Mutation.DUPLICATE_CALL, shown(call) + " twice", original.with(changed)));
            }
        }
        return mutants;
    }

    static List<Mutant> reordered(Original original) {
        List<Mutant> mutants = new ArrayList<>();
        List<Event> events = original.transcript().events();
        int last = -1;
        for (int i = 0; i < events.size() && mutants.size() < MOST; i++) {
            if (isKnownCall(original, events.get(i))) {
                if (last >= 0) {
                    ToolCall first = (ToolCall) events.get(last);
                    ToolCall second = (ToolCall) events.get(i);
                    List<Event> changed = new ArrayList<>(events);
                    changed.set(last, inTurn(first.turn(), second));
                    changed.set(i, inTurn(second.turn(), first));
                    mutants.add(new Mutant(
                            Mutation.REORDER_CALLS, second.name() + " before " + first.name(), original.with(changed)));
                }
                last = i;
            }
        }
        return mutants;
    }

    /** What production did beyond the right answer, then each write that the answer does not make. */
    static List<Mutant> added(Original original) {
        List<Mutant> mutants = new ArrayList<>();
        if (!original.transcript().callsKnown()) {
            return mutants;
        }
        Set<String> taken = new HashSet<>();
        for (ToolCall call : original.transcript().calls()) {
            taken.add(call.name());
        }
        for (ReferenceAnswer observed : original.evalCase().observed()) {
            for (ReferenceTurn turn : observed.turns()) {
                for (ReferenceCall call : turn.calls() == null ? List.<ReferenceCall>of() : turn.calls()) {
                    if (original.tools().effectOf(call.tool()) == Effect.WRITE && taken.add(call.tool())) {
                        mutants.add(added(original, call.tool(), call.arguments()));
                    }
                }
            }
        }
        for (Tool tool : original.tools().tools().values()) {
            if (tool.effect() == Effect.WRITE
                    && mutants.size() < MOST
                    && !escalates(original, tool.name())
                    && taken.add(tool.name())) {
                mutants.add(added(original, tool.name(), arguments(original, tool)));
            }
        }
        return mutants;
    }

    private static Mutant added(Original original, String tool, JsonNode arguments) {
        ToolCall call = new ToolCall(original.lastTurn(), tool, arguments, null, ToolCall.Status.OK);
        List<Event> changed = new ArrayList<>(original.transcript().events());
        changed.add(original.beforeLastReply(), call);
        return new Mutant(Mutation.ADD_WRITE, shown(call) + " added", original.with(changed));
    }

    /** Arguments that the tool takes: what the customer or another call says, else something of the right type. */
    static ObjectNode arguments(Original original, Tool tool) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        JsonNode schema = tool.parameters();
        if (schema != null) {
            for (JsonNode required : schema.path("required")) {
                String name = required.asText();
                arguments.set(
                        name, value(original, name, schema.path("properties").path(name)));
            }
        }
        return arguments;
    }

    private static JsonNode value(Original original, String name, JsonNode schema) {
        Facts.Fact fact = original.evalCase().facts().byName().get(name);
        if (fact != null) {
            return fact.value();
        }
        JsonNode known = original.evalCase().context().get(name);
        for (ToolCall call : original.transcript().calls()) {
            known = known == null ? call.arguments().get(name) : known;
        }
        if (known != null) {
            return known;
        }
        if (schema.path("enum").isArray()) {
            return schema.path("enum").get(0);
        }
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (schema.path("type").asText()) {
            case "number", "integer" -> json.numberNode(1);
            case "boolean" -> json.booleanNode(true);
            case "array" -> json.arrayNode();
            case "object" -> json.objectNode();
            default -> json.textNode("any");
        };
    }

    /** Whether a call of this tool is what tells an escalation. */
    static boolean escalates(Original original, String tool) {
        return original.outcomes().byOutcome().get(Outcome.ESCALATED) instanceof ByCall call
                && call.tool().equals(tool);
    }

    /** Without a tool file nobody knows what changes something, so that any call may. */
    private static boolean changesSomething(Original original, ToolCall call) {
        return !original.tools().declared() || original.tools().effectOf(call.name()) == Effect.WRITE;
    }

    private static boolean isKnownCall(Original original, Event event) {
        return original.transcript().callsKnown() && event instanceof ToolCall;
    }

    private static ToolCall inTurn(int turn, ToolCall call) {
        return new ToolCall(turn, call.name(), call.arguments(), call.result(), call.status());
    }

    static String shown(ToolCall call) {
        return call.name() + " " + CompactJson.of(call.arguments(), LONGEST);
    }
}
