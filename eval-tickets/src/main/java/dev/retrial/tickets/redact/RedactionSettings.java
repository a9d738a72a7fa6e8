package dev.retrial.tickets.redact;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What a team says of its own tickets: the part {@code redaction} of {@code tickets.yaml}.
 *
 * @param regions the countries (ISO 3166, upper case) by which telephone numbers without a country code are read, the first one first; it also says whether 03/02 is in March or in February
 * @param keep RE2 patterns of what is never hidden, such as {@code A-[0-9]+}; one has to match whole words
 * @param hide RE2 patterns of what is always hidden, in any case of letters
 * @param personalFields names or ids of fields (custom fields, arguments) whose value is personal as a whole
 * @param scope how far the same person has the same surrogate
 * @param nationalIds whether numbers in the form of national ids (social security, NINO, NIR, DNI) are hidden without a word beside them that says so
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RedactionSettings(
        List<String> regions,
        List<String> keep,
        List<String> hide,
        List<String> personalFields,
        Scope scope,
        boolean nationalIds) {

    /** What holds where nothing is said. */
    public static final RedactionSettings DEFAULT =
            new RedactionSettings(List.of("US", "GB", "DE"), List.of(), List.of(), List.of(), Scope.TICKET, false);

    /** How far the same person has the same surrogate. */
    public enum Scope {
        /** Within one ticket: two tickets of one person are not known by it to be of one person. */
        TICKET,
        /** In all tickets under the same key. */
        PROJECT
    }

    /** Copies the lists. */
    public RedactionSettings {
        regions = List.copyOf(regions);
        keep = List.copyOf(keep);
        hide = List.copyOf(hide);
        personalFields = List.copyOf(personalFields);
    }
}
