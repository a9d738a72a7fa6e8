package dev.retrial.results;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The line of a comparison. It begins with {@code leaf}, by which a reader tells it from a trial's before it meets anything else. */
final class CohortsLine {

    static final String FIRST_KEY = "leaf";

    private CohortsLine() {}

    static void write(CohortsRecord cohorts, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField(FIRST_KEY, CohortsRecord.LEAF);
        json.writeStringField("suite", cohorts.suite());
        json.writeStringField("case", cohorts.caseId());
        json.writeStringField("outcome", cohorts.outcome());
        Fields.write(json, "reason", cohorts.reason());
        json.writeStringField("status", cohorts.status());
        Fields.write(json, "failure", cohorts.failure());
        Fields.write(json, "difficulty", cohorts.difficulty());
        Fields.write(json, "tags", cohorts.tags());
        json.writeStringField("file", cohorts.file());
        json.writeNumberField("line", cohorts.line());
        json.writeObjectFieldStart("compared");
        for (Map.Entry<String, Integer> cohort : cohorts.compared().entrySet()) {
            json.writeNumberField(cohort.getKey(), cohort.getValue());
        }
        json.writeEndObject();
        TrialLine.write(cohorts.checks(), json);
        json.writeEndObject();
    }

    /** Reads a comparison; the parser stands on its first key, {@code leaf}, and the value has been read. */
    static CohortsRecord read(JsonParser json) throws IOException {
        String suite = null;
        String caseId = null;
        String outcome = null;
        String reason = null;
        String status = null;
        String failure = null;
        String difficulty = null;
        List<String> tags = List.of();
        String file = null;
        int line = 0;
        Map<String, Integer> compared = new LinkedHashMap<>();
        List<CheckRecord> checks = List.of();
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            switch (key) {
                case "suite" -> suite = Fields.text(json);
                case "case" -> caseId = Fields.text(json);
                case "outcome" -> outcome = Fields.text(json);
                case "reason" -> reason = Fields.text(json);
                case "status" -> status = Fields.text(json);
                case "failure" -> failure = Fields.text(json);
                case "difficulty" -> difficulty = Fields.text(json);
                case "tags" -> tags = Fields.texts(json);
                case "file" -> file = Fields.text(json);
                case "line" -> line = json.getIntValue();
                case "compared" -> compared(json, compared);
                case "checks" -> checks = TrialLine.checks(json);
                default -> json.skipChildren();
            }
        }
        return new CohortsRecord(
                Fields.required(json, "suite", suite),
                Fields.required(json, "case", caseId),
                Fields.required(json, "outcome", outcome),
                reason,
                Fields.required(json, "status", status),
                failure,
                difficulty,
                tags,
                Fields.required(json, "file", file),
                line,
                compared,
                checks);
    }

    private static void compared(JsonParser json, Map<String, Integer> compared) throws IOException {
        Fields.expect(json, json.currentToken(), JsonToken.START_OBJECT);
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            compared.put(key, json.getIntValue());
        }
    }
}
