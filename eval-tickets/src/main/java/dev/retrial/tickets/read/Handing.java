package dev.retrial.tickets.read;

import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.lanes.Lanes;
import dev.retrial.tickets.read.desk.Desk;
import dev.retrial.tickets.read.file.ExportFiles;
import dev.retrial.tickets.read.gather.Gathering;
import dev.retrial.tickets.read.gather.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes tickets of their pieces, several at once, hands over what is made of them in their order, and counts. */
final class Handing<R> implements Gathering.Each, AutoCloseable {

    private final Desks desks;
    private final ReadSettings settings;
    private final TicketReading.Problems problems;
    private final TicketReading.EachTicket<R> each;
    private final Lanes<Made<R>> lanes = new Lanes<>("tickets", this::take);
    private final Map<String, Long> bySystem = new LinkedHashMap<>();
    private final List<ReadSummary.Deleted> deleted = new ArrayList<>();
    private long tickets;
    private long turns;

    Handing(Desks desks, ReadSettings settings, TicketReading.Problems problems, TicketReading.EachTicket<R> each) {
        this.desks = desks;
        this.settings = settings;
        this.problems = problems;
        this.each = each;
    }

    /**
     * What came of a group.
     *
     * @param problems what could not be used of it
     * @param deleted the ticket, where it was deleted
     * @param system the help desk, where it is a ticket
     * @param turns how many it has
     * @param result what was made of it
     */
    private record Made<R>(
            List<ReadProblem> problems,
            ReadSummary.@Nullable Deleted deleted,
            @Nullable String system,
            int turns,
            @Nullable R result) {}

    @Override
    public void group(String group, List<Item> items, int leftOut) throws IOException {
        long bytes = 0;
        for (Item item : items) {
            bytes += item.json().length;
        }
        lanes.give(bytes, () -> made(group, items, leftOut));
    }

    private Made<R> made(String group, List<Item> items, int leftOut) {
        int bar = group.indexOf('|');
        Desk desk = desks.named(group.substring(0, bar));
        List<ReadProblem> told = new ArrayList<>(0);
        SupportTicket ticket;
        try {
            Pieces pieces = new Pieces(group.substring(bar + 1), items, settings, told::add);
            if (leftOut > 0) {
                pieces.problem(
                        pieces.source(""),
                        "a ticket has more than " + (settings.limits().ticketBytes() >> 20) + " MiB of records, "
                                + leftOut + " of which were left out",
                        "look at the ticket in the help desk; a loop may have filled it");
            }
            if (desk.deleted(pieces)) {
                return new Made<>(told, desk.named(pieces.id()), null, 0, null);
            }
            ticket = desk.assemble(pieces);
        } catch (RuntimeException | StackOverflowError e) {
            told.add(bug(items, e));
            return new Made<>(told, null, null, 0, null);
        }
        return ticket == null
                ? new Made<>(told, null, null, 0, null)
                : new Made<>(told, null, ticket.system(), ticket.turns().size(), each.of(ticket));
    }

    /** Without the message, which may have a piece of the text. */
    private static ReadProblem bug(List<Item> items, Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String source = items.isEmpty() ? "" : items.get(0).source();
        int at = source.lastIndexOf(", line ");
        return new ReadProblem(
                at < 0 ? source : source.substring(0, at),
                at < 0 ? "" : source.substring(at + 2),
                "a ticket could not be put together: " + thrown.getClass().getSimpleName()
                        + (trace.length == 0 ? "" : " at " + trace[0]),
                "it was left out; this is a bug of ours, please report it without the ticket");
    }

    private void take(Made<R> made) throws IOException {
        made.problems().forEach(problems);
        if (made.deleted() != null) {
            deleted.add(made.deleted());
        }
        R result = made.result();
        if (made.system() != null && result != null) {
            tickets++;
            turns += made.turns();
            bySystem.merge(made.system(), 1L, Long::sum);
            each.take(result);
        }
    }

    ReadSummary summary(ExportFiles files) throws IOException {
        lanes.finish();
        return new ReadSummary(
                files.files(), files.ignored(), tickets, turns, bySystem, deleted, problems.count, problems.first);
    }

    @Override
    public void close() {
        lanes.close();
    }
}
