package dev.retrial.tickets.corpus;

import static dev.retrial.tickets.corpus.RawExport.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.util.List;

/** Freshdesk: pages of tickets with requester, statistics and description, the rest of what was said by ticket, ratings and agents apart. Nothing marks the AI agent. */
final class RawFreshdesk {

    private RawFreshdesk() {}

    static void write(RawExport export, List<SupportTicket> tickets, int page) {
        ArrayNode list = RawExport.MAPPER.createArrayNode();
        ArrayNode ratings = RawExport.MAPPER.createArrayNode();
        ArrayNode agents = RawExport.MAPPER.createArrayNode();
        agent(agents, Long.parseLong(Authors.AGENT), Authors.AGENT_NAME, Authors.AGENT_MAIL);
        for (SupportTicket ticket : tickets) {
            list.add(ticket(ticket));
            agent(
                    agents,
                    RawExport.number(ticket, Role.HUMAN_AGENT),
                    RawExport.name(ticket, Role.HUMAN_AGENT),
                    RawExport.mail(ticket, Role.HUMAN_AGENT));
            export.add("tickets/" + ticket.id() + "/conversations.json", conversations(ticket));
            for (Rating rating : ticket.ratings()) {
                ObjectNode json = ratings.addObject()
                        .put("id", Long.parseLong(ticket.id()) + 7_000_000)
                        .put("survey_id", 1)
                        .put("user_id", RawExport.number(ticket, Role.CUSTOMER))
                        .put("agent_id", RawExport.number(ticket, Role.HUMAN_AGENT))
                        .put("ticket_id", Long.parseLong(ticket.id()))
                        .put("feedback", rating.comment())
                        .put("created_at", String.valueOf(ticket.updatedAt()));
                json.putObject("ratings").put("default_question", Integer.parseInt(rating.score()));
            }
        }
        export.add("tickets-" + page + ".json", list);
        export.add("surveys/satisfaction_ratings-" + page + ".json", ratings);
        export.add("agents-" + page + ".json", agents);
    }

    private static void agent(ArrayNode agents, long id, String name, String mail) {
        agents.addObject()
                .put("id", id)
                .put("type", "support_agent")
                .putObject("contact")
                .put("name", name)
                .put("email", mail);
    }

    private static ObjectNode ticket(SupportTicket ticket) {
        TicketTurn first = ticket.turns().get(0);
        ObjectNode json = object().put("id", Long.parseLong(ticket.id()))
                .put("subject", ticket.subject())
                .put("description", "<div>" + RawExport.html(first.text()) + "</div>")
                .put("description_text", first.text())
                .put("status", "open".equals(ticket.status()) ? 2 : 4)
                .put("source", 7)
                .put("priority", 1)
                .put("type", ticket.category())
                .put("requester_id", RawExport.number(ticket, Role.CUSTOMER))
                .put("responder_id", RawExport.number(ticket, Role.HUMAN_AGENT))
                .put("created_at", String.valueOf(ticket.openedAt()))
                .put("updated_at", String.valueOf(ticket.updatedAt()))
                .put("is_escalated", false)
                .put("fr_escalated", false);
        ArrayNode tags = json.putArray("tags");
        ticket.tags().forEach(tags::add);
        ObjectNode fields = json.putObject("custom_fields");
        ticket.fields().forEach((key, value) -> fields.put("cf_" + key, value));
        json.putObject("requester")
                .put("id", RawExport.number(ticket, Role.CUSTOMER))
                .put("name", RawExport.name(ticket, Role.CUSTOMER))
                .put("email", RawExport.mail(ticket, Role.CUSTOMER))
                .put("phone", RawExport.phone(ticket));
        Integer reopens = ticket.effort().reopens();
        boolean reopened = reopens != null && reopens > 0;
        Long minutes = ticket.effort().resolutionMinutes();
        json.putObject("stats")
                .put("reopened_at", reopened ? String.valueOf(ticket.updatedAt()) : null)
                .put(
                        "resolved_at",
                        minutes == null || ticket.openedAt() == null
                                ? null
                                : ticket.openedAt().plusSeconds(minutes * 60).toString());
        ArrayNode attachments = json.putArray("attachments");
        first.attachments().forEach(file -> attachments.addObject().put("name", file));
        return json;
    }

    private static ArrayNode conversations(SupportTicket ticket) {
        ArrayNode list = RawExport.MAPPER.createArrayNode();
        for (int i = 1; i < ticket.turns().size(); i++) {
            TicketTurn turn = ticket.turns().get(i);
            if (turn.role() == Role.SYSTEM) {
                continue;
            }
            boolean note = turn.role() == Role.INTERNAL_NOTE;
            ObjectNode json = list.addObject()
                    .put("id", Long.parseLong(ticket.id()) * 1_000 + i)
                    .put("ticket_id", Long.parseLong(ticket.id()))
                    .put("body", "<div>" + RawExport.html(turn.text()) + "</div>")
                    .put("body_text", turn.text())
                    .put("incoming", turn.role() == Role.CUSTOMER)
                    .put("private", note)
                    .put("user_id", RawExport.number(ticket, turn.role()))
                    .put("source", note ? 2 : 0)
                    .put("created_at", String.valueOf(turn.at()))
                    .put("updated_at", String.valueOf(turn.at()));
            ArrayNode attachments = json.putArray("attachments");
            turn.attachments().forEach(file -> attachments.addObject().put("name", file));
        }
        return list;
    }
}
