package dev.retrial.tickets.corpus;

import static dev.retrial.tickets.corpus.RawExport.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.util.List;

/**
 * Zendesk: cursor pages with side-loaded users and metrics. What was said comes as comments with a conversation log, as audits, or as ticket events, a
 * third of the tickets each; only the conversation log marks the AI agent.
 */
final class RawZendesk {

    private RawZendesk() {}

    static void write(RawExport export, List<SupportTicket> tickets, int page, boolean last) {
        ObjectNode root = object();
        ArrayNode list = root.putArray("tickets");
        ArrayNode users = root.putArray("users");
        ArrayNode metrics = root.putArray("metric_sets");
        ObjectNode events = object();
        ArrayNode ticketEvents = events.putArray("ticket_events");
        user(users, Long.parseLong(Authors.AGENT), Authors.AGENT_NAME, Authors.AGENT_MAIL, "agent");
        for (SupportTicket ticket : tickets) {
            list.add(ticket(ticket));
            user(
                    users,
                    RawExport.number(ticket, Role.CUSTOMER),
                    RawExport.name(ticket, Role.CUSTOMER),
                    RawExport.mail(ticket, Role.CUSTOMER),
                    "end-user");
            String phone = RawExport.phone(ticket);
            if (phone != null) {
                ((ObjectNode) users.get(users.size() - 1)).put("phone", phone);
            }
            user(
                    users,
                    RawExport.number(ticket, Role.HUMAN_AGENT),
                    RawExport.name(ticket, Role.HUMAN_AGENT),
                    RawExport.mail(ticket, Role.HUMAN_AGENT),
                    "agent");
            metrics.add(metrics(ticket));
            switch ((int) (Long.parseLong(ticket.id()) / Corpus.SYSTEMS.size() % 3)) {
                case 0 -> {
                    export.add("tickets/" + ticket.id() + "/comments.json", comments(ticket));
                    export.add("tickets/" + ticket.id() + "/conversation_log.json", log(ticket));
                }
                case 1 -> export.add("tickets/" + ticket.id() + "/audits.json", audits(ticket));
                default -> events(ticketEvents, ticket);
            }
        }
        root.put(
                "after_url",
                last ? null : "https://acme.zendesk.com/api/v2/incremental/tickets/cursor.json?cursor=c" + page);
        root.put("after_cursor", "c" + page);
        root.putNull("before_cursor");
        root.put("end_of_stream", last);
        export.add("incremental/tickets/cursor-" + page + ".json", root);
        events.put("count", ticketEvents.size());
        events.put("end_of_stream", true);
        events.put("end_time", 1_780_000_000L);
        export.add("incremental/ticket_events-" + page + ".json", events);
    }

    private static void user(ArrayNode users, long id, String name, String mail, String role) {
        users.addObject()
                .put("id", id)
                .put("url", "https://acme.zendesk.com/api/v2/users/" + id + ".json")
                .put("name", name)
                .put("email", mail)
                .put("role", role)
                .put("active", true);
    }

    private static ObjectNode ticket(SupportTicket ticket) {
        ObjectNode json = object().put("id", Long.parseLong(ticket.id()))
                .put("url", "https://acme.zendesk.com/api/v2/tickets/" + ticket.id() + ".json")
                .put("created_at", String.valueOf(ticket.openedAt()))
                .put("updated_at", String.valueOf(ticket.updatedAt()))
                .put("subject", ticket.subject())
                .put("raw_subject", ticket.subject())
                .put(
                        "description",
                        ticket.turns().isEmpty() ? "" : ticket.turns().get(0).text())
                .put("status", ticket.status())
                .put("type", ticket.category())
                .put("requester_id", RawExport.number(ticket, Role.CUSTOMER))
                .put("submitter_id", RawExport.number(ticket, Role.CUSTOMER))
                .put("assignee_id", RawExport.number(ticket, Role.HUMAN_AGENT))
                .put("from_messaging_channel", "messaging".equals(ticket.channel()))
                .put("generated_timestamp", 1_780_000_000L);
        json.putObject("via")
                .put("channel", "messaging".equals(ticket.channel()) ? "native_messaging" : ticket.channel());
        ArrayNode tags = json.putArray("tags");
        ticket.tags().forEach(tags::add);
        ArrayNode fields = json.putArray("custom_fields");
        ticket.fields()
                .forEach((key, value) -> fields.addObject()
                        .put("id", 360_000_000_000L + Math.floorMod(key.hashCode(), 1_000_000))
                        .put("value", value));
        ObjectNode rating = json.putObject("satisfaction_rating").put("score", "unoffered");
        for (Rating one : ticket.ratings()) {
            rating.put("score", one.verdict() == Rating.Verdict.NEUTRAL ? "offered" : one.score());
            rating.put("comment", one.comment());
        }
        return json;
    }

    private static ObjectNode metrics(SupportTicket ticket) {
        ObjectNode json = object().put("ticket_id", Long.parseLong(ticket.id()))
                .put("reopens", ticket.effort().reopens())
                .put("replies", ticket.effort().humanTouches());
        Integer handoffs = ticket.effort().handoffs();
        json.put("assignee_stations", handoffs == null ? 1 : handoffs + 1);
        json.put("group_stations", 1);
        json.putObject("full_resolution_time_in_minutes")
                .put("calendar", ticket.effort().resolutionMinutes())
                .put("business", ticket.effort().resolutionMinutes());
        return json;
    }

    private static ObjectNode comment(SupportTicket ticket, int index) {
        TicketTurn turn = ticket.turns().get(index);
        ObjectNode json = object().put("id", Long.parseLong(ticket.id()) * 1_000 + index)
                .put("type", "Comment")
                .put("author_id", turn.role() == Role.SYSTEM ? -1 : RawExport.number(ticket, turn.role()))
                .put("body", turn.text())
                .put("html_body", "<div class=\"zd-comment\">" + RawExport.html(turn.text()) + "</div>")
                .put("plain_body", turn.text())
                .put("public", turn.role() != Role.INTERNAL_NOTE);
        ArrayNode attachments = json.putArray("attachments");
        turn.attachments().forEach(file -> attachments.addObject().put("file_name", file));
        return json;
    }

    private static ObjectNode comments(SupportTicket ticket) {
        ObjectNode root = object();
        ArrayNode comments = root.putArray("comments");
        for (int i = 0; i < ticket.turns().size(); i++) {
            if (ticket.turns().get(i).role() != Role.SYSTEM) {
                comments.add(comment(ticket, i)
                        .put("created_at", String.valueOf(ticket.turns().get(i).at())));
            }
        }
        root.put("count", comments.size());
        root.putNull("next_page");
        root.putNull("previous_page");
        return root;
    }

    private static ObjectNode log(SupportTicket ticket) {
        ObjectNode root = object();
        ArrayNode events = root.putArray("events");
        for (int i = 0; i < ticket.turns().size(); i++) {
            TicketTurn turn = ticket.turns().get(i);
            if (turn.role() == Role.SYSTEM || turn.role() == Role.INTERNAL_NOTE) {
                continue;
            }
            ObjectNode event = events.addObject()
                    .put("id", "01J" + ticket.id() + "T" + i)
                    .put("type", turn.role() == Role.AI_AGENT ? "Messaging::ConversationMessage" : "Comment")
                    .put("reference", "zen:ticket_event:" + (Long.parseLong(ticket.id()) * 1_000 + i))
                    .put("created_at", String.valueOf(turn.at()));
            ObjectNode author = event.putObject("author")
                    .put(
                            "type",
                            switch (turn.role()) {
                                case AI_AGENT -> "bot";
                                case CUSTOMER -> "user";
                                case HUMAN_AGENT, INTERNAL_NOTE, SYSTEM -> "agent";
                            });
            if (turn.role() != Role.AI_AGENT) {
                author.put("zen:support:user_id", RawExport.number(ticket, turn.role()));
            }
            event.putObject("content").put("type", "text").put("text", turn.text());
            event.putArray("attachments");
            event.putObject("metadata");
        }
        root.putObject("meta").put("has_more", false).putNull("after_cursor");
        root.putObject("links").putNull("next");
        return root;
    }

    private static ObjectNode audits(SupportTicket ticket) {
        ObjectNode root = object();
        ArrayNode audits = root.putArray("audits");
        for (int i = 0; i < ticket.turns().size(); i++) {
            TicketTurn turn = ticket.turns().get(i);
            ObjectNode audit = audits.addObject()
                    .put("id", Long.parseLong(ticket.id()) * 10_000 + i)
                    .put("ticket_id", Long.parseLong(ticket.id()))
                    .put("created_at", String.valueOf(turn.at()))
                    .put("author_id", turn.role() == Role.SYSTEM ? -1 : RawExport.number(ticket, turn.role()));
            ArrayNode events = audit.putArray("events");
            if (turn.role() == Role.SYSTEM) {
                events.addObject()
                        .put("type", "Change")
                        .put("field_name", "assignee_id")
                        .put("value", turn.text());
            } else {
                events.add(comment(ticket, i));
            }
        }
        root.putNull("next_page");
        root.put("count", audits.size());
        return root;
    }

    private static void events(ArrayNode all, SupportTicket ticket) {
        for (int i = 0; i < ticket.turns().size(); i++) {
            TicketTurn turn = ticket.turns().get(i);
            if (turn.role() == Role.SYSTEM) {
                continue;
            }
            ObjectNode event = all.addObject()
                    .put("id", Long.parseLong(ticket.id()) * 10_000 + i)
                    .put("ticket_id", Long.parseLong(ticket.id()))
                    .put("created_at", String.valueOf(turn.at()))
                    .put("updater_id", RawExport.number(ticket, turn.role()))
                    .put("event_type", "Audit");
            ObjectNode child = comment(ticket, i).put("event_type", "Comment").put("comment_present", true);
            event.putArray("child_events").add(child);
        }
    }
}
