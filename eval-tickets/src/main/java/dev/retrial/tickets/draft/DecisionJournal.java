package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has been decided, written down before anything is changed, so that a crash loses no decision: whatever was written down and not carried out is carried out
 * when the journal is opened again.
 *
 * <p>It lies in the working directory, which is local and holds redacted text only.
 */
final class DecisionJournal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final SuiteTree tree;
    private final Disk disk;
    private final UndoList undo;
    private long next;

    private DecisionJournal(Path file, SuiteTree tree, Disk disk, UndoList undo) {
        this.file = file;
        this.tree = tree;
        this.disk = disk;
        this.undo = undo;
    }

    /**
     * Opens it and carries out what is left.
     *
     * @param undo remembers how decisions can be taken back
     * @param unsettled gets a line for each decision that could not be carried out, since its files were changed otherwise in the meantime
     */
    static DecisionJournal open(Path file, SuiteTree tree, Disk disk, UndoList undo, List<String> unsettled)
            throws IOException {
        DecisionJournal journal = new DecisionJournal(file, tree, disk, undo);
        journal.recover(unsettled);
        return journal;
    }

    private void recover(List<String> unsettled) throws IOException {
        Map<Long, JsonNode> open = new LinkedHashMap<>();
        for (String line : Files.exists(file) ? lines() : List.<String>of()) {
            JsonNode record = parsed(line);
            if (record == null) {
                // The line that was being written in the crash: whoever decided has not been told that it was.
                continue;
            }
            long number = record.path("decision").asLong();
            next = Math.max(next, number + 1);
            if (record.path("done").asBoolean()) {
                open.remove(number);
            } else {
                open.put(number, record);
            }
        }
        for (JsonNode record : open.values()) {
            List<FileStep> steps = new ArrayList<>();
            record.path("steps").forEach(step -> steps.add(FileStep.of(step)));
            if (apply(steps)) {
                settle(record);
            } else {
                unsettled.add(
                        "the decision '" + record.path("what").asText() + "' on "
                                + record.path("draft").asText()
                                + " could not be finished after a crash, since the file was changed otherwise: look at it again");
            }
        }
        disk.delete(file);
    }

    private List<String> lines() throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static @Nullable JsonNode parsed(String line) {
        try {
            JsonNode record = JSON.readTree(line);
            return record != null && record.isObject() ? record : null;
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Keeps a decision and carries it out.
     *
     * @param back how it can be taken back, or null where nobody needs to
     * @return whether every file was as the decision saw it; where not, what came behind it was left alone
     */
    boolean decide(String what, String draft, List<FileStep> steps, @Nullable List<FileStep> back) throws IOException {
        return carryOut(what, draft, steps, "back", back == null ? null : new UndoList.Entry(what, draft, back));
    }

    /** Takes the last decision back, and keeps that as one; so that a crash in between leaves neither half. */
    boolean takeBack(UndoList.Entry last) throws IOException {
        return carryOut("undo", last.draft(), last.steps(), "takes-back", last);
    }

    private boolean carryOut(
            String what, String draft, List<FileStep> steps, String key, UndoList.@Nullable Entry entry)
            throws IOException {
        long number = next++;
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("decision", number).put("what", what).put("draft", draft);
        ArrayNode list = record.putArray("steps");
        steps.forEach(step -> list.add(step.toJson()));
        if (entry != null) {
            record.set(key, entry.toJson());
        }
        append(record);
        boolean applied = apply(steps);
        if (applied) {
            settle(record);
        }
        append(JsonNodeFactory.instance.objectNode().put("decision", number).put("done", true));
        return applied;
    }

    /** What was carried out can be taken back, and what was taken back cannot any more. */
    private void settle(JsonNode record) throws IOException {
        if (record.has("back")) {
            undo.add(UndoList.Entry.of(record.path("back")));
        }
        if (record.has("takes-back")) {
            undo.remove(UndoList.Entry.of(record.path("takes-back")));
        }
    }

    private void append(ObjectNode record) throws IOException {
        // Behind a torn line, ours would be torn too.
        disk.append(file, (record + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private boolean apply(List<FileStep> steps) throws IOException {
        for (FileStep step : steps) {
            if (!step.apply(tree)) {
                return false;
            }
        }
        return true;
    }
}
