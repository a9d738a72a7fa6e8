package dev.retrial.tickets.coverage;

import dev.retrial.tickets.AiOutcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Hand-overs to people: what triage says of single tickets, and what the help desk says of all. Of tickets in which the agent spoke.
 *
 * @param agentTickets tickets in which the agent spoke
 * @param handedOver those that were handed to people
 * @param premature those that triage calls handed over too early, of those handed over
 * @param missed those that triage calls not handed over, or too late, of all in which the agent spoke
 * @param directionNotTold wrong hand-offs of which the evidence does not tell the direction, such as to the wrong team
 * @param withoutAgentTurn premature and missed ones in which the export shows no turn of the agent, and premature ones in which it shows no
 *     hand-over; part of no rate
 * @param outcomes how the help desk says the agent's part ended; every outcome is there
 * @param outcomeNotTold tickets in which the agent spoke and the help desk does not say how that ended
 * @param atOnce handed to people after a single turn of the agent, of those that the help desk calls escalated: a hint at premature ones
 * @param leftAlone not helped or gone without a person having replied, of those of which the help desk says how the agent's part ended: a hint at missed ones
 * @param categories by support category, most premature and missed first, at most ten; null where the export has none
 * @param systems by system
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Escalations(
        int agentTickets,
        int handedOver,
        Share premature,
        Share missed,
        int directionNotTold,
        int withoutAgentTurn,
        Map<AiOutcome, Integer> outcomes,
        int outcomeNotTold,
        Share atOnce,
        Share leftAlone,
        List<Where> categories,
        List<Where> systems) {

    /** Copies the collections. */
    public Escalations {
        outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
        categories = List.copyOf(categories);
        systems = List.copyOf(systems);
    }

    /** How many tickets the help desk says an outcome of. */
    public int told() {
        return agentTickets - outcomeNotTold;
    }

    /**
     * A part of the tickets in which the agent spoke.
     *
     * @param name the category or system, or null
     * @param premature as above
     * @param missed as above
     */
    public record Where(@Nullable String name, Share premature, Share missed) {}
}
