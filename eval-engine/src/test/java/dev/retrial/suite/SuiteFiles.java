package dev.retrial.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a suite's files and reads them. */
final class SuiteFiles {

    /** The last lines of a case that is complete but for its title. */
    static final String REST = """
            conversation:
              - customer: Hello
            expect:
              greeting: {at-most: 1}
            """;

    private final Path directory;

    private SuiteFiles(Path directory) {
        this.directory = directory;
    }

    /** A suite with an empty suite file. */
    static SuiteFiles in(Path directory) {
        return new SuiteFiles(directory).file("suite.yaml", "");
    }

    Path directory() {
        return directory;
    }

    SuiteFiles file(String name, String text) {
        return file(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    SuiteFiles file(String name, byte[] bytes) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Suite read() {
        try {
            return new SuiteReader(new Agents(), new Judges()).read(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The case of a suite that has nothing broken. */
    EvalCase evalCase(String id) {
        Suite suite = read();
        assertSound(suite);
        for (CaseFile file : suite.files()) {
            if (file instanceof EvalCase one && one.id().equals(id)) {
                return one;
            }
        }
        throw new AssertionError("no case " + id + " in " + suite.files());
    }

    /** A suite that must have nothing broken. */
    Suite sound() {
        Suite suite = read();
        assertSound(suite);
        return suite;
    }

    private static void assertSound(Suite suite) {
        List<String> problems = problems(suite);
        if (!problems.isEmpty()) {
            throw new AssertionError("broken: " + problems);
        }
    }

    /** All problems, as they are shown. */
    List<String> problems() {
        return problems(read());
    }

    static List<String> problems(Suite suite) {
        List<String> problems = new ArrayList<>();
        for (CaseFile file : suite.files()) {
            if (file instanceof BrokenFile broken) {
                broken.problems().forEach(problem -> problems.add(problem.toString()));
            }
        }
        return problems;
    }

    /** A judge type as a class path may have it. */
    static final class Judges implements JudgeSettings {

        @Override
        public JsonNode schema(String type) {
            return type.equals("chat-model") ? JSON : null;
        }

        private static final JsonNode JSON = parsed("""
                {"type": "object", "required": ["model"], "additionalProperties": false, "properties": {
                  "model": {"type": "string"}, "api-key": {"type": "string"}, "temperature": {"type": "number"}}}
                """);

        @Override
        public void check(String type, ObjectNode settings) throws InvalidExpectation {
            if (!type.equals("chat-model")) {
                throw new InvalidExpectation("/type", "unknown judge type", null);
            }
        }

        private static JsonNode parsed(String json) {
            try {
                return new ObjectMapper().readTree(json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Agent types as a class path may have them. */
    static final class Agents implements AgentSettings {

        private static final Map<String, String> SCHEMAS = Map.of("http", """
                {"type": "object", "required": ["url"], "additionalProperties": false, "properties": {
                  "url": {"type": "string"}, "temperature": {"type": "number"}, "request": {},
                  "headers": {"type": "object", "additionalProperties": {"type": "string"}},
                  "system-prompt": {"type": "string", "format": "suite-path"}}}
                """, "recorded", """
                {"type": "object", "additionalProperties": false, "properties": {"from": {"type": "string"}}}
                """);

        @Override
        public JsonNode schema(String type) {
            try {
                return SCHEMAS.containsKey(type) ? new ObjectMapper().readTree(SCHEMAS.get(type)) : null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void check(String type, ObjectNode settings) throws InvalidExpectation {
            if (!SCHEMAS.containsKey(type)) {
                throw new InvalidExpectation(
                        "/type", "unknown agent type '" + type + "'; known are http, recorded", null);
            }
            Spec url = Spec.of(settings).optional("url");
            if (url != null && !url.text().startsWith("http") && !url.text().startsWith("${")) {
                throw url.invalid("this is no URL");
            }
        }
    }
}
