package dev.retrial.tickets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Support's own words for what tickets are about (billing, shipping), where the export has no category of its own.
 *
 * @param field the field that names the category, or null
 * @param tags the tags that stand for each category, in any case of letters; the first category that fits
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CategoryRules(@Nullable String field, Map<String, Set<String>> tags) {

    /** Only what the export says. */
    public static final CategoryRules NONE = new CategoryRules(null, Map.of());

    /** Copies the map, in its order, with the tags in lower case. */
    public CategoryRules {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        tags.forEach((category, words) -> copy.put(category, CohortRule.lower(words)));
        tags = Collections.unmodifiableMap(copy);
    }

    /** What the ticket is about: by the field, else by the export's category, else by its tags; null where none tells. */
    public @Nullable String of(SupportTicket ticket) {
        String named = field == null ? null : ticket.fields().get(field);
        if (named != null && !named.isBlank()) {
            return named.strip();
        }
        if (ticket.category() != null) {
            return ticket.category();
        }
        for (Map.Entry<String, Set<String>> category : tags.entrySet()) {
            if (CohortRule.hasTag(ticket, category.getValue())) {
                return category.getKey();
            }
        }
        return null;
    }
}
