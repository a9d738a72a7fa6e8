package dev.retrial.baseline;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.gate.PassCount;
import dev.retrial.results.RunFingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** {@code baseline.json}: sorted, a line for each cell, so that a diff shows what changed and little else. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class BaselineFile {

    /** The version of the format. */
    public static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private BaselineFile() {}

    /**
     * Reads a baseline.
     *
     * @return null where there is no such file
     * @throws Refused where the file is of another version, or none of ours
     */
    public static @Nullable Baseline read(Path file) throws IOException {
        return read(file, file.toString());
    }

    /**
     * Reads a baseline.
     *
     * @param place where people find the file, where that is not the one that is read
     * @return null where there is no such file
     * @throws Refused where the file is of another version, or none of ours
     */
    public static @Nullable Baseline read(Path file, String place) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException none) {
            return null;
        }
        try {
            return baseline(JSON.readTree(bytes));
        } catch (IOException | IllegalArgumentException e) {
            String reason = e instanceof com.fasterxml.jackson.core.JacksonException broken
                    ? broken.getOriginalMessage() + " at line "
                            + broken.getLocation().getLineNr()
                    : e.getMessage();
            throw new Refused(place + " is no baseline: " + reason + "; restore it from git, or bless a new one");
        }
    }

    /** Writes a baseline so that a reader sees all of it or the one before. */
    public static void write(Path file, Baseline baseline) throws IOException {
        Path target = file.toAbsolutePath();
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path draft = Files.createTempFile(parent, ".baseline", ".json");
        try {
            Files.writeString(draft, text(baseline), StandardCharsets.UTF_8);
            try {
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    static String text(Baseline baseline) throws IOException {
        StringBuilder text = new StringBuilder("{\n");
        text.append("\"format\": ").append(FORMAT).append(",\n");
        text.append("\"suite\": ")
                .append(JSON.writeValueAsString(baseline.suite()))
                .append(",\n");
        object(text, "fingerprint", baseline.fingerprint().parts());
        object(text, "guards", baseline.guards());
        text.append("\"runs\": [");
        for (int i = 0; i < baseline.runs().size(); i++) {
            text.append(i == 0 ? "\n  " : ",\n  ")
                    .append(JSON.writeValueAsString(baseline.runs().get(i)));
        }
        text.append(baseline.runs().isEmpty() ? "],\n" : "\n],\n");
        object(text, "removed", baseline.removed());
        text.append("\"cells\": {");
        String caseId = null;
        for (Map.Entry<CellKey, CellHistory> cell : baseline.cells().entrySet()) {
            boolean sameCase = cell.getKey().caseId().equals(caseId);
            if (!sameCase) {
                text.append(caseId == null ? "\n" : "\n},\n");
                caseId = cell.getKey().caseId();
                text.append(JSON.writeValueAsString(caseId)).append(": {\n");
            } else {
                text.append(",\n");
            }
            text.append("  ")
                    .append(JSON.writeValueAsString(cell.getKey().cohort()))
                    .append(": ");
            text.append(JSON.writeValueAsString(json(cell.getValue())));
        }
        return text.append(caseId == null ? "}\n}\n" : "\n}\n}\n}\n").toString();
    }

    private static void object(StringBuilder text, String key, Map<String, String> values) throws IOException {
        text.append('"').append(key).append("\": {");
        String before = "\n  ";
        for (Map.Entry<String, String> value : values.entrySet()) {
            text.append(before).append(JSON.writeValueAsString(value.getKey())).append(": ");
            text.append(JSON.writeValueAsString(value.getValue()));
            before = ",\n  ";
        }
        text.append(values.isEmpty() ? "},\n" : "\n},\n");
    }

    private static ObjectNode json(CellHistory history) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("hash", history.hash());
        json.put("runs", history.outcomes());
        json.put("anchor", history.anchor().passes() + "/" + history.anchor().attempts());
        if (!history.failed().isEmpty()) {
            ArrayNode failed = json.putArray("failed");
            history.failed().forEach(failed::add);
        }
        return json;
    }

    private static Baseline baseline(JsonNode json) {
        if (!json.path("format").isInt()) {
            throw new IllegalArgumentException("it has no 'format'");
        }
        if (json.path("format").intValue() != FORMAT) {
            throw new IllegalArgumentException(
                    "its format is " + json.path("format") + ", and this version reads " + FORMAT);
        }
        SortedMap<CellKey, CellHistory> cells = new TreeMap<>();
        for (Map.Entry<String, JsonNode> oneCase : fields(json, "cells").entrySet()) {
            for (Map.Entry<String, JsonNode> cell : oneCase.getValue().properties()) {
                cells.put(new CellKey(oneCase.getKey(), cell.getKey()), history(cell.getValue()));
            }
        }
        return new Baseline(
                text(json, "suite"),
                new RunFingerprint(textsByName(json, "fingerprint")),
                textsByName(json, "guards"),
                texts(json.path("runs")),
                textsByName(json, "removed"),
                cells);
    }

    private static SortedMap<String, String> textsByName(JsonNode json, String key) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : fields(json, key).entrySet()) {
            if (!field.getValue().isTextual()) {
                throw new IllegalArgumentException("'" + field.getKey() + "' of '" + key + "' is no text");
            }
            texts.put(field.getKey(), field.getValue().textValue());
        }
        return texts;
    }

    private static CellHistory history(JsonNode json) {
        String anchor = text(json, "anchor");
        int slash = anchor.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("'" + anchor + "' is no anchor; '19/20' is");
        }
        return new CellHistory(
                text(json, "hash"),
                text(json, "runs"),
                new PassCount(
                        Integer.parseInt(anchor.substring(0, slash)), Integer.parseInt(anchor.substring(slash + 1))),
                texts(json.path("failed")));
    }

    private static Map<String, JsonNode> fields(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (!value.isObject()) {
            throw new IllegalArgumentException("it has no '" + key + "'");
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        value.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private static String text(JsonNode json, String key) {
        if (!json.path(key).isTextual()) {
            throw new IllegalArgumentException("a '" + key + "' is missing or no text");
        }
        return json.path(key).textValue();
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
