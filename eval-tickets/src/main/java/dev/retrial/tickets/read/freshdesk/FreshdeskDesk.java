package dev.retrial.tickets.read.freshdesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.desk.Desk;
import dev.retrial.tickets.read.desk.Fields;
import dev.retrial.tickets.read.desk.Gathered;
import dev.retrial.tickets.read.desk.Ids;
import dev.retrial.tickets.read.desk.Sorting;
import dev.retrial.tickets.read.desk.Who;
import dev.retrial.tickets.read.file.Position;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Freshdesk's API gives. Its pages are bare lists, so every record is recognised by itself; {@code results} (a search) and
 * {@code helpdesk_ticket} (the account export) are unwrapped.
 */
@API(status = API.Status.INTERNAL)
public final class FreshdeskDesk implements Desk {

    @Override
    public String system() {
        return "freshdesk";
    }

    @Override
    public boolean recognises(ObjectNode value) {
        return wrapped(value) || kind(value) != null;
    }

    private static boolean wrapped(ObjectNode value) {
        if (value.path("results").path(0) instanceof ObjectNode first) {
            return kind(first) != null;
        }
        return value.path("helpdesk_ticket").isObject();
    }

    /** What a record is; null where nothing of Freshdesk's is seen. Zendesk shares some names, so two marks are asked for. */
    private static @Nullable String kind(JsonNode record) {
        if (record.has("responder_id") && record.has("requester_id")
                || record.has("fr_escalated")
                || record.has("display_id")
                || record.has("description_text") && record.has("source")) {
            return "ticket";
        }
        if (record.has("incoming") && (record.has("private") || record.has("body_text"))) {
            return "conversation";
        }
        if (record.has("survey_id") && (record.has("ratings") || record.has("feedback"))) {
            return "rating";
        }
        if (record.has("domains") && (record.has("health_score") || record.has("account_tier") || record.has("note"))) {
            return "company";
        }
        if (record.path("contact").isObject()
                && (record.has("ticket_scope") || record.has("occasional") || record.has("available"))) {
            return "agent";
        }
        if (record.has("other_emails")
                || record.has("view_all_tickets")
                || record.has("mobile") && record.has("active")) {
            return "contact";
        }
        return null;
    }

    @Override
    public void sort(ObjectNode value, Position position, Sorting into) {
        if (value.path("results").isArray()) {
            int index = 0;
            for (JsonNode record : value.path("results")) {
                String at = position.text(index++);
                if (record instanceof ObjectNode object) {
                    record(object, position, at, into);
                }
            }
            return;
        }
        record(value, position, position.before() > 0 ? position.text(0) : position.text(), into);
    }

    private static void record(ObjectNode record, Position position, String at, Sorting into) {
        if (record.path("helpdesk_ticket") instanceof ObjectNode exported) {
            record(exported, position, at, into);
            return;
        }
        Fields fields =
                new Fields(record, complaint -> into.problem(at, complaint, "it was left out, the record was kept"));
        String kind = kind(record);
        if (kind == null) {
            into.problem(at, "a record is none that is known of Freshdesk", "it was left out");
            return;
        }
        switch (kind) {
            case "ticket" -> ticket(fields, at, into);
            case "conversation" -> {
                String own = fields.id("ticket_id");
                conversation(own == null ? Ids.inFileName(position.file()) : own, fields, at, into);
            }
            case "rating" -> {
                String ticket = fields.id("ticket_id");
                if (ticket != null) {
                    into.piece(ticket, "rating", fields.id("id"), version(fields), record, at);
                }
            }
            case "company" -> company(fields, at, into);
            case "agent" -> {
                Fields contact = fields.object("contact");
                person("agent", fields.id("id"), contact, Role.HUMAN_AGENT, at, into);
            }
            default -> person("contact", fields.id("id"), fields, Role.CUSTOMER, at, into);
        }
    }

    private static void ticket(Fields ticket, String at, Sorting into) {
        String displayed = ticket.id("display_id");
        String id = displayed == null ? ticket.id("id") : displayed;
        if (id == null) {
            into.problem(at, "a ticket has no `id`", "it was left out");
            return;
        }
        ObjectNode rest = ((ObjectNode) ticket.node()).deepCopy();
        for (Fields one : ticket.objects("conversations")) {
            conversation(id, one, at, into);
        }
        for (Fields note : ticket.objects("notes")) {
            Fields inner = note.node().path("helpdesk_note").isObject() ? note.object("helpdesk_note") : note;
            conversation(id, inner, at, into);
        }
        rest.remove(List.of("conversations", "notes"));
        mention(id, ticket.id("requester_id"), into);
        mention(id, ticket.id("responder_id"), into);
        into.mention(id, "company", ticket.id("company_id"));
        into.piece(id, "ticket", "", version(ticket), rest, at);
    }

    private static void conversation(@Nullable String ticket, Fields conversation, String at, Sorting into) {
        if (ticket == null) {
            into.problem(
                    at,
                    "a conversation does not say whose ticket's it is",
                    "name the file after the ticket, such as ticket-35436-conversations.json");
            return;
        }
        mention(ticket, conversation.id("user_id"), into);
        into.piece(ticket, "conversation", conversation.id("id"), version(conversation), conversation.node(), at);
    }

    /** Freshdesk numbers agents and contacts alike. */
    private static void mention(String ticket, @Nullable String id, Sorting into) {
        into.mention(ticket, "agent", id);
        into.mention(ticket, "contact", id);
    }

    private static void person(String kind, @Nullable String id, Fields person, Role role, String at, Sorting into) {
        if (id != null) {
            into.shared(
                    kind,
                    id,
                    version(person),
                    who(new Who(id), person).role(role).json(),
                    at);
        }
    }

    static Who who(Who who, Fields person) {
        who.name(person.text("name"))
                .email(person.text("email"))
                .phone(person.text("phone"))
                .phone(person.text("mobile"));
        person.texts("other_emails").forEach(who::email);
        return who;
    }

    private static void company(Fields company, String at, Sorting into) {
        String id = company.id("id");
        if (id != null) {
            ObjectNode json = new Who(id).organisation(company.text("name")).json();
            ObjectNode fields = json.putObject("fields");
            for (String key : List.of("account_tier", "health_score", "industry")) {
                String value = company.text(key);
                if (value != null) {
                    fields.put(key, value);
                }
            }
            JsonNode more = company.value("custom_fields");
            if (more instanceof ObjectNode object) {
                fields.setAll(object);
            }
            into.shared("company", id, version(company), json, at);
        }
    }

    private static long version(Fields record) {
        Instant updated = record.time("updated_at");
        return updated == null ? 0 : updated.toEpochMilli();
    }

    @Override
    public boolean deleted(Gathered pieces) {
        Gathered.Piece ticket = pieces.one("ticket");
        if (ticket == null) {
            return false;
        }
        JsonNode deleted = ticket.fields().node().path("deleted");
        return deleted.asBoolean() || deleted.asText().toLowerCase(Locale.ROOT).equals("true");
    }

    @Override
    public @Nullable SupportTicket assemble(Gathered pieces) {
        return new FreshdeskTicket(pieces).assemble();
    }
}
