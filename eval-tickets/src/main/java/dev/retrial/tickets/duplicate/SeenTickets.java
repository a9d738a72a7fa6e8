package dev.retrial.tickets.duplicate;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Which tickets have been counted in the {@code seen} of which case, so that the same export twice counts nobody twice. Kept beside the suite as
 * {@code tickets/seen.jsonl}: one JSON object a line, in the order of the references, with {@code ref} and {@code case}. A ticket counts once in all,
 * however many cases it comes to resemble. For one thread.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SeenTickets {

    /** Where it is, relative to the suite's directory. */
    public static final String FILE = "tickets/seen.jsonl";

    private final Path file;
    private final TreeMap<String, String> cases = new TreeMap<>();
    private final Map<String, Integer> raised = new LinkedHashMap<>();
    private boolean changed;

    private SeenTickets(Path file) {
        this.file = file;
    }

    /**
     * Reads what has been counted; nothing where there is no file.
     *
     * @throws IOException where a line cannot be read; the message says which one
     */
    public static SeenTickets read(Path file) throws IOException {
        SeenTickets seen = new SeenTickets(file);
        TicketLists.read(file, line -> {
            String ref = line.path("ref").textValue();
            String counted = line.path("case").textValue();
            if (ref == null || counted == null) {
                throw new IllegalArgumentException("'ref' and 'case' are needed, both of them text");
            }
            seen.cases.putIfAbsent(ref, counted);
        });
        return seen;
    }

    /**
     * Counts a ticket for a case.
     *
     * @return whether it had not been counted; otherwise nothing changes
     */
    public boolean count(String ref, String caseId) {
        if (cases.putIfAbsent(ref, caseId) != null) {
            return false;
        }
        raised.merge(caseId, 1, Integer::sum);
        changed = true;
        return true;
    }

    /** By how much the {@code seen} of each case rises with what has been counted since this was read. */
    public Map<String, Integer> raised() {
        return new LinkedHashMap<>(raised);
    }

    /** Forgets a ticket, on request; the number that it was part of says nothing of it. */
    public boolean forget(String ref) {
        boolean known = cases.remove(ref) != null;
        changed |= known;
        return known;
    }

    /** Writes the file if something changed: whole, or not at all. */
    public void save() throws IOException {
        if (!changed) {
            return;
        }
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException(file + " has no directory.");
        }
        Files.createDirectories(directory);
        Path written = Files.createTempFile(directory, "seen", ".tmp");
        try {
            try (Writer out = Files.newBufferedWriter(written)) {
                for (Map.Entry<String, String> one : cases.entrySet()) {
                    out.write(TicketLists.line("ref", one.getKey(), "case", one.getValue()));
                    out.write('\n');
                }
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
        changed = false;
        raised.clear();
    }
}
