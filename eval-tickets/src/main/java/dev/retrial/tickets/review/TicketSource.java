package dev.retrial.tickets.review;

import dev.retrial.tickets.redact.Redacted;
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
    Kept find(String reference) throws IOException;

    /**
     * A ticket of the working directory.
     *
     * @param ticket the ticket, redacted
     * @param evidence what triage found in it; empty where that is not known, and then what the draft says of it is shown
     */
    record Kept(Redacted ticket, List<Evidence> evidence) {

        /** Copies the list. */
        public Kept {
            evidence = List.copyOf(evidence);
        }
    }
}
