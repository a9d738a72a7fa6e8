package dev.retrial.results;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of one object beside the results: {@code run.json} and {@code latest.json}. */
final class SmallFiles {

    private SmallFiles() {}

    static byte[] latest(LatestRun latest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = RunWriter.JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("format", RunHeader.FORMAT);
            json.writeStringField("run", latest.run());
            if (latest.stopped() != null) {
                json.writeStringField("stopped", latest.stopped());
            }
            json.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    /** What {@code latest.json} names, or null where there is no such file. */
    static @Nullable LatestRun latest(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException none) {
            return null;
        }
        try (JsonParser json = RunWriter.JSON.createParser(bytes)) {
            HeaderLine.format(json);
            String run = null;
            String stopped = null;
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                json.nextToken();
                switch (key) {
                    case "run" -> run = Fields.text(json);
                    case "stopped" -> stopped = Fields.text(json);
                    default -> json.skipChildren();
                }
            }
            return new LatestRun(Fields.required(json, "run", run), stopped);
        } catch (IOException e) {
            throw RunReader.unreadable(file, 1, e);
        }
    }

    static byte[] summary(RunSummary summary) throws IOException {
        return summary(summary, null);
    }

    static byte[] stopped(StoppedRun run) throws IOException {
        return summary(run.soFar(), run.why());
    }

    private static byte[] summary(RunSummary summary, @Nullable String stopped) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = RunWriter.JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("format", RunHeader.FORMAT);
            json.writeStringField("run", summary.run());
            json.writeStringField("suite", summary.suite());
            if (stopped != null) {
                json.writeStringField("stopped", stopped);
            }
            json.writeStringField("startedAt", Times.iso(summary.startedAt()));
            json.writeStringField("finishedAt", Times.iso(summary.finishedAt()));
            json.writeStringField("mode", summary.mode());
            json.writeBooleanField("partial", summary.partial());
            HeaderLine.portion(summary.portion(), json);
            json.writeObjectFieldStart("cells");
            json.writeNumberField("passed", summary.cells().passed());
            json.writeNumberField("failed", summary.cells().failed());
            json.writeNumberField("error", summary.cells().error());
            json.writeNumberField("aborted", summary.cells().aborted());
            json.writeNumberField("skipped", summary.cells().skipped());
            json.writeEndObject();
            json.writeObjectFieldStart("trials");
            json.writeNumberField("passed", summary.trials().passed());
            json.writeNumberField("failed", summary.trials().failed());
            json.writeNumberField("diverged", summary.trials().diverged());
            json.writeNumberField("error", summary.trials().error());
            json.writeEndObject();
            json.writeArrayFieldStart("uncoveredRules");
            for (String rule : summary.uncoveredRules()) {
                json.writeString(rule);
            }
            json.writeEndArray();
            GateRecord gate = summary.gate();
            if (gate != null) {
                json.writeFieldName("gate");
                GateJson.write(gate, json);
            }
            json.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    static RunSummary summary(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (JsonParser json = RunWriter.JSON.createParser(bytes)) {
            HeaderLine.format(json);
            return summary(json);
        } catch (IOException e) {
            throw RunReader.unreadable(file, 1, e);
        }
    }

    static StoppedRun stopped(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (JsonParser json = RunWriter.JSON.createParser(bytes)) {
            HeaderLine.format(json);
            String why = null;
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                json.nextToken();
                if (key.equals("stopped")) {
                    why = Fields.text(json);
                } else {
                    json.skipChildren();
                }
            }
            return new StoppedRun(Fields.required(json, "stopped", why), summary(file));
        } catch (IOException e) {
            throw RunReader.unreadable(file, 1, e);
        }
    }

    private static RunSummary summary(JsonParser json) throws IOException {
        String run = null;
        String suite = null;
        Instant startedAt = null;
        Instant finishedAt = null;
        String mode = null;
        boolean partial = false;
        int[] cells = new int[5];
        int[] trials = new int[4];
        List<String> uncoveredRules = List.of();
        String shard = null;
        boolean filtered = false;
        String changedSince = null;
        GateRecord gate = null;
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            switch (key) {
                case "run" -> run = Fields.text(json);
                case "suite" -> suite = Fields.text(json);
                case "startedAt" -> startedAt = Fields.instant(json);
                case "finishedAt" -> finishedAt = Fields.instant(json);
                case "mode" -> mode = Fields.text(json);
                case "partial" -> partial = json.getBooleanValue();
                case "cells" -> counts(json, cells, "passed", "failed", "error", "aborted", "skipped");
                case "trials" -> counts(json, trials, "passed", "failed", "diverged", "error");
                case "uncoveredRules" -> uncoveredRules = Fields.texts(json);
                case "shard" -> shard = Fields.text(json);
                case "filtered" -> filtered = json.getBooleanValue();
                case "changedSince" -> changedSince = Fields.text(json);
                case "gate" -> gate = GateJson.read(json);
                default -> json.skipChildren();
            }
        }
        return new RunSummary(
                Fields.required(json, "run", run),
                Fields.required(json, "suite", suite),
                Fields.required(json, "startedAt", startedAt),
                Fields.required(json, "finishedAt", finishedAt),
                Fields.required(json, "mode", mode),
                partial,
                new RunSummary.Cells(cells[0], cells[1], cells[2], cells[3], cells[4]),
                new RunSummary.Trials(trials[0], trials[1], trials[2], trials[3]),
                uncoveredRules,
                HeaderLine.portion(json, shard, filtered, changedSince),
                gate);
    }

    private static void counts(JsonParser json, int[] counts, String... names) throws IOException {
        Fields.expect(json, json.currentToken(), JsonToken.START_OBJECT);
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            for (int i = 0; i < names.length; i++) {
                if (names[i].equals(key)) {
                    counts[i] = json.getIntValue();
                }
            }
            json.skipChildren();
        }
    }
}
