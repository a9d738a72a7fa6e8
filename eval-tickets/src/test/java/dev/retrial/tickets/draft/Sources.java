package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.Effort;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import dev.retrial.tickets.difficulty.DifficultyScore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a ticket together, turn by turn. */
final class Sources {

    static final String REF = "hmac:3f9a12c4d5e6f708";

    private final FailureClass failure;
    private final List<TicketTurn> turns = new ArrayList<>();
    private final List<SeenCall> calls = new ArrayList<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<DraftSource.Evidence> evidence = new ArrayList<>();
    private final List<ObjectNode> uncertain = new ArrayList<>();
    private String subject = "Refund after the window";
    private String category = "billing";
    private DifficultyScore difficulty;
    private ObjectNode redaction;
    private int failed = -1;
    private int seen = 1;

    private Sources(FailureClass failure) {
        this.failure = failure;
    }

    static Sources of(FailureClass failure) {
        return new Sources(failure);
    }

    /** One of which a case holds without anybody's help. */
    static Sources refund() {
        return of(FailureClass.WRONG_POLICY)
                .customer("I want my money back for order A-1042.")
                .failing("Sure! You can return it within 60 days.")
                .customer("Great.")
                .human(
                        "Hi Dana,\nour assistant told you 60 days; that was wrong. The window is 30 days.\n\nKind regards,\nSam");
    }

    Sources subject(String text) {
        subject = text;
        return this;
    }

    Sources category(String text) {
        category = text;
        return this;
    }

    Sources field(String name, String value) {
        fields.put(name, value);
        return this;
    }

    Sources customer(String text) {
        return turn(Role.CUSTOMER, text);
    }

    Sources agent(String text) {
        return turn(Role.AI_AGENT, text);
    }

    Sources failing(String text) {
        failed = turns.size();
        return agent(text);
    }

    Sources human(String text) {
        return turn(Role.HUMAN_AGENT, text);
    }

    Sources note(String text) {
        return turn(Role.INTERNAL_NOTE, text);
    }

    /** A call that comes with the next turn. */
    Sources call(String tool, String arguments, String result, Boolean succeeded) {
        calls.add(new SeenCall(tool, json(arguments), json(result), succeeded));
        return this;
    }

    Sources evidence(String rule, int turn, String words) {
        evidence.add(new DraftSource.Evidence(rule, 0.9, turn, words));
        return this;
    }

    Sources uncertain(String place, String type) {
        uncertain.add(((ObjectNode) json("{}")).put("place", place).put("type", type));
        return this;
    }

    Sources redaction(String json) {
        redaction = (ObjectNode) json(json);
        return this;
    }

    Sources difficulty(DifficultyScore score) {
        difficulty = score;
        return this;
    }

    Sources seen(int times) {
        seen = times;
        return this;
    }

    Sources turn(Role role, String text) {
        Instant at = Instant.parse("2026-03-02T09:15:00Z").plusSeconds(60L * turns.size());
        turns.add(new TicketTurn(role, "acme.author=" + role, null, text, at, List.copyOf(calls), List.of()));
        calls.clear();
        return this;
    }

    DraftSource build() {
        SupportTicket ticket = new SupportTicket(
                "acme",
                REF,
                Instant.parse("2026-03-02T09:15:00Z"),
                null,
                "email",
                subject,
                "solved",
                category,
                List.of(),
                turns,
                List.of(),
                null,
                List.of(),
                Effort.UNKNOWN,
                List.of(),
                fields,
                "export.json#1");
        return new DraftSource(
                ticket, failure, failed, evidence, null, difficulty, redaction, uncertain, seen, null, null);
    }

    static JsonNode json(String text) {
        try {
            return text == null ? null : new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
