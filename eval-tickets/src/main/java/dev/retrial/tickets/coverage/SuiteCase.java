package dev.retrial.tickets.coverage;

import dev.retrial.suite.EvalCase;
import dev.retrial.suite.FailureClass;
import dev.retrial.suite.Status;
import dev.retrial.suite.Ticket;
import java.time.LocalDate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What coverage has to know of a case.
 *
 * @param id its id
 * @param title one line for people
 * @param status where it stands in its life
 * @param failure the failure class, or null for a case that keeps something good
 * @param category support's word for what it is about, or null
 * @param ref the keyed reference of the ticket that it was made of, or null
 * @param opened the day its ticket was opened, or null
 * @param seen how many tickets it says it stands for
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SuiteCase(
        String id,
        String title,
        Status status,
        @Nullable FailureClass failure,
        @Nullable String category,
        @Nullable String ref,
        @Nullable LocalDate opened,
        int seen) {

    /** The same of a case that was read. */
    public static SuiteCase of(EvalCase read) {
        Ticket ticket = read.ticket();
        return new SuiteCase(
                read.id(),
                read.title(),
                read.status(),
                read.failure(),
                ticket == null ? null : ticket.category(),
                ticket == null ? null : ticket.ref(),
                ticket == null ? null : ticket.opened(),
                ticket == null ? 1 : ticket.seen());
    }

    /** How it covers a ticket that it tells. */
    Cover cover() {
        return switch (status) {
            case ACTIVE, KNOWN_FAILING, QUARANTINED -> Cover.CASE;
            case DRAFT -> Cover.DRAFT;
            case RETIRED -> Cover.RETIRED;
        };
    }
}
