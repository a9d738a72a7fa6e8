package dev.retrial.tickets.redact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * What was done to a ticket.
 *
 * @param engine the redactor and its version, with the recognisers that the class path adds
 * @param rules a short hash of the settings, so that a later run knows whether it would do the same
 * @param counts how often something of a type ({@link EntityType#key}) was hidden
 * @param uncertain what was masked for a person to look at, in the ticket's order
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Redaction(String engine, String rules, Map<String, Integer> counts, List<Uncertain> uncertain) {

    /** Copies the collections; the counts keep their order. */
    public Redaction {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        uncertain = List.copyOf(uncertain);
    }
}
