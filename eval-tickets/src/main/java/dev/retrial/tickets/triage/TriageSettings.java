package dev.retrial.tickets.triage;

import dev.retrial.tickets.CategoryRules;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What a team sets for triage.
 *
 * @param agentNames further names by which people speak of the AI agent, such as {@code Nova}; those of the export's parties are known
 * @param categories support's own words for what a ticket is about
 * @param failureFrom the score from which a ticket is a failure, above 0 and at most 1
 * @param openFrom the score from which it is open, above 0 and at most {@code failureFrom}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TriageSettings(List<String> agentNames, CategoryRules categories, double failureFrom, double openFrom) {

    /** What holds where a team sets nothing. */
    public static final TriageSettings DEFAULT = new TriageSettings(List.of(), CategoryRules.NONE, 0.6, 0.3);

    /** Copies the names. */
    public TriageSettings {
        if (!(failureFrom > 0 && failureFrom <= 1 && openFrom > 0 && openFrom <= failureFrom)) {
            throw new IllegalArgumentException(
                    "triage needs 0 < open-from <= failure-from <= 1, not " + openFrom + " and " + failureFrom);
        }
        agentNames = List.copyOf(agentNames);
    }

    /** The same with other names of the AI agent. */
    public TriageSettings withAgentNames(List<String> names) {
        return new TriageSettings(names, categories, failureFrom, openFrom);
    }

    /** The same with other categories. */
    public TriageSettings withCategories(CategoryRules other) {
        return new TriageSettings(agentNames, other, failureFrom, openFrom);
    }
}
