package dev.retrial.tickets.read.helpscout;

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
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one ticket of a Help Scout conversation and its threads. */
final class HelpScoutTicket {

    private final Gathered pieces;
    private final Assembly ticket;
    private int assignments;
    private int reopens;

    HelpScoutTicket(Gathered pieces) {
        this.pieces = pieces;
        this.ticket = new Assembly("helpscout", pieces);
    }

    @Nullable
    SupportTicket assemble() {
        for (String kind : List.of("customer", "user")) {
            for (Map.Entry<String, ObjectNode> one : pieces.shared(kind).entrySet()) {
                ticket.who(one.getKey()).add(Who.of(one.getKey(), one.getValue()));
            }
        }
        Piece conversation = pieces.one("conversation");
        if (conversation != null) {
            conversation(conversation.fields());
        }
        List<Piece> threads = pieces.all("thread");
        threads.forEach(thread -> thread(thread.fields()));
        pieces.all("rating").forEach(rating -> rating(rating.fields()));
        if (conversation == null && ticket.isSilent()) {
            pieces.problem(
                    pieces.source(""),
                    "there is something of a conversation here, but neither the conversation nor anything that was said in it",
                    "give the pages of the conversations too");
            return null;
        }
        Fields record = conversation == null ? null : conversation.fields();
        Instant opened = record == null ? null : record.time("createdAt");
        Instant closed = record == null ? null : record.time("closedAt");
        ticket.effort(
                threads.isEmpty() ? null : reopens,
                threads.isEmpty() ? null : Math.max(0, assignments - 1),
                opened == null || closed == null || closed.isBefore(opened)
                        ? null
                        : (Long) Duration.between(opened, closed).toMinutes());
        return ticket.finish(pieces.source("conversation"));
    }

    private void conversation(Fields record) {
        Fields customer = record.object("primaryCustomer");
        String id = customer.id("id");
        ticket.requester(id);
        if (customer.node().isObject()) {
            HelpScoutDesk.name(ticket.who(id).role(Role.CUSTOMER), customer);
        }
        person(record.object("assignee"), Role.HUMAN_AGENT);
        person(record.object("createdBy"), null);
        person(record.object("closedByUser"), Role.HUMAN_AGENT);
        ticket.times(record.time("createdAt"), latest(record));
        String type = record.filled("type");
        ticket.about(type == null ? record.object("source").filled("type") : type, record.text("subject"), null);
        String status = record.filled("status");
        ticket.status(status, !"closed".equals(status));
        for (JsonNode tag : record.node().path("tags")) {
            ticket.tag(tag.isObject() ? tag.path("tag").asText(null) : tag.asText(null));
        }
        for (Fields field : record.objects("customFields")) {
            String name = field.filled("name");
            String value = field.filled("text");
            ticket.field(
                    name == null ? String.valueOf(field.id("id")) : name, value == null ? field.text("value") : value);
        }
        ticket.field("number", record.id("number"));
        ticket.field("mailbox", record.id("mailboxId"));
        for (String copy : List.of("cc", "bcc")) {
            record.texts(copy)
                    .forEach(address -> ticket.who(null).role(Role.CUSTOMER).email(address));
        }
    }

    private static @Nullable Instant latest(Fields record) {
        Instant latest = null;
        for (String key : List.of("userUpdatedAt", "updatedAt", "closedAt")) {
            Instant time = record.time(key);
            latest = latest == null || time != null && time.isAfter(latest) ? time : latest;
        }
        return latest;
    }

    private Who person(Fields person, @Nullable Role role) {
        String type = person.node().path("type").asText();
        Role side = role != null
                ? role
                : type.equals("customer") ? Role.CUSTOMER : type.equals("user") ? Role.HUMAN_AGENT : null;
        String id = person.id("id");
        // Help Scout's own workflows act as somebody with the id 0 or 1.
        if (!person.node().isObject() || id == null || id.equals("0")) {
            return new Who(null);
        }
        Who who = HelpScoutDesk.name(ticket.who(id), person);
        return who.role() == null ? who.role(side) : who;
    }

    private void thread(Fields thread) {
        String state = String.valueOf(thread.text("state"));
        if (state.equals("draft") || state.equals("underreview")) {
            // It was never sent.
            return;
        }
        String type = String.valueOf(thread.text("type")).toLowerCase(Locale.ROOT);
        Fields by = thread.object("createdBy");
        String kind = by.filled("type");
        Who author = person(by, null);
        if (thread.object("customer").node().isObject()) {
            person(thread.object("customer"), Role.CUSTOMER);
        }
        String text = MessageText.of(thread.text("body"));
        List<String> attachments = attachments(thread);
        Instant at = thread.time("createdAt");
        if (type.equals("lineitem") || text.isEmpty() && attachments.isEmpty()) {
            happened(type, thread, author, at);
            return;
        }
        Role role;
        String evidence;
        if (type.equals("note") || type.equals("forwardparent")) {
            role = Role.INTERNAL_NOTE;
            evidence = "helpscout.thread.type=" + type;
        } else if ("system_user".equals(kind)) {
            role = Role.AI_AGENT;
            evidence = "helpscout.thread.createdBy.type=system_user";
        } else if ("customer".equals(kind)) {
            role = Role.CUSTOMER;
            evidence = "helpscout.thread.createdBy.type=customer";
        } else if (kind == null && type.equals("customer")) {
            role = Role.CUSTOMER;
            evidence = "helpscout.thread.type=customer";
        } else {
            role = Role.HUMAN_AGENT;
            evidence = kind == null
                    ? "helpscout.thread.type=" + (type.length() > 20 ? "?" : type)
                    : "helpscout.thread.createdBy.type=user";
        }
        ticket.message(role, evidence, author, text, at, List.of(), attachments);
    }

    private void happened(String type, Fields thread, Who author, @Nullable Instant at) {
        Fields action = thread.object("action");
        String text = action.filled("text");
        Fields to = thread.object("assignedTo");
        String assignee = to.id("id");
        if (type.equals("lineitem")) {
            String actionType = String.valueOf(action.text("type"));
            assignments += actionType.contains("assign")
                            || text != null && text.toLowerCase(Locale.ROOT).contains("assigned")
                    ? 1
                    : 0;
            reopens += text != null && text.toLowerCase(Locale.ROOT).contains("reopen") ? 1 : 0;
        }
        if (assignee != null) {
            person(to, Role.HUMAN_AGENT);
        }
        String status = thread.filled("status");
        ticket.event(
                "helpscout.thread.type",
                author.id(),
                type
                        + (text == null ? "" : ": " + MessageText.of(text))
                        + (status == null || status.equals("nochange") ? "" : " (" + status + ")"),
                at);
    }

    private static List<String> attachments(Fields thread) {
        List<String> names = new ArrayList<>();
        for (Fields from : List.of(thread.object("_embedded"), thread)) {
            for (Fields attachment : from.objects("attachments")) {
                String name = attachment.filled("filename");
                name = name == null ? attachment.filled("fileName") : name;
                if (name != null) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** Reports number the three answers from great to not good; a rating by itself names them. */
    private void rating(Fields rating) {
        String id = rating.filled("ratingId");
        String score = id == null ? rating.filled("rating") : id;
        if (score == null) {
            return;
        }
        Verdict verdict =
                switch (score.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ')) {
                    case "1", "great", "good" -> Verdict.GOOD;
                    case "2", "okay", "ok" -> Verdict.NEUTRAL;
                    case "3", "not good", "notgood", "bad" -> Verdict.BAD;
                    default -> null;
                };
        if (verdict == null) {
            pieces.problem(
                    pieces.source("rating"), "a rating is none of the three that Help Scout has", "it was left out");
            return;
        }
        String comment = rating.filled("ratingComments");
        comment = comment == null ? rating.filled("comments") : comment;
        ticket.rating(new Rating(verdict, score, comment == null ? null : MessageText.of(comment), false));
        String customer = rating.id("ratingCustomerId");
        if (customer != null) {
            ticket.who(customer).role(Role.CUSTOMER).name(rating.text("ratingCustomerName"));
        }
        String user = rating.id("ratingUserId");
        if (user != null && ticket.who(user).role() == null) {
            ticket.who(user).role(Role.HUMAN_AGENT);
        }
        if (user != null) {
            ticket.who(user).name(rating.text("ratingUserName"));
        }
    }
}
