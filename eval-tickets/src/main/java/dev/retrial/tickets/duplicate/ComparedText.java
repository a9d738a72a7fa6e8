package dev.retrial.tickets.duplicate;

import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What is compared of a ticket or of a case: what the customer and the AI agent said. What people of the company wrote, in notes or in
 * replies, is about the failure and not part of it.
 *
 * <p>The text is redacted, with placeholders such as {@code [name]} where the redaction has put surrogates: a surrogate differs from
 * ticket to ticket and would split what belongs together. Numbers, e-mail addresses and links need no placeholder; each counts as one
 * word of its kind.
 *
 * @param ref the ticket's keyed reference, or the case's id; unique among what is compared
 * @param said the turns, in order
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ComparedText(String ref, List<Said> said) {

    /** Copies the list. */
    public ComparedText {
        said = List.copyOf(said);
    }

    /**
     * One turn.
     *
     * @param byAgent whether the AI agent says it; otherwise the customer does
     * @param text what is said
     */
    public record Said(boolean byAgent, String text) {}

    /** The turns of the customer and of the AI agent, with a placeholder for the names of the ticket's parties. */
    public static ComparedText of(SupportTicket ticket) {
        NamePlaceholders names = new NamePlaceholders(ticket.parties());
        List<Said> said = new ArrayList<>(ticket.turns().size());
        for (TicketTurn turn : ticket.turns()) {
            if (turn.role() == Role.CUSTOMER || turn.role() == Role.AI_AGENT) {
                said.add(new Said(turn.role() == Role.AI_AGENT, names.in(turn.text())));
            }
        }
        return new ComparedText(ticket.id(), said);
    }

    /**
     * What a case would hold of the ticket that fails at one of the agent's turns: all that the customer said before it, and that turn.
     *
     * @param turn the position in {@link #said()} of a turn by the agent
     */
    public ComparedText upTo(int turn) {
        List<Said> view = new ArrayList<>(turn + 1);
        for (int i = 0; i < turn; i++) {
            if (!said.get(i).byAgent()) {
                view.add(said.get(i));
            }
        }
        view.add(said.get(turn));
        return new ComparedText(ref, view);
    }
}
