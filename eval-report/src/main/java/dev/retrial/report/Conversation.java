package dev.retrial.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said and done in one trial.
 *
 * @param events in the order in which it happened
 */
record Conversation(List<Event> events) {

    Conversation {
        events = List.copyOf(events);
    }

    /** What an event is. */
    enum Kind {
        CUSTOMER,
        AGENT,
        CALL,
        HANDOFF
    }

    /**
     * One thing that was said or done.
     *
     * @param kind what
     * @param turn the customer's turn that it belongs to, from 1
     * @param text what was said; of a call, the tool's name; of a hand-off, its content
     * @param arguments of a call, else empty
     * @param result what the tool answered; null where it is not known
     * @param failed whether the call failed
     */
    record Event(
            Kind kind,
            int turn,
            String text,
            String arguments,
            @Nullable String result,
            boolean failed) {

        static Event said(Kind kind, int turn, String text) {
            return new Event(kind, turn, text, "", null, false);
        }

        Event answered(String content, boolean bad) {
            return new Event(kind, turn, text, arguments, content, bad);
        }
    }

    /** The agent's reply in a turn; the last reply where the turn is null or has none. */
    @Nullable
    String reply(@Nullable Integer turn) {
        String last = null;
        String inTurn = null;
        for (Event event : events) {
            if (event.kind() == Kind.AGENT && !event.text().isEmpty()) {
                last = event.text();
                if (turn != null && event.turn() == turn) {
                    inTurn = event.text();
                }
            }
        }
        return inTurn == null ? last : inTurn;
    }
}
