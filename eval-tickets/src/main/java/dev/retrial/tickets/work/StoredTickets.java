package dev.retrial.tickets.work;

import dev.retrial.tickets.redact.Uncertain;
import dev.retrial.tickets.review.TicketSource;
import dev.retrial.tickets.triage.Evidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The tickets of a working directory, for the review. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StoredTickets implements TicketSource {

    private static final String TURN = "turns[";

    private final TicketStore store;
    private final TriageFile triage;
    private final LineIndex tickets;
    private final @Nullable LineIndex triages;

    private StoredTickets(TicketStore store, TriageFile triage) throws IOException {
        this.store = store;
        this.triage = triage;
        tickets = store.index();
        triages = triage.index();
    }

    /** What there is; nothing where nothing was imported. */
    public static TicketSource of(TicketWork work) throws IOException {
        TicketStore store = work.store();
        return store.isEmpty() ? TicketSource.NONE : new StoredTickets(store, new TriageFile(work.directory()));
    }

    @Override
    public @Nullable ShownTicket find(String reference) throws IOException {
        StoredTicket stored = store.find(tickets, reference);
        if (stored == null) {
            return null;
        }
        List<UncertainPlace> places = new ArrayList<>();
        for (Uncertain one : stored.redaction().uncertain()) {
            int turn = turn(one.place());
            if (turn >= 0) {
                places.add(new UncertainPlace(turn, one.start(), one.end(), one.type()));
            }
        }
        return new ShownTicket(stored.ticket(), places, evidence(reference));
    }

    /** What was found in a ticket; nothing where triage has not looked at the tickets as they are. */
    private List<Evidence> evidence(String reference) throws IOException {
        byte[] line = triages == null ? null : triages.line(reference);
        return line == null ? List.of() : triage.triage(line, 0).evidence();
    }

    /** The turn whose text a place such as {@code turns[3].text} is in, or -1. */
    private static int turn(String place) {
        int end = place.indexOf("].text");
        if (!place.startsWith(TURN) || end < 0) {
            return -1;
        }
        try {
            return Integer.parseInt(place.substring(TURN.length(), end));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
