package dev.retrial.tickets.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tickets that must be forgotten, by keyed reference ({@code tickets/forgotten.jsonl} of the suite): committed, so that no colleague's import brings one of them
 * back. Without the key nobody can tell which tickets they are.
 */
final class TombstoneFile {

    static final String NAME = "tickets/forgotten.jsonl";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path file;

    TombstoneFile(Path suite) {
        this.file = suite.resolve(NAME);
    }

    /**
     * The references.
     *
     * @throws IOException where a line cannot be read: to go on would bring back what somebody asked to have forgotten
     */
    Set<String> references() throws IOException {
        Set<String> references = new LinkedHashSet<>();
        if (!Files.exists(file)) {
            return references;
        }
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                references.add(reference(lines.get(i), i + 1));
            }
        }
        return references;
    }

    private String reference(String line, int number) throws IOException {
        try {
            JsonNode reference = JSON.readTree(line).path("ref");
            if (reference.isTextual()) {
                return reference.asText();
            }
        } catch (IOException e) {
            // Told below, without what the line says.
        }
        throw new IOException(
                file + ":" + number
                        + ": this is no line of a tombstone, {\"ref\": \"hmac:…\", \"forgotten\": \"2026-03-02\"}; restore the file from git");
    }

    /** Adds one, where it is not there yet. */
    void add(String reference, LocalDate day) throws IOException {
        if (references().contains(reference)) {
            return;
        }
        List<String> lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
        lines.add(JSON.createObjectNode()
                .put("ref", reference)
                .put("forgotten", day.toString())
                .toString());
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = file.resolveSibling(".forgotten.jsonl.new");
        Files.write(
                written,
                lines,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
        WorkDirectory.replace(written, file);
    }
}
