package dev.retrial.tickets;

import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One message of a ticket.
 *
 * @param role who speaks
 * @param roleEvidence what the role was read from, such as {@code zendesk.conversation_log.author.type=bot}; {@code ai-authors.…} where the
 *     team's own setting told it
 * @param author the author's id in the help desk, or null where the export has none
 * @param text what was said, as plain text, without markup; may be empty for a turn that is only calls
 * @param at when, or null where the export does not say
 * @param calls the tool calls that the export shows with this turn, in order
 * @param attachments the names of the files that came with it; their content is never read
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TicketTurn(
        Role role,
        String roleEvidence,
        @Nullable String author,
        String text,
        @Nullable Instant at,
        List<SeenCall> calls,
        List<String> attachments) {

    /** Copies the lists. */
    public TicketTurn {
        calls = List.copyOf(calls);
        attachments = List.copyOf(attachments);
    }

    /** The same turn with other words. */
    public TicketTurn withText(String other) {
        return new TicketTurn(role, roleEvidence, author, other, at, calls, attachments);
    }
}
