package dev.retrial.tickets.read;

import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.file.ExportFiles;
import dev.retrial.tickets.read.file.JsonValues;
import dev.retrial.tickets.read.gather.Gathering;
import dev.retrial.tickets.read.gather.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apiguardian.api.API;

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
        return read(
                paths,
                new EachTicket<SupportTicket>() {
                    @Override
                    public SupportTicket of(SupportTicket ticket) {
                        return ticket;
                    }

                    @Override
                    public void take(SupportTicket ticket) {
                        each.accept(ticket);
                    }
                },
                progress);
    }

    /**
     * Reads all of it, and makes something of each ticket on every processor; the order in which that is handed over is that of the tickets.
     *
     * @param paths files and directories; a missing one is a problem of the summary
     * @param each is given each ticket once; what it throws ends the reading
     * @param progress hears how far it is
     * @throws IOException where there is no room to put things aside, or what {@code each} throws; never for what the files hold
     */
    public <R> ReadSummary read(List<Path> paths, EachTicket<R> each, ReadProgress progress) throws IOException {
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
            try (Handing<R> handing = new Handing<>(desks, settings, problems, each)) {
                gathering.drain(TicketReading::newer, progress, handing);
                return handing.summary(files);
            }
        } catch (UncheckedIOException e) {
            throw new IOException("what was read could not be put aside", e.getCause());
        }
    }

    /**
     * What is made of tickets.
     *
     * @param <R> what is made of one
     */
    public interface EachTicket<R> {

        /** Makes something of a ticket, on any thread, of several tickets at once. */
        R of(SupportTicket ticket);

        /** Takes what was made, one after the other in the order of the tickets, on the thread that reads. */
        void take(R made) throws IOException;
    }

    private static Item newer(Item one, Item other) {
        if (one.version() != other.version()) {
            return one.version() > other.version() ? one : other;
        }
        return java.util.Arrays.compare(one.json(), other.json()) >= 0 ? one : other;
    }

    /** What there is to read, for the progress; 0 where that cannot be told. */
    private static long bytes(List<Path> paths) {
        long total = 0;
        for (Path path : paths) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    total += Files.isRegularFile(file) ? Files.size(file) : 0;
                }
            } catch (IOException | UncheckedIOException e) {
                return 0;
            }
        }
        return total;
    }

    /** Counts problems, and keeps the first. */
    static final class Problems implements Consumer<ReadProblem> {

        final List<ReadProblem> first = new ArrayList<>();
        long count;
        private final int kept;

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
}
