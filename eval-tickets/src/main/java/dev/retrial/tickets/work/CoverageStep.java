package dev.retrial.tickets.work;

import dev.retrial.tickets.AiOutcome;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import dev.retrial.tickets.coverage.Coverage;
import dev.retrial.tickets.coverage.CoverageCount;
import dev.retrial.tickets.coverage.Handling;
import dev.retrial.tickets.coverage.Hardness;
import dev.retrial.tickets.coverage.SuiteCase;
import dev.retrial.tickets.coverage.TicketFact;
import dev.retrial.tickets.coverage.TriageFact;
import dev.retrial.tickets.coverage.Window;
import dev.retrial.tickets.difficulty.DifficultyScore;
import dev.retrial.tickets.difficulty.EffortRanking;
import dev.retrial.tickets.duplicate.Finding;
import dev.retrial.tickets.redact.RedactionKey;
import dev.retrial.tickets.triage.Triage;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Says what the imported tickets say beside the suite's cases. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CoverageStep {

    private CoverageStep() {}

    /**
     * Counts.
     *
     * @param key under which near-duplicates are found
     * @param window the days that figures are of
     */
    public static Coverage run(TicketWork work, RedactionKey key, Window window) throws IOException {
        Closeable lock = work.directory().lock();
        try (FailureStories stories = FailureStories.find(work, FailureStories.signatures(key))) {
            List<SuiteCase> cases = new ArrayList<>();
            stories.cases().forEach(one -> cases.add(SuiteCase.of(one)));
            EffortRanking ranking = FailureStories.ranking(work);
            CoverageCount count = new CoverageCount(window, cases, stories.rejected());
            new TicketPass(work, "counting")
                    .eachTriaged(
                            false,
                            (stored, triage) -> fact(
                                    stored,
                                    triage,
                                    stories.found().of(stored.ticket().id()),
                                    ranking.of(stored.ticket())),
                            count::add);
            return count.result();
        } finally {
            work.progress().done();
            lock.close();
        }
    }

    private static TicketFact fact(
            StoredTicket stored, Triage triage, @Nullable Finding story, @Nullable DifficultyScore difficulty) {
        SupportTicket ticket = stored.ticket();
        String of = story == null ? null : story.of();
        boolean ofCase = story != null && story.kind() == Finding.Kind.REPEATS_CASE;
        boolean ofTicket = story != null && !ofCase && of != null;
        return new TicketFact(
                ticket.id(),
                ticket.system(),
                stored.opened(),
                ticket.channel(),
                triage.category(),
                null,
                TriageFact.of(triage, about(ticket, triage.turn())),
                difficulty == null ? null : Hardness.of(difficulty),
                handling(ticket),
                ofCase ? of : null,
                ofTicket ? of : null,
                null);
    }

    private static @Nullable String about(SupportTicket ticket, int turn) {
        if (turn < 0 || turn >= ticket.turns().size()) {
            return null;
        }
        List<SeenCall> calls = ticket.turns().get(turn).calls();
        return calls.isEmpty() ? null : calls.get(0).tool();
    }

    private static Handling handling(SupportTicket ticket) {
        Integer first = null;
        Integer last = null;
        boolean person = false;
        List<TicketTurn> turns = ticket.turns();
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).role() == Role.AI_AGENT) {
                first = first == null ? Integer.valueOf(i) : first;
                last = i;
            }
            person |= turns.get(i).role() == Role.HUMAN_AGENT;
        }
        AiOutcome outcome = ticket.aiOutcome();
        return new Handling(first, last, outcome, person);
    }
}
