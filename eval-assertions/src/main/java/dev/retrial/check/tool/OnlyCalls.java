package dev.retrial.check.tool;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Passed;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * {@code tools.only}: no other tool was so much as tried.
 *
 * @param allowed the tools that may be called
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record OnlyCalls(List<String> allowed) implements Check {

    /** Copies the list. */
    public OnlyCalls {
        allowed = List.copyOf(allowed);
    }

    @Override
    public String name() {
        return "tools.only";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        if (!transcript.callsKnown()) {
            return CallLists.UNKNOWN;
        }
        List<ToolCall> others = new ArrayList<>();
        for (ToolCall call : transcript.calls()) {
            if (!allowed.contains(call.name())) {
                others.add(call);
            }
        }
        return others.isEmpty()
                ? Passed.PLAIN
                : CallLists.blame("no call but of " + String.join(", ", allowed), others);
    }
}
