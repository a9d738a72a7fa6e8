package dev.retrial.check.handoff;

import dev.retrial.check.CheckResult;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.check.claim.Founded;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Scene;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * {@code handoff.claims}: what is handed over says of nothing that it has been done, which was not.
 *
 * <p>It is the check {@code claims}, over what the colleague reads instead of what the customer does, and for changes only: who has looked something up there may be the customer.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NothingInvented extends HandoffCheck {

    private final Founded founded;

    /**
     * The hand-off invents no action.
     *
     * @param tools the suite's tools
     */
    public NothingInvented(ToolCatalog tools, Handoffs handoffs) {
        super(handoffs);
        this.founded = Founded.of(changing(tools));
    }

    private static ToolCatalog changing(ToolCatalog tools) {
        Map<String, Tool> writes = new LinkedHashMap<>();
        for (Map.Entry<String, Tool> tool : tools.tools().entrySet()) {
            if (tool.getValue().effect() == Effect.WRITE) {
                writes.put(tool.getKey(), tool.getValue());
            }
        }
        return new ToolCatalog(tools.declared(), writes);
    }

    @Override
    public String name() {
        return "handoff.claims";
    }

    @Override
    @Nullable
    String expected() {
        return null;
    }

    @Override
    CheckResult evaluate(HandedOver handedOver, Transcript transcript, Scene scene) {
        if (handedOver.texts().isEmpty()) {
            return new NotApplicable("nothing was said to the colleague");
        }
        List<Event> events = new ArrayList<>();
        for (Event event : transcript.events()) {
            if (!(event instanceof AgentReply) && event.turn() <= handedOver.turn()) {
                events.add(event);
            }
        }
        for (String text : handedOver.texts()) {
            events.add(new AgentReply(handedOver.turn(), text));
        }
        CheckResult result =
                founded.evaluate(new Transcript(events, transcript.earlier(), transcript.callsKnown()), scene);
        // The places are in the hand-off, where a report cannot point.
        if (result instanceof Failed failed) {
            return new Failed(failed.expected(), failed.was(), failed.turn(), List.of(), failed.nearestMiss());
        }
        return result instanceof Passed ? Passed.PLAIN : result;
    }
}
