package dev.retrial.tickets.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has typed and not saved, kept in the working directory: it outlives the browser, this program and the port, which is another one next time.
 *
 * <p>A file for each draft, named after the hash of its id, so that no id is ever part of a path.
 */
final class Unsaved {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;

    Unsaved(Path work) {
        this.directory = work.resolve("unsaved");
    }

    /**
     * What was typed.
     *
     * @param version the version of the draft that it began from
     * @param yaml the text
     */
    record Text(String version, String yaml) {}

    synchronized @Nullable Text find(String id) throws IOException {
        Path file = file(id);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            JsonNode kept = JSON.readTree(Files.readAllBytes(file));
            return new Text(kept.path("version").asText(), kept.path("yaml").asText());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return null;
        }
    }

    /** Which drafts there is something of, from one look at the directory. */
    synchronized Predicate<String> all() throws IOException {
        Set<Path> files = new HashSet<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> kept = Files.newDirectoryStream(directory, "*.json")) {
                kept.forEach(files::add);
            }
        }
        return id -> !files.isEmpty() && files.contains(file(id));
    }

    synchronized void keep(String id, Text text) throws IOException {
        Files.createDirectories(directory);
        Path unfinished = directory.resolve(file(id).getFileName() + ".new");
        byte[] bytes = JsonNodeFactory.instance
                .objectNode()
                .put("version", text.version())
                .put("yaml", text.yaml())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        Files.write(unfinished, bytes);
        Files.move(unfinished, file(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    synchronized void drop(String id) throws IOException {
        Files.deleteIfExists(file(id));
    }

    private Path file(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return directory.resolve(HexFormat.of().formatHex(hash, 0, 12) + ".json");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
