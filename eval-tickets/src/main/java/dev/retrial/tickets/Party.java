package dev.retrial.tickets;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A person, organisation or bot that an export names: the dictionary by which redaction knows whom to hide.
 *
 * @param id the id in the help desk, or null
 * @param role the side that the party is on
 * @param names full names and display names, as written
 * @param emails e-mail addresses
 * @param phones telephone numbers, as written
 * @param organisation the organisation's name, or null
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Party(
        @Nullable String id,
        Role role,
        List<String> names,
        List<String> emails,
        List<String> phones,
        @Nullable String organisation) {

    /** Copies the lists. */
    public Party {
        names = List.copyOf(names);
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
    }
}
