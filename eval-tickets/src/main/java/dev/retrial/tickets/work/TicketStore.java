package dev.retrial.tickets.work;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.neutral.InvalidTicketException;
import dev.retrial.tickets.read.neutral.NeutralTickets;
import dev.retrial.tickets.redact.Redaction;
import dev.retrial.tickets.redact.Uncertain;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tickets of a working directory, redacted: {@code tickets.ndjson}, each a line in the neutral format, with what was done to it under the key
 * {@code redaction}, which readers of that format pass over.
 */
final class TicketStore {

    static final String TICKETS = "tickets.ndjson";
    private static final String REDACTION = "redaction";
    private static final String OPENED = "opened";
    private static final byte[] ID = "\"id\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(500)
                            .maxStringLength(64 << 20)
                            .build())
                    .build())
            .build();

    private final WorkDirectory directory;

    TicketStore(WorkDirectory directory) {
        this.directory = directory;
    }

    /** Whether nothing was imported yet. */
    boolean isEmpty() {
        return !Files.exists(directory.file(TICKETS));
    }

    /**
     * Its lines.
     *
     * @throws IOException where nothing was imported yet
     */
    LineFile lines() throws IOException {
        try {
            return new LineFile(directory.file(TICKETS));
        } catch (NoSuchFileException e) {
            throw new IOException(directory.path() + ": nothing was imported yet; import an export first", e);
        }
    }

    /**
     * The ticket of a line.
     *
     * @param number of the line, or 0
     * @throws IOException where it cannot be read; what is here is made by an import, so the remedy is another import
     */
    StoredTicket ticket(byte[] line, long number) throws IOException {
        JsonNode node;
        SupportTicket ticket;
        try {
            node = JSON.readTree(line);
            ticket = NeutralTickets.read(node);
        } catch (JsonProcessingException | InvalidTicketException e) {
            // Without the cause, whose message may repeat what the line says.
            throw notOurs(number);
        }
        JsonNode opened = node.path(OPENED);
        return new StoredTicket(
                ticket, redaction(node.path(REDACTION)), opened.isTextual() ? LocalDate.parse(opened.asText()) : null);
    }

    private static Redaction redaction(JsonNode node) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        node.path("counts")
                .properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asInt()));
        List<Uncertain> uncertain = new ArrayList<>();
        for (JsonNode one : node.path("uncertain")) {
            uncertain.add(new Uncertain(
                    one.path("place").asText(),
                    one.path("start").asInt(),
                    one.path("end").asInt(),
                    one.path("type").asText(),
                    one.path("shape").asText(),
                    one.path("score").asDouble()));
        }
        return new Redaction(node.path("engine").asText(), node.path("rules").asText(), counts, uncertain);
    }

    /** The line that a ticket is stored as. */
    static String line(StoredTicket stored) {
        Redaction redaction = stored.redaction();
        ObjectNode node = JSON.createObjectNode();
        node.put("engine", redaction.engine()).put("rules", redaction.rules());
        ObjectNode counts = node.putObject("counts");
        redaction.counts().forEach(counts::put);
        ArrayNode uncertain = node.putArray("uncertain");
        for (Uncertain one : redaction.uncertain()) {
            uncertain
                    .addObject()
                    .put("place", one.place())
                    .put("start", one.start())
                    .put("end", one.end())
                    .put("type", one.type())
                    .put("shape", one.shape())
                    .put("score", one.score());
        }
        String ticket = NeutralTickets.line(stored.ticket());
        String opened = stored.opened() == null ? "" : ",\"" + OPENED + "\":\"" + stored.opened() + "\"";
        return ticket.substring(0, ticket.length() - 1) + ",\"" + REDACTION + "\":" + node + opened + "}";
    }

    /** Where each ticket begins in the file, so that one of them is found without reading the others. */
    LineIndex index() throws IOException {
        return LineIndex.of(directory.file(TICKETS), TicketStore::reference);
    }

    /** The reference, which stands at the beginning of a line. */
    private static @Nullable String reference(LineFile.Line line) {
        return line.quotedBehind(ID);
    }

    /**
     * The same.
     *
     * @throws IOException where it has none
     */
    String reference(LineFile.Line line, long number) throws IOException {
        String reference = reference(line);
        if (reference == null) {
            throw notOurs(number);
        }
        return reference;
    }

    /** Without what the line says, or a cause whose message may repeat it. */
    private IOException notOurs(long number) {
        return new IOException(directory.file(TICKETS) + ":" + number
                + ": this is not what an import wrote; delete the file and import again");
    }

    /** The ticket of this reference, or null where there is none any more. */
    @Nullable
    StoredTicket find(LineIndex index, String reference) throws IOException {
        byte[] line = index.line(reference);
        StoredTicket found = line == null ? null : ticket(line, 0);
        return found == null || !found.ticket().id().equals(reference) ? null : found;
    }

    /** Begins to put in what an import reads. Nothing changes until it is committed. */
    Update update() throws IOException {
        return new Update();
    }

    /**
     * Takes tickets out.
     *
     * @param gone by reference
     * @return how many were here
     */
    long remove(Predicate<String> gone) throws IOException {
        if (isEmpty()) {
            return 0;
        }
        try (Update update = update()) {
            return update.commit(gone).removed();
        }
    }

    /**
     * What an import changed.
     *
     * @param added tickets that were not here
     * @param updated tickets that were here and say something else now
     * @param unchanged tickets that were here and say the same
     * @param kept tickets of earlier imports that this one did not bring
     * @param removed tickets that were here and were taken out
     */
    record Counts(long added, long updated, long unchanged, long kept, long removed) {}

    /** New tickets on their way into the store. */
    final class Update implements Closeable {

        private final Path written = directory.file(TICKETS + ".new");
        private final RefTable brought = new RefTable();
        private final BufferedWriter tickets = Files.newBufferedWriter(written, StandardCharsets.UTF_8);

        private Update() throws IOException {}

        /**
         * Puts a ticket in.
         *
         * @param reference its keyed reference
         * @param line what {@link TicketStore#line} made of it
         */
        void add(String reference, String line) throws IOException {
            brought.put(reference, RefTable.key(line));
            write(line);
        }

        private void write(String line) throws IOException {
            tickets.write(line);
            tickets.write('\n');
        }

        /** What would change. */
        Counts compare(Predicate<String> gone) throws IOException {
            return compare(gone, line -> {});
        }

        /**
         * Makes it so: what was brought, then what was here before.
         *
         * @param gone references of tickets that are here and must not be any more
         */
        Counts commit(Predicate<String> gone) throws IOException {
            Counts counts = compare(gone, this::write);
            tickets.close();
            WorkDirectory.replace(written, directory.file(TICKETS));
            return counts;
        }

        private Counts compare(Predicate<String> gone, Keeper keeper) throws IOException {
            long updated = 0;
            long unchanged = 0;
            long kept = 0;
            long removed = 0;
            if (!isEmpty()) {
                try (LineFile old = lines()) {
                    long number = 0;
                    for (LineFile.Line line = old.next(); line != null; line = old.next()) {
                        String reference = reference(line, ++number);
                        if (gone.test(reference)) {
                            removed++;
                        } else if (!brought.has(reference)) {
                            keeper.keep(line.toString());
                            kept++;
                        } else if (brought.get(reference) == RefTable.key(line.toString())) {
                            unchanged++;
                        } else {
                            updated++;
                        }
                    }
                }
            }
            return new Counts(brought.size() - updated - unchanged, updated, unchanged, kept, removed);
        }

        @Override
        public void close() throws IOException {
            tickets.close();
            Files.deleteIfExists(written);
        }
    }

    /** What takes a line that stays. */
    @FunctionalInterface
    private interface Keeper {
        void keep(String line) throws IOException;
    }
}
