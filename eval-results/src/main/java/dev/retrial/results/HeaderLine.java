package dev.retrial.results;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first line of a run's results. */
final class HeaderLine {

    private HeaderLine() {}

    static void write(RunHeader header, JsonGenerator json) throws IOException {
        json.writeStartObject();
        // First, so that a reader knows the version before it meets anything else.
        json.writeNumberField("format", RunHeader.FORMAT);
        json.writeStringField("run", header.run());
        json.writeStringField("suite", header.suite());
        json.writeStringField("startedAt", Times.iso(header.startedAt()));
        json.writeStringField("mode", header.mode());
        json.writeBooleanField("partial", header.partial());
        portion(header.portion(), json);
        json.writeNumberField("attempts", header.attempts());
        json.writeNumberField("pass", header.pass());
        Fields.write(json, "agent", header.agent());
        if (!header.judge().isEmpty()) {
            Fields.write(json, "judge", header.judge());
        }
        Yardstick yardstick = header.yardstick();
        if (!yardstick.vocabulary().isEmpty()) {
            json.writeStringField("vocabulary", yardstick.vocabulary());
        }
        if (!yardstick.hashes().isEmpty()) {
            Fields.write(json, "hashes", yardstick.hashes());
        }
        if (!yardstick.guards().isEmpty()) {
            Fields.write(json, "guards", yardstick.guards());
        }
        json.writeObjectFieldStart("planned");
        for (Map.Entry<String, List<String>> cells : header.planned().entrySet()) {
            Fields.write(json, cells.getKey(), cells.getValue());
        }
        json.writeEndObject();
        Fields.write(json, "skipped", header.skipped());
        json.writeEndObject();
    }

    static void portion(Portion portion, JsonGenerator json) throws IOException {
        if (portion.isShard()) {
            json.writeStringField("shard", portion.shardText());
        }
        if (portion.filtered()) {
            json.writeBooleanField("filtered", true);
        }
        Fields.write(json, "changedSince", portion.changedSince());
    }

    /** What {@link #portion} wrote. */
    static Portion portion(JsonParser json, @Nullable String shard, boolean filtered, @Nullable String changedSince)
            throws IOException {
        Portion portion = Portion.ofShard(shard == null ? "1/1" : shard, filtered, changedSince);
        if (portion == null) {
            throw new JsonParseException(json, "'" + shard + "' is no shard such as 2/3");
        }
        return portion;
    }

    static RunHeader read(JsonParser json) throws IOException {
        String run = null;
        String suite = null;
        Instant startedAt = null;
        String mode = null;
        boolean partial = false;
        int attempts = 1;
        int pass = 1;
        Map<String, String> agent = Map.of();
        Map<String, String> judge = Map.of();
        Map<String, List<String>> planned = new LinkedHashMap<>();
        Map<String, String> skipped = Map.of();
        String vocabulary = "";
        Map<String, String> hashes = Map.of();
        Map<String, String> guards = Map.of();
        String shard = null;
        boolean filtered = false;
        String changedSince = null;
        format(json);
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            switch (key) {
                case "run" -> run = Fields.text(json);
                case "suite" -> suite = Fields.text(json);
                case "startedAt" -> startedAt = Fields.instant(json);
                case "mode" -> mode = Fields.text(json);
                case "partial" -> partial = json.getBooleanValue();
                case "attempts" -> attempts = json.getIntValue();
                case "pass" -> pass = json.getIntValue();
                case "agent" -> agent = Fields.textsByName(json);
                case "judge" -> judge = Fields.textsByName(json);
                case "planned" -> planned(json, planned);
                case "skipped" -> skipped = Fields.textsByName(json);
                case "vocabulary" -> vocabulary = Fields.text(json);
                case "hashes" -> hashes = Fields.textsByName(json);
                case "guards" -> guards = Fields.textsByName(json);
                case "shard" -> shard = Fields.text(json);
                case "filtered" -> filtered = json.getBooleanValue();
                case "changedSince" -> changedSince = Fields.text(json);
                default -> json.skipChildren();
            }
        }
        return new RunHeader(
                Fields.required(json, "run", run),
                Fields.required(json, "suite", suite),
                Fields.required(json, "startedAt", startedAt),
                Fields.required(json, "mode", mode),
                partial,
                attempts,
                pass,
                agent,
                judge,
                planned,
                skipped,
                new Yardstick(vocabulary, hashes, guards),
                portion(json, shard, filtered, changedSince));
    }

    /** Reads the beginning of a versioned object. */
    static void format(JsonParser json) throws IOException {
        Fields.expect(json, json.nextToken(), JsonToken.START_OBJECT);
        if (!"format".equals(json.nextFieldName()) || !json.nextToken().isNumeric()) {
            throw new JsonParseException(
                    json, "not the results of a run: they begin with {\"format\":" + RunHeader.FORMAT);
        }
        if (json.getIntValue() != RunHeader.FORMAT) {
            throw new JsonParseException(
                    json,
                    "results in format " + json.getIntValue() + ", but this version of Retrial reads format "
                            + RunHeader.FORMAT + ": read them with the version that wrote them, or run again");
        }
    }

    private static void planned(JsonParser json, Map<String, List<String>> planned) throws IOException {
        Fields.expect(json, json.currentToken(), JsonToken.START_OBJECT);
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            planned.put(key, Fields.texts(json));
        }
    }
}
