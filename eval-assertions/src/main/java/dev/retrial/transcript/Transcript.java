package dev.retrial.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The ordered events of a trial, or of the part of it that a check looks at.
 *
 * @param events what happened in scope, in order
 * @param earlier what had happened before the scope began, in order; empty where the scope is the whole trial
 * @param callsKnown whether the tool calls are known; false for a ticket's evidence that holds only the reply, where checks on calls are not applicable
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Transcript(List<Event> events, List<Event> earlier, boolean callsKnown) {

    /** Copies the lists. */
    public Transcript {
        events = List.copyOf(events);
        earlier = List.copyOf(earlier);
    }

    /** A whole trial whose tool calls are known. */
    public static Transcript of(List<? extends Event> events) {
        return new Transcript(List.copyOf(events), List.of(), true);
    }

    /** Starts a transcript by hand. */
    public static Builder builder() {
        return new Builder();
    }

    /** The part that begins with the customer's message number {@code turn} and ends before the next one. */
    public Transcript turn(int turn) {
        List<Event> before = new ArrayList<>(earlier);
        List<Event> within = new ArrayList<>();
        for (Event event : events) {
            if (event.turn() < turn) {
                before.add(event);
            } else if (event.turn() == turn) {
                within.add(event);
            }
        }
        return new Transcript(within, before, callsKnown);
    }

    /** The agent's replies in scope, in order. */
    public List<AgentReply> replies() {
        return only(AgentReply.class);
    }

    /** The tool calls in scope, in order. */
    public List<ToolCall> calls() {
        return only(ToolCall.class);
    }

    /** The hand-offs by the agent's answer in scope, in order. */
    public List<Handoff> handoffs() {
        return only(Handoff.class);
    }

    /** The customer's messages in scope, in order. */
    public List<CustomerMessage> customerMessages() {
        return only(CustomerMessage.class);
    }

    /** The agent's last reply in scope, or null where it has said nothing. */
    public @Nullable AgentReply lastReply() {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i) instanceof AgentReply reply) {
                return reply;
            }
        }
        return null;
    }

    private <E extends Event> List<E> only(Class<E> kind) {
        List<E> found = new ArrayList<>();
        for (Event event : events) {
            if (kind.isInstance(event)) {
                found.add(kind.cast(event));
            }
        }
        return found;
    }

    /** Writes a transcript down, event by event; each customer message opens the next turn. */
    public static final class Builder {

        private final List<Event> events = new ArrayList<>();
        private boolean callsKnown = true;
        private int turn;

        private Builder() {}

        /** The customer says this; opens a turn. */
        public Builder customer(String text) {
            events.add(new CustomerMessage(++turn, text));
            return this;
        }

        /** The agent says this. */
        public Builder agent(String text) {
            events.add(new AgentReply(current(), text));
            return this;
        }

        /** The agent calls a tool, which succeeds; {@code result} may be null where it is not known. */
        public Builder call(String tool, JsonNode arguments, @Nullable JsonNode result) {
            events.add(new ToolCall(current(), tool, arguments, result, ToolCall.Status.OK));
            return this;
        }

        /** The agent calls a tool, which succeeds with a result that is not known. */
        public Builder call(String tool, JsonNode arguments) {
            return call(tool, arguments, null);
        }

        /** The agent calls a tool, which fails with this message. */
        public Builder failedCall(String tool, JsonNode arguments, String message) {
            events.add(new ToolCall(
                    current(), tool, arguments, JsonNodeFactory.instance.textNode(message), ToolCall.Status.FAILED));
            return this;
        }

        /** The agent's answer hands over to a person. */
        public Builder handoff(JsonNode payload) {
            events.add(new Handoff(current(), payload));
            return this;
        }

        /** Says that the tool calls of this transcript are not known. */
        public Builder callsUnknown() {
            callsKnown = false;
            return this;
        }

        /** The transcript so far. */
        public Transcript build() {
            return new Transcript(events, List.of(), callsKnown);
        }

        private int current() {
            return Math.max(turn, 1);
        }
    }
}
