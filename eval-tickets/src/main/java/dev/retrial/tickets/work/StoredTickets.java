package dev.retrial.tickets.work;

import dev.retrial.tickets.redact.Uncertain;
import dev.retrial.tickets.review.TicketSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The tickets of a working directory, for the review. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StoredTickets implements TicketSource {

    private static final String TURN = "turns[";

    private final TicketStore.Index index;

    private final TriageFile triage;

    private StoredTickets(TicketStore.Index index, TriageFile triage) {
        this.index = index;
        this.triage = triage;
    }

    /** What there is; nothing where nothing was imported. */
    public static TicketSource of(TicketWork work) throws IOException {
        TicketStore store = work.store();
        return store.isEmpty() ? TicketSource.NONE : new StoredTickets(store.index(), new TriageFile(work.directory()));
    }

    @Override
    public @Nullable ShownTicket find(String reference) throws IOException {
        StoredTicket stored = index.find(reference);
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
        return new ShownTicket(stored.ticket(), places, triage.evidence(reference));
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
