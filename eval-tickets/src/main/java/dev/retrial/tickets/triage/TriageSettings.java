package dev.retrial.tickets.triage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * What a team sets for triage.
 *
 * @param agentNames further names by which people speak of the AI agent, such as {@code Nova}; those of the export's parties are known
 * @param categories support's categories by the tags that tell them: {@code {billing: [refund, invoice]}}; the first that fits wins, and a ticket that
 *     fits none keeps what its help desk says
 * @param failureFrom the score from which a ticket is a failure, above 0 and at most 1
 * @param openFrom the score from which it is open, above 0 and at most {@code failureFrom}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TriageSettings(
        List<String> agentNames, Map<String, List<String>> categories, double failureFrom, double openFrom) {

    /** What holds where a team sets nothing. */
    public static final TriageSettings DEFAULT = new TriageSettings(List.of(), Map.of(), 0.6, 0.3);

    /** Copies the collections; the categories keep their order. */
    public TriageSettings {
        if (!(failureFrom > 0 && failureFrom <= 1 && openFrom > 0 && openFrom <= failureFrom)) {
            throw new IllegalArgumentException(
                    "triage needs 0 < open-from <= failure-from <= 1, not " + openFrom + " and " + failureFrom);
        }
        agentNames = List.copyOf(agentNames);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        categories.forEach((category, tags) -> copy.put(category, List.copyOf(tags)));
        categories = Collections.unmodifiableMap(copy);
    }

    /** The same with other names of the AI agent. */
    public TriageSettings withAgentNames(List<String> names) {
        return new TriageSettings(names, categories, failureFrom, openFrom);
    }

    /** The same with other categories. */
    public TriageSettings withCategories(Map<String, List<String>> tagsByCategory) {
        return new TriageSettings(agentNames, tagsByCategory, failureFrom, openFrom);
    }
}
