package dev.retrial.check.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.OutcomeSignals.ByCall;
import dev.retrial.scene.OutcomeSignals.ByResponse;
import dev.retrial.scene.OutcomeSignals.Signal;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Handoff;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Finds what was handed over, by the signal that tells an escalation. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Handoffs {

    private final @Nullable ByCall call;

    private Handoffs(@Nullable ByCall call) {
        this.call = call;
    }

    /**
     * Hand-offs as these signals tell them.
     *
     * @throws IllegalArgumentException where no call and no field of the answer hands over
     */
    public static Handoffs toldBy(OutcomeSignals signals) {
        Signal signal = signals.byOutcome().get(Outcome.ESCALATED);
        if (signal instanceof ByCall byCall) {
            return new Handoffs(byCall);
        }
        if (signal instanceof ByResponse) {
            return new Handoffs(null);
        }
        throw new IllegalArgumentException("nothing tells what is handed over: declare"
                + " 'escalated: {call: …}' or 'escalated: {response: true}' under 'outcomes' of the suite");
    }

    /** The tool that hands over, or null where the answer does. */
    @Nullable
    String tool() {
        return call == null ? null : call.tool();
    }

    /** The last hand-off in scope, or null. */
    @Nullable
    HandedOver last(Transcript transcript) {
        List<Event> events = transcript.events();
        for (int i = events.size() - 1; i >= 0; i--) {
            HandedOver handedOver = by(events.get(i));
            if (handedOver != null) {
                return handedOver;
            }
        }
        return null;
    }

    private @Nullable HandedOver by(Event event) {
        if (call == null) {
            return event instanceof Handoff handoff
                    ? new HandedOver(handoff.turn(), handoff.payload(), handoff.payload())
                    : null;
        }
        if (!(event instanceof ToolCall made) || !made.name().equals(call.tool()) || !made.succeeded()) {
            return null;
        }
        String pointer = call.payload();
        JsonNode payload = pointer == null ? made.arguments() : made.arguments().at(pointer);
        return new HandedOver(made.turn(), payload, made.arguments());
    }
}
