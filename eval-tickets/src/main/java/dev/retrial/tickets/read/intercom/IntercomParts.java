package dev.retrial.tickets.read.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.read.desk.Assembly;
import dev.retrial.tickets.read.desk.Fields;
import dev.retrial.tickets.read.desk.Gathered.Piece;
import dev.retrial.tickets.read.desk.MessageText;
import dev.retrial.tickets.read.desk.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was said and done in an Intercom conversation: its source, and its parts. */
final class IntercomParts {

    private static final Set<String> ONLY_SAID = Set.of("comment", "note", "quick_reply", "");

    private final Assembly ticket;
    private int seen;
    private int reopens;
    private int assignments;

    IntercomParts(Assembly ticket) {
        this.ticket = ticket;
    }

    boolean any() {
        return seen > 0;
    }

    int reopens() {
        return reopens;
    }

    int assignments() {
        return assignments;
    }

    /** The message that began it. */
    void source(Fields conversation) {
        Fields source = conversation.object("source");
        String text = MessageText.of(source.text("body"));
        List<String> attachments = attachments(source);
        Fields by = source.object("author");
        Who author = author(by);
        if (text.isEmpty() && attachments.isEmpty()) {
            return;
        }
        String delivered = String.valueOf(source.text("delivered_as"));
        Said said = role(by, source, "intercom.source.author");
        if (said.role == Role.HUMAN_AGENT
                && (delivered.equals("automated") || delivered.equals("operator_initiated"))) {
            said = new Said(Role.SYSTEM, "intercom.source.delivered_as=" + delivered);
        }
        ticket.message(said.role, said.evidence, author, text, conversation.time("created_at"), List.of(), attachments);
    }

    void add(List<Piece> pieces) {
        List<Fields> parts = new ArrayList<>();
        pieces.forEach(piece -> parts.add(piece.fields()));
        parts.sort(Comparator.comparing(IntercomParts::at));
        List<Action> actions = new ArrayList<>();
        boolean closed = false;
        for (Fields part : parts) {
            seen++;
            String type = String.valueOf(part.text("part_type") == null ? "" : part.text("part_type"))
                    .toLowerCase(Locale.ROOT);
            Who author = author(part.object("author"));
            if (type.startsWith("custom_action_")) {
                action(type, part, author, actions);
                continue;
            }
            said(type, part, author);
            if (type.equals("close")) {
                closed = true;
            } else if (closed && (type.equals("open") || type.endsWith("reopen"))) {
                reopens++;
                closed = false;
            }
            assignments += type.contains("assignment") ? 1 : 0;
        }
        actions.forEach(action -> ticket.message(
                action.said.role,
                action.said.evidence,
                action.author,
                action.text,
                action.at,
                List.of(action.call()),
                List.of()));
    }

    private static Instant at(Fields part) {
        Instant at = part.time("created_at");
        return at == null ? Instant.EPOCH : at;
    }

    private void said(String type, Fields part, Who author) {
        String text = MessageText.of(part.text("body"));
        if (text.isEmpty()) {
            text = choices(part);
        }
        List<String> attachments = attachments(part);
        boolean message = !text.isEmpty() || !attachments.isEmpty();
        if (message) {
            boolean note = type.contains("note");
            Said said = note
                    ? new Said(Role.INTERNAL_NOTE, "intercom.part_type=" + type)
                    : "user_message".equals(part.node().path("type").asText())
                            ? new Said(Role.CUSTOMER, "intercom.type=user_message")
                            : role(part.object("author"), part, "intercom.author");
            ticket.message(said.role, said.evidence, author, text, part.time("created_at"), List.of(), attachments);
        }
        if (!message || !ONLY_SAID.contains(type)) {
            ticket.event("intercom.part_type", author.id(), happened(type, part), part.time("created_at"));
        }
    }

    /** A role with what it was read from. */
    private record Said(Role role, String evidence) {}

    /**
     * From version 2.14 on an author says whether it is the AI agent; a bot that says no is a workflow. Before, every bot may be.
     */
    private static Said role(Fields author, Fields part, String path) {
        for (String mark : List.of("from_ai_agent", "is_ai_answer")) {
            if (author.is(mark) || part.is(mark)) {
                return new Said(Role.AI_AGENT, path + "." + mark + "=true");
            }
        }
        String type = String.valueOf(author.text("type"));
        return switch (type) {
            case "bot", "operator", "fin" ->
                Boolean.FALSE.equals(author.flag("from_ai_agent"))
                        ? new Said(Role.SYSTEM, path + ".from_ai_agent=false")
                        : new Said(Role.AI_AGENT, path + ".type=bot");
            case "admin", "team", "teammate" -> new Said(Role.HUMAN_AGENT, path + ".type=" + type);
            case "user", "lead", "contact", "visitor" -> new Said(Role.CUSTOMER, path + ".type=" + type);
            default -> new Said(Role.SYSTEM, path + ".type=?");
        };
    }

    /** The author of a message: by all that is known, or, where one id has several addresses, by what stands at the message. */
    private Who author(Fields author) {
        Who all = ticket.who(author.id("id")).name(author.text("name")).email(author.text("email"));
        if (all.role() == null) {
            all.role(role(author, author, "").role);
        }
        return all.emails().size() < 2 || author.filled("email") == null
                ? all
                : new Who(all.id()).role(all.role()).name(author.text("name")).email(author.text("email"));
    }

    /** The buttons that a message offers. */
    private static String choices(Fields part) {
        StringBuilder out = new StringBuilder();
        for (Fields from : List.of(part, part.object("metadata"))) {
            for (Fields option : from.objects("quick_reply_options")) {
                String text = option.filled("text");
                if (text != null) {
                    out.append(out.length() == 0 ? "- " : "\n- ").append(text);
                }
            }
        }
        return out.toString();
    }

    /** What happened, in the words of the export: the kind of part, and what it was about. */
    private static String happened(String type, Fields part) {
        StringBuilder out = new StringBuilder(type.isEmpty() ? "part" : type);
        Fields to = part.object("assigned_to");
        if (to.id("id") != null) {
            out.append(": ").append(to.text("type")).append(' ').append(to.id("id"));
        }
        if (part.has("ticket_state") || part.has("previous_ticket_state")) {
            out.append(": ")
                    .append(part.node().path("previous_ticket_state").asText("none"))
                    .append(" -> ")
                    .append(part.node().path("ticket_state").asText("none"));
        }
        JsonNode details = part.node().path("event_details");
        String attribute = details.path("attribute").path("name").asText("");
        if (!attribute.isEmpty()) {
            JsonNode value = details.path("value");
            out.append(": ")
                    .append(attribute)
                    .append(" = ")
                    .append(value.path("name").asText(value.asText()));
        } else if (details.isObject() && !details.isEmpty()) {
            out.append(": ")
                    .append(
                            details.toString(),
                            0,
                            Math.min(500, details.toString().length()));
        }
        if (part.is("redacted")) {
            out.append(" (redacted)");
        }
        return out.toString();
    }

    private void action(String type, Fields part, Who author, List<Action> actions) {
        Fields action = part.object("event_details").object("action");
        String name = action.filled("name");
        String tool = name == null ? "unnamed action" : name;
        boolean finished = type.endsWith("finished");
        Action open = null;
        for (Action one : actions) {
            if (finished && !one.finished && one.tool.equals(tool)) {
                open = one;
                break;
            }
        }
        if (open == null) {
            open = new Action(
                    tool,
                    author,
                    role(part.object("author"), part, "intercom.author"),
                    MessageText.of(part.text("body")),
                    part.time("created_at"));
            actions.add(open);
        }
        for (String key : List.of("arguments", "parameters", "inputs", "request")) {
            open.arguments = open.arguments == null ? action.value(key) : open.arguments;
        }
        for (String key : List.of("response", "output", "error_message")) {
            open.result = open.result == null ? action.value(key) : open.result;
        }
        if (finished) {
            open.finished = true;
            String result = action.filled("result");
            open.succeeded = result == null ? null : result.equals("success");
        }
    }

    /** A custom action between its start and its end. */
    private static final class Action {

        private final String tool;
        private final Who author;
        private final Said said;
        private final String text;
        private final @Nullable Instant at;
        private @Nullable JsonNode arguments;
        private @Nullable JsonNode result;
        private boolean finished;
        private @Nullable Boolean succeeded;

        Action(String tool, Who author, Said said, String text, @Nullable Instant at) {
            this.tool = tool;
            this.author = author;
            this.said = said;
            this.text = text;
            this.at = at;
        }

        SeenCall call() {
            return new SeenCall(tool, arguments, result, succeeded);
        }
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
}
