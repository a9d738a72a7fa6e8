package dev.retrial.results;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A trial's line: written and read field by field, in the order in which the format names them. */
final class TrialLine {

    private TrialLine() {}

    static void write(TrialRecord trial, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("suite", trial.suite());
        json.writeStringField("case", trial.caseId());
        json.writeStringField("cohort", trial.cohort());
        json.writeNumberField("trial", trial.trial());
        json.writeStringField("stage", trial.stage());
        json.writeStringField("outcome", trial.outcome());
        Fields.write(json, "reason", trial.reason());
        Fields.write(json, "escalation", trial.escalation());
        json.writeStringField("status", trial.status());
        Fields.write(json, "failure", trial.failure());
        Fields.write(json, "difficulty", trial.difficulty());
        Fields.write(json, "tags", trial.tags());
        json.writeNumberField("seen", trial.seen());
        json.writeStringField("file", trial.file());
        json.writeNumberField("line", trial.line());
        Fields.write(json, "hashes", trial.hashes());
        write(trial.checks(), json);
        write(trial.usage(), json);
        json.writeStringField("startedAt", Times.iso(trial.startedAt()));
        json.writeNumberField("millis", trial.millis());
        Fields.write(json, "transcript", trial.transcript());
        json.writeEndObject();
    }

    static void write(List<CheckRecord> checks, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("checks");
        for (int i = 0; i < checks.size(); i++) {
            write(checks.get(i), json);
        }
        json.writeEndArray();
    }

    private static void write(CheckRecord check, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("check", check.check());
        json.writeStringField("severity", check.severity());
        json.writeStringField("outcome", check.outcome());
        Fields.write(json, "message", check.message());
        Fields.write(json, "expected", check.expected());
        Fields.write(json, "was", check.was());
        Integer turn = check.turn();
        if (turn != null) {
            json.writeNumberField("turn", turn);
        }
        if (!check.evidence().isEmpty()) {
            json.writeArrayFieldStart("evidence");
            for (CheckRecord.Span span : check.evidence()) {
                json.writeStartObject();
                json.writeNumberField("turn", span.turn());
                json.writeNumberField("start", span.start());
                json.writeNumberField("end", span.end());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(TrialRecord.Usage usage, JsonGenerator json) throws IOException {
        if (usage.inputTokens() < 0 && usage.outputTokens() < 0) {
            return;
        }
        json.writeObjectFieldStart("usage");
        if (usage.inputTokens() >= 0) {
            json.writeNumberField("inputTokens", usage.inputTokens());
        }
        if (usage.outputTokens() >= 0) {
            json.writeNumberField("outputTokens", usage.outputTokens());
        }
        json.writeEndObject();
    }

    /**
     * Reads a trial; the parser stands on its first key.
     *
     * @param first that key, or null where the object is empty
     */
    static TrialRecord read(JsonParser json, @Nullable String first) throws IOException {
        String suite = null;
        String caseId = null;
        String cohort = null;
        int trial = 0;
        String stage = TrialRecord.FIRST;
        String outcome = null;
        String reason = null;
        String escalation = null;
        String status = null;
        String failure = null;
        String difficulty = null;
        List<String> tags = List.of();
        int seen = 1;
        String file = null;
        int line = 0;
        Map<String, String> hashes = Map.of();
        List<CheckRecord> checks = List.of();
        TrialRecord.Usage usage = TrialRecord.Usage.UNKNOWN;
        Instant startedAt = null;
        long millis = 0;
        String transcript = null;
        for (String key = first; key != null; key = json.nextFieldName()) {
            json.nextToken();
            switch (key) {
                case "suite" -> suite = Fields.text(json);
                case "case" -> caseId = Fields.text(json);
                case "cohort" -> cohort = Fields.text(json);
                case "trial" -> trial = json.getIntValue();
                case "stage" -> stage = Fields.text(json);
                case "outcome" -> outcome = Fields.text(json);
                case "reason" -> reason = Fields.text(json);
                case "escalation" -> escalation = Fields.text(json);
                case "status" -> status = Fields.text(json);
                case "failure" -> failure = Fields.text(json);
                case "difficulty" -> difficulty = Fields.text(json);
                case "tags" -> tags = Fields.texts(json);
                case "seen" -> seen = json.getIntValue();
                case "file" -> file = Fields.text(json);
                case "line" -> line = json.getIntValue();
                case "hashes" -> hashes = Fields.textsByName(json);
                case "checks" -> checks = checks(json);
                case "usage" -> usage = usage(json);
                case "startedAt" -> startedAt = Fields.instant(json);
                case "millis" -> millis = json.getLongValue();
                case "transcript" -> transcript = Fields.text(json);
                default -> json.skipChildren();
            }
        }
        return new TrialRecord(
                Fields.required(json, "suite", suite),
                Fields.required(json, "case", caseId),
                Fields.required(json, "cohort", cohort),
                trial,
                stage,
                Fields.required(json, "outcome", outcome),
                reason,
                escalation,
                Fields.required(json, "status", status),
                failure,
                difficulty,
                tags,
                seen,
                Fields.required(json, "file", file),
                line,
                hashes,
                checks,
                usage,
                Fields.required(json, "startedAt", startedAt),
                millis,
                transcript);
    }

    static List<CheckRecord> checks(JsonParser json) throws IOException {
        List<CheckRecord> checks = new ArrayList<>();
        Fields.expect(json, json.currentToken(), JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            checks.add(check(json));
        }
        return checks;
    }

    private static CheckRecord check(JsonParser json) throws IOException {
        String check = null;
        String severity = null;
        String outcome = null;
        String message = null;
        String expected = null;
        String was = null;
        @Nullable Integer turn = null;
        List<CheckRecord.Span> evidence = List.of();
        Fields.expect(json, json.currentToken(), JsonToken.START_OBJECT);
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            switch (key) {
                case "check" -> check = Fields.text(json);
                case "severity" -> severity = Fields.text(json);
                case "outcome" -> outcome = Fields.text(json);
                case "message" -> message = Fields.text(json);
                case "expected" -> expected = Fields.text(json);
                case "was" -> was = Fields.text(json);
                case "turn" -> turn = json.getIntValue();
                case "evidence" -> evidence = evidence(json);
                default -> json.skipChildren();
            }
        }
        return new CheckRecord(
                Fields.required(json, "check", check),
                Fields.required(json, "severity", severity),
                Fields.required(json, "outcome", outcome),
                message,
                expected,
                was,
                turn,
                evidence);
    }

    private static List<CheckRecord.Span> evidence(JsonParser json) throws IOException {
        List<CheckRecord.Span> spans = new ArrayList<>();
        Fields.expect(json, json.currentToken(), JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            int turn = 0;
            int start = 0;
            int end = 0;
            Fields.expect(json, json.currentToken(), JsonToken.START_OBJECT);
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                json.nextToken();
                switch (key) {
                    case "turn" -> turn = json.getIntValue();
                    case "start" -> start = json.getIntValue();
                    case "end" -> end = json.getIntValue();
                    default -> json.skipChildren();
                }
            }
            spans.add(new CheckRecord.Span(turn, start, end));
        }
        return spans;
    }

    private static TrialRecord.Usage usage(JsonParser json) throws IOException {
        long input = -1;
        long output = -1;
        Fields.expect(json, json.currentToken(), JsonToken.START_OBJECT);
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            switch (key) {
                case "inputTokens" -> input = json.getLongValue();
                case "outputTokens" -> output = json.getLongValue();
                default -> json.skipChildren();
            }
        }
        return new TrialRecord.Usage(input, output);
    }
}
