package dev.retrial.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.retrial.results.RunDirectory;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Results as a run leaves them, written as text, so that a test needs to say only what it is about. */
final class RunFiles {

    static final String SUITE = "acme.SupportAgentTest";

    private final Path directory;
    private final String id;
    private final List<TrialFile> trials = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Set<String>> planned = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private @Nullable String gate;
    private String mode = "ci";
    private int attempts = 1;
    private int pass = 1;
    private boolean complete = true;
    private @Nullable String stopped;
    private boolean partial;

    RunFiles(Path output, String id) {
        this.id = id;
        this.directory = output.resolve(SUITE).resolve(id);
    }

    RunFiles trials(int ofEachCell, int mustPass) {
        attempts = ofEachCell;
        pass = mustPass;
        return this;
    }

    RunFiles local() {
        mode = "local";
        return this;
    }

    RunFiles partial() {
        partial = true;
        return this;
    }

    /** Ended by something before its cells did. */
    RunFiles stopped(String why) {
        stopped = why;
        return this;
    }

    RunFiles killed() {
        complete = false;
        return this;
    }

    /** A trial that passed unless it is told otherwise. */
    TrialFile trial(String caseId, String cohort) {
        plan(caseId, cohort);
        int number = numbers.merge(caseId + '\n' + cohort, 1, Integer::sum);
        TrialFile trial = new TrialFile(caseId, cohort, number);
        trials.add(trial);
        return trial;
    }

    RunFiles passed(String caseId, String cohort) {
        trial(caseId, cohort).said("Hello", "Good day.");
        return this;
    }

    RunFiles plan(String caseId, String cohort) {
        planned.computeIfAbsent(caseId, any -> new LinkedHashSet<>()).add(cohort);
        return this;
    }

    /** What a gate decided, as JSON. */
    RunFiles gate(String json) {
        gate = json;
        return this;
    }

    /** A last line that was not written to its end. */
    RunFiles truncated() {
        lines.add("{\"suite\":\"ac");
        return this;
    }

    /** What the cohorts of a case were told differently. */
    RunFiles differs(String caseId, String was) {
        lines.add(line(json -> {
            json.writeStartObject();
            json.writeStringField("leaf", "cohorts");
            json.writeStringField("suite", SUITE);
            json.writeStringField("case", caseId);
            json.writeStringField("outcome", "failed");
            json.writeStringField("status", "active");
            json.writeStringField("file", "cases/" + caseId + ".yaml");
            json.writeNumberField("line", 4);
            json.writeArrayFieldStart("checks");
            json.writeStartObject();
            json.writeStringField("check", "cohorts.amounts");
            json.writeStringField("severity", "major");
            json.writeStringField("outcome", "failed");
            json.writeStringField("expected", "the same for enterprise, developer");
            json.writeStringField("was", was);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }));
        return this;
    }

    /** A red test that is no cell. */
    RunFiles red(String leaf, String name, String message) {
        lines.add(line(json -> {
            json.writeStartObject();
            json.writeStringField("leaf", leaf);
            json.writeStringField("suite", SUITE);
            json.writeStringField("name", name);
            json.writeStringField("outcome", "failed");
            json.writeStringField("message", message);
            json.writeEndObject();
        }));
        return this;
    }

    RunDirectory write() throws IOException {
        Files.createDirectories(directory);
        try (BufferedWriter out = Files.newBufferedWriter(directory.resolve("results.jsonl"))) {
            out.write(line(this::header));
            int index = 0;
            for (TrialFile trial : trials) {
                String transcript = "transcripts/" + index++ + ".json";
                if (trial.messages.isEmpty()) {
                    transcript = trial.transcript;
                } else {
                    Path file = directory.resolve(transcript);
                    Files.createDirectories(directory.resolve("transcripts"));
                    Files.writeString(file, line(json -> trial.messages(json)));
                }
                String path = transcript;
                out.write(line(json -> trial.write(json, path)));
            }
            for (String line : lines) {
                out.write(line);
            }
        }
        if (stopped != null) {
            Files.writeString(directory.resolve("stopped.json"), line(this::summary));
        } else if (complete) {
            Files.writeString(directory.resolve("run.json"), line(this::summary));
            Files.writeString(directory.resolveSibling("latest.json"), "{\"format\":1,\"run\":\"" + id + "\"}");
        }
        return new RunDirectory(directory);
    }

    private void header(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", 1);
        json.writeStringField("run", id);
        json.writeStringField("suite", SUITE);
        json.writeStringField("startedAt", "2026-03-02T09:15:00Z");
        json.writeStringField("mode", mode);
        json.writeBooleanField("partial", partial);
        json.writeNumberField("attempts", attempts);
        json.writeNumberField("pass", pass);
        json.writeObjectFieldStart("agent");
        json.writeStringField("model", "support-1");
        json.writeStringField("promptHash", "41d78a405da5d15e41d78a405da5d15e");
        json.writeEndObject();
        json.writeObjectFieldStart("planned");
        for (Map.Entry<String, Set<String>> cells : planned.entrySet()) {
            json.writeArrayFieldStart(cells.getKey());
            for (String cohort : cells.getValue()) {
                json.writeString(cohort);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeObjectFieldStart("skipped");
        json.writeStringField("gift-card", "draft");
        json.writeEndObject();
        json.writeEndObject();
    }

    private void summary(JsonGenerator json) throws IOException {
        long passed =
                trials.stream().filter(trial -> trial.outcome.equals("passed")).count();
        json.writeStartObject();
        json.writeNumberField("format", 1);
        json.writeStringField("run", id);
        json.writeStringField("suite", SUITE);
        json.writeStringField("startedAt", "2026-03-02T09:15:00Z");
        json.writeStringField("finishedAt", "2026-03-02T09:16:10Z");
        json.writeStringField("mode", mode);
        json.writeBooleanField("partial", partial);
        json.writeObjectFieldStart("cells");
        json.writeNumberField("passed", passed);
        json.writeNumberField("failed", trials.size() - passed);
        json.writeEndObject();
        json.writeObjectFieldStart("trials");
        json.writeNumberField("passed", passed);
        json.writeNumberField("failed", trials.size() - passed);
        json.writeEndObject();
        if (stopped != null) {
            json.writeStringField("stopped", stopped);
        }
        if (gate != null) {
            json.writeFieldName("gate");
            json.writeRawValue(gate);
        }
        json.writeEndObject();
    }

    private static String line(PackedBlocks.Value value) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = ConversationReader.JSON.createGenerator(line)) {
            value.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.append('\n').toString();
    }
}
