package dev.retrial.check.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.match.CompactJson;
import dev.retrial.match.JsonSchema;
import dev.retrial.scene.Scene;
import dev.retrial.scene.Tool;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;

/** {@code tools.arguments}: whatever was tried, the tool's schema accepts its arguments. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AcceptedArguments implements Check {

    private static final int SHOWN = 12;

    private static final int MOST_COMPILED = 256;

    /** Schemas are compiled once: a suite has thousands of checks, and a handful of tools. */
    private static final Map<JsonNode, JsonSchema> COMPILED = new LinkedHashMap<>();

    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    /** A check of all tools that declare what they take. */
    public AcceptedArguments() {}

    @Override
    public String name() {
        return "tools.arguments";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        if (!transcript.callsKnown()) {
            return CallLists.UNKNOWN;
        }
        StringBuilder was = new StringBuilder();
        ToolCall first = null;
        int looked = 0;
        int shown = 0;
        for (ToolCall call : transcript.calls()) {
            Tool tool = scene.tools().find(call.name());
            JsonNode parameters = tool == null ? null : tool.parameters();
            if (parameters == null) {
                continue;
            }
            looked++;
            List<JsonSchema.Violation> violations;
            try {
                violations = violations(call, parameters);
            } catch (IllegalArgumentException e) {
                return new Errored("the parameters of " + call.name() + ": " + e.getMessage());
            }
            if (!violations.isEmpty()) {
                first = first == null ? call : first;
                if (++shown <= SHOWN) {
                    append(was, call, violations);
                }
            }
        }
        if (first == null) {
            return looked == 0
                    ? new NotApplicable("there is no call of a tool that declares its parameters")
                    : Passed.PLAIN;
        }
        if (shown > SHOWN) {
            was.append("\n… and ").append(shown - SHOWN).append(" more");
        }
        return new Failed("arguments that the tool's schema accepts", was.toString(), first.turn(), List.of(), null);
    }

    private List<JsonSchema.Violation> violations(ToolCall call, JsonNode parameters) {
        if (!call.arguments().isObject()) {
            return List.of(new JsonSchema.Violation("", "no JSON object"));
        }
        JsonSchema schema = schemas.get(call.name());
        if (schema == null || !schema.isOf(parameters)) {
            schema = compiled(parameters);
            schemas.put(call.name(), schema);
        }
        return schema.violations(call.arguments());
    }

    private static JsonSchema compiled(JsonNode parameters) {
        synchronized (COMPILED) {
            if (COMPILED.size() >= MOST_COMPILED) {
                COMPILED.clear();
            }
            return COMPILED.computeIfAbsent(parameters, JsonSchema::of);
        }
    }

    private static void append(StringBuilder was, ToolCall call, List<JsonSchema.Violation> violations) {
        was.append(was.isEmpty() ? "" : "\n");
        CallLists.append(was, call);
        for (JsonSchema.Violation violation : violations) {
            was.append("\n  ")
                    .append(violation.pointer().isEmpty() ? "arguments" : violation.pointer())
                    .append(": ")
                    .append(violation.rule());
            JsonNode value = call.arguments().at(violation.pointer());
            if (value.isValueNode()) {
                was.append(", was ").append(CompactJson.of(value, 120));
            }
        }
    }
}
