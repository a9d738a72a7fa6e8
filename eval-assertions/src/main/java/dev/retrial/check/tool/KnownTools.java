package dev.retrial.check.tool;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Failed;
import dev.retrial.check.Nearest;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** {@code tools.known}: no tool was tried that the suite does not declare; comes with any other expectation on tools. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record KnownTools() implements Check {

    @Override
    public String name() {
        return "tools.known";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        if (!transcript.callsKnown()) {
            return CallLists.UNKNOWN;
        }
        if (!scene.tools().declared()) {
            return new NotApplicable("no tool is declared");
        }
        List<ToolCall> calls = transcript.calls();
        if (calls.isEmpty()) {
            return new NotApplicable("there is no call");
        }
        List<ToolCall> unknown = new ArrayList<>();
        for (ToolCall call : calls) {
            if (scene.tools().isUnknown(call.name())) {
                unknown.add(call);
            }
        }
        if (unknown.isEmpty()) {
            return Passed.PLAIN;
        }
        ToolCall first = unknown.get(0);
        return new Failed(
                "a declared tool",
                CallLists.describe(unknown),
                first.turn(),
                List.of(),
                Nearest.to(first.name(), scene.tools().tools().keySet()));
    }
}
