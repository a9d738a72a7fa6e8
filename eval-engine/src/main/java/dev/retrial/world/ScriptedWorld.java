package dev.retrial.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.suite.WorldSpec;
import dev.retrial.suite.WorldSpec.PriorCall;
import dev.retrial.suite.WorldSpec.WorldAnswer;
import dev.retrial.transcript.ToolCall.Status;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The world that a case describes: of a tool's answers the first that fits. One a conversation, since it remembers the calls. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ScriptedWorld implements World {

    private final WorldSpec spec;
    private final List<SucceededCall> succeeded = new ArrayList<>();
    /** How often each answer that is limited was given; answers are told apart by place, equal ones may follow each other. */
    private final Map<WorldAnswer, Integer> used = new IdentityHashMap<>();

    /** A world in which nothing was called yet. */
    public ScriptedWorld(WorldSpec spec) {
        this.spec = spec;
    }

    @Override
    public boolean answersAnything() {
        return !spec.isEmpty();
    }

    @Override
    public synchronized ToolResult call(String tool, JsonNode arguments) {
        List<WorldAnswer> answers = spec.answers().get(tool);
        if (answers != null) {
            for (WorldAnswer answer : answers) {
                if (fits(answer, arguments)) {
                    return give(tool, arguments, answer);
                }
            }
        }
        return failed(
                answers == null
                        ? "no answer in this case's world for " + tool
                        : "no answer in this case's world for " + tool + " with these arguments at this point");
    }

    @Override
    public ObjectNode answers() {
        ObjectNode world = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, List<WorldAnswer>> tool : spec.answers().entrySet()) {
            ArrayNode answers = world.putArray(tool.getKey());
            for (WorldAnswer answer : tool.getValue()) {
                answers.add(answer.written());
            }
        }
        return world;
    }

    private boolean fits(WorldAnswer answer, JsonNode arguments) {
        Integer times = answer.times();
        return (times == null || used.getOrDefault(answer, 0) < times)
                && (answer.when() == null || answer.when().matches(arguments))
                && (answer.after() == null || wasCalled(answer.after()));
    }

    private ToolResult give(String tool, JsonNode arguments, WorldAnswer answer) {
        if (answer.times() != null) {
            used.merge(answer, 1, Integer::sum);
        }
        JsonNode returns = answer.returns();
        if (returns == null) {
            return failed(answer.fails());
        }
        if (spec.tellsOfFailure(returns)) {
            return new ToolResult(Status.FAILED, returns);
        }
        succeeded.add(new SucceededCall(tool, arguments));
        return new ToolResult(Status.OK, returns);
    }

    private boolean wasCalled(PriorCall prior) {
        for (SucceededCall call : succeeded) {
            if (call.tool().equals(prior.tool())
                    && (prior.arguments() == null || prior.arguments().matches(call.arguments()))) {
                return true;
            }
        }
        return false;
    }

    private static ToolResult failed(@Nullable String message) {
        return new ToolResult(
                Status.FAILED, JsonNodeFactory.instance.textNode(message == null ? "the call failed" : message));
    }

    private record SucceededCall(String tool, JsonNode arguments) {}
}
