package dev.retrial.check.tool;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Passed;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.apiguardian.api.API;

/** {@code tools: none}: no tool was so much as tried. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record NoCalls() implements Check {

    @Override
    public String name() {
        return "tools.none";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        if (!transcript.callsKnown()) {
            return CallLists.UNKNOWN;
        }
        List<ToolCall> calls = transcript.calls();
        return calls.isEmpty() ? Passed.PLAIN : CallLists.blame("no call of any tool", calls);
    }
}
