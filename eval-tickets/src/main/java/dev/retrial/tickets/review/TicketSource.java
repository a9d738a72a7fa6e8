package dev.retrial.tickets.review;

import dev.retrial.tickets.SupportTicket;
import java.io.IOException;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Where the redacted tickets are that drafts were made of. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface TicketSource {

    /** No ticket is kept; the page shows what the drafts themselves hold. */
    TicketSource NONE = reference -> null;

    /**
     * The ticket.
     *
     * @param reference its keyed reference, as the draft names it
     * @return the ticket, or null where it is not kept
     * @throws IOException where what is kept cannot be read
     */
    @Nullable
    ShownTicket find(String reference) throws IOException;

    /**
     * A redacted ticket, as it may be shown.
     *
     * @param ticket the ticket, after redaction
     * @param uncertain the places that somebody has to look at
     */
    record ShownTicket(SupportTicket ticket, List<UncertainPlace> uncertain) {

        /** Copies the list. */
        public ShownTicket {
            uncertain = List.copyOf(uncertain);
        }
    }

    /**
     * A place that was masked because it may be personal, though nobody is sure.
     *
     * @param turn the index of the ticket's turn, from 0
     * @param start the offset in the redacted text of the turn
     * @param end the offset behind it
     * @param type what it may be, such as {@code person}
     */
    record UncertainPlace(int turn, int start, int end, String type) {}
}
