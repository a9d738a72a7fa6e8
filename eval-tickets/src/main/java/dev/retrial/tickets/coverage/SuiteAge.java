package dev.retrial.tickets.coverage;

import dev.retrial.suite.FailureClass;
import dev.retrial.suite.Status;
import java.time.LocalDate;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What the suite's cases have to do with the tickets.
 *
 * @param accepted cases that a person accepted: active, known to fail, quarantined
 * @param drafts drafts
 * @param retired retired cases
 * @param byHand accepted cases that name no ticket
 * @param told accepted cases that a ticket of the window tells, of those that name a ticket or that any ticket tells
 * @param untold those that none tells, longest ago first, at most so many as were asked for
 * @param moreUntold how many more
 * @param newest the day of the newest ticket that an accepted case was made of, or null
 * @param newestAge how many days ago that was, or null
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SuiteAge(
        int accepted,
        int drafts,
        int retired,
        int byHand,
        Share told,
        List<Untold> untold,
        int moreUntold,
        @Nullable LocalDate newest,
        @Nullable Long newestAge) {

    /** Copies the list. */
    public SuiteAge {
        untold = List.copyOf(untold);
    }

    /**
     * An accepted case that no ticket of the window tells.
     *
     * @param id the case
     * @param title its title
     * @param status its status
     * @param failure its failure class, or null
     * @param category its category, or null
     * @param last the day of the newest ticket that tells it, or null where nobody knows
     * @param age how many days ago, or null
     * @param seen how many tickets the case says it stands for
     */
    public record Untold(
            String id,
            String title,
            Status status,
            @Nullable FailureClass failure,
            @Nullable String category,
            @Nullable LocalDate last,
            @Nullable Long age,
            int seen) {}
}
