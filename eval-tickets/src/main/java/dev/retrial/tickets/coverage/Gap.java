package dev.retrial.tickets.coverage;

import dev.retrial.suite.FailureClass;
import dev.retrial.suite.Status;
import java.time.LocalDate;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Failures that belong together, some of which no case covers.
 *
 * @param failure the failure class, or null where nobody named it
 * @param about the tool or policy, or null
 * @param category the support category that most of them have, or null
 * @param count by what the suite has for them
 * @param stories those without a case, near-duplicates counted once
 * @param cases drafts and retired cases that tell some of them
 * @param newest the day of the newest without a case
 * @param refs keyed references of the newest without a case, at most three
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Gap(
        @Nullable FailureClass failure,
        @Nullable String about,
        @Nullable String category,
        CoverCount count,
        int stories,
        List<Known> cases,
        LocalDate newest,
        List<String> refs) {

    /** Copies the lists. */
    public Gap {
        cases = List.copyOf(cases);
        refs = List.copyOf(refs);
    }

    /**
     * A case that is not accepted, or not any more.
     *
     * @param id its id
     * @param status draft or retired
     */
    public record Known(String id, Status status) {}
}
