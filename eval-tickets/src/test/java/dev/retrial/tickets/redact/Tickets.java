package dev.retrial.tickets.redact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.retrial.tickets.Effort;
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

/** A ticket to redact, from what a test wants in it. */
final class Tickets {

    static final RedactionKey KEY = RedactionKey.of("6f1d2c3b4a5968778695a4b3c2d1e0ff0123456789abcdef0011223344556677");

    private final List<Party> parties = new ArrayList<>();
    private final List<TicketTurn> turns = new ArrayList<>();
    private final List<Rating> ratings = new ArrayList<>();
    private final List<MonitorFinding> monitors = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private String id = "482913";
    private String source = "export.json:1";
    private @Nullable String subject;

    static Tickets ticket() {
        return new Tickets();
    }

    Tickets id(String id) {
        this.id = id;
        return this;
    }

    Tickets source(String source) {
        this.source = source;
        return this;
    }

    Tickets subject(String subject) {
        this.subject = subject;
        return this;
    }

    Tickets party(Role role, String name, @Nullable String email, @Nullable String phone) {
        parties.add(new Party(
                "p" + parties.size() + "-77120",
                role,
                List.of(name),
                email == null ? List.of() : List.of(email),
                phone == null ? List.of() : List.of(phone),
                null));
        return this;
    }

    Tickets organisation(String organisation) {
        parties.add(new Party(null, Role.CUSTOMER, List.of(), List.of(), List.of(), organisation));
        return this;
    }

    Tickets says(String text) {
        return turn(Role.CUSTOMER, text);
    }

    Tickets turn(Role role, String text) {
        turns.add(
                new TicketTurn(role, "test", null, text, Instant.parse("2026-03-02T09:15:00Z"), List.of(), List.of()));
        return this;
    }

    Tickets by(String author) {
        turns.add(new TicketTurn(Role.CUSTOMER, "test", author, "Well?", null, List.of(), List.of()));
        return this;
    }

    Tickets attachment(String name) {
        turns.add(new TicketTurn(Role.CUSTOMER, "test", null, "See there.", null, List.of(), List.of(name)));
        return this;
    }

    Tickets call(String arguments, String result) {
        turns.add(new TicketTurn(
                Role.AI_AGENT,
                "test",
                null,
                "One moment.",
                null,
                List.of(new SeenCall("lookup", json(arguments), json(result), true)),
                List.of()));
        return this;
    }

    Tickets rating(String comment) {
        ratings.add(new Rating(Rating.Verdict.BAD, "bad", comment, true));
        return this;
    }

    Tickets monitor(String explanation) {
        monitors.add(new MonitorFinding("Tone", "fail", true, explanation));
        return this;
    }

    Tickets tag(String tag) {
        tags.add(tag);
        return this;
    }

    Tickets field(String name, String value) {
        fields.put(name, value);
        return this;
    }

    SupportTicket build() {
        return new SupportTicket(
                "zendesk",
                id,
                Instant.parse("2026-03-02T09:15:00Z"),
                Instant.parse("2026-03-05T09:15:00Z"),
                "email",
                subject,
                "open",
                "billing",
                parties,
                turns,
                ratings,
                null,
                monitors,
                Effort.UNKNOWN,
                tags,
                fields,
                source);
    }

    Redacted redacted() {
        return redacted(RedactionSettings.DEFAULT);
    }

    Redacted redacted(RedactionSettings settings) {
        return new Redactor(settings, KEY, List.of()).redact(build());
    }

    /** What becomes of a text that a customer wrote, in a ticket that tells nothing else. */
    static String said(String text) {
        return ticket().says(text).redacted().ticket().turns().get(0).text();
    }

    static com.fasterxml.jackson.databind.JsonNode json(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
