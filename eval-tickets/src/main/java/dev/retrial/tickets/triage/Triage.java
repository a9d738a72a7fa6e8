package dev.retrial.tickets.triage;

import dev.retrial.suite.FailureClass;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What triage says of a ticket.
 *
 * @param decision what it makes of it
 * @param failure the class of the failure; of an open ticket the likeliest one, or null where nothing points to one; null where there is no failure
 * @param score how sure it is that the AI agent failed, from 0 to 1
 * @param turn the index of the AI agent's turn that failed, or -1 where there is no failure or none can be told
 * @param evidence what it rests on, the weightiest first
 * @param alternatives the other classes that something speaks for, the likeliest first
 * @param category support's own word for what the ticket is about, or null
 * @param rulesVersion the rules that said so: their version and a hash of their vocabulary and settings
 * @param judgedBy the judge that decided what the rules left open, or null where the rules decided
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Triage(
        Decision decision,
        @Nullable FailureClass failure,
        double score,
        int turn,
        List<Evidence> evidence,
        List<Alternative> alternatives,
        @Nullable String category,
        String rulesVersion,
        @Nullable String judgedBy) {

    /** Copies the lists. */
    public Triage {
        evidence = List.copyOf(evidence);
        alternatives = List.copyOf(alternatives);
        if (decision == Decision.FAILURE && failure == null) {
            throw new IllegalArgumentException("a failure has a class");
        }
    }
}
