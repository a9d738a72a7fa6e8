package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import dev.retrial.tickets.difficulty.DifficultyScore;
import dev.retrial.tickets.redact.Redacted;
import dev.retrial.tickets.redact.Redaction;
import dev.retrial.tickets.redact.Uncertain;
import dev.retrial.tickets.triage.Triage;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a draft is made of.
 *
 * @param ticket the ticket, redacted; its id is the keyed reference
 * @param failure what the AI agent did wrong
 * @param turn the index of its turn that failed
 * @param evidence what says so
 * @param category support's own word for what it is about, or null where only {@link DraftSettings#categories} tells
 * @param difficulty how hard the ticket was, or null where that is not known
 * @param redaction what was hidden, counted, or null
 * @param uncertain places where something personal may be left: {@code place} ({@code turns[3].text}) and {@code type}, never a value
 * @param seen how many tickets tell the same story, itself included
 * @param signature by which near-duplicates of the draft are found, or null
 * @param family which drafts are looked at together, or null
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DraftSource(
        SupportTicket ticket,
        FailureClass failure,
        int turn,
        List<Evidence> evidence,
        @Nullable String category,
        @Nullable DifficultyScore difficulty,
        @Nullable ObjectNode redaction,
        List<ObjectNode> uncertain,
        int seen,
        @Nullable String signature,
        @Nullable String family) {

    /** Copies the lists. */
    public DraftSource {
        evidence = List.copyOf(evidence);
        uncertain = List.copyOf(uncertain);
    }

    /**
     * What redaction and triage say of a ticket, brought together.
     *
     * @param triage what tells of a failure, with its class
     * @param difficulty how hard the ticket was, or null
     * @param seen how many tickets tell the same story, itself included
     * @param signature by which near-duplicates are found, or null
     * @param family which drafts are looked at together, or null
     * @throws IllegalArgumentException where triage names no class
     */
    public static DraftSource of(
            Redacted redacted,
            Triage triage,
            @Nullable DifficultyScore difficulty,
            int seen,
            @Nullable String signature,
            @Nullable String family) {
        FailureClass failure = triage.failure();
        if (failure == null) {
            throw new IllegalArgumentException("a draft is made of a failure of some class");
        }
        List<Evidence> evidence = new ArrayList<>();
        for (dev.retrial.tickets.triage.Evidence one : triage.evidence()) {
            if (one.score() > 0) {
                evidence.add(new Evidence(one.rule(), one.score(), one.turn(), words(redacted.ticket(), one)));
            }
        }
        List<ObjectNode> uncertain = new ArrayList<>();
        for (Uncertain one : redacted.redaction().uncertain()) {
            uncertain.add(JsonNodeFactory.instance
                    .objectNode()
                    .put("place", one.place())
                    .put("type", one.type()));
        }
        return new DraftSource(
                redacted.ticket(),
                failure,
                triage.turn(),
                evidence,
                triage.category(),
                difficulty,
                redaction(redacted.redaction()),
                uncertain,
                seen,
                signature,
                family);
    }

    private static @Nullable String words(SupportTicket ticket, dev.retrial.tickets.triage.Evidence evidence) {
        if (evidence.turn() < 0 || evidence.turn() >= ticket.turns().size()) {
            return null;
        }
        TicketTurn turn = ticket.turns().get(evidence.turn());
        boolean note = turn.role() == Role.INTERNAL_NOTE;
        boolean inside = evidence.start() >= 0
                && evidence.start() < evidence.end()
                && evidence.end() <= turn.text().length();
        return note || !inside ? null : turn.text().substring(evidence.start(), evidence.end());
    }

    private static ObjectNode redaction(Redaction redaction) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("engine", redaction.engine()).put("rules", redaction.rules());
        if (!redaction.counts().isEmpty()) {
            ObjectNode counts = json.putObject("counts");
            redaction.counts().forEach(counts::put);
        }
        json.put("uncertain", redaction.uncertain().size());
        return json;
    }

    /**
     * What says that the agent failed.
     *
     * @param rule the rule that found it
     * @param score how much it says, from 0 to 1
     * @param turn the index of the turn, or -1 where it is in none
     * @param words the words, or null; never those of an internal note
     */
    public record Evidence(
            String rule, double score, int turn, @Nullable String words) {}
}
