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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the last decisions can be taken back, the last one at the end. It lies in the working directory beside the journal and outlives a restart; what has changed
 * otherwise since is found out when something is to be taken back.
 */
final class UndoList {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 100;

    private final Path file;
    private final Disk disk;
    private final List<Entry> entries = new ArrayList<>();

    private UndoList(Path file, Disk disk) {
        this.file = file;
        this.disk = disk;
    }

    /**
     * A decision that can be taken back.
     *
     * @param what accept, reject or merge
     * @param draft the draft that was decided on
     * @param steps what takes it back
     */
    record Entry(String what, String draft, List<FileStep> steps) {

        Entry {
            steps = List.copyOf(steps);
        }

        ObjectNode toJson() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("what", what).put("draft", draft);
            ArrayNode list = json.putArray("steps");
            steps.forEach(step -> list.add(step.toJson()));
            return json;
        }

        static Entry of(JsonNode json) {
            List<FileStep> steps = new ArrayList<>();
            json.path("steps").forEach(step -> steps.add(FileStep.of(step)));
            return new Entry(json.path("what").asText(), json.path("draft").asText(), steps);
        }
    }

    static UndoList open(Path file, Disk disk) throws IOException {
        UndoList list = new UndoList(file, disk);
        boolean torn = false;
        if (Files.exists(file)) {
            for (String line : Files.readString(file).lines().toList()) {
                try {
                    JsonNode read = JSON.readTree(line);
                    list.entries.add(Entry.of(read));
                } catch (IOException | IllegalArgumentException e) {
                    torn = true;
                }
            }
        }
        if (torn || list.entries.size() > MOST) {
            list.write();
        }
        return list;
    }

    /**
     * What takes steps back, the last first; to be asked before they are carried out.
     *
     * @param file the draft
     * @param typed what the draft is to hold then, or null for what it holds now
     */
    static List<FileStep> back(SuiteTree tree, List<FileStep> steps, String file, @Nullable String typed)
            throws IOException {
        List<FileStep> back = new ArrayList<>();
        for (FileStep step : steps) {
            FileStep inverse = step.inverse(tree);
            if (typed != null
                    && inverse instanceof FileStep.Rehome home
                    && home.to().equals(file)) {
                inverse = new FileStep.Rehome(home.file(), file, home.before(), typed);
            } else if (typed != null
                    && inverse instanceof FileStep.Put put
                    && put.file().equals(file)) {
                inverse = new FileStep.Put(file, put.before(), typed);
            }
            if (inverse != null) {
                back.add(0, inverse);
            }
        }
        return back;
    }

    /** The last decision that can be taken back, or null. */
    @Nullable
    Entry last() {
        return entries.isEmpty() ? null : entries.get(entries.size() - 1);
    }

    /** Puts one in, unless it is the last one already: after a crash it is put in again. */
    void add(Entry entry) throws IOException {
        if (entry.equals(last())) {
            return;
        }
        entries.add(entry);
        disk.append(file, (entry.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Takes one out where it is the last one. */
    void remove(Entry entry) throws IOException {
        if (entry.equals(last())) {
            entries.remove(entries.size() - 1);
            write();
        }
    }

    private void write() throws IOException {
        if (entries.size() > MOST) {
            entries.subList(0, entries.size() - MOST).clear();
        }
        if (entries.isEmpty()) {
            disk.delete(file);
            return;
        }
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry.toJson()).append('\n'));
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        disk.write(unfinished, text.toString().getBytes(StandardCharsets.UTF_8));
        disk.move(unfinished, file);
    }
}
