package dev.retrial.check.tool;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Passed;
import dev.retrial.match.Assignment;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** {@code tools.writes} beside {@code tools.calls}: nothing was changed by a successful call but what was expected. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NoOtherWrites implements Check {

    private final ExpectedCalls expected;
    private final Set<String> free;

    /**
     * Expected calls.
     *
     * @param patterns the expected ones; their order makes no difference here
     * @param free tools that may be called besides
     */
    public NoOtherWrites(List<CallPattern> patterns, Set<String> free) {
        this.expected = new ExpectedCalls(patterns);
        this.free = Set.copyOf(free);
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
            return NoWrites.UNDECLARED;
        }
        List<ToolCall> writes = new ArrayList<>();
        for (ToolCall call : transcript.calls()) {
            if (call.succeeded()
                    && scene.tools().effectOf(call.name()) == Effect.WRITE
                    && !free.contains(call.name())) {
                writes.add(call);
            }
        }
        if (writes.isEmpty()) {
            return Passed.PLAIN;
        }
        Assignment assignment =
                Assignment.inAnyOrder(expected.in(scene, transcript).fits(writes), writes.size());
        List<ToolCall> others = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            if (!assignment.uses(i)) {
                others.add(writes.get(i));
            }
        }
        return others.isEmpty() ? Passed.PLAIN : CallLists.blame("no write but the expected calls", others);
    }
}
