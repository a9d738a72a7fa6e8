package dev.retrial.tickets.work;

import dev.retrial.tickets.lanes.Lanes;
import dev.retrial.tickets.triage.Triage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes once through the tickets of a working directory, and through what triage said of them. Tickets are parsed on every processor and come in the order of the store;
 * nothing of a ticket is kept, and where only failures are wanted the others are not even parsed.
 */
final class TicketPass {

    private final TicketWork work;
    private final String what;
    private long count;

    /** @param what is being done, for the progress */
    TicketPass(TicketWork work, String what) {
        this.work = work;
        this.what = what;
    }

    /** What is made of a ticket, on any thread. */
    @FunctionalInterface
    interface Work<R> {
        R of(StoredTicket ticket) throws IOException;
    }

    /** What is made of a ticket and of what triage said of it, on any thread; null where nothing is to be taken. */
    @FunctionalInterface
    interface TriagedWork<R> {
        @Nullable
        R of(StoredTicket ticket, Triage triage) throws IOException;
    }

    /** What takes tickets, on the caller's thread. */
    @FunctionalInterface
    interface Taker {
        void take(StoredTicket ticket) throws IOException;
    }

    /** What takes tickets and what triage said of them, on the caller's thread. */
    @FunctionalInterface
    interface TriagedTaker {
        void take(StoredTicket ticket, Triage triage) throws IOException;
    }

    private record Pair(StoredTicket ticket, Triage triage) {}

    /** Every ticket. */
    void each(Taker taker) throws IOException {
        each(ticket -> ticket, taker::take);
    }

    /** What is made of every ticket. */
    <R> void each(Work<R> work, Lanes.Taker<R> taker) throws IOException {
        TicketStore store = this.work.store();
        try (LineFile tickets = store.lines();
                Lanes<R> lanes = new Lanes<>("tickets", taker)) {
            for (LineFile.Line line = tickets.next(); line != null; line = tickets.next()) {
                byte[] ticket = copy(line);
                long number = ++count;
                lanes.give(ticket.length, () -> work.of(store.ticket(ticket, number)));
                heard(tickets);
            }
            lanes.finish();
        }
    }

    /** Every failure of which the turn is known. */
    void eachFailure(TriagedTaker taker) throws IOException {
        eachTriaged(true, Pair::new, pair -> taker.take(pair.ticket(), pair.triage()));
    }

    /**
     * What is made of tickets and of what triage said of them.
     *
     * @param failures whether only of failures of which the turn is known
     */
    <R> void eachTriaged(boolean failures, TriagedWork<R> work, Lanes.Taker<R> taker) throws IOException {
        TicketStore store = this.work.store();
        TriageFile triage = new TriageFile(this.work.directory());
        try (LineFile tickets = store.lines();
                LineFile triages = triage.lines();
                Lanes<Optional<R>> lanes = new Lanes<>("tickets", made -> {
                    if (made.isPresent()) {
                        taker.take(made.get());
                    }
                })) {
            for (LineFile.Line line = tickets.next(); line != null; line = tickets.next()) {
                long number = ++count;
                LineFile.Line said = triages.next();
                String reference = store.reference(line, number);
                if (said == null || !reference.equals(TriageFile.reference(said))) {
                    throw triage.notOurs(number);
                }
                if (!failures || TriageFile.isFailure(said)) {
                    byte[] ticket = copy(line);
                    byte[] of = copy(said);
                    lanes.give(ticket.length, () -> {
                        Triage told = triage.triage(of, number);
                        return failures && told.turn() < 0
                                ? Optional.empty()
                                : Optional.ofNullable(work.of(store.ticket(ticket, number), told));
                    });
                }
                heard(tickets);
            }
            lanes.finish();
        }
    }

    private void heard(LineFile tickets) {
        work.progress().at(what, count, "tickets", tickets.position(), tickets.size());
    }

    private static byte[] copy(LineFile.Line line) {
        return Arrays.copyOfRange(line.bytes(), line.from(), line.from() + line.length());
    }
}
