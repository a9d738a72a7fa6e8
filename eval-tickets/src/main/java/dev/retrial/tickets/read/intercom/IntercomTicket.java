package dev.retrial.tickets.read.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.AiOutcome;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Rating.Verdict;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.desk.Assembly;
import dev.retrial.tickets.read.desk.Fields;
import dev.retrial.tickets.read.desk.Gathered;
import dev.retrial.tickets.read.desk.Gathered.Piece;
import dev.retrial.tickets.read.desk.MessageText;
import dev.retrial.tickets.read.desk.Who;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one ticket of an Intercom conversation, its parts, and the ticket that it may be. */
final class IntercomTicket {

    private final Gathered pieces;
    private final Assembly ticket;

    IntercomTicket(Gathered pieces) {
        this.pieces = pieces;
        this.ticket = new Assembly("intercom", pieces);
    }

    @Nullable
    SupportTicket assemble() {
        Piece conversation = pieces.one("conversation");
        Piece form = pieces.one("ticket");
        for (String kind : List.of("contact", "admin")) {
            for (Map.Entry<String, ObjectNode> one : pieces.shared(kind).entrySet()) {
                ticket.who(one.getKey()).add(Who.of(one.getKey(), one.getValue()));
            }
        }
        if (conversation != null) {
            people(conversation.fields());
        }
        if (form != null) {
            people(form.fields());
            form(form.fields());
        }
        IntercomParts parts = new IntercomParts(ticket);
        if (conversation != null) {
            conversation(conversation.fields());
            parts.source(conversation.fields());
        }
        parts.add(pieces.all("part"));
        effort(conversation == null ? null : conversation.fields(), parts);
        if (conversation != null) {
            verdicts(conversation.fields());
        }
        return ticket.finish(pieces.source(conversation == null && form != null ? "ticket" : "conversation"));
    }

    private void people(Fields record) {
        boolean first = true;
        for (Fields contact : IntercomDesk.list(record, "contacts")) {
            String id = contact.id("id");
            if (id != null) {
                ticket.who(id)
                        .role(Role.CUSTOMER)
                        .name(contact.text("name"))
                        .email(contact.text("email"))
                        .phone(contact.text("phone"));
                if (first) {
                    ticket.requester(id);
                    fields(pieces.shared("contact").get(id));
                    first = false;
                }
            }
        }
        for (Fields admin : IntercomDesk.list(record, "teammates")) {
            String id = admin.id("id");
            if (id != null) {
                ticket.who(id).role(Role.HUMAN_AGENT).name(admin.text("name")).email(admin.text("email"));
            }
        }
        Fields company = record.object("company");
        String id = company.id("id");
        ObjectNode shared = id == null ? null : pieces.shared("company").get(id);
        String name = shared == null
                ? company.text("name")
                : shared.path("organisation").asText(null);
        fields(shared);
        ticket.field("company", name);
        for (Fields contact : IntercomDesk.list(record, "contacts")) {
            String contactId = contact.id("id");
            if (contactId != null) {
                ticket.who(contactId).organisation(name);
            }
        }
    }

    private void fields(@Nullable ObjectNode shared) {
        if (shared != null) {
            attributes(shared.path("fields"));
        }
    }

    private void attributes(JsonNode attributes) {
        for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
            JsonNode value = attribute.getValue();
            if (!value.isNull()) {
                ticket.field(attribute.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
        }
    }

    private void conversation(Fields record) {
        ticket.times(record.time("created_at"), record.time("updated_at"));
        Fields source = record.object("source");
        String title = record.filled("title");
        String subject = title == null ? source.filled("subject") : title;
        String topic = null;
        for (Fields one : IntercomDesk.list(record, "topics")) {
            topic = topic == null ? one.filled("name") : topic;
        }
        Piece form = pieces.one("ticket");
        if (form != null) {
            String formTitle = form.fields().object("ticket_attributes").filled("_default_title_");
            subject = subject == null ? formTitle : subject;
            topic = topic == null ? form.fields().object("ticket_type").filled("name") : topic;
        }
        ticket.about(source.filled("type"), subject == null ? null : MessageText.of(subject), topic);
        String state = record.filled("state");
        ticket.status(state, state == null ? !Boolean.FALSE.equals(record.flag("open")) : !state.equals("closed"));
        tags(record);
        attributes(record.node().path("custom_attributes"));
        String priority = record.filled("priority");
        ticket.field("priority", "none".equals(priority) ? null : priority);
        ticket.field("sla", record.object("sla_applied").text("sla_name"));
        ticket.field("source_url", source.text("url"));
        ticket.field("delivered_as", source.text("delivered_as"));
        ticket.field("team", record.id("team_assignee_id"));
        String assignee = record.id("admin_assignee_id");
        if (assignee != null && !assignee.equals("0") && ticket.who(assignee).role() == null) {
            ticket.who(assignee).role(Role.HUMAN_AGENT);
        }
        Boolean participated = record.flag("ai_agent_participated");
        ticket.field("ai_agent_participated", participated == null ? null : participated.toString());
    }

    private void form(Fields record) {
        ticket.times(record.time("created_at"), record.time("updated_at"));
        Fields attributes = record.object("ticket_attributes");
        String title = attributes.filled("_default_title_");
        ticket.about(
                null,
                title == null ? null : MessageText.of(title),
                record.object("ticket_type").filled("name"));
        String state = record.node().path("ticket_state").isObject()
                ? record.object("ticket_state").filled("category")
                : record.filled("ticket_state");
        ticket.status(state, !Boolean.FALSE.equals(record.flag("open")) && !"resolved".equals(state));
        for (Map.Entry<String, JsonNode> attribute : attributes.node().properties()) {
            if (!attribute.getKey().startsWith("_default_")
                    && attribute.getValue().isValueNode()) {
                ticket.field(attribute.getKey(), attribute.getValue().asText(null));
            }
        }
        ticket.field("ticket_number", record.id("ticket_id"));
        ticket.field("ticket_category", record.filled("category"));
        tags(record);
        String description = attributes.filled("_default_description_");
        if (description != null) {
            String author = null;
            for (Fields contact : IntercomDesk.list(record, "contacts")) {
                author = author == null ? contact.id("id") : author;
            }
            ticket.message(
                    Role.CUSTOMER,
                    "intercom.ticket._default_description_",
                    ticket.who(author),
                    MessageText.of(description),
                    record.time("created_at"),
                    List.of(),
                    List.of());
        }
    }

    private void tags(Fields record) {
        for (Fields tag : IntercomDesk.list(record, "tags")) {
            ticket.tag(tag.text("name"));
        }
    }

    private void effort(@Nullable Fields record, IntercomParts parts) {
        Fields statistics = record == null ? null : record.object("statistics");
        Integer reopens = statistics == null ? null : statistics.count("count_reopens");
        Integer assignments = statistics == null ? null : statistics.count("count_assignments");
        Long seconds = statistics == null ? null : statistics.number("time_to_last_close");
        if (seconds == null && statistics != null) {
            seconds = statistics.number("handling_time");
        }
        if (!parts.any()) {
            ticket.effort(
                    reopens,
                    assignments == null ? null : Math.max(0, assignments - 1),
                    seconds == null ? null : seconds / 60);
            return;
        }
        ticket.effort(
                reopens == null ? parts.reopens() : reopens,
                Math.max(0, (assignments == null ? parts.assignments() : assignments) - 1),
                seconds == null ? null : seconds / 60);
    }

    private void verdicts(Fields record) {
        Fields rating = record.object("conversation_rating");
        String teammate = rating.object("teammate").filled("type");
        rating(rating.value("rating"), rating.filled("remark"), "bot".equals(teammate));
        Fields agent = record.object("ai_agent");
        rating(agent.value("rating"), agent.filled("rating_remark"), true);
        String state = agent.filled("resolution_state");
        ticket.outcome(state == null ? null : outcome(state));
        for (String key : List.of("resolution_state", "source_type", "source_title", "last_answer_type")) {
            ticket.field("ai_agent." + key, agent.filled(key));
        }
        StringBuilder sources = new StringBuilder();
        for (Fields source : IntercomDesk.list(agent, "content_sources")) {
            String title = source.filled("title");
            String named = title == null ? source.filled("url") : title;
            if (named != null) {
                sources.append(sources.length() == 0 ? "" : "; ").append(named);
            }
        }
        ticket.field("ai_agent.content_sources", sources.toString());
        IntercomQuality.add(record, ticket);
    }

    private void rating(@Nullable JsonNode rating, @Nullable String remark, boolean ofTheAgent) {
        if (rating == null || !rating.isValueNode()) {
            return;
        }
        int stars = rating.asInt(0);
        if (stars > 0) {
            Verdict verdict = stars >= 4 ? Verdict.GOOD : stars == 3 ? Verdict.NEUTRAL : Verdict.BAD;
            ticket.rating(
                    new Rating(verdict, rating.asText(), remark == null ? null : MessageText.of(remark), ofTheAgent));
        }
    }

    /** Versions up to 2.14 and from 2.15 name the ends differently; both are read whatever the version. */
    private static @Nullable AiOutcome outcome(String state) {
        return switch (state) {
            case "assumed_resolution" -> AiOutcome.ASSUMED_RESOLUTION;
            case "confirmed_resolution" -> AiOutcome.CONFIRMED_RESOLUTION;
            case "routed_to_team", "escalated" -> AiOutcome.ESCALATED;
            case "abandoned" -> AiOutcome.ABANDONED;
            case "negative_feedback" -> AiOutcome.NEGATIVE_FEEDBACK;
            case "procedure_handoff" -> AiOutcome.PROCEDURE_HANDOFF;
            default -> null;
        };
    }
}
