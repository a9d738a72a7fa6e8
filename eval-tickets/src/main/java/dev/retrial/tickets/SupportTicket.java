package dev.retrial.tickets;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A ticket, whatever help desk it comes from.
 *
 * @param system {@code zendesk}, {@code intercom}, {@code freshdesk}, {@code helpscout}, or the name that a neutral file gives
 * @param id the ticket's id there; after redaction, its keyed reference ({@code hmac:…})
 * @param openedAt when it was opened, or null
 * @param updatedAt when the export last saw it change, or null; of two records of one ticket the later one wins
 * @param channel how the customer came, such as {@code email} or {@code messaging}, or null
 * @param subject the first line, or null
 * @param status the help desk's own status, or null
 * @param category support's own word for what it is about (billing, shipping), or null
 * @param parties everybody the export names
 * @param turns what was said, in order
 * @param ratings what the customer thought
 * @param aiOutcome how the help desk says the agent's part ended, or null where it does not say
 * @param monitors what the help desk's quality monitors said
 * @param effort what it cost people
 * @param tags the help desk's tags
 * @param fields further fields as text, such as {@code plan} or a custom field by its name or id
 * @param source where it was read: the file's name and, where there is one, the record's position
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SupportTicket(
        String system,
        String id,
        @Nullable Instant openedAt,
        @Nullable Instant updatedAt,
        @Nullable String channel,
        @Nullable String subject,
        @Nullable String status,
        @Nullable String category,
        List<Party> parties,
        List<TicketTurn> turns,
        List<Rating> ratings,
        @Nullable AiOutcome aiOutcome,
        List<MonitorFinding> monitors,
        Effort effort,
        List<String> tags,
        Map<String, String> fields,
        String source) {

    /** Copies the collections; the fields keep their order. */
    public SupportTicket {
        parties = List.copyOf(parties);
        turns = List.copyOf(turns);
        ratings = List.copyOf(ratings);
        monitors = List.copyOf(monitors);
        tags = List.copyOf(tags);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
