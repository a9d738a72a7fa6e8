package dev.retrial.tickets.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.triage.Alternative;
import dev.retrial.tickets.triage.Decision;
import dev.retrial.tickets.triage.Evidence;
import dev.retrial.tickets.triage.Triage;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What triage said of each ticket of the working directory ({@code triage.ndjson}), line by line in the order of the tickets. */
final class TriageFile {

    static final String NAME = "triage.ndjson";
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final byte[] REF = "\"ref\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DECISION = "\"decision\":\"".getBytes(StandardCharsets.US_ASCII);

    private final WorkDirectory directory;

    TriageFile(WorkDirectory directory) {
        this.directory = directory;
    }

    /** Whether it is newer than the tickets, so that it speaks of them. */
    boolean isCurrent() throws IOException {
        Path file = directory.file(NAME);
        Path tickets = directory.file(TicketStore.TICKETS);
        return Files.exists(file)
                && Files.exists(tickets)
                && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(tickets)) >= 0;
    }

    /** Begins to write it anew. */
    Writing write() throws IOException {
        return new Writing();
    }

    /** A file on its way. */
    final class Writing implements Closeable {

        private final Path written = directory.file(NAME + ".new");
        private final BufferedWriter out = Files.newBufferedWriter(written, StandardCharsets.UTF_8);

        private Writing() throws IOException {}

        /** @param line what {@link TriageFile#line} made */
        void add(String line) throws IOException {
            out.write(line);
            out.write('\n');
        }

        void commit() throws IOException {
            out.close();
            WorkDirectory.replace(written, directory.file(NAME));
        }

        @Override
        public void close() throws IOException {
            out.close();
            Files.deleteIfExists(written);
        }
    }

    /** Its lines. */
    LineFile lines() throws IOException {
        return new LineFile(directory.file(NAME));
    }

    /** Which ticket a line is about; null where it does not say so. */
    static @Nullable String reference(LineFile.Line line) {
        return line.quotedBehind(REF);
    }

    /** Whether a line says that its ticket is a failure, which is told without parsing it. */
    static boolean isFailure(LineFile.Line line) {
        return Decision.FAILURE.key().equals(line.quotedBehind(DECISION));
    }

    /**
     * What a line says.
     *
     * @param number of the line, or 0
     */
    Triage triage(byte[] line, long number) throws IOException {
        try {
            return triage(JSON.readTree(line));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw notOurs(number);
        }
    }

    /** Without what the line says. */
    IOException notOurs(long number) {
        return new IOException(directory.file(NAME) + ":" + number
                + ": this is not what triage wrote of the tickets; run triage again");
    }

    /** Where the line about each ticket begins, as the file is now; null where triage has not looked at the tickets as they are. */
    @Nullable
    LineIndex index() throws IOException {
        return isCurrent() ? LineIndex.of(directory.file(NAME), TriageFile::reference) : null;
    }

    /** The line that says what triage said of a ticket. */
    static String line(String reference, Triage triage) {
        ObjectNode node = JSON.createObjectNode();
        node.put("ref", reference).put("decision", triage.decision().key());
        if (triage.failure() != null) {
            node.put("failure", triage.failure().key());
        }
        node.put("score", triage.score()).put("turn", triage.turn());
        ArrayNode evidence = node.putArray("evidence");
        for (Evidence one : triage.evidence()) {
            evidence.addObject()
                    .put("rule", one.rule())
                    .put("turn", one.turn())
                    .put("start", one.start())
                    .put("end", one.end())
                    .put("score", one.score());
        }
        ArrayNode alternatives = node.putArray("alternatives");
        for (Alternative one : triage.alternatives()) {
            alternatives.addObject().put("failure", one.failure().key()).put("score", one.score());
        }
        if (triage.category() != null) {
            node.put("category", triage.category());
        }
        node.put("rules", triage.rulesVersion());
        if (triage.judgedBy() != null) {
            node.put("judged-by", triage.judgedBy());
        }
        return node.toString();
    }

    private static Triage triage(JsonNode node) {
        List<Evidence> evidence = new ArrayList<>();
        for (JsonNode one : node.path("evidence")) {
            evidence.add(new Evidence(
                    one.path("rule").asText(),
                    one.path("turn").asInt(),
                    one.path("start").asInt(),
                    one.path("end").asInt(),
                    one.path("score").asDouble()));
        }
        List<Alternative> alternatives = new ArrayList<>();
        for (JsonNode one : node.path("alternatives")) {
            FailureClass failure = failure(one.path("failure"));
            if (failure != null) {
                alternatives.add(new Alternative(failure, one.path("score").asDouble()));
            }
        }
        return new Triage(
                decision(node.path("decision").asText()),
                failure(node.path("failure")),
                node.path("score").asDouble(),
                node.path("turn").asInt(),
                evidence,
                alternatives,
                node.path("category").textValue(),
                node.path("rules").asText(),
                node.path("judged-by").textValue());
    }

    private static Decision decision(String key) {
        for (Decision decision : Decision.values()) {
            if (decision.key().equals(key)) {
                return decision;
            }
        }
        throw new IllegalArgumentException("no decision");
    }

    private static @Nullable FailureClass failure(JsonNode key) {
        for (FailureClass failure : FailureClass.values()) {
            if (failure.key().equals(key.asText())) {
                return failure;
            }
        }
        return null;
    }
}
