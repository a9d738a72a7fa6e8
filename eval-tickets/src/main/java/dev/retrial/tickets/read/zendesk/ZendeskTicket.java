package dev.retrial.tickets.read.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.desk.Assembly;
import dev.retrial.tickets.read.desk.Fields;
import dev.retrial.tickets.read.desk.Gathered;
import dev.retrial.tickets.read.desk.Gathered.Piece;
import dev.retrial.tickets.read.desk.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one ticket of Zendesk's pieces. */
final class ZendeskTicket {

    private static final Set<String> DONE = Set.of("solved", "closed");

    private final Gathered pieces;
    private final Assembly ticket;

    ZendeskTicket(Gathered pieces) {
        this.pieces = pieces;
        this.ticket = new Assembly("zendesk", pieces);
    }

    @Nullable
    SupportTicket assemble() {
        Piece record = pieces.one("ticket");
        for (Map.Entry<String, ObjectNode> user : pieces.shared("user").entrySet()) {
            ticket.who(user.getKey()).add(Who.of(user.getKey(), user.getValue()));
        }
        ZendeskTurns turns = new ZendeskTurns(pieces, ticket, record == null ? null : record.fields());
        if (record != null) {
            record(record.fields());
        }
        turns.add();
        ZendeskRatings.add(pieces, ticket, record == null ? null : record.fields());
        effort(record == null ? null : record.fields());
        if (record == null && ticket.isSilent()) {
            pieces.problem(
                    pieces.source(""),
                    "there is something of a ticket here, but neither the ticket nor anything that was said in it",
                    "give the pages of the tickets too");
            return null;
        }
        return ticket.finish(pieces.source("ticket"));
    }

    private void record(Fields record) {
        ticket.requester(record.id("requester_id"));
        people(record);
        ticket.times(record.time("created_at"), record.time("updated_at"));
        Fields via = record.object("via");
        String subject = record.text("subject");
        ticket.about(via.text("channel"), subject == null ? record.text("raw_subject") : subject, null);
        String status = record.text("status");
        ticket.status(status, status == null || !DONE.contains(status));
        record.texts("tags").forEach(ticket::tag);
        ticket.field("priority", record.text("priority"));
        ticket.field("type", record.text("type"));
        ticket.field("external_id", record.text("external_id"));
        ticket.field("problem_id", record.text("problem_id"));
        custom(record, "custom_fields");
        custom(record, "fields");
        String group = record.id("group_id");
        ObjectNode named = group == null ? null : pieces.shared("group").get(group);
        if (named != null) {
            ticket.field("group", named.path("names").path(0).asText(null));
        }
        organisation(record);
    }

    private void custom(Fields record, String key) {
        JsonNode list = record.value(key);
        if (list == null || !list.isArray()) {
            return;
        }
        for (Fields field : record.objects(key)) {
            String id = field.id("id");
            JsonNode value = field.value("value");
            if (id != null && value != null) {
                ticket.field(id, value.isValueNode() ? value.asText() : value.toString());
            }
        }
    }

    private void organisation(Fields record) {
        String name = record.object("organization").text("name");
        String id = record.id("organization_id");
        ObjectNode shared = id == null ? null : pieces.shared("organization").get(id);
        if (shared != null) {
            name = shared.path("organisation").asText(name);
            for (Map.Entry<String, JsonNode> field : shared.path("fields").properties()) {
                JsonNode value = field.getValue();
                if (!value.isNull()) {
                    ticket.field(field.getKey(), value.isValueNode() ? value.asText() : value.toString());
                }
            }
        }
        String requester = record.id("requester_id");
        if (requester != null) {
            ticket.who(requester).organisation(name);
        }
        ticket.field("organization", name);
    }

    /** People who stand within the ticket, as in the full export, and who wrote the mail it began with. */
    private void people(Fields record) {
        for (String key : List.of("requester", "submitter", "assignee")) {
            JsonNode value = record.value(key);
            if (value == null || !value.isObject()) {
                continue;
            }
            Fields person = record.object(key);
            String id = person.id("id");
            Who who = ticket.who(id == null ? record.id(key + "_id") : id)
                    .name(person.text("name"))
                    .email(person.text("email"))
                    .phone(person.text("phone"));
            if (key.equals("requester") && record.id("requester_id") == null) {
                ticket.requester(who.id());
            }
            who.role(key.equals("requester") ? Role.CUSTOMER : key.equals("assignee") ? Role.HUMAN_AGENT : null);
        }
        String assignee = record.id("assignee_id");
        if (assignee != null && ticket.who(assignee).role() == null) {
            ticket.who(assignee).role(Role.HUMAN_AGENT);
        }
        Fields from = record.object("via").object("source").object("from");
        String address = from.text("address");
        if (address != null || from.text("name") != null) {
            Who sender = ticket.who(record.id("requester_id")).name(from.text("name"));
            if (address != null && address.indexOf('@') >= 0) {
                sender.email(address);
            } else {
                sender.phone(address);
            }
        }
    }

    private void effort(@Nullable Fields record) {
        Piece metric = pieces.one("metric");
        if (metric != null) {
            Fields counts = metric.fields();
            Fields minutes = counts.object("full_resolution_time_in_minutes");
            Long business = minutes.number("business");
            ticket.effort(
                    counts.count("reopens"),
                    handoffs(counts.count("group_stations"), counts.count("assignee_stations")),
                    business == null ? minutes.number("calendar") : business);
            return;
        }
        List<Piece> changes = pieces.all("change");
        if (changes.isEmpty()) {
            return;
        }
        int reopens = 0;
        int groups = 0;
        int assignees = 0;
        Instant solved = null;
        for (Piece change : changes) {
            String was = change.fields().node().path("previous_value").asText("");
            String is = ZendeskTurns.changed(change.fields(), "status");
            if (is != null) {
                reopens += DONE.contains(was) && !DONE.contains(is) ? 1 : 0;
                solved = is.equals("solved") ? change.fields().time("created_at") : solved;
            }
            groups += !was.isEmpty() && ZendeskTurns.changed(change.fields(), "group_id") != null ? 1 : 0;
            assignees += !was.isEmpty() && ZendeskTurns.changed(change.fields(), "assignee_id") != null ? 1 : 0;
        }
        Instant opened = record == null ? null : record.time("created_at");
        Long minutes = solved == null || opened == null || solved.isBefore(opened)
                ? null
                : Duration.between(opened, solved).toMinutes();
        ticket.effort(reopens, Math.max(groups, assignees), minutes);
    }

    private static @Nullable Integer handoffs(@Nullable Integer groups, @Nullable Integer assignees) {
        if (groups == null && assignees == null) {
            return null;
        }
        // A change of group usually is one of assignee too.
        return Math.max(0, Math.max(groups == null ? 0 : groups, assignees == null ? 0 : assignees) - 1);
    }
}
