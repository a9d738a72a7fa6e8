package dev.retrial.tickets.read.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.read.desk.Fields;
import dev.retrial.tickets.read.desk.Ids;
import dev.retrial.tickets.read.desk.Sorting;
import dev.retrial.tickets.read.desk.Who;
import dev.retrial.tickets.read.file.Position;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes one page of Zendesk's apart. */
final class ZendeskSorting {

    private static final List<String> PEOPLE =
            List.of("requester_id", "submitter_id", "assignee_id", "author_id", "updater_id", "actor_id");
    private static final List<String> MORE_PEOPLE = List.of("collaborator_ids", "follower_ids", "email_cc_ids");

    /** What is looked for in a page, and what its records are. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("tickets", "ticket"),
            Map.entry("ticket", "ticket"),
            Map.entry("users", "user"),
            Map.entry("user", "user"),
            Map.entry("organizations", "organization"),
            Map.entry("organization", "organization"),
            Map.entry("groups", "group"),
            Map.entry("comments", "comment"),
            Map.entry("audits", "audit"),
            Map.entry("audit", "audit"),
            Map.entry("ticket_events", "ticket_event"),
            Map.entry("events", "log"),
            Map.entry("ticket_metrics", "metric"),
            Map.entry("ticket_metric", "metric"),
            Map.entry("metric_sets", "metric"),
            Map.entry("satisfaction_ratings", "rating"),
            Map.entry("satisfaction_rating", "rating"),
            Map.entry("survey_responses", "survey"),
            Map.entry("survey_response", "survey"));

    private final ObjectNode page;
    private final Position position;
    private final Sorting into;
    private @Nullable String pageTicket;
    private boolean looked;

    ZendeskSorting(ObjectNode page, Position position, Sorting into) {
        this.page = page;
        this.position = position;
        this.into = into;
    }

    void page() {
        for (Map.Entry<String, JsonNode> entry : page.properties()) {
            JsonNode value = entry.getValue();
            String kind = KINDS.get(entry.getKey());
            if (value.isObject() && kind != null) {
                record(kind, (ObjectNode) value, position.text());
            } else if (value.isArray() && (kind != null || entry.getKey().equals("results"))) {
                int index = 0;
                for (JsonNode record : value) {
                    String at = position.text(index++);
                    if (record instanceof ObjectNode object) {
                        record(kind == null ? ZendeskDesk.kindOf(record) : kind, object, at);
                    } else {
                        into.problem(at, "a record is not an object", "it was left out");
                    }
                }
            }
        }
    }

    void record(@Nullable String kind, ObjectNode record, String at) {
        Fields fields =
                new Fields(record, complaint -> into.problem(at, complaint, "it was left out, the record was kept"));
        if (kind == null) {
            into.problem(at, "a record is none that is known of Zendesk", "it was left out");
            return;
        }
        switch (kind) {
            case "ticket" -> ticket(fields, at);
            case "comment" -> comment(ticketOf(fields, at, "comment"), record, at);
            case "audit" -> audit(fields, "events", at);
            case "ticket_event" -> audit(fields, "child_events", at);
            case "log" -> log(fields, at);
            case "metric" -> piece(fields, "metric", "", version(fields), at);
            case "rating" -> piece(fields, "rating", fields.id("id"), version(fields), at);
            case "survey" -> piece(fields, "survey", fields.id("id"), version(fields), at);
            case "user" -> user(fields, at);
            case "organization" -> organisation(fields, at);
            case "group" -> {
                String id = fields.id("id");
                if (id != null) {
                    into.shared(
                            "group",
                            id,
                            version(fields),
                            new Who(id).name(fields.text("name")).json(),
                            at);
                }
            }
            default -> {
                // Macros, views and whatever else was saved beside the tickets.
            }
        }
    }

    private void ticket(Fields ticket, String at) {
        String id = ticket.id("id");
        if (id == null) {
            into.problem(at, "a ticket has no `id`", "it was left out");
            return;
        }
        ObjectNode rest = ((ObjectNode) ticket.node()).deepCopy();
        for (Fields comment : ticket.objects("comments")) {
            comment(id, (ObjectNode) comment.node(), at);
        }
        for (Fields audit : ticket.objects("audits")) {
            audit(id, audit, "events", at);
        }
        Fields metric = ticket.object("metric_set");
        if (metric.node().isObject()) {
            into.piece(id, "metric", "", version(metric), metric.node(), at);
        }
        rest.remove(List.of("comments", "audits", "metric_set"));
        mentions(id, ticket);
        into.mention(id, "organization", ticket.id("organization_id"));
        into.mention(id, "group", ticket.id("group_id"));
        into.piece(id, "ticket", "", version(ticket), rest, at);
    }

    /** Changes first, and of two exports after the same change the later one, which may know that the ticket was deleted. */
    private static long version(Fields fields) {
        Instant updated = fields.time("updated_at");
        Instant generated = fields.time("generated_timestamp");
        long first = updated == null ? 0 : updated.getEpochSecond();
        long second = generated == null ? 0 : generated.getEpochSecond();
        return (first << 32) + Math.min(Math.max(second, 0), 0xFFFF_FFFFL);
    }

    private void comment(String ticket, ObjectNode comment, String at) {
        Fields fields =
                new Fields(comment, complaint -> into.problem(at, complaint, "it was left out, the record was kept"));
        // A redacted comment wins over what it was.
        boolean redacted = comment.path("body").asText().indexOf('▇') >= 0
                || comment.path("plain_body").asText().indexOf('▇') >= 0
                || comment.path("html_body").asText().indexOf('▇') >= 0;
        mentions(ticket, fields);
        into.piece(ticket, "comment", fields.id("id"), redacted ? 1 : 0, comment, at);
    }

    private void audit(Fields audit, String events, String at) {
        audit(ticketOf(audit, at, "audit"), audit, events, at);
    }

    private void audit(String ticket, Fields audit, String events, String at) {
        mentions(ticket, audit);
        for (Fields event : audit.objects(events)) {
            String type = event.text(events.equals("child_events") ? "event_type" : "type");
            if (type == null) {
                continue;
            }
            ObjectNode copy = ((ObjectNode) event.node()).deepCopy();
            inherit(copy, "created_at", audit.value("created_at"));
            inherit(copy, "author_id", audit.has("author_id") ? audit.value("author_id") : audit.value("updater_id"));
            // Ticket events name the channel only, which is no object.
            if (!copy.path("via").isObject()) {
                copy.remove("via");
            }
            if (copy.has("comment_public") && !copy.has("public")) {
                copy.set("public", copy.get("comment_public"));
            }
            String lower = type.toLowerCase(Locale.ROOT);
            if (lower.equals("comment") || lower.equals("voicecomment")) {
                comment(ticket, copy, at);
            } else if (lower.equals("change") || lower.equals("create")) {
                into.piece(ticket, "change", event.id("id"), 0, copy, at);
            } else if (lower.contains("privacychange")) {
                into.piece(ticket, "privacy", event.id("comment_id"), version(new Fields(copy, c -> {})), copy, at);
            } else if (lower.contains("survey")) {
                into.piece(ticket, "survey", event.id("id"), 0, copy, at);
            } else if (lower.contains("satisfaction")) {
                into.piece(ticket, "rating", event.id("id"), 0, copy, at);
            } else if (lower.startsWith("chat") || lower.startsWith("messaging")) {
                into.piece(ticket, "chat", event.id("id"), 0, copy, at);
            }
        }
    }

    private static void inherit(ObjectNode event, String key, @Nullable JsonNode value) {
        if (!event.hasNonNull(key) && value != null) {
            event.set(key, value);
        }
    }

    private void log(Fields event, String at) {
        String ticket = ticketOf(event, at, "conversation log");
        into.mention(ticket, "user", event.object("author").id("zen:support:user_id"));
        into.piece(ticket, "log", event.id("id"), 0, event.node(), at);
    }

    private void piece(Fields record, String kind, @Nullable String key, long version, String at) {
        String ticket = record.id("ticket_id");
        if (ticket == null) {
            into.problem(at, "a " + kind + " does not say whose ticket's it is", "it was left out");
            return;
        }
        into.piece(ticket, kind, key, version, record.node(), at);
    }

    private void user(Fields user, String at) {
        String id = user.id("id");
        if (id == null) {
            into.problem(at, "a user has no `id`", "it was left out");
            return;
        }
        Who who = new Who(id)
                .name(user.text("name"))
                .name(user.text("alias"))
                .email(user.text("email"))
                .phone(user.text("phone"));
        for (Fields identity : user.objects("identities")) {
            String value = identity.text("value");
            String type = String.valueOf(identity.text("type"));
            if (type.equals("email")) {
                who.email(value);
            } else if (type.equals("phone_number")) {
                who.phone(value);
            }
        }
        String role = user.text("role");
        if (role != null) {
            who.role(role.equals("end-user") ? Role.CUSTOMER : Role.HUMAN_AGENT);
        }
        into.shared("user", id, version(user), who.json(), at);
    }

    private void organisation(Fields organisation, String at) {
        String id = organisation.id("id");
        if (id != null) {
            ObjectNode json =
                    new Who(id).organisation(organisation.text("name")).json();
            JsonNode more = organisation.value("organization_fields");
            if (more != null && more.isObject()) {
                json.set("fields", more);
            }
            into.shared("organization", id, version(organisation), json, at);
        }
    }

    private void mentions(String ticket, Fields record) {
        for (String key : PEOPLE) {
            if (record.has(key)) {
                into.mention(ticket, "user", record.id(key));
            }
        }
        for (String key : MORE_PEOPLE) {
            if (record.has(key)) {
                record.texts(key).forEach(id -> into.mention(ticket, "user", id));
            }
        }
    }

    private String ticketOf(Fields record, String at, String what) {
        String own = record.id("ticket_id");
        if (own != null) {
            return own;
        }
        if (!looked) {
            looked = true;
            for (String link : List.of("next_page", "previous_page", "url")) {
                pageTicket = pageTicket == null ? Ids.inAddress(page.path(link).asText(null), "tickets") : pageTicket;
            }
            for (String link : List.of("next", "prev")) {
                pageTicket = pageTicket == null
                        ? Ids.inAddress(page.path("links").path(link).asText(null), "tickets")
                        : pageTicket;
            }
            pageTicket = pageTicket == null ? Ids.inFileName(position.file()) : pageTicket;
        }
        if (pageTicket == null) {
            pageTicket = Ids.standIn(position.file());
            into.problem(
                    at,
                    "a " + what + " does not say whose ticket's it is",
                    "its page was taken for a ticket of its own; name the file after the ticket, such as ticket-35436-comments.json");
        }
        return pageTicket;
    }
}
