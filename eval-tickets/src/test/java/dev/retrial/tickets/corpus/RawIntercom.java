package dev.retrial.tickets.corpus;

import static dev.retrial.tickets.corpus.RawExport.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.AiOutcome;
import dev.retrial.tickets.MonitorFinding;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Intercom: a conversation a file; every other one as version 2.11 returns it, where only the author's type tells the AI agent, the rest as 2.15 does. */
final class RawIntercom {

    private RawIntercom() {}

    static void write(RawExport export, List<SupportTicket> tickets) {
        for (SupportTicket ticket : tickets) {
            export.add("conversations/" + ticket.id() + ".json", conversation(ticket, isNew(ticket)));
        }
    }

    /** Whether it comes as version 2.15 has it. */
    static boolean isNew(SupportTicket ticket) {
        return Long.parseLong(ticket.id()) / Corpus.SYSTEMS.size() % 2 == 0;
    }

    private static ObjectNode conversation(SupportTicket ticket, boolean isNew) {
        List<TicketTurn> turns = ticket.turns();
        TicketTurn first = turns.get(0);
        ObjectNode json = object().put("type", "conversation")
                .put("id", ticket.id())
                .put("created_at", seconds(ticket.openedAt()))
                .put("updated_at", seconds(ticket.updatedAt()))
                .put("title", ticket.subject())
                .put("state", "open".equals(ticket.status()) ? "open" : "closed")
                .put("open", "open".equals(ticket.status()));
        ObjectNode source = json.putObject("source")
                .put("type", "email".equals(ticket.channel()) ? "email" : "conversation")
                .put("id", "4039" + ticket.id())
                .put("delivered_as", "customer_initiated")
                .put("subject", ticket.subject() == null ? "" : "<p>" + ticket.subject() + "</p>")
                .put("body", RawExport.html(first.text()));
        source.set("author", author(ticket, first.role(), isNew));
        source.set("attachments", attachments(first));
        source.put("redacted", false);
        ObjectNode contacts = json.putObject("contacts").put("type", "contact.list");
        contacts.putArray("contacts")
                .addObject()
                .put("type", "contact")
                .put("id", "6762f1" + RawExport.number(ticket, Role.CUSTOMER));
        ArrayNode tags = json.putObject("tags").put("type", "tag.list").putArray("tags");
        for (String tag : ticket.tags()) {
            tags.addObject().put("type", "tag").put("id", "t" + tag.hashCode()).put("name", tag);
        }
        ObjectNode attributes = json.putObject("custom_attributes");
        ticket.fields().forEach(attributes::put);
        if (ticket.category() != null) {
            attributes.put("category", ticket.category());
        }
        statistics(json, ticket);
        agent(json, ticket, isNew);
        ObjectNode parts = json.putObject("conversation_parts").put("type", "conversation_part.list");
        ArrayNode list = parts.putArray("conversation_parts");
        for (int i = 1; i < turns.size(); i++) {
            parts(list, ticket, turns.get(i), isNew);
        }
        parts.put("total_count", list.size());
        return json;
    }

    private static long seconds(@Nullable Instant at) {
        return at == null ? 0 : at.getEpochSecond();
    }

    private static ObjectNode author(SupportTicket ticket, Role role, boolean isNew) {
        ObjectNode author = object();
        switch (role) {
            case CUSTOMER ->
                author.put("type", "user")
                        .put("id", "6762f1" + RawExport.number(ticket, role))
                        .put("name", RawExport.name(ticket, role))
                        .put("email", RawExport.mail(ticket, role));
            case AI_AGENT ->
                author.put("type", "bot").put("id", "278").put("name", "Fin").put("email", "operator+acme@intercom.io");
            case HUMAN_AGENT, INTERNAL_NOTE, SYSTEM ->
                author.put("type", "admin")
                        .put("id", Long.toString(RawExport.number(ticket, Role.HUMAN_AGENT)))
                        .put("name", RawExport.name(ticket, Role.HUMAN_AGENT))
                        .put("email", RawExport.mail(ticket, Role.HUMAN_AGENT));
        }
        if (isNew) {
            author.put("from_ai_agent", role == Role.AI_AGENT).put("is_ai_answer", role == Role.AI_AGENT);
        }
        return author;
    }

    private static ArrayNode attachments(TicketTurn turn) {
        ArrayNode attachments = RawExport.MAPPER.createArrayNode();
        for (String file : turn.attachments()) {
            attachments.addObject().put("type", "upload").put("name", file).put("content_type", "application/pdf");
        }
        return attachments;
    }

    private static void parts(ArrayNode list, SupportTicket ticket, TicketTurn turn, boolean isNew) {
        for (SeenCall call : turn.calls()) {
            ObjectNode started = part(list, ticket, turn, "custom_action_started", isNew);
            started.putNull("body");
            started.putObject("event_details").putObject("action").put("name", call.tool());
            ObjectNode finished = part(list, ticket, turn, "custom_action_finished", isNew);
            finished.putNull("body");
            finished.putObject("event_details")
                    .putObject("action")
                    .put("name", call.tool())
                    .put("result", Boolean.FALSE.equals(call.succeeded()) ? "failed" : "success");
        }
        String type = switch (turn.role()) {
            case INTERNAL_NOTE -> "note";
            case SYSTEM -> "assignment";
            case CUSTOMER, AI_AGENT, HUMAN_AGENT -> "comment";
        };
        ObjectNode part = part(list, ticket, turn, type, isNew);
        if (turn.role() == Role.SYSTEM) {
            part.putNull("body");
        } else {
            part.put("body", RawExport.html(turn.text()));
        }
        part.set("attachments", attachments(turn));
    }

    private static ObjectNode part(ArrayNode list, SupportTicket ticket, TicketTurn turn, String type, boolean isNew) {
        ObjectNode part = list.addObject()
                .put("type", "conversation_part")
                .put("id", ticket.id() + "-" + list.size())
                .put("part_type", type)
                .put("created_at", seconds(turn.at()))
                .put("updated_at", seconds(turn.at()))
                .put("redacted", false);
        part.set("author", author(ticket, turn.role(), isNew));
        return part;
    }

    private static void statistics(ObjectNode json, SupportTicket ticket) {
        ObjectNode statistics = json.putObject("statistics").put("type", "conversation_statistics");
        statistics.put("count_reopens", ticket.effort().reopens());
        Integer handoffs = ticket.effort().handoffs();
        statistics.put("count_assignments", handoffs);
        statistics.put("count_conversation_parts", ticket.turns().size());
        Long minutes = ticket.effort().resolutionMinutes();
        statistics.put("time_to_last_close", minutes == null ? null : Long.valueOf(minutes * 60));
    }

    private static void agent(ObjectNode json, SupportTicket ticket, boolean isNew) {
        boolean took = ticket.turns().stream().anyMatch(turn -> turn.role() == Role.AI_AGENT);
        json.put("ai_agent_participated", took);
        json.putNull("conversation_rating");
        if (took) {
            ObjectNode agent = json.putObject("ai_agent")
                    .put("source_type", "workflow")
                    .put("source_title", "Support")
                    .put("last_answer_type", "ai_answer")
                    .put("resolution_state", state(ticket.aiOutcome(), isNew));
            agent.putNull("rating");
            agent.putNull("rating_remark");
        } else {
            json.putNull("ai_agent");
        }
        for (Rating rating : ticket.ratings()) {
            if (rating.ofTheAgent() && json.get("ai_agent") instanceof ObjectNode agent) {
                agent.put("rating", Integer.parseInt(rating.score())).put("rating_remark", rating.comment());
            } else {
                json.putObject("conversation_rating")
                        .put("rating", Integer.parseInt(rating.score()))
                        .put("remark", rating.comment());
            }
        }
        ArrayNode monitors = json.putArray("monitor_evaluations");
        for (MonitorFinding finding : ticket.monitors()) {
            monitors.addObject()
                    .put("monitor_name", finding.monitor())
                    .put("result", finding.result())
                    .put("explanation", finding.explanation());
        }
    }

    private static @Nullable String state(@Nullable AiOutcome outcome, boolean isNew) {
        if (outcome == null) {
            return null;
        }
        return switch (outcome) {
            case CONFIRMED_RESOLUTION -> "confirmed_resolution";
            case ASSUMED_RESOLUTION -> "assumed_resolution";
            case ESCALATED -> isNew ? "escalated" : "routed_to_team";
            case NEGATIVE_FEEDBACK -> isNew ? "negative_feedback" : "routed_to_team";
            case PROCEDURE_HANDOFF -> isNew ? "procedure_handoff" : "routed_to_team";
            case ABANDONED -> "abandoned";
        };
    }
}
