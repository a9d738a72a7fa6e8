package dev.retrial.tickets.read.neutral;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.ReadSummary;
import dev.retrial.tickets.read.desk.Desk;
import dev.retrial.tickets.read.desk.Fields;
import dev.retrial.tickets.read.desk.Gathered;
import dev.retrial.tickets.read.desk.Sorting;
import dev.retrial.tickets.read.file.Position;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Reads Retrial's own format among exports: a record holds its whole ticket, and a later one takes the place of an earlier one. */
@API(status = API.Status.INTERNAL)
public final class NeutralDesk implements Desk {

    @Override
    public String system() {
        return "neutral";
    }

    @Override
    public boolean recognises(ObjectNode value) {
        return value.path("system").isTextual() && value.path("id").isTextual();
    }

    @Override
    public void sort(ObjectNode value, Position position, Sorting into) {
        String at = position.before() > 0 ? position.text(0) : position.text();
        SupportTicket ticket;
        try {
            ticket = NeutralTickets.read(value);
        } catch (InvalidTicketException e) {
            into.problem(
                    at, "is no ticket: " + e.getMessage(), "correct the record; docs/ticket-formats.md has every key");
            return;
        }
        if (ticket.id().isBlank()
                || ticket.id().length() > 200
                || ticket.system().length() > 100) {
            into.problem(at, "`id` should have 1 to 200 characters, and `system` at most 100", "correct the record");
            return;
        }
        Instant updated = new Fields(value, wrong -> {}).time("updatedAt");
        // Two systems may have a ticket of the same number.
        into.piece(
                ticket.system() + "/" + ticket.id(),
                "ticket",
                "",
                updated == null ? 0 : updated.toEpochMilli(),
                whole(value),
                at);
    }

    /** As one field, so that of two states of a ticket one is taken whole. */
    private static ObjectNode whole(ObjectNode ticket) {
        ObjectNode whole = ticket.objectNode();
        whole.set("ticket", ticket);
        return whole;
    }

    @Override
    public ReadSummary.Deleted named(String id) {
        int slash = id.indexOf('/');
        return new ReadSummary.Deleted(id.substring(0, slash), id.substring(slash + 1));
    }

    @Override
    public boolean deleted(Gathered pieces) {
        Gathered.Piece ticket = pieces.one("ticket");
        return ticket != null
                && "deleted"
                        .equals(ticket.fields()
                                .node()
                                .path("ticket")
                                .path("status")
                                .asText());
    }

    @Override
    public @Nullable SupportTicket assemble(Gathered pieces) {
        Gathered.Piece piece = pieces.one("ticket");
        if (piece == null) {
            return null;
        }
        try {
            SupportTicket ticket = NeutralTickets.read(piece.fields().node().path("ticket"));
            if (!ticket.source().isEmpty()) {
                return ticket;
            }
            ObjectNode located = ((ObjectNode) piece.fields().node().path("ticket"))
                    .deepCopy()
                    .put("source", piece.source());
            return NeutralTickets.read(located);
        } catch (InvalidTicketException e) {
            pieces.problem(piece.source(), "is no ticket: " + e.getMessage(), "correct the record");
            return null;
        }
    }
}
