package dev.retrial.tickets.work;

import dev.retrial.agent.AgentTypes;
import dev.retrial.judging.JudgeTypes;
import dev.retrial.suite.BrokenFile;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Suite;
import dev.retrial.suite.SuiteReader;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import dev.retrial.tickets.difficulty.EffortRanking;
import dev.retrial.tickets.draft.CaseEdits;
import dev.retrial.tickets.duplicate.ComparedText;
import dev.retrial.tickets.duplicate.Duplicates;
import dev.retrial.tickets.duplicate.KnownCase;
import dev.retrial.tickets.duplicate.NearDuplicates;
import dev.retrial.tickets.duplicate.RejectedTicket;
import dev.retrial.tickets.duplicate.RejectedTickets;
import dev.retrial.tickets.duplicate.SignatureKey;
import dev.retrial.tickets.redact.RedactionKey;
import dev.retrial.tickets.triage.Triage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of the triaged failures tell the same story: as each other, as a case of the suite, as a ticket that was rejected. */
final class FailureStories implements Closeable {

    private final NearDuplicates search;
    private final Duplicates found;
    private final List<EvalCase> cases;
    private final Set<String> ticketsOfCases;
    private final Set<String> rejected;

    private FailureStories(
            NearDuplicates search,
            Duplicates found,
            List<EvalCase> cases,
            Set<String> ticketsOfCases,
            Set<String> rejected) {
        this.search = search;
        this.found = found;
        this.cases = cases;
        this.ticketsOfCases = ticketsOfCases;
        this.rejected = rejected;
    }

    /** The key that signatures of a project are made under. */
    static SignatureKey signatures(RedactionKey key) {
        return SignatureKey.of(key.derived("near-duplicates"));
    }

    /**
     * Looks for them.
     *
     * @throws IOException where the tickets were not triaged, or the suite cannot be read
     */
    static FailureStories find(TicketWork work, SignatureKey signatures) throws IOException {
        if (!new TriageFile(work.directory()).isCurrent()) {
            throw new IOException(
                    work.directory().path() + ": the imported tickets were not triaged yet; run triage first");
        }
        NearDuplicates search = new NearDuplicates(signatures, work.directory().path());
        try {
            List<EvalCase> cases = cases(work.suite());
            Set<String> ticketsOfCases = new HashSet<>();
            for (EvalCase one : cases) {
                for (KnownCase known : KnownCase.of(one)) {
                    search.addCase(known);
                    if (known.ticket() != null) {
                        ticketsOfCases.add(known.ticket());
                    }
                }
            }
            Set<String> rejected = new HashSet<>();
            for (RejectedTicket one : RejectedTickets.read(work.suite().resolve(CaseEdits.REJECTED))) {
                search.addRejected(one);
                rejected.add(one.ref());
            }
            new TicketPass(work, "comparing")
                    .eachTriaged(true, (stored, triage) -> compared(stored.ticket(), triage), search::add);
            return new FailureStories(search, search.find(), cases, ticketsOfCases, rejected);
        } catch (IOException | RuntimeException e) {
            search.close();
            throw e;
        }
    }

    /** Every case of a suite that can be read. */
    static List<EvalCase> cases(Path directory) throws IOException {
        ClassLoader classes = FailureStories.class.getClassLoader();
        Suite suite = new SuiteReader(new AgentTypes(classes), new JudgeTypes(classes)).read(directory);
        List<EvalCase> cases = new ArrayList<>();
        for (CaseFile file : suite.files()) {
            if (file instanceof EvalCase evalCase) {
                cases.add(evalCase);
            } else if (file instanceof BrokenFile broken && broken.holdsUpSuite()) {
                throw new IOException(
                        "the suite cannot be read: " + broken.problems().get(0));
            }
        }
        return cases;
    }

    /** How hard each ticket was beside the others of its help desk and channel. */
    static EffortRanking ranking(TicketWork work) throws IOException {
        EffortRanking.Builder ranking = EffortRanking.builder();
        new TicketPass(work, "difficulty").each(stored -> ranking.add(stored.ticket()));
        return ranking.build();
    }

    /** What a case would hold of it: what the customer said up to the turn that failed, and that turn. */
    static ComparedText compared(SupportTicket ticket, Triage triage) {
        int position = 0;
        for (TicketTurn turn : ticket.turns().subList(0, triage.turn())) {
            if (turn.role() == Role.CUSTOMER || turn.role() == Role.AI_AGENT) {
                position++;
            }
        }
        return ComparedText.of(ticket).upTo(position);
    }

    Duplicates found() {
        return found;
    }

    /** Every case of the suite that can be read. */
    List<EvalCase> cases() {
        return cases;
    }

    /** Whether a case was made of this ticket. */
    boolean isOfCase(String reference) {
        return ticketsOfCases.contains(reference);
    }

    /** The references of what was rejected. */
    Set<String> rejected() {
        return rejected;
    }

    @Override
    public void close() throws IOException {
        search.close();
    }
}
