package dev.retrial.tickets.redact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.leak.PersonalData;
import dev.retrial.check.leak.PersonalDatum;
import dev.retrial.tickets.Party;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Learns whom a ticket is about, from what the export says and from what its texts say, before anything is replaced. */
final class Learning implements TicketRewrite.Visitor {

    private final KnownParties known = new KnownParties();
    private final PersonalKeys keys;
    private final StringBuilder words = new StringBuilder();

    private Learning(PersonalKeys keys) {
        this.keys = keys;
    }

    /** Whom it is about, and in which language it is told. */
    static Learning of(SupportTicket ticket, PersonalKeys keys) {
        Learning learning = new Learning(keys);
        learning.known.phrase(ticket.id(), EntityType.ID);
        for (Party party : ticket.parties()) {
            learning.party(party);
        }
        new TicketRewrite(learning).of(ticket, ticket.id());
        return learning;
    }

    KnownParties known() {
        return known;
    }

    /** The language of most of it, by its tag. */
    String language() {
        return Tongue.of(words).tag();
    }

    private void party(Party party) {
        party.emails().forEach(known::email);
        party.phones().forEach(known::phone);
        if (party.role() != Role.CUSTOMER && party.organisation() != null) {
            known.spare(party.organisation());
        }
        if (party.role() == Role.AI_AGENT || party.role() == Role.SYSTEM) {
            party.names().forEach(known::spare);
            return;
        }
        for (String name : party.names()) {
            if (name.indexOf('@') > 0) {
                known.email(name);
            } else {
                known.name(name);
            }
        }
        if (party.role() == Role.CUSTOMER && party.organisation() != null) {
            known.phrase(party.organisation(), EntityType.ORGANISATION);
        }
    }

    @Override
    public String text(String place, @Nullable String key, String text) {
        if (words.length() < 8_000) {
            words.append(text, 0, Math.min(text.length(), 2_000)).append('\n');
        }
        EntityType type = keys.isOwn(key) ? TypedValue.guess(text) : PersonalKeys.of(key);
        if (type != null) {
            learn(type, text);
        }
        for (PersonalDatum datum : PersonalData.in(text)) {
            if (datum.type() == PersonalDatum.Type.EMAIL) {
                known.email(datum.span().in(text));
            } else if (datum.type() == PersonalDatum.Type.PHONE) {
                known.phone(datum.span().in(text));
            }
        }
        for (String name : NameCues.names(text)) {
            if (!known.isSpared(name)) {
                known.name(name);
            }
        }
        return text;
    }

    private void learn(EntityType type, String text) {
        switch (type) {
            case PERSON -> {
                if (TypedValue.isName(text)) {
                    known.name(text);
                }
            }
            case EMAIL -> known.email(text);
            case PHONE -> known.phone(text);
            case ID, ADDRESS, ORGANISATION -> {
                if (text.length() >= 4 && text.length() <= 200) {
                    known.phrase(text, type);
                }
            }
            default -> {
                // What has a form of its own is found by it.
            }
        }
    }

    @Override
    public String value(String place, EntityType type, String text) {
        if (type == EntityType.FILE) {
            text(place, null, text);
        }
        return text;
    }

    @Override
    public String id(String kind, String id) {
        known.phrase(id, EntityType.ID);
        return id;
    }

    @Override
    public Instant time(Instant instant) {
        return instant;
    }

    @Override
    public JsonNode number(@Nullable String key, JsonNode number) {
        EntityType type = keys.isOwn(key) ? EntityType.ID : PersonalKeys.of(key);
        if (type == EntityType.ID || type == EntityType.PHONE) {
            learn(type, number.asText());
        }
        return number;
    }
}
