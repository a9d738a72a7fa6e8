package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.difficulty.DifficultyScore;
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
