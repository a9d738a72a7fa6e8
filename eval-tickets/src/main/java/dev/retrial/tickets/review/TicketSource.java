package dev.retrial.tickets.review;

import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.triage.Evidence;
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
     * The ticket, which several threads may ask for at once.
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
     * @param evidence what triage found in it; empty where that is not known, and then what the draft says of it is shown
     */
    record ShownTicket(SupportTicket ticket, List<UncertainPlace> uncertain, List<Evidence> evidence) {

        /** Copies the lists. */
        public ShownTicket {
            uncertain = List.copyOf(uncertain);
            evidence = List.copyOf(evidence);
        }

        /** A ticket of which it is not known what triage found. */
        public ShownTicket(SupportTicket ticket, List<UncertainPlace> uncertain) {
            this(ticket, uncertain, List.of());
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
