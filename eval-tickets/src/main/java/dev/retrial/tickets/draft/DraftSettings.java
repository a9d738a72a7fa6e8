package dev.retrial.tickets.draft;

import dev.retrial.tickets.CategoryRules;
import dev.retrial.tickets.CohortRule;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How drafts are made.
 *
 * @param cohorts by what a ticket's customer is known to belong to a cohort; the first that fits
 * @param categories support's own words for what tickets are about
 * @param export which days the export covers, such as {@code 2026-03-01/2026-03-31}, or null
 * @param tool the tool's version, or null
 * @param rules a short hash of the rules by which failures were told, or null
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DraftSettings(
        List<CohortRule> cohorts,
        CategoryRules categories,
        @Nullable String export,
        @Nullable String tool,
        @Nullable String rules) {

    /** No cohorts, no categories beside the export's own. */
    public static final DraftSettings DEFAULT = new DraftSettings(List.of(), CategoryRules.NONE, null, null, null);

    /** Copies the list. */
    public DraftSettings {
        cohorts = List.copyOf(cohorts);
    }
}
