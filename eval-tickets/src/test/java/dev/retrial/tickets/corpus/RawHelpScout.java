package dev.retrial.tickets.corpus;

import static dev.retrial.tickets.corpus.RawExport.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.util.List;
import java.util.Locale;

/**
 * Help Scout: pages of conversations, every other one with its threads in version 2 (where an AI agent passes for a user), the rest with threads of
 * version 3 in a file of their own; threads newest first; ratings as the report returns them.
 */
final class RawHelpScout {

    private RawHelpScout() {}

    static void write(RawExport export, List<SupportTicket> tickets, int page) {
        ObjectNode root = object();
        ArrayNode list = root.putObject("_embedded").putArray("conversations");
        ObjectNode report = object();
        ArrayNode results = report.putArray("results");
        for (SupportTicket ticket : tickets) {
            boolean embeds = isOld(ticket);
            ObjectNode json = conversation(ticket);
            if (embeds) {
                json.putObject("_embedded").set("threads", threads(ticket, false));
            } else {
                ObjectNode threads = object();
                threads.putObject("_embedded").set("threads", threads(ticket, true));
                threads.putObject("page")
                        .put("size", 50)
                        .put("totalElements", ticket.turns().size())
                        .put("number", 1);
                threads.putObject("_links")
                        .putObject("self")
                        .put("href", "https://api.helpscout.net/v3/conversations/" + ticket.id() + "/threads?page=1");
                export.add("v3/conversations/" + ticket.id() + "/threads.json", threads);
            }
            list.add(json);
            for (Rating rating : ticket.ratings()) {
                results.addObject()
                        .put("id", Long.parseLong(ticket.id()))
                        .put("number", Long.parseLong(ticket.id()) - 90_000)
                        .put("threadid", Long.parseLong(ticket.id()) * 1_000)
                        .put("type", "email")
                        .put(
                                "ratingId",
                                switch (rating.verdict()) {
                                    case GOOD -> 1;
                                    case NEUTRAL -> 2;
                                    case BAD -> 3;
                                })
                        .put("ratingComments", rating.comment())
                        .put("ratingCustomerId", RawExport.number(ticket, Role.CUSTOMER))
                        .put("ratingCustomerName", RawExport.name(ticket, Role.CUSTOMER))
                        .put("ratingCreatedAt", String.valueOf(ticket.updatedAt()));
            }
        }
        root.putObject("page")
                .put("size", RawExport.PAGE)
                .put("totalElements", list.size())
                .put("number", page + 1);
        root.putObject("_links")
                .putObject("self")
                .put("href", "https://api.helpscout.net/v2/conversations?page=" + (page + 1));
        export.add("v2/conversations-" + page + ".json", root);
        report.put("page", 1).put("pages", 1).put("count", results.size());
        export.add("v2/reports/happiness/ratings-" + page + ".json", report);
    }

    /** Whether its threads are those of version 2. */
    static boolean isOld(SupportTicket ticket) {
        return Long.parseLong(ticket.id()) / Corpus.SYSTEMS.size() % 2 == 0;
    }

    private static ObjectNode conversation(SupportTicket ticket) {
        boolean open = "open".equals(ticket.status());
        ObjectNode json = object().put("id", Long.parseLong(ticket.id()))
                .put("number", Long.parseLong(ticket.id()) - 90_000)
                .put("threads", ticket.turns().size())
                .put("type", "email")
                .put("status", open ? "active" : "closed")
                .put("state", "published")
                .put("subject", ticket.subject())
                .put("createdAt", String.valueOf(ticket.openedAt()))
                .put("userUpdatedAt", String.valueOf(ticket.updatedAt()));
        if (!open && ticket.openedAt() != null && ticket.effort().resolutionMinutes() != null) {
            json.put(
                    "closedAt",
                    ticket.openedAt()
                            .plusSeconds(ticket.effort().resolutionMinutes() * 60)
                            .toString());
        }
        json.putObject("source").put("type", "email").put("via", "customer");
        ArrayNode tags = json.putArray("tags");
        ticket.tags()
                .forEach(tag -> tags.addObject()
                        .put("id", Math.floorMod(tag.hashCode(), 1_000_000))
                        .put("color", "#929499")
                        .put("tag", tag));
        ArrayNode fields = json.putArray("customFields");
        ticket.fields()
                .forEach((key, value) -> fields.addObject()
                        .put("id", Math.floorMod(key.hashCode(), 1_000))
                        .put("name", key)
                        .put("value", value)
                        .put("text", value));
        json.set("primaryCustomer", person(ticket, Role.CUSTOMER, "customer"));
        json.set("createdBy", person(ticket, Role.CUSTOMER, "customer"));
        return json;
    }

    private static ObjectNode person(SupportTicket ticket, Role role, String type) {
        String[] name = RawExport.name(ticket, role).split(" ", 2);
        return object().put("id", RawExport.number(ticket, role))
                .put("type", type)
                .put("first", name[0])
                .put("last", name.length > 1 ? name[1] : "")
                .put("photoUrl", "https://example.com/" + name[0].toLowerCase(Locale.ROOT) + ".png")
                .put("email", RawExport.mail(ticket, role));
    }

    private static ArrayNode threads(SupportTicket ticket, boolean third) {
        ArrayNode threads = RawExport.MAPPER.createArrayNode();
        for (int i = ticket.turns().size() - 1; i >= 0; i--) {
            TicketTurn turn = ticket.turns().get(i);
            Role author =
                    turn.role() == Role.SYSTEM || turn.role() == Role.INTERNAL_NOTE ? Role.HUMAN_AGENT : turn.role();
            ObjectNode json = threads.addObject()
                    .put("id", Long.parseLong(ticket.id()) * 1_000 + i)
                    .put(
                            "type",
                            switch (turn.role()) {
                                case CUSTOMER -> "customer";
                                case AI_AGENT, HUMAN_AGENT -> "message";
                                case INTERNAL_NOTE -> "note";
                                case SYSTEM -> "lineitem";
                            })
                    .put("status", "active")
                    .put("state", "published")
                    .put("createdAt", String.valueOf(turn.at()));
            json.putObject("action").put("type", "default").put("text", turn.role() == Role.SYSTEM ? turn.text() : "");
            if (turn.role() != Role.SYSTEM) {
                json.put("body", RawExport.html(turn.text()));
            }
            String type = switch (author) {
                case CUSTOMER -> "customer";
                case AI_AGENT -> third ? "system_user" : "user";
                case HUMAN_AGENT, INTERNAL_NOTE, SYSTEM -> "user";
            };
            json.set("createdBy", person(ticket, author, type));
            json.set("customer", person(ticket, Role.CUSTOMER, "customer"));
            json.putObject("source").put("type", "email").put("via", author == Role.CUSTOMER ? "customer" : "user");
            ArrayNode attachments = json.putObject("_embedded").putArray("attachments");
            turn.attachments().forEach(file -> attachments.addObject().put("filename", file));
        }
        return threads;
    }
}
