package dev.retrial.tickets.draft;

import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's conversation up to the AI agent's turn that failed, as it can be replayed: what the customer said without being answered in between is one message, and so is
 * what the agent said on it.
 *
 * @param exchanges the customer's messages with the agent's answers, in order; the last answer is the one that failed
 * @param callsKnown whether the ticket shows tool calls at all, so that a turn without them had none
 * @param correction the index of the turn in which a person answered what the agent should have, or -1
 */
record Dialogue(List<Exchange> exchanges, boolean callsKnown, int correction) {

    /** Copies the list. */
    Dialogue {
        exchanges = List.copyOf(exchanges);
    }

    /**
     * A message and its answer.
     *
     * @param customer what the customer said
     * @param customerTurns the indexes of the turns in which
     * @param reply what the AI agent answered, or null where it did not
     * @param agentTurns the indexes of the turns in which
     * @param calls what it called for that
     */
    record Exchange(
            String customer,
            List<Integer> customerTurns,
            @Nullable String reply,
            List<Integer> agentTurns,
            List<SeenCall> calls) {}

    /** The answer that failed. */
    Exchange last() {
        return exchanges.get(exchanges.size() - 1);
    }

    /** The conversation, or null where the customer said nothing before the turn that failed, or that is no turn of the agent. */
    static @Nullable Dialogue of(SupportTicket ticket, int failed) {
        List<TicketTurn> turns = ticket.turns();
        if (failed < 0 || failed >= turns.size() || turns.get(failed).role() != Role.AI_AGENT) {
            return null;
        }
        Grouping grouping = new Grouping();
        boolean callsKnown = false;
        for (int i = 0; i < turns.size(); i++) {
            TicketTurn turn = turns.get(i);
            callsKnown |= !turn.calls().isEmpty();
            boolean goesOn = i <= failed || grouping.isAnswering();
            if (goesOn) {
                grouping.add(turn, i, i > failed);
            }
        }
        List<Exchange> exchanges = grouping.exchanges();
        if (exchanges.isEmpty() || exchanges.get(exchanges.size() - 1).reply() == null) {
            return null;
        }
        return new Dialogue(exchanges, callsKnown, Correction.of(ticket, failed));
    }

    /** The messages as they are put together. */
    private static final class Grouping {

        private final List<Exchange> exchanges = new ArrayList<>();
        private final List<String> customer = new ArrayList<>();
        private final List<Integer> customerTurns = new ArrayList<>();
        private final List<String> replies = new ArrayList<>();
        private final List<Integer> agentTurns = new ArrayList<>();
        private final List<SeenCall> calls = new ArrayList<>();
        private boolean over;

        boolean isAnswering() {
            return !over;
        }

        void add(TicketTurn turn, int index, boolean behindTheFailure) {
            String text = CleanText.withoutQuoted(CleanText.of(turn.text()));
            switch (turn.role()) {
                case CUSTOMER -> {
                    if (behindTheFailure) {
                        over = true;
                    } else {
                        if (!replies.isEmpty()) {
                            close();
                        }
                        if (!text.isEmpty()) {
                            customer.add(text);
                            customerTurns.add(index);
                        }
                    }
                }
                case AI_AGENT -> {
                    calls.addAll(turn.calls());
                    if (!text.isEmpty() && !customer.isEmpty()) {
                        replies.add(text);
                        agentTurns.add(index);
                    }
                }
                case HUMAN_AGENT -> {
                    if (behindTheFailure) {
                        over = true;
                    } else if (!customer.isEmpty()) {
                        close();
                    }
                }
                case SYSTEM -> calls.addAll(turn.calls());
                case INTERNAL_NOTE -> {}
            }
        }

        private void close() {
            exchanges.add(new Exchange(
                    String.join("\n\n", customer),
                    List.copyOf(customerTurns),
                    replies.isEmpty() ? null : String.join("\n\n", replies),
                    List.copyOf(agentTurns),
                    List.copyOf(calls)));
            customer.clear();
            customerTurns.clear();
            replies.clear();
            agentTurns.clear();
            calls.clear();
        }

        List<Exchange> exchanges() {
            if (!customer.isEmpty()) {
                close();
            }
            return exchanges;
        }
    }
}
