package dev.retrial.tickets.coverage;

import java.time.LocalDate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What coverage has to know of a ticket; nothing of what was said.
 *
 * @param ref the keyed reference ({@code hmac:…}); a reference that comes twice is counted once
 * @param system the help desk
 * @param opened the day (UTC) on which it was really opened, not one that redaction has shifted; null where nobody knows
 * @param channel how the customer came, or null
 * @param category support's own word for what it is about, or null
 * @param language the language the customer writes, or null
 * @param triage what triage said
 * @param hardness how hard it was, or null where nothing tells
 * @param handling what the agent and people did
 * @param caseId the case of the suite that it repeats, as the search for near-duplicates found, or null
 * @param repeats the reference of the ticket that stands for its group of near-duplicates, or of the rejected ticket that it repeats; null
 *     where it repeats none
 * @param family the word that near-duplicates in a looser sense share (same class, same tool or policy), or null where none was looked for
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TicketFact(
        String ref,
        String system,
        @Nullable LocalDate opened,
        @Nullable String channel,
        @Nullable String category,
        @Nullable String language,
        TriageFact triage,
        @Nullable Hardness hardness,
        Handling handling,
        @Nullable String caseId,
        @Nullable String repeats,
        @Nullable String family) {}
