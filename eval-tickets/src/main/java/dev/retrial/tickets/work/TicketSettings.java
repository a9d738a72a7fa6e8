package dev.retrial.tickets.work;

import dev.retrial.tickets.CategoryRules;
import dev.retrial.tickets.CohortRule;
import dev.retrial.tickets.read.AiAuthors;
import dev.retrial.tickets.redact.RedactionSettings;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What a team says of its tickets ({@code tickets.yaml} in the suite's directory).
 *
 * @param aiAuthors whom it knows to be its AI agent
 * @param redaction what is personal and what is not
 * @param cohorts which cohort a customer belongs to; the first that fits
 * @param categories support's words where the export has none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TicketSettings(
        AiAuthors aiAuthors, RedactionSettings redaction, List<CohortRule> cohorts, CategoryRules categories) {

    /** What holds where nothing is said. */
    public static final TicketSettings DEFAULT =
            new TicketSettings(AiAuthors.NONE, RedactionSettings.DEFAULT, List.of(), CategoryRules.NONE);

    /** Copies the list. */
    public TicketSettings {
        cohorts = List.copyOf(cohorts);
    }
}
