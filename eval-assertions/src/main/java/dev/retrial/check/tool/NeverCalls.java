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
 * {@code tools.never}: no such call was so much as tried.
 *
 * @param forbidden the call
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record NeverCalls(CallPattern forbidden) implements Check {

    @Override
    public String name() {
        return "tools.never";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        if (!transcript.callsKnown()) {
            return CallLists.UNKNOWN;
        }
        CallPattern known = forbidden.in(scene, transcript);
        List<ToolCall> made = new ArrayList<>();
        for (ToolCall call : transcript.calls()) {
            if (known.fits(call)) {
                made.add(call);
            }
        }
        return made.isEmpty() ? Passed.PLAIN : CallLists.blame("no call of " + forbidden.describe(), made);
    }
}
