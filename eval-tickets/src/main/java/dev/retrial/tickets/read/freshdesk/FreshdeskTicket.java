package dev.retrial.tickets.read.freshdesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one ticket of Freshdesk's pieces. */
final class FreshdeskTicket {

    private final Gathered pieces;
    private final Assembly ticket;
    private @Nullable String requester;

    FreshdeskTicket(Gathered pieces) {
        this.pieces = pieces;
        this.ticket = new Assembly("freshdesk", pieces);
    }

    @Nullable
    SupportTicket assemble() {
        for (String kind : List.of("contact", "agent")) {
            for (Map.Entry<String, ObjectNode> one : pieces.shared(kind).entrySet()) {
                ticket.who(one.getKey()).add(Who.of(one.getKey(), one.getValue()));
            }
        }
        Piece record = pieces.one("ticket");
        if (record != null) {
            record(record.fields());
        }
        List<Piece> conversations = pieces.all("conversation");
        conversations.forEach(conversation -> said(conversation.fields()));
        pieces.all("rating").forEach(rating -> rating(rating.fields()));
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
        Fields asker = record.object("requester");
        String inner = asker.id("id");
        requester = record.id("requester_id") == null ? inner : record.id("requester_id");
        ticket.requester(requester);
        Who customer = FreshdeskDesk.who(ticket.who(requester), asker)
                .role(Role.CUSTOMER)
                .name(record.text("name"))
                .email(record.text("email"))
                .phone(record.text("phone"))
                .name(record.text("requester_name"));
        String company = record.id("company_id");
        ObjectNode shared = company == null ? null : pieces.shared("company").get(company);
        String name = record.object("company").text("name");
        if (shared != null) {
            name = shared.path("organisation").asText(name);
            fields(shared.path("fields"));
        }
        customer.organisation(name);
        ticket.field("company", name);
        String agent = record.id("responder_id");
        if (agent != null) {
            ticket.who(agent).role(Role.HUMAN_AGENT).name(record.text("responder_name"));
        }
        ticket.times(record.time("created_at"), record.time("updated_at"));
        ticket.about(source(record), record.text("subject"), null);
        String status = status(record);
        ticket.status(status, !"resolved".equals(status) && !"closed".equals(status));
        record.texts("tags").forEach(ticket::tag);
        ticket.field("type", record.text("type"));
        ticket.field("priority", record.text("priority"));
        ticket.field("group_id", record.id("group_id"));
        ticket.field("product_id", record.id("product_id"));
        fields(record.node().path("custom_fields"));
        fields(record.node().path("custom_field"));
        if (record.is("is_escalated") || record.is("fr_escalated")) {
            ticket.field("escalated", "true");
        }
        effort(record);
        description(record, customer);
    }

    private void fields(JsonNode fields) {
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            JsonNode value = field.getValue();
            if (!value.isNull()) {
                ticket.field(field.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
        }
    }

    private static @Nullable String status(Fields record) {
        String status = record.filled("status");
        if (status == null) {
            return null;
        }
        return switch (status) {
            case "2" -> "open";
            case "3" -> "pending";
            case "4" -> "resolved";
            case "5" -> "closed";
            default -> status;
        };
    }

    private static @Nullable String source(Fields record) {
        String source = record.filled("source");
        if (source == null) {
            return null;
        }
        return switch (source) {
            case "1" -> "email";
            case "2" -> "portal";
            case "3" -> "phone";
            case "7" -> "chat";
            case "9" -> "feedback-widget";
            case "10" -> "outbound-email";
            default -> source;
        };
    }

    private void effort(Fields record) {
        Fields stats = record.object("stats");
        Instant opened = record.time("created_at");
        Instant resolved = stats.time("resolved_at") == null ? stats.time("closed_at") : stats.time("resolved_at");
        Long minutes = opened == null || resolved == null || resolved.isBefore(opened)
                ? null
                : Duration.between(opened, resolved).toMinutes();
        // Only the last reopening is told, so there was one at least; without it there was none.
        Integer reopens = stats.has("reopened_at") ? (Integer) (stats.time("reopened_at") == null ? 0 : 1) : null;
        ticket.effort(reopens, null, minutes);
    }

    /** The first message, which Freshdesk keeps in the ticket itself; in a mail that an agent began it is the agent's. */
    private void description(Fields record, Who customer) {
        String text = body(record, "description", "description_text");
        List<String> attachments = attachments(record);
        if (text.isEmpty() && attachments.isEmpty()) {
            return;
        }
        boolean outbound = "outbound-email".equals(source(record));
        String agent = record.id("responder_id");
        ticket.message(
                outbound ? Role.HUMAN_AGENT : Role.CUSTOMER,
                outbound ? "freshdesk.ticket.source=10" : "freshdesk.ticket.description",
                outbound ? ticket.who(agent) : customer,
                text,
                record.time("created_at"),
                List.of(),
                attachments);
    }

    private void said(Fields conversation) {
        String id = conversation.id("user_id");
        Who author = ticket.who(id);
        boolean incoming = conversation.is("incoming");
        boolean note = conversation.is("private");
        if (incoming || !note) {
            address(author, conversation.filled("from_email"), incoming);
        }
        String text = body(conversation, "body", "body_text");
        List<String> attachments = attachments(conversation);
        if (text.isEmpty() && attachments.isEmpty()) {
            return;
        }
        Role role = note ? Role.INTERNAL_NOTE : incoming ? Role.CUSTOMER : Role.HUMAN_AGENT;
        String evidence = note ? "freshdesk.conversation.private=true" : "freshdesk.conversation.incoming=" + incoming;
        if (!note && !incoming && id != null && id.equals(requester)) {
            role = Role.CUSTOMER;
            evidence = "freshdesk.conversation.user_id=requester_id";
        }
        ticket.message(role, evidence, author, text, conversation.time("created_at"), List.of(), attachments);
    }

    /** {@code "Dana Reyes" <dana@example.com>}: the company's own address is shared by all who write from it, so only a customer's is taken. */
    private static void address(Who author, @Nullable String from, boolean incoming) {
        if (from == null || from.length() > 500) {
            return;
        }
        int open = from.lastIndexOf('<');
        String address = open < 0 ? from : from.substring(open + 1).replace(">", "");
        if (open > 0) {
            author.name(from.substring(0, open).replace("\"", "").strip());
        }
        if (incoming || Assembly.operator(address.strip())) {
            author.email(address);
        }
    }

    private static String body(Fields record, String html, String plain) {
        String markup = record.text(html);
        if (markup != null && MessageText.isHtml(markup)) {
            return MessageText.html(markup);
        }
        String text = record.text(plain);
        return MessageText.plain(text != null ? text : markup == null ? "" : markup);
    }

    private static List<String> attachments(Fields from) {
        List<String> names = new ArrayList<>();
        for (Fields attachment : from.objects("attachments")) {
            String name = attachment.filled("name");
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** From 103, extremely happy, over 100 to -103; older surveys had 1, 2 and 3. */
    private void rating(Fields rating) {
        JsonNode ratings = rating.node().path("ratings");
        JsonNode score = ratings.isObject()
                ? ratings.path("default_question")
                : rating.node().path("rating");
        if (score.isMissingNode() && ratings.isObject() && ratings.elements().hasNext()) {
            score = ratings.elements().next();
        }
        if (!score.canConvertToInt()) {
            return;
        }
        int points = score.asInt();
        Verdict verdict = points > 100 || points == 1
                ? Verdict.GOOD
                : points == 100 || points == 2 ? Verdict.NEUTRAL : Verdict.BAD;
        String feedback = rating.filled("feedback");
        ticket.rating(new Rating(verdict, score.asText(), feedback == null ? null : MessageText.of(feedback), false));
    }
}
