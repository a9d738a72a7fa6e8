package dev.retrial.tickets.read;

import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.desk.Desk;
import dev.retrial.tickets.read.file.ExportFiles;
import dev.retrial.tickets.read.file.JsonValues;
import dev.retrial.tickets.read.gather.Gathering;
import dev.retrial.tickets.read.gather.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Reads help desks' exports: files and directories of JSON pages and JSON lines, plain, gzipped or zipped, of Zendesk, Intercom, Freshdesk,
 * Help Scout, or in Retrial's own format (docs/ticket-formats.md). Whatever was spread over many files and pages comes out as one ticket, in its
 * newest state, in an order that does not depend on the files'.
 *
 * <p>It streams: memory does not grow with the export. What does not fit is put aside encrypted, with a key that is never written anywhere, and
 * deleted at the end. What cannot be read is reported, counted and passed over. Tickets are handed over as personal as they are.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TicketReading {

    private final ReadSettings settings;

    private TicketReading(ReadSettings settings) {
        this.settings = settings;
    }

    /**
     * A reading with these settings.
     *
     * @throws IllegalArgumentException where the settings name a system that is not known
     */
    public static TicketReading of(ReadSettings settings) {
        Desks.of(settings.system());
        return new TicketReading(settings);
    }

    /**
     * Reads all of it, and hands over each ticket once.
     *
     * @param paths files and directories; a missing one is a problem of the summary
     * @param each takes a ticket; what it throws ends the reading
     * @param progress hears how far it is
     * @throws IOException where there is no room to put things aside; never for what the files hold
     */
    public ReadSummary read(List<Path> paths, Consumer<SupportTicket> each, ReadProgress progress) throws IOException {
        Problems problems = new Problems(settings.limits().problemsKept());
        Desks desks = Desks.of(settings.system());
        try (Gathering gathering =
                new Gathering(settings.spool(), settings.limits().ticketBytes())) {
            Sorter sorter = new Sorter(desks, gathering, problems);
            JsonValues values = new JsonValues(settings.limits(), problems, sorter);
            long total = bytes(paths);
            ExportFiles files = new ExportFiles(
                    settings.limits(), problems, values::read, bytes -> sorter.progress(bytes, total, progress));
            files.walk(paths);
            Handing handing = new Handing(desks, settings, problems, each);
            gathering.drain(TicketReading::newer, progress, handing);
            return handing.summary(files);
        } catch (UncheckedIOException e) {
            throw new IOException("what was read could not be put aside", e.getCause());
        }
    }

    private static Item newer(Item one, Item other) {
        if (one.version() != other.version()) {
            return one.version() > other.version() ? one : other;
        }
        return java.util.Arrays.compare(one.json(), other.json()) >= 0 ? one : other;
    }

    /** A guess for the progress; directories count once they are walked. */
    private static long bytes(List<Path> paths) {
        long total = 0;
        for (Path path : paths) {
            try {
                if (Files.isRegularFile(path)) {
                    total += Files.size(path);
                } else {
                    return 0;
                }
            } catch (IOException e) {
                return 0;
            }
        }
        return total;
    }

    /** Counts problems, and keeps the first. */
    static final class Problems implements Consumer<ReadProblem> {

        private final int kept;
        private final List<ReadProblem> first = new ArrayList<>();
        private long count;

        Problems(int kept) {
            this.kept = kept;
        }

        @Override
        public void accept(ReadProblem problem) {
            count++;
            if (first.size() < kept) {
                first.add(problem);
            }
        }
    }

    /** Makes tickets of their pieces, hands them over, and counts. */
    private static final class Handing implements Gathering.Each {

        private final Desks desks;
        private final ReadSettings settings;
        private final Problems problems;
        private final Consumer<SupportTicket> each;
        private final Map<String, Long> bySystem = new LinkedHashMap<>();
        private final List<ReadSummary.Deleted> deleted = new ArrayList<>();
        private long tickets;
        private long turns;

        Handing(Desks desks, ReadSettings settings, Problems problems, Consumer<SupportTicket> each) {
            this.desks = desks;
            this.settings = settings;
            this.problems = problems;
            this.each = each;
        }

        @Override
        public void group(String group, List<Item> items, int leftOut) {
            int bar = group.indexOf('|');
            Desk desk = desks.named(group.substring(0, bar));
            Pieces pieces = new Pieces(group.substring(bar + 1), items, settings, problems);
            if (leftOut > 0) {
                pieces.problem(
                        pieces.source(""),
                        "a ticket has more than " + (settings.limits().ticketBytes() >> 20) + " MiB of records, "
                                + leftOut + " of which were left out",
                        "look at the ticket in the help desk; a loop may have filled it");
            }
            if (desk.deleted(pieces)) {
                deleted.add(desk.named(pieces.id()));
                return;
            }
            @Nullable SupportTicket ticket = desk.assemble(pieces);
            if (ticket != null) {
                tickets++;
                turns += ticket.turns().size();
                bySystem.merge(ticket.system(), 1L, Long::sum);
                each.accept(ticket);
            }
        }

        ReadSummary summary(ExportFiles files) {
            return new ReadSummary(
                    files.files(), files.ignored(), tickets, turns, bySystem, deleted, problems.count, problems.first);
        }
    }
}
