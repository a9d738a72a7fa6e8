package dev.retrial.check.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Passed;
import dev.retrial.scene.Scene;
import dev.retrial.text.Excerpt;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.apiguardian.api.API;

/** {@code handoff.queue}: it goes to one of these. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HandoffQueue extends HandoffCheck {

    static final String FIELD = "queue";

    private final List<String> anyOf;

    /**
     * Where it must go.
     *
     * @param anyOf at least one queue, of which any will do
     */
    public HandoffQueue(List<String> anyOf, Handoffs handoffs) {
        super(handoffs);
        this.anyOf = List.copyOf(anyOf);
    }

    @Override
    public String name() {
        return "handoff.queue";
    }

    @Override
    String expected() {
        return String.join(" or ", anyOf);
    }

    @Override
    CheckResult evaluate(HandedOver handedOver, Transcript transcript, Scene scene) {
        JsonNode queue = handedOver.field(FIELD);
        if (queue == null) {
            return failed(expected(), "no queue, in " + handedOver.shown(), handedOver);
        }
        return anyOf.contains(queue.asText())
                ? Passed.PLAIN
                : failed(expected(), Excerpt.quoted(queue.asText()), handedOver);
    }
}
