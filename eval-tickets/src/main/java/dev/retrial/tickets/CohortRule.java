package dev.retrial.tickets;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * By what a ticket's customer is known to belong to a cohort.
 *
 * @param cohort the cohort's id
 * @param field the field that has to have one of the values, or null where only tags count
 * @param values these values, in any case of letters
 * @param tags tags of which the ticket has to have one, in any case of letters; empty where only the field counts
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CohortRule(String cohort, @Nullable String field, Set<String> values, Set<String> tags) {

    /** Copies the sets, in lower case. */
    public CohortRule {
        values = lower(values);
        tags = lower(tags);
    }

    /** Whether the ticket fits: the field and the tags where both are named. */
    public boolean fits(SupportTicket ticket) {
        return (field == null || hasValue(ticket, field)) && (tags.isEmpty() || hasTag(ticket, tags));
    }

    /** The cohort of the first rule that fits, or null where none does. */
    public static @Nullable String cohortOf(SupportTicket ticket, List<CohortRule> rules) {
        for (CohortRule rule : rules) {
            if (rule.fits(ticket)) {
                return rule.cohort;
            }
        }
        return null;
    }

    private boolean hasValue(SupportTicket ticket, String name) {
        String value = ticket.fields().get(name);
        return value != null && values.contains(lower(value));
    }

    static boolean hasTag(SupportTicket ticket, Set<String> wanted) {
        for (String tag : ticket.tags()) {
            if (wanted.contains(lower(tag))) {
                return true;
            }
        }
        return false;
    }

    static Set<String> lower(Set<String> texts) {
        return texts.stream().map(CohortRule::lower).collect(Collectors.toUnmodifiableSet());
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
