package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change of a file that a decision brings; doing it twice is doing it once, so that a decision can be carried out again after a crash.
 *
 * <p>A step that finds the file otherwise than the decision saw it changes nothing: somebody else has been there.
 */
sealed interface FileStep {

    /** The file that it is about, relative to the suite's directory. */
    String file();

    /** Carries it out; whether the file is now as it should be. */
    boolean apply(SuiteTree tree) throws IOException;

    /** Whether the file is as the step wants to find it. */
    boolean fits(SuiteTree tree) throws IOException;

    /** What takes it back, seen before it is carried out; null where it will change nothing. */
    @Nullable
    FileStep inverse(SuiteTree tree) throws IOException;

    /** How the journal keeps it. */
    ObjectNode toJson();

    /** What the journal kept. */
    static FileStep of(JsonNode json) {
        String file = json.path("file").asText();
        return switch (json.path("step").asText()) {
            case "put" ->
                new Put(file, json.path("before").textValue(), json.path("text").asText());
            case "rehome" ->
                new Rehome(
                        file,
                        json.path("to").asText(),
                        json.path("before").asText(),
                        json.path("text").asText());
            case "remove" -> new Remove(file, json.path("before").asText());
            case "remove-line" -> new RemoveLine(file, json.path("text").asText());
            case "add-line" -> new AddLine(file, json.path("text").asText());
            default -> throw new IllegalArgumentException("the journal has a step that this version does not know");
        };
    }

    private static String hash(String text) {
        return SuiteTree.hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean has(SuiteTree tree, String file, String line) throws IOException {
        Path path = tree.resolve(file);
        return Files.exists(path) && Files.readString(path).lines().anyMatch(line::equals);
    }

    private static ObjectNode json(String step, String file) {
        return JsonNodeFactory.instance.objectNode().put("step", step).put("file", file);
    }

    /**
     * A file gets a text.
     *
     * @param file the file, relative to the suite's directory
     * @param before the hash of what it held, or null where it was not there
     * @param text what it holds then
     */
    record Put(String file, @Nullable String before, String text) implements FileStep {

        @Override
        public boolean apply(SuiteTree tree) throws IOException {
            Path path = tree.resolve(file);
            String now = SuiteTree.hash(path);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (SuiteTree.hash(bytes).equals(now)) {
                return true;
            }
            if (before == null ? now != null : !before.equals(now)) {
                return false;
            }
            tree.put(path, bytes);
            return true;
        }

        @Override
        public boolean fits(SuiteTree tree) throws IOException {
            return Objects.equals(before, SuiteTree.hash(tree.resolve(file)));
        }

        @Override
        public FileStep inverse(SuiteTree tree) throws IOException {
            return before == null
                    ? new Remove(file, hash(text))
                    : new Put(file, hash(text), Files.readString(tree.resolve(file)));
        }

        @Override
        public ObjectNode toJson() {
            return json("put", file).put("before", before).put("text", text);
        }
    }

    /**
     * A file gets a text and another place: first the text where it is, then the place, so that there is one such file at any moment.
     *
     * @param file where it is
     * @param to where it goes
     * @param before the hash of what it held
     * @param text what it holds then
     */
    record Rehome(String file, String to, String before, String text) implements FileStep {

        @Override
        public boolean apply(SuiteTree tree) throws IOException {
            Path from = tree.resolve(file);
            Path target = tree.resolve(to);
            if (!Files.exists(from)) {
                return Files.exists(target);
            }
            if (Files.exists(target) || !new Put(file, before, text).apply(tree)) {
                return false;
            }
            tree.move(from, target);
            return true;
        }

        @Override
        public boolean fits(SuiteTree tree) throws IOException {
            return before.equals(SuiteTree.hash(tree.resolve(file))) && !Files.exists(tree.resolve(to));
        }

        @Override
        public FileStep inverse(SuiteTree tree) throws IOException {
            return new Rehome(to, file, hash(text), Files.readString(tree.resolve(file)));
        }

        @Override
        public ObjectNode toJson() {
            return json("rehome", file).put("to", to).put("before", before).put("text", text);
        }
    }

    /**
     * A file goes.
     *
     * @param file the file
     * @param before the hash of what it held
     */
    record Remove(String file, String before) implements FileStep {

        @Override
        public boolean apply(SuiteTree tree) throws IOException {
            Path path = tree.resolve(file);
            String now = SuiteTree.hash(path);
            if (now == null) {
                return true;
            }
            if (!before.equals(now)) {
                return false;
            }
            tree.delete(path);
            return true;
        }

        @Override
        public boolean fits(SuiteTree tree) throws IOException {
            return before.equals(SuiteTree.hash(tree.resolve(file)));
        }

        @Override
        public FileStep inverse(SuiteTree tree) throws IOException {
            return new Put(file, null, Files.readString(tree.resolve(file)));
        }

        @Override
        public ObjectNode toJson() {
            return json("remove", file).put("before", before);
        }
    }

    /**
     * A file gets one line more, unless it has it.
     *
     * @param file the file
     * @param text the line, without its end
     */
    record AddLine(String file, String text) implements FileStep {

        @Override
        public boolean apply(SuiteTree tree) throws IOException {
            Path path = tree.resolve(file);
            if (has(tree, file, text)) {
                return true;
            }
            String now = Files.exists(path) ? Files.readString(path) : "";
            String ended = now.isEmpty() || now.endsWith("\n") ? now : now + "\n";
            tree.put(path, (ended + text + "\n").getBytes(StandardCharsets.UTF_8));
            return true;
        }

        @Override
        public boolean fits(SuiteTree tree) {
            return true;
        }

        @Override
        public @Nullable FileStep inverse(SuiteTree tree) throws IOException {
            return has(tree, file, text) ? null : new RemoveLine(file, text);
        }

        @Override
        public ObjectNode toJson() {
            return json("add-line", file).put("text", text);
        }
    }

    /**
     * A file loses a line, if it has it; a file without any other goes.
     *
     * @param file the file
     * @param text the line, without its end
     */
    record RemoveLine(String file, String text) implements FileStep {

        @Override
        public boolean apply(SuiteTree tree) throws IOException {
            Path path = tree.resolve(file);
            if (!has(tree, file, text)) {
                return true;
            }
            StringBuilder left = new StringBuilder();
            Files.readString(path)
                    .lines()
                    .filter(line -> !line.equals(text))
                    .forEach(line -> left.append(line).append('\n'));
            if (left.isEmpty()) {
                tree.delete(path);
            } else {
                tree.put(path, left.toString().getBytes(StandardCharsets.UTF_8));
            }
            return true;
        }

        @Override
        public boolean fits(SuiteTree tree) throws IOException {
            return has(tree, file, text);
        }

        @Override
        public FileStep inverse(SuiteTree tree) {
            return new AddLine(file, text);
        }

        @Override
        public ObjectNode toJson() {
            return json("remove-line", file).put("text", text);
        }
    }
}
