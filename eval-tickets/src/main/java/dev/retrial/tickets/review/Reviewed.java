package dev.retrial.tickets.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has been decided in this round, which ends when no draft is left.
 *
 * <p>A line is written before a decision is carried out, and counts only where its draft waits no more: so the count is right after a crash at any point.
 */
final class Reviewed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    /** Whether nothing waited after the last of them. */
    private boolean ended;

    /** What can be decided for good. */
    enum What {
        ACCEPT,
        REJECT,
        MERGE
    }

    /**
     * A decision.
     *
     * @param id the draft
     * @param what which
     * @param detail the reason of a rejection or the case of a merge; empty otherwise
     */
    record Decision(String id, What what, String detail) {}

    private Reviewed(Path file) {
        this.file = file;
    }

    static Reviewed open(Path work) throws IOException {
        Reviewed reviewed = new Reviewed(work.resolve("reviewed.jsonl"));
        if (Files.isRegularFile(reviewed.file)) {
            for (String line : Files.readString(reviewed.file).lines().toList()) {
                reviewed.add(line);
            }
        }
        return reviewed;
    }

    private void add(String line) {
        try {
            JsonNode read = JSON.readTree(line);
            String id = read.path("id").asText();
            if (read.has("end")) {
                ended = read.path("end").asBoolean();
            } else if (!id.isEmpty()) {
                What what = What.valueOf(read.path("what").asText());
                put(new Decision(id, what, read.path("detail").asText()));
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // A line that a crash has cut off.
        }
    }

    private void put(Decision decision) {
        if (ended) {
            decisions.clear();
            ended = false;
        }
        decisions.remove(decision.id());
        decisions.put(decision.id(), decision);
    }

    /** What has been decided of this round, the first first. */
    synchronized List<Decision> decided(Set<String> waiting) {
        List<Decision> decided = new ArrayList<>();
        if (ended && !waiting.isEmpty()) {
            return decided;
        }
        for (Decision decision : decisions.values()) {
            if (!waiting.contains(decision.id())) {
                decided.add(decision);
            }
        }
        return decided;
    }

    /** Says that this is about to be decided. */
    synchronized void about(Decision decision) throws IOException {
        append(JsonNodeFactory.instance
                .objectNode()
                .put("id", decision.id())
                .put("what", decision.what().name())
                .put("detail", decision.detail()));
        put(decision);
    }

    /** Nothing waits: with the next draft that comes, another round begins. */
    synchronized void end() throws IOException {
        if (!ended && !decisions.isEmpty()) {
            append(JsonNodeFactory.instance.objectNode().put("end", true));
            ended = true;
        }
    }

    /** The last decision was taken back: the round in which nothing was left goes on. */
    synchronized void goOn() throws IOException {
        if (ended) {
            append(JsonNodeFactory.instance.objectNode().put("end", false));
            ended = false;
        }
    }

    private void append(ObjectNode line) throws IOException {
        // A line that a crash has cut off must not spoil this one.
        String before = Files.isRegularFile(file) && Files.size(file) > 0 ? "\n" : "";
        Files.writeString(
                file, before + line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
