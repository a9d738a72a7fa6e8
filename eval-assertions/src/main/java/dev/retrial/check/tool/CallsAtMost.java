package dev.retrial.check.tool;

import dev.retrial.check.BoundedCheck;
import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Failed;
import dev.retrial.check.Passed;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * {@code tools.at-most}: the tool was tried no more often than that.
 *
 * @param tool the tool's name
 * @param most how often, from 1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CallsAtMost(String tool, int most) implements BoundedCheck {

    @Override
    public String name() {
        return "tools.at-most";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        if (!transcript.callsKnown()) {
            return CallLists.UNKNOWN;
        }
        List<ToolCall> made = new ArrayList<>();
        for (ToolCall call : transcript.calls()) {
            if (call.name().equals(tool)) {
                made.add(call);
            }
        }
        if (made.size() <= most) {
            return Passed.PLAIN;
        }
        return new Failed(
                "at most " + most + (most == 1 ? " call of " : " calls of ") + tool,
                made.size() + " calls:\n" + CallLists.describe(made),
                made.get(most).turn(),
                List.of(),
                null);
    }

    @Override
    public boolean looserThan(Check outer) {
        return outer instanceof CallsAtMost other && other.tool.equals(tool) && most > other.most;
    }
}
