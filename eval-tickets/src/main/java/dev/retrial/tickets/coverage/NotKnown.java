package dev.retrial.tickets.coverage;

import java.time.LocalDate;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What nobody knows, and what was left out for it. Of all tickets that were read, of any day.
 *
 * @param repeated references that came more than once and were counted once
 * @param noDay tickets without a day; in no figure of the window
 * @param toCome tickets dated after the window's last day; in no figure either
 * @param open tickets of the window that triage left open; no failure in any figure
 * @param classNotTold failures of the window that nobody named the class of
 * @param reviewed failures of the window whose class was taken from their case, since triage said otherwise
 * @param unknownCases tickets that name a case which the suite does not have
 * @param casesWithoutTicket cases whose ticket is not among those that were read
 * @param crowded names (categories, channels, families) for which there was no room, so that they are counted together
 * @param systems system by system
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record NotKnown(
        int repeated,
        int noDay,
        int toCome,
        int open,
        int classNotTold,
        int reviewed,
        int unknownCases,
        int casesWithoutTicket,
        boolean crowded,
        List<InSystem> systems) {

    /** Copies the list. */
    public NotKnown {
        systems = List.copyOf(systems);
    }

    /**
     * What a system does not tell.
     *
     * @param system the help desk; null for those for which there was no room, together
     * @param tickets all of it
     * @param first the first day, or null
     * @param last the last day, or null
     * @param noDay without a day
     * @param noCategory without a category
     * @param noLanguage without a language
     * @param noAgentTurn without a turn of the agent
     * @param noOutcome with a turn of the agent, but not how its part ended
     * @param noHardness without a difficulty
     */
    public record InSystem(
            @Nullable String system,
            int tickets,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            int noDay,
            int noCategory,
            int noLanguage,
            int noAgentTurn,
            int noOutcome,
            int noHardness) {}
}
