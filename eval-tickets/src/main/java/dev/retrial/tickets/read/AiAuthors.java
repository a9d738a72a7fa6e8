package dev.retrial.tickets.read;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Whom a team knows to be its AI agent, for help desks that do not mark its turns ({@code ai-authors} of {@code tickets.yaml}). An id or an
 * address wins over what an export says, except for whoever asked for help; a name or a tag never makes the agent of a customer.
 *
 * @param ids author ids, as the help desk has them
 * @param emails e-mail addresses of authors, in any case
 * @param names names of authors, in any case
 * @param tags tags of tickets that the agent answered: the first public reply of the company in such a ticket is the agent's, and so are later
 *     ones by the same author
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record AiAuthors(Set<String> ids, Set<String> emails, Set<String> names, Set<String> tags) {

    /** Nobody is known. */
    public static final AiAuthors NONE = new AiAuthors(Set.of(), Set.of(), Set.of(), Set.of());

    /** Copies the sets, and brings all but the ids to lower case. */
    public AiAuthors {
        ids = Set.copyOf(ids);
        emails = lower(emails);
        names = lower(names);
        tags = lower(tags);
    }

    /**
     * Which of them an author is, as role evidence.
     *
     * @return such as {@code ai-authors.names}, or null where the author is none of them
     */
    public @Nullable String evidence(
            @Nullable String id, Collection<String> authorEmails, Collection<String> authorNames) {
        if (id != null && ids.contains(id)) {
            return "ai-authors.ids";
        }
        if (has(emails, authorEmails)) {
            return "ai-authors.emails";
        }
        return has(names, authorNames) ? "ai-authors.names" : null;
    }

    /** Whether a ticket with these tags was answered by the agent. */
    public boolean tagged(Collection<String> ticketTags) {
        return has(tags, ticketTags);
    }

    private static boolean has(Set<String> known, Collection<String> given) {
        if (!known.isEmpty()) {
            for (String one : given) {
                if (known.contains(one.strip().toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<String> lower(Set<String> texts) {
        return texts.stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
