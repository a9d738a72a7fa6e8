package dev.retrial.tickets.read.neutral;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.tickets.AiOutcome;
import dev.retrial.tickets.Effort;
import dev.retrial.tickets.MonitorFinding;
import dev.retrial.tickets.Party;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The neutral format, key by key. */
final class NeutralRecord {

    /** What a role rests on where the record only says the role. */
    private static final String STATED = "neutral.role";

    private NeutralRecord() {}

    static SupportTicket ticket(JsonNode record) throws InvalidTicketException {
        Keys keys = new Keys(record, "");
        List<Party> parties = new ArrayList<>();
        for (Keys party : keys.objects("parties")) {
            parties.add(party(party));
        }
        List<TicketTurn> turns = new ArrayList<>();
        for (Keys turn : keys.objects("turns")) {
            turns.add(turn(turn));
        }
        List<Rating> ratings = new ArrayList<>();
        for (Keys rating : keys.objects("ratings")) {
            ratings.add(rating(rating));
        }
        List<MonitorFinding> monitors = new ArrayList<>();
        for (Keys monitor : keys.objects("monitors")) {
            monitors.add(new MonitorFinding(
                    monitor.required("monitor"),
                    monitor.required("result"),
                    monitor.flag("flagged", false),
                    monitor.text("explanation")));
        }
        String source = keys.text("source");
        return new SupportTicket(
                keys.required("system"),
                keys.required("id"),
                keys.instant("openedAt"),
                keys.instant("updatedAt"),
                keys.text("channel"),
                keys.text("subject"),
                keys.text("status"),
                keys.text("category"),
                parties,
                turns,
                ratings,
                outcome(keys),
                monitors,
                effort(keys.object("effort")),
                keys.texts("tags"),
                fields(keys),
                source == null ? "" : source);
    }

    private static Party party(Keys keys) throws InvalidTicketException {
        return new Party(
                keys.text("id"),
                role(keys),
                keys.texts("names"),
                keys.texts("emails"),
                keys.texts("phones"),
                keys.text("organisation"));
    }

    private static TicketTurn turn(Keys keys) throws InvalidTicketException {
        List<SeenCall> calls = new ArrayList<>();
        for (Keys call : keys.objects("calls")) {
            calls.add(new SeenCall(
                    call.required("tool"), call.any("arguments"), call.any("result"), call.flag("succeeded")));
        }
        String evidence = keys.text("evidence");
        return new TicketTurn(
                role(keys),
                evidence == null ? STATED : evidence,
                keys.text("author"),
                keys.required("text"),
                keys.instant("at"),
                calls,
                keys.texts("attachments"));
    }

    private static Role role(Keys keys) throws InvalidTicketException {
        Role role = Words.role(keys.required("role"));
        if (role == null) {
            throw keys.wrong("role", "one of " + Words.list(Role.values()));
        }
        return role;
    }

    private static Rating rating(Keys keys) throws InvalidTicketException {
        Rating.Verdict verdict = Words.verdict(keys.required("verdict"));
        if (verdict == null) {
            throw keys.wrong("verdict", "one of " + Words.list(Rating.Verdict.values()));
        }
        String score = keys.text("score");
        return new Rating(
                verdict,
                score == null ? Words.of(verdict) : score,
                keys.text("comment"),
                keys.flag("ofTheAgent", false));
    }

    private static @Nullable AiOutcome outcome(Keys keys) throws InvalidTicketException {
        String word = keys.text("aiOutcome");
        if (word == null) {
            return null;
        }
        AiOutcome outcome = Words.outcome(word);
        if (outcome == null) {
            throw keys.wrong("aiOutcome", "one of " + Words.list(AiOutcome.values()));
        }
        return outcome;
    }

    private static Effort effort(@Nullable Keys keys) throws InvalidTicketException {
        if (keys == null) {
            return Effort.UNKNOWN;
        }
        return new Effort(
                keys.count("humanTouches"),
                keys.count("reopens"),
                keys.count("handoffs"),
                keys.count("customerMessages"),
                keys.number("resolutionMinutes"),
                keys.flag("open", true),
                keys.count("toolsTouched"));
    }

    private static Map<String, String> fields(Keys keys) throws InvalidTicketException {
        Map<String, String> fields = new LinkedHashMap<>();
        Keys object = keys.object("fields");
        if (object != null) {
            for (Map.Entry<String, JsonNode> field : object.node().properties()) {
                if (!field.getValue().isTextual()) {
                    throw keys.wrong("fields", "an object of texts");
                }
                fields.put(field.getKey(), field.getValue().textValue());
            }
        }
        return fields;
    }

    static void write(SupportTicket ticket, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("system", ticket.system());
        out.writeStringField("id", ticket.id());
        instant(out, "openedAt", ticket.openedAt());
        instant(out, "updatedAt", ticket.updatedAt());
        text(out, "channel", ticket.channel());
        text(out, "subject", ticket.subject());
        text(out, "status", ticket.status());
        text(out, "category", ticket.category());
        out.writeArrayFieldStart("parties");
        for (Party party : ticket.parties()) {
            party(party, out);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("turns");
        for (TicketTurn turn : ticket.turns()) {
            turn(turn, out);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("ratings");
        for (Rating rating : ticket.ratings()) {
            out.writeStartObject();
            out.writeStringField("verdict", Words.of(rating.verdict()));
            out.writeStringField("score", rating.score());
            text(out, "comment", rating.comment());
            out.writeBooleanField("ofTheAgent", rating.ofTheAgent());
            out.writeEndObject();
        }
        out.writeEndArray();
        text(out, "aiOutcome", ticket.aiOutcome() == null ? null : Words.of(ticket.aiOutcome()));
        out.writeArrayFieldStart("monitors");
        for (MonitorFinding monitor : ticket.monitors()) {
            out.writeStartObject();
            out.writeStringField("monitor", monitor.monitor());
            out.writeStringField("result", monitor.result());
            out.writeBooleanField("flagged", monitor.flagged());
            text(out, "explanation", monitor.explanation());
            out.writeEndObject();
        }
        out.writeEndArray();
        effort(ticket.effort(), out);
        texts(out, "tags", ticket.tags());
        out.writeObjectFieldStart("fields");
        for (Map.Entry<String, String> field : ticket.fields().entrySet()) {
            out.writeStringField(field.getKey(), field.getValue());
        }
        out.writeEndObject();
        out.writeStringField("source", ticket.source());
        out.writeEndObject();
    }

    private static void party(Party party, JsonGenerator out) throws IOException {
        out.writeStartObject();
        text(out, "id", party.id());
        out.writeStringField("role", Words.of(party.role()));
        texts(out, "names", party.names());
        texts(out, "emails", party.emails());
        texts(out, "phones", party.phones());
        text(out, "organisation", party.organisation());
        out.writeEndObject();
    }

    private static void turn(TicketTurn turn, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("role", Words.of(turn.role()));
        out.writeStringField("evidence", turn.roleEvidence());
        text(out, "author", turn.author());
        out.writeStringField("text", turn.text());
        instant(out, "at", turn.at());
        if (!turn.calls().isEmpty()) {
            out.writeArrayFieldStart("calls");
            for (SeenCall call : turn.calls()) {
                out.writeStartObject();
                out.writeStringField("tool", call.tool());
                tree(out, "arguments", call.arguments());
                tree(out, "result", call.result());
                if (call.succeeded() != null) {
                    out.writeBooleanField("succeeded", call.succeeded());
                }
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        if (!turn.attachments().isEmpty()) {
            texts(out, "attachments", turn.attachments());
        }
        out.writeEndObject();
    }

    private static void effort(Effort effort, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("effort");
        number(out, "humanTouches", effort.humanTouches());
        number(out, "reopens", effort.reopens());
        number(out, "handoffs", effort.handoffs());
        number(out, "customerMessages", effort.customerMessages());
        if (effort.resolutionMinutes() != null) {
            out.writeNumberField("resolutionMinutes", effort.resolutionMinutes());
        }
        out.writeBooleanField("open", effort.open());
        number(out, "toolsTouched", effort.toolsTouched());
        out.writeEndObject();
    }

    private static void text(JsonGenerator out, String key, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(key, value);
        }
    }

    private static void texts(JsonGenerator out, String key, List<String> values) throws IOException {
        out.writeArrayFieldStart(key);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    private static void number(JsonGenerator out, String key, @Nullable Integer value) throws IOException {
        if (value != null) {
            out.writeNumberField(key, value);
        }
    }

    private static void instant(JsonGenerator out, String key, @Nullable Instant value) throws IOException {
        text(out, key, value == null ? null : value.toString());
    }

    private static void tree(JsonGenerator out, String key, @Nullable JsonNode value) throws IOException {
        if (value != null) {
            out.writeFieldName(key);
            out.writeTree(value);
        }
    }
}
