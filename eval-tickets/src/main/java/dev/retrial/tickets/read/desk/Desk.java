package dev.retrial.tickets.read.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.ReadSummary;
import dev.retrial.tickets.read.file.Position;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A help desk's reader: it sorts what a file holds by ticket, and makes a ticket of what was sorted to it. */
@API(status = API.Status.INTERNAL)
public interface Desk {

    /** Its name in {@link SupportTicket#system()}. */
    String system();

    /** Whether a page or record looks like this help desk's. */
    boolean recognises(ObjectNode value);

    /** Takes a page or record apart. */
    void sort(ObjectNode value, Position position, Sorting into);

    /** Makes one of everything that was sorted to a ticket; null where that is too little to be a ticket, which it has then reported. */
    @Nullable
    SupportTicket assemble(Gathered pieces);

    /** A deleted ticket, as it is told to the caller. */
    default ReadSummary.Deleted named(String id) {
        return new ReadSummary.Deleted(system(), id);
    }

    /** Whether the newest that is known of a ticket says that it was deleted. */
    boolean deleted(Gathered pieces);
}
