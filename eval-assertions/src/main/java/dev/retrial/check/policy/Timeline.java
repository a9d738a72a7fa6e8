package dev.retrial.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.CustomerMessage;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The events of a trial in their order, and which of them are in scope. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Timeline {

    private final List<Event> events;
    private final int from;
    private final boolean callsKnown;
    private final Scene scene;

    Timeline(Transcript transcript, Scene scene) {
        List<Event> all = new ArrayList<>(transcript.earlier());
        all.addAll(transcript.events());
        this.events = all;
        this.from = transcript.earlier().size();
        this.callsKnown = transcript.callsKnown();
        this.scene = scene;
    }

    Scene scene() {
        return scene;
    }

    boolean callsKnown() {
        return callsKnown;
    }

    /** Where the scope begins. */
    int from() {
        return from;
    }

    int size() {
        return events.size();
    }

    Event at(int index) {
        return events.get(index);
    }

    /** Whether the agent does nothing more in the turn of this event. */
    boolean endsTurn(int index) {
        return index + 1 == events.size()
                || events.get(index + 1) instanceof CustomerMessage
                || events.get(index + 1).turn() != events.get(index).turn();
    }

    /** Where the turn of this event begins. */
    int turnBegins(int index) {
        int begin = index;
        while (begin > 0 && events.get(begin - 1).turn() == events.get(index).turn()) {
            begin--;
        }
        return begin;
    }

    /** The events of the turn of this event, up to it. */
    List<Event> turnUntil(int index) {
        return events.subList(turnBegins(index), index + 1);
    }

    /** How many replies of the agent are in this part; the end is not. */
    int replies(int begin, int end) {
        int replies = 0;
        for (int i = begin; i < end; i++) {
            replies += events.get(i) instanceof AgentReply ? 1 : 0;
        }
        return replies;
    }

    /** The place of the customer's last message before this one, or -1. */
    int customerBefore(int index) {
        int at = index - 1;
        while (at >= 0 && !(events.get(at) instanceof CustomerMessage)) {
            at--;
        }
        return at;
    }

    /** The tool's last successful result before this place, else in the trial, else the case's only one; null where there is none. */
    @Nullable
    JsonNode result(String tool, int index) {
        JsonNode before = result(tool, Math.min(index, events.size()) - 1, -1);
        JsonNode result = before == null ? result(tool, events.size() - 1, -1) : before;
        return result == null ? scene.background().result(tool) : result;
    }

    private @Nullable JsonNode result(String tool, int last, int end) {
        for (int i = last; i > end; i--) {
            if (events.get(i) instanceof ToolCall call
                    && call.succeeded()
                    && call.name().equals(tool)) {
                JsonNode result = call.result();
                if (result != null) {
                    return result;
                }
            }
        }
        return null;
    }
}
