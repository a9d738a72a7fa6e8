package dev.retrial.check.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.match.Arguments;
import dev.retrial.match.CompactJson;
import dev.retrial.scene.Scene;
import dev.retrial.scene.Tool;
import dev.retrial.transcript.CustomerMessage;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * {@code tools.grounded}: no argument is invented: each scalar comes from the customer, an earlier result, the context or the facts.
 *
 * <p>What the tool's own schema offers ({@code enum}, {@code const}, {@code default}) needs no source, and of a wording of four words or more only its figures, ids and addresses do.
 *
 * @param patterns the calls that are looked at, or null for all
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record GroundedCalls(@Nullable List<CallPattern> patterns) implements Check {

    private static final int SHOWN = 12;

    /** Copies the list. */
    public GroundedCalls {
        patterns = patterns == null ? null : List.copyOf(patterns);
    }

    @Override
    public String name() {
        return "tools.grounded";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        if (!transcript.callsKnown()) {
            return CallLists.UNKNOWN;
        }
        Findings findings = new Findings();
        KnownToAgent known = KnownToAgent.before(scene);
        List<CallPattern> wanted = patterns == null
                ? null
                : patterns.stream()
                        .map(pattern -> pattern.in(scene, transcript))
                        .toList();
        for (Event event : transcript.earlier()) {
            learn(event, known);
        }
        for (Event event : transcript.events()) {
            if (event instanceof ToolCall call && isWanted(call, wanted)) {
                findings.look(call, scene.tools().find(call.name()), known);
            }
            learn(event, known);
        }
        return findings.result();
    }

    private static boolean isWanted(ToolCall call, @Nullable List<CallPattern> wanted) {
        if (wanted == null) {
            return true;
        }
        for (CallPattern pattern : wanted) {
            if (pattern.fits(call)) {
                return true;
            }
        }
        return false;
    }

    private static void learn(Event event, KnownToAgent known) {
        if (event instanceof CustomerMessage message) {
            known.add(message.text());
        } else if (event instanceof ToolCall call && call.result() != null) {
            known.add(call.result());
        }
    }

    /** What is found to be invented. */
    private static final class Findings {

        private final StringBuilder was = new StringBuilder();
        private final StringBuilder nearest = new StringBuilder();
        private @Nullable Integer turn;
        private int calls;
        private int invented;

        void look(ToolCall call, @Nullable Tool tool, KnownToAgent known) {
            calls++;
            Map<String, JsonNode> scalars = new LinkedHashMap<>();
            KnownToAgent.scalars(call.arguments(), "", scalars);
            boolean named = false;
            for (Map.Entry<String, JsonNode> scalar : scalars.entrySet()) {
                if (isOffered(scalar.getKey(), scalar.getValue(), tool) || known.holds(scalar.getValue())) {
                    continue;
                }
                if (turn == null) {
                    turn = call.turn();
                }
                if (++invented > SHOWN) {
                    return;
                }
                if (!named) {
                    was.append(was.isEmpty() ? "" : "\n");
                    CallLists.append(was, call);
                    named = true;
                }
                String value = CompactJson.of(scalar.getValue(), 120);
                was.append("\n  ")
                        .append(scalar.getKey())
                        .append(": ")
                        .append(value)
                        .append(" comes from nowhere");
                String near = known.nearest(scalar.getValue());
                if (near != null) {
                    nearest.append(nearest.isEmpty() ? "" : "\n")
                            .append(scalar.getKey())
                            .append(": ")
                            .append(near);
                }
            }
        }

        CheckResult result() {
            if (calls == 0) {
                return new NotApplicable("there is no such call");
            }
            if (turn == null) {
                return Passed.PLAIN;
            }
            return new Failed(
                    "arguments that come from the customer, an earlier result, the context or the facts",
                    invented > SHOWN ? was + "\n… and more" : was.toString(),
                    turn,
                    List.of(),
                    nearest.isEmpty() ? null : nearest.toString());
        }

        private static boolean isOffered(String pointer, JsonNode value, @Nullable Tool tool) {
            if (tool == null) {
                return false;
            }
            String[] steps = pointer.split("/", -1);
            if (steps.length == 2
                    && (tool.ignores(steps[1]) || isEqual(tool.defaults().get(steps[1]), value))) {
                return true;
            }
            JsonNode schema = tool.parameters();
            for (int i = 1; i < steps.length && schema != null; i++) {
                String name = steps[i].replace("~1", "/").replace("~0", "~");
                JsonNode property = schema.path("properties").get(name);
                schema = property == null ? schema.get("items") : property;
            }
            if (schema == null) {
                return false;
            }
            for (JsonNode choice : schema.path("enum")) {
                if (Arguments.equal(choice, value)) {
                    return true;
                }
            }
            return isEqual(schema.get("const"), value) || isEqual(schema.get("default"), value);
        }

        private static boolean isEqual(@Nullable JsonNode offered, JsonNode value) {
            return offered != null && Arguments.equal(offered, value);
        }
    }
}
