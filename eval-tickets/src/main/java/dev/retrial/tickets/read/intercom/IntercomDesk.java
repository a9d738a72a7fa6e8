package dev.retrial.tickets.read.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.desk.Desk;
import dev.retrial.tickets.read.desk.Fields;
import dev.retrial.tickets.read.desk.Gathered;
import dev.retrial.tickets.read.desk.Sorting;
import dev.retrial.tickets.read.desk.Who;
import dev.retrial.tickets.read.file.Position;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Reads what Intercom's API gives. */
@API(status = API.Status.INTERNAL)
public final class IntercomDesk implements Desk {

    private static final Set<String> RECORDS =
            Set.of("conversation", "contact", "company", "admin", "user_message", "user", "lead", "team");

    private static final List<String> LISTS =
            List.of("conversations", "tickets", "contacts", "admins", "companies", "users", "data", "teams");

    @Override
    public String system() {
        return "intercom";
    }

    @Override
    public boolean recognises(ObjectNode value) {
        String type = value.path("type").asText();
        if (RECORDS.contains(type)
                || type.endsWith(".list")
                || value.has("conversation_parts")
                || value.has("ticket_parts")) {
            return true;
        }
        if (type.equals("ticket")) {
            return value.has("ticket_state") || value.has("ticket_attributes");
        }
        for (String list : LISTS) {
            JsonNode first = value.path(list).path(0);
            if (first instanceof ObjectNode object
                    && !list.equals("users")
                    && !first.path("type").isMissingNode()) {
                return recognises(object);
            }
        }
        return false;
    }

    @Override
    public void sort(ObjectNode value, Position position, Sorting into) {
        String type = value.path("type").asText();
        if (type.equals("error.list")) {
            into.problem(position.text(), "is an error of the API, not an export", "fetch it again");
            return;
        }
        if (!type.equals("list")
                && !type.endsWith(".list")
                && (!type.isEmpty() || value.path("id").isValueNode() && value.has("id"))) {
            record(value, position.before() > 0 ? position.text(0) : position.text(), into);
            return;
        }
        for (String list : LISTS) {
            int index = 0;
            for (JsonNode record : value.path(list)) {
                String at = position.text(index++);
                if (record instanceof ObjectNode object) {
                    record(object, at, into);
                } else {
                    into.problem(at, "a record is not an object", "it was left out");
                }
            }
        }
    }

    private static void record(ObjectNode record, String at, Sorting into) {
        Fields fields =
                new Fields(record, complaint -> into.problem(at, complaint, "it was left out, the record was kept"));
        String type = record.path("type").asText();
        if (type.equals("ticket") || record.has("ticket_parts")) {
            ticket(fields, "ticket", "ticket_parts", at, into);
            return;
        }
        switch (type) {
            case "contact", "user", "lead" -> contact(fields, at, into);
            case "admin", "team" -> admin(fields, at, into);
            case "company" -> company(fields, at, into);
            case "user_message" -> {
                String conversation = fields.id("conversation_id");
                if (conversation != null) {
                    into.piece(conversation, "part", fields.id("id"), version(fields), record, at);
                }
            }
            case "conversation", "" -> ticket(fields, "conversation", "conversation_parts", at, into);
            default -> {
                // Segments, tags and whatever else was saved beside the conversations.
            }
        }
    }

    private static void ticket(Fields record, String kind, String partsKey, String at, Sorting into) {
        String id = record.id("id");
        if (id == null) {
            into.problem(at, "a " + kind + " has no `id`", "it was left out");
            return;
        }
        ObjectNode rest = ((ObjectNode) record.node()).deepCopy();
        rest.remove(partsKey);
        for (Fields part : list(record, partsKey)) {
            mention(id, part.object("author"), into);
            into.piece(id, "part", part.id("id"), version(part), part.node(), at);
        }
        mention(id, record.object("source").object("author"), into);
        into.mention(id, "admin", record.id("admin_assignee_id"));
        for (Fields contact : list(record, "contacts")) {
            into.mention(id, "contact", contact.id("id"));
        }
        into.mention(id, "company", record.object("company").id("id"));
        into.piece(id, kind, "", version(record), rest, at);
    }

    private static void mention(String ticket, Fields author, Sorting into) {
        String type = author.node().path("type").asText();
        into.mention(
                ticket,
                type.equals("admin") || type.equals("bot") || type.equals("team") ? "admin" : "contact",
                author.id("id"));
    }

    /** When it was last changed; what was redacted since is later than that. */
    private static long version(Fields record) {
        Instant updated = record.time("updated_at");
        long version = updated == null ? 0 : updated.toEpochMilli();
        return record.node().path("redacted").asBoolean() ? version + 1 : version;
    }

    private static void contact(Fields contact, String at, Sorting into) {
        String id = contact.id("id");
        if (id == null) {
            return;
        }
        Who who = new Who(id)
                .role(Role.CUSTOMER)
                .name(contact.text("name"))
                .email(contact.text("email"))
                .phone(contact.text("phone"));
        ObjectNode json = who.json();
        JsonNode more = contact.value("custom_attributes");
        if (more != null && more.isObject()) {
            json.set("fields", more);
        }
        into.shared("contact", id, version(contact), json, at);
    }

    private static void admin(Fields admin, String at, Sorting into) {
        String id = admin.id("id");
        if (id != null) {
            Who who =
                    new Who(id).role(Role.HUMAN_AGENT).name(admin.text("name")).email(admin.text("email"));
            into.shared("admin", id, version(admin), who.json(), at);
        }
    }

    private static void company(Fields company, String at, Sorting into) {
        String id = company.id("id");
        if (id != null) {
            ObjectNode json = new Who(id).organisation(company.text("name")).json();
            JsonNode more = company.value("custom_attributes");
            if (more != null && more.isObject()) {
                json.set("fields", more);
            }
            into.shared("company", id, version(company), json, at);
        }
    }

    /** A list within an object that names it again ({@code tags.tags}), as Intercom has them, or a plain one. */
    static List<Fields> list(Fields record, String name) {
        JsonNode value = record.value(name);
        if (value == null) {
            return List.of();
        }
        if (value.isArray()) {
            return record.objects(name);
        }
        Fields wrapper = record.object(name);
        if (wrapper.has(name)) {
            return wrapper.objects(name);
        }
        return wrapper.objects("data");
    }

    @Override
    public boolean deleted(Gathered pieces) {
        return false;
    }

    @Override
    public @Nullable SupportTicket assemble(Gathered pieces) {
        return new IntercomTicket(pieces).assemble();
    }
}
