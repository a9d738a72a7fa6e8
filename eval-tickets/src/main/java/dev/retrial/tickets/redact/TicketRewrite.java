package dev.retrial.tickets.redact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.tickets.MonitorFinding;
import dev.retrial.tickets.Party;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through everything of a ticket that may hold text, so that no place is forgotten: what is learned and what is replaced takes the same road. */
final class TicketRewrite {

    /** What is done with what a ticket holds. */
    interface Visitor {

        /**
         * A text.
         *
         * @param place where it stands
         * @param key the name of the field or argument whose value it is, or null
         */
        String text(String place, @Nullable String key, String text);

        /** A text that is personal as a whole. */
        String value(String place, EntityType type, String text);

        /** An id of the help desk. */
        String id(String kind, String id);

        /** A time. */
        Instant time(Instant instant);

        /** A number of an argument or a result; itself, or what comes in its place. */
        JsonNode number(@Nullable String key, JsonNode number);
    }

    private final Visitor visitor;

    TicketRewrite(Visitor visitor) {
        this.visitor = visitor;
    }

    SupportTicket of(SupportTicket ticket, String reference) {
        return new SupportTicket(
                ticket.system(),
                reference,
                time(ticket.openedAt()),
                time(ticket.updatedAt()),
                text("channel", ticket.channel()),
                text("subject", ticket.subject()),
                text("status", ticket.status()),
                text("category", ticket.category()),
                parties(ticket.parties()),
                turns(ticket.turns()),
                ratings(ticket.ratings()),
                ticket.aiOutcome(),
                monitors(ticket.monitors()),
                ticket.effort(),
                texts("tags", ticket.tags()),
                fields(ticket.fields()),
                required("source", fileName(ticket.source())));
    }

    /** Directories say whose machine it was. */
    private static String fileName(String source) {
        return source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
    }

    private List<Party> parties(List<Party> parties) {
        List<Party> all = new ArrayList<>(parties.size());
        for (int i = 0; i < parties.size(); i++) {
            Party party = parties.get(i);
            String place = "parties[" + i + "]";
            boolean person = party.role() != Role.AI_AGENT && party.role() != Role.SYSTEM;
            String organisation = party.organisation();
            all.add(new Party(
                    party.id() == null ? null : visitor.id("party", party.id()),
                    party.role(),
                    person
                            ? values(place + ".names", EntityType.PERSON, party.names())
                            : texts(place + ".names", party.names()),
                    values(place + ".emails", EntityType.EMAIL, party.emails()),
                    values(place + ".phones", EntityType.PHONE, party.phones()),
                    organisation == null
                            ? null
                            : party.role() == Role.CUSTOMER
                                    ? visitor.value(place + ".organisation", EntityType.ORGANISATION, organisation)
                                    : text(place + ".organisation", organisation)));
        }
        return all;
    }

    private List<TicketTurn> turns(List<TicketTurn> turns) {
        List<TicketTurn> all = new ArrayList<>(turns.size());
        for (int i = 0; i < turns.size(); i++) {
            TicketTurn turn = turns.get(i);
            String place = "turns[" + i + "]";
            all.add(new TicketTurn(
                    turn.role(),
                    required(place + ".roleEvidence", turn.roleEvidence()),
                    turn.author() == null ? null : visitor.id("party", turn.author()),
                    required(place + ".text", turn.text()),
                    time(turn.at()),
                    calls(place, turn.calls()),
                    values(place + ".attachments", EntityType.FILE, turn.attachments())));
        }
        return all;
    }

    private List<SeenCall> calls(String turn, List<SeenCall> calls) {
        List<SeenCall> all = new ArrayList<>(calls.size());
        for (int i = 0; i < calls.size(); i++) {
            SeenCall call = calls.get(i);
            String place = turn + ".calls[" + i + "]";
            all.add(new SeenCall(
                    required(place + ".tool", call.tool()),
                    json(place + ".arguments", call.arguments()),
                    json(place + ".result", call.result()),
                    call.succeeded()));
        }
        return all;
    }

    private @Nullable JsonNode json(String place, @Nullable JsonNode node) {
        return node == null ? null : new JsonRewrite(visitor).of(place, null, node, 0);
    }

    private List<Rating> ratings(List<Rating> ratings) {
        List<Rating> all = new ArrayList<>(ratings.size());
        for (int i = 0; i < ratings.size(); i++) {
            Rating rating = ratings.get(i);
            all.add(new Rating(
                    rating.verdict(),
                    required("ratings[" + i + "].score", rating.score()),
                    text("ratings[" + i + "].comment", rating.comment()),
                    rating.ofTheAgent()));
        }
        return all;
    }

    private List<MonitorFinding> monitors(List<MonitorFinding> monitors) {
        List<MonitorFinding> all = new ArrayList<>(monitors.size());
        for (int i = 0; i < monitors.size(); i++) {
            MonitorFinding finding = monitors.get(i);
            String place = "monitors[" + i + "]";
            all.add(new MonitorFinding(
                    required(place + ".monitor", finding.monitor()),
                    required(place + ".result", finding.result()),
                    finding.flagged(),
                    text(place + ".explanation", finding.explanation())));
        }
        return all;
    }

    private Map<String, String> fields(Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            // The name is a part of the place, so it is the redacted one.
            String name = required("fields", field.getKey());
            String key = name;
            for (int twin = 2; all.containsKey(key); twin++) {
                key = name + "-" + twin;
            }
            all.put(key, visitor.text("fields." + key, field.getKey(), field.getValue()));
        }
        return all;
    }

    private List<String> values(String place, EntityType type, List<String> values) {
        List<String> all = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            all.add(visitor.value(place + "[" + i + "]", type, values.get(i)));
        }
        return all;
    }

    private List<String> texts(String place, List<String> texts) {
        List<String> all = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            all.add(required(place + "[" + i + "]", texts.get(i)));
        }
        return all;
    }

    private @Nullable String text(String place, @Nullable String text) {
        return text == null ? null : required(place, text);
    }

    private String required(String place, String text) {
        return text.isEmpty() ? text : visitor.text(place, null, text);
    }

    private @Nullable Instant time(@Nullable Instant instant) {
        return instant == null ? null : visitor.time(instant);
    }
}
