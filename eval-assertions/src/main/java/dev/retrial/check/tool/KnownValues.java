package dev.retrial.check.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.retrial.match.References;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.List;

/**
 * What expected arguments may refer to in a trial.
 *
 * @param scene the facts and the context
 * @param transcript the calls, of which the last successful one of a tool counts
 */
record KnownValues(Scene scene, Transcript transcript) implements References {

    @Override
    public JsonNode find(List<String> path) {
        return switch (path.get(0)) {
            case "facts" -> fact(path);
            case "context" -> below(scene.context(), path, 1);
            case "result" -> result(path);
            default -> MissingNode.getInstance();
        };
    }

    private JsonNode fact(List<String> path) {
        Facts.Fact fact = scene.facts().byName().get(path.get(1));
        return fact == null ? MissingNode.getInstance() : below(fact.value(), path, 2);
    }

    private JsonNode result(List<String> path) {
        for (List<ToolCall> calls :
                List.of(transcript.calls(), new Transcript(transcript.earlier(), List.of(), true).calls())) {
            for (int i = calls.size() - 1; i >= 0; i--) {
                ToolCall call = calls.get(i);
                JsonNode result = call.result();
                if (call.succeeded() && result != null && call.name().equals(path.get(1))) {
                    return below(result, path, 2);
                }
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode below(JsonNode value, List<String> path, int from) {
        JsonNode found = value;
        for (String step : path.subList(from, path.size())) {
            found = found.path(step);
        }
        return found;
    }
}
