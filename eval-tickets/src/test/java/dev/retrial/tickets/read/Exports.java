package dev.retrial.tickets.read;

import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A directory of exports, written for a test and read. */
public final class Exports {

    private final Path directory;
    private ReadSettings settings = ReadSettings.DEFAULT;

    private Exports(Path directory) {
        this.directory = directory;
    }

    /** Files come to this directory. */
    public static Exports in(Path directory) {
        return new Exports(directory);
    }

    /** One more file. */
    public Exports file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** One more file, of any bytes. */
    public Exports file(String name, byte[] bytes) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads with other settings. */
    public Exports with(ReadSettings other) {
        settings = other;
        return this;
    }

    /** Reads the whole directory. */
    public Outcome read() {
        return read(List.of(directory));
    }

    /** Reads these. */
    public Outcome read(List<Path> paths) {
        List<SupportTicket> tickets = new ArrayList<>();
        try {
            ReadSummary summary = TicketReading.of(settings).read(paths, tickets::add, ReadProgress.NONE);
            return new Outcome(tickets, summary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came of it. */
    public record Outcome(List<SupportTicket> tickets, ReadSummary summary) {

        /** The only ticket, of a reading without a problem. */
        public SupportTicket only() {
            if (tickets.size() != 1 || summary.problemCount() != 0) {
                throw new AssertionError(tickets.size() + " tickets, problems " + summary.problems());
            }
            return tickets.get(0);
        }

        /** Tickets by id. */
        public Map<String, SupportTicket> byId() {
            return tickets.stream()
                    .collect(Collectors.toMap(
                            SupportTicket::id,
                            ticket -> ticket,
                            (a, b) -> {
                                throw new AssertionError("twice: " + a.id());
                            },
                            TreeMap::new));
        }

        /** Problems as lines, with the file's path within the directory. */
        public List<String> problems() {
            return summary.problems().stream()
                    .map(problem -> problem.toString().replaceFirst("^.*?junit-?\\d+[/\\\\]", ""))
                    .toList();
        }
    }

    /** Turns as {@code ROLE author: text}. */
    public static List<String> said(SupportTicket ticket) {
        return ticket.turns().stream()
                .map(turn -> turn.role() + " " + turn.author() + ": " + turn.text())
                .toList();
    }

    /** The evidence of each turn's role. */
    public static List<String> evidence(SupportTicket ticket) {
        return ticket.turns().stream().map(TicketTurn::roleEvidence).toList();
    }
}
