package dev.retrial.tickets.read.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.read.desk.Assembly;
import dev.retrial.tickets.read.desk.Fields;
import dev.retrial.tickets.read.desk.Gathered;
import dev.retrial.tickets.read.desk.Gathered.Piece;
import dev.retrial.tickets.read.desk.MessageText;
import dev.retrial.tickets.read.desk.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was said in a Zendesk ticket: comments, the conversation log, chats, and the changes that matter. */
final class ZendeskTurns {

    private static final Set<String> CHANGES = Set.of("status", "group_id", "assignee_id", "priority");

    private final Gathered pieces;
    private final Assembly ticket;
    private final @Nullable Fields record;

    ZendeskTurns(Gathered pieces, Assembly ticket, @Nullable Fields record) {
        this.pieces = pieces;
        this.ticket = ticket;
        this.record = record;
    }

    void add() {
        Map<String, Piece> comments = new HashMap<>();
        List<Piece> inOrder = pieces.all("comment");
        inOrder.forEach(comment -> comments.put(comment.key(), comment));
        List<Piece> log = pieces.all("log");
        for (Piece event : log) {
            String reference = String.valueOf(event.fields().text("reference"));
            Piece comment = comments.remove(reference.substring(reference.lastIndexOf(':') + 1));
            logged(event.fields(), comment == null ? null : comment.fields());
        }
        boolean first = log.isEmpty();
        for (Piece comment : inOrder) {
            if (comments.containsKey(comment.key())) {
                comment(comment.key(), comment.fields(), first);
                first = false;
            }
        }
        pieces.all("chat").forEach(chat -> chat(chat.fields()));
        if (ticket.isSilent() && record != null) {
            description(record);
        }
        pieces.all("change").forEach(change -> change(change.fields()));
    }

    private void description(Fields from) {
        String text = MessageText.of(from.text("description"));
        if (text.isEmpty()) {
            return;
        }
        String requester = from.id("requester_id");
        String submitter = from.id("submitter_id");
        Who author = ticket.who(requester == null ? submitter : requester);
        ticket.message(
                Role.CUSTOMER,
                "zendesk.ticket.description",
                author,
                text,
                from.time("created_at"),
                List.of(),
                List.of());
    }

    private void comment(String key, Fields comment, boolean first) {
        Who author = ticket.who(comment.id("author_id"));
        Fields from = comment.object("via").object("source").object("from");
        String address = from.text("address");
        if (address != null && address.indexOf('@') >= 0) {
            author.email(address).name(from.text("name"));
        }
        Boolean open = comment.flag("public");
        for (Piece change : pieces.all("privacy")) {
            if (change.key().equals(key)) {
                open = change.fields().flag("public");
            }
        }
        Said said = Boolean.FALSE.equals(open)
                ? new Said(Role.INTERNAL_NOTE, "zendesk.comment.public=false")
                : speaker(author, first);
        ticket.message(
                said.role,
                said.evidence,
                author,
                body(comment),
                comment.time("created_at"),
                List.of(),
                attachments(comment));
    }

    /** A role with what it was read from. */
    private record Said(Role role, String evidence) {}

    private Said speaker(Who author, boolean first) {
        String id = author.id();
        if ("-1".equals(id)) {
            return new Said(Role.SYSTEM, "zendesk.comment.author_id=-1");
        }
        String requester = record == null ? null : record.id("requester_id");
        if (id != null && id.equals(requester)) {
            return new Said(Role.CUSTOMER, "zendesk.comment.author_id=requester_id");
        }
        Role known = author.role();
        if (known == Role.CUSTOMER) {
            return new Said(Role.CUSTOMER, "zendesk.user.role=end-user");
        }
        if (known == Role.AI_AGENT) {
            return new Said(Role.AI_AGENT, "zendesk.conversation_log.author.type=bot");
        }
        if (known != null) {
            return new Said(Role.HUMAN_AGENT, "zendesk.user.role=agent");
        }
        if (requester == null && first) {
            return new Said(Role.CUSTOMER, "zendesk.comment.first");
        }
        return new Said(Role.HUMAN_AGENT, "zendesk.comment.author_id!=requester_id");
    }

    private void logged(Fields event, @Nullable Fields comment) {
        Fields by = event.object("author");
        String type = String.valueOf(by.text("type")).toLowerCase(Locale.ROOT);
        String id = by.id("zen:support:user_id");
        if (id == null) {
            id = comment == null ? by.id("zen:sunco:user_id") : comment.id("author_id");
        }
        Who author = ticket.who(id).name(by.text("display_name")).name(by.text("name"));
        Role role = role(type);
        boolean note = event.object("metadata").value("public") != null
                        && !event.object("metadata").is("public")
                || comment != null && Boolean.FALSE.equals(comment.flag("public"));
        Fields content = event.object("content");
        String text = text(content);
        if (text.isEmpty() && comment != null) {
            text = body(comment);
        }
        List<String> attachments = attachments(event);
        if (attachments.isEmpty() && comment != null) {
            attachments = attachments(comment);
        }
        if (text.isEmpty() && attachments.isEmpty()) {
            ticket.event(
                    "zendesk.conversation_log.type",
                    author.id(),
                    String.valueOf(event.text("type")),
                    event.time("created_at"));
            return;
        }
        ticket.message(
                note ? Role.INTERNAL_NOTE : role,
                note
                        ? "zendesk.comment.public=false"
                        : "zendesk.conversation_log.author.type=" + (type.length() > 20 ? "?" : type),
                author,
                text,
                event.time("created_at"),
                List.of(),
                attachments);
    }

    private static Role role(String type) {
        return switch (type) {
            case "bot" -> Role.AI_AGENT;
            case "user", "end_user", "end-user", "visitor" -> Role.CUSTOMER;
            case "agent", "admin", "business" -> Role.HUMAN_AGENT;
            default -> Role.SYSTEM;
        };
    }

    /** The text of a log's content, whatever kind it is: a text, markup, or the choices of a form or a carousel. */
    private static String text(Fields content) {
        StringBuilder out = new StringBuilder();
        for (String key : List.of("text", "body", "html", "alt_text", "altText", "title", "description")) {
            String text = content.node().path(key).isTextual() ? MessageText.of(content.text(key)) : "";
            if (!text.isEmpty() && out.indexOf(text) < 0) {
                out.append(out.length() == 0 ? "" : "\n").append(text);
            }
        }
        for (String key : List.of("items", "actions", "fields")) {
            JsonNode list = content.node().path(key);
            for (JsonNode item : list.isArray() ? list : List.<JsonNode>of()) {
                String text = item.isObject() ? text(new Fields(item, wrong -> {})) : item.asText();
                if (!text.isEmpty()) {
                    out.append(out.length() == 0 ? "" : "\n").append("- ").append(text.replace("\n", " "));
                }
            }
        }
        return out.toString();
    }

    /** A chat that came as one event, from the days before messaging. */
    private void chat(Fields event) {
        Fields value = event.node().path("value").isObject() ? event.object("value") : event;
        Instant last = event.time("created_at");
        for (Fields message : value.objects("history")) {
            Fields by = message.object("author");
            String type = message.text("actor_type");
            boolean actor = type != null;
            type = String.valueOf(actor ? type : by.text("type")).toLowerCase(Locale.ROOT);
            String text = message.text("message");
            text = MessageText.of(text == null ? text(message.object("content")) + plain(message) : text);
            Instant at = message.time("timestamp");
            last = at == null ? message.time("created_at") : at;
            if (text.isEmpty()) {
                continue;
            }
            String id = message.id("actor_id");
            Who who = ticket.who(id == null ? by.id("zen:support:user_id") : id)
                    .name(message.text("actor_name"))
                    .name(by.text("display_name"));
            ticket.message(
                    role(type),
                    "zendesk.chat." + (actor ? "actor_type=" : "author.type=") + (type.length() > 20 ? "?" : type),
                    who,
                    text,
                    last,
                    List.of(),
                    List.of());
        }
    }

    private static String plain(Fields message) {
        return message.node().path("text").asText("");
    }

    private void change(Fields change) {
        for (String field : CHANGES) {
            String value = changed(change, field);
            if (value != null && change.has("previous_value")) {
                String was = change.node().path("previous_value").asText("");
                ticket.event(
                        "zendesk.audit.event.type=Change",
                        change.id("author_id"),
                        field + ": " + (was.isEmpty() ? "none" : was) + " -> " + (value.isEmpty() ? "none" : value),
                        change.time("created_at"));
            }
        }
    }

    /** What a field was changed to: audits name the field, ticket events have it as a key. */
    static @Nullable String changed(Fields change, String field) {
        JsonNode event = change.node();
        if (event.path("field_name").asText("").equals(field)) {
            return event.path("value").isValueNode() ? event.path("value").asText("") : "";
        }
        return !event.has("field_name")
                        && event.path(field).isValueNode()
                        && !event.path(field).isMissingNode()
                ? event.path(field).asText("")
                : null;
    }

    private static String body(Fields comment) {
        String plain = comment.text("plain_body");
        String html = comment.text("html_body");
        if (html != null && MessageText.isHtml(html)) {
            return MessageText.html(html);
        }
        if (plain != null) {
            return MessageText.plain(plain);
        }
        return MessageText.plain(String.valueOf(comment.text("body") == null ? "" : comment.text("body")));
    }

    private static List<String> attachments(Fields from) {
        List<String> names = new ArrayList<>();
        for (Fields attachment : from.objects("attachments")) {
            String name = attachment.filled("file_name");
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }
}
