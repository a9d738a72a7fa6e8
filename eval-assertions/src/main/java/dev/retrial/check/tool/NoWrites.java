package dev.retrial.check.tool;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Passed;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * {@code tools: {writes: none}}: no call of a tool that changes something was so much as tried.
 *
 * @param free tools that may be called all the same
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record NoWrites(Set<String> free) implements Check {

    static final Errored UNDECLARED = new Errored(
            "no tool is declared, so nothing tells a write from a read: declare the tools with their effect");

    /** Copies the set. */
    public NoWrites {
        free = Set.copyOf(free);
    }

    @Override
    public String name() {
        return "tools.writes";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        if (!transcript.callsKnown()) {
            return CallLists.UNKNOWN;
        }
        if (!scene.tools().declared()) {
            return UNDECLARED;
        }
        List<ToolCall> writes = new ArrayList<>();
        for (ToolCall call : transcript.calls()) {
            if (scene.tools().effectOf(call.name()) == Effect.WRITE && !free.contains(call.name())) {
                writes.add(call);
            }
        }
        return writes.isEmpty() ? Passed.PLAIN : CallLists.blame("no write", writes);
    }
}
