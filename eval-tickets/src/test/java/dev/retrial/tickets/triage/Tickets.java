package dev.retrial.tickets.triage;

import dev.retrial.tickets.AiOutcome;
import dev.retrial.tickets.Effort;
import dev.retrial.tickets.MonitorFinding;
import dev.retrial.tickets.Party;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ticket, said turn by turn. */
final class Tickets {

    private final List<TicketTurn> turns = new ArrayList<>();
    private final List<Rating> ratings = new ArrayList<>();
    private final List<MonitorFinding> monitors = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<Party> parties = new ArrayList<>();
    private @Nullable AiOutcome outcome;
    private Effort effort = Effort.UNKNOWN;

    static Tickets customer(String text) {
        return new Tickets().says(Role.CUSTOMER, text);
    }

    Tickets says(Role role, String text, SeenCall... calls) {
        turns.add(new TicketTurn(role, "test", null, text, null, List.of(calls), List.of()));
        return this;
    }

    Tickets then(String text) {
        return says(Role.CUSTOMER, text);
    }

    Tickets agent(String text, SeenCall... calls) {
        return says(Role.AI_AGENT, text, calls);
    }

    Tickets human(String text) {
        return says(Role.HUMAN_AGENT, text);
    }

    Tickets note(String text) {
        return says(Role.INTERNAL_NOTE, text);
    }

    Tickets rated(Rating.Verdict verdict, boolean ofTheAgent, @Nullable String comment) {
        ratings.add(new Rating(verdict, verdict.name(), comment, ofTheAgent));
        return this;
    }

    Tickets ended(AiOutcome how) {
        outcome = how;
        return this;
    }

    Tickets reopened(int times) {
        effort = new Effort(null, times, null, null, null, false, null);
        return this;
    }

    Tickets flagged(String monitor, String explanation) {
        monitors.add(new MonitorFinding(monitor, "fail", true, explanation));
        return this;
    }

    Tickets tagged(String... more) {
        tags.addAll(List.of(more));
        return this;
    }

    Tickets with(Party party) {
        parties.add(party);
        return this;
    }

    SupportTicket ticket() {
        return new SupportTicket(
                "acme", "1", null, null, null, null, null, "billing", parties, turns, ratings, outcome, monitors,
                effort, tags, Map.of(), "test");
    }

    Triage triaged() {
        return TriageRules.of(TriageSettings.DEFAULT).triage(ticket());
    }
}
