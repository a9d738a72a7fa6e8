package dev.retrial.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trial as a run writes it down. */
final class TrialFile {

    final String caseId;
    final String cohort;
    private final int number;
    String outcome = "passed";
    String status = "active";
    private String failure = "wrong-policy";
    private String difficulty = "hard";
    private int seen = 1;
    private long millis = 400;
    private String hash = "ab12";
    private String escalation = "";
    private String reason = "";
    private String stage = "first";

    @Nullable
    String transcript;

    final List<PackedBlocks.Value> messages = new ArrayList<>();
    private final List<PackedBlocks.Value> checks = new ArrayList<>();

    TrialFile(String caseId, String cohort, int number) {
        this.caseId = caseId;
        this.cohort = cohort;
        this.number = number;
    }

    TrialFile of(String failureClass, String howHard, int tickets) {
        failure = failureClass;
        difficulty = howHard;
        seen = tickets;
        return this;
    }

    TrialFile status(String given) {
        status = given;
        return this;
    }

    TrialFile ended(String how, String why) {
        outcome = how;
        reason = why;
        return this;
    }

    TrialFile hash(String of) {
        hash = of;
        return this;
    }

    TrialFile escalation(String how) {
        escalation = how;
        return this;
    }

    TrialFile took(long milliseconds) {
        millis = milliseconds;
        return this;
    }

    TrialFile stage(String why) {
        stage = why;
        return this;
    }

    TrialFile transcript(String path) {
        transcript = path;
        return this;
    }

    TrialFile said(String customer, String agent) {
        message("user", customer);
        return message("assistant", agent);
    }

    private TrialFile message(String role, String content) {
        messages.add(json -> {
            json.writeStartObject();
            json.writeStringField("role", role);
            json.writeStringField("content", content);
            json.writeEndObject();
        });
        return this;
    }

    TrialFile called(String tool, String arguments, String result, boolean failed) {
        String id = "call_" + messages.size();
        messages.add(json -> {
            json.writeStartObject();
            json.writeStringField("role", "assistant");
            json.writeNullField("content");
            json.writeArrayFieldStart("tool_calls");
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeObjectFieldStart("function");
            json.writeStringField("name", tool);
            json.writeStringField("arguments", arguments);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
        messages.add(json -> {
            json.writeStartObject();
            json.writeStringField("role", "tool");
            json.writeStringField("tool_call_id", id);
            json.writeStringField("content", result);
            if (failed) {
                json.writeStringField("status", "failed");
            }
            json.writeEndObject();
        });
        return this;
    }

    TrialFile customer(String text) {
        return message("user", text);
    }

    TrialFile agent(String text) {
        return message("assistant", text);
    }

    TrialFile held(String check) {
        checks.add(json -> {
            json.writeStartObject();
            json.writeStringField("check", check);
            json.writeStringField("severity", "major");
            json.writeStringField("outcome", "passed");
            json.writeEndObject();
        });
        return this;
    }

    /** A check that failed, and by that the trial. */
    TrialFile failed(String check, String expected, String was, int turn, int... span) {
        return failed("major", check, expected, was, turn, span);
    }

    /** A critical rule that was broken. */
    TrialFile broke(String rule, String expected, String was, int turn) {
        return failed("critical", rule, expected, was, turn);
    }

    private TrialFile failed(String severity, String check, String expected, String was, int turn, int... span) {
        outcome = "failed";
        checks.add(json -> {
            json.writeStartObject();
            json.writeStringField("check", check);
            json.writeStringField("severity", severity);
            json.writeStringField("outcome", "failed");
            json.writeStringField("expected", expected);
            json.writeStringField("was", was);
            json.writeNumberField("turn", turn);
            if (span.length > 0) {
                json.writeArrayFieldStart("evidence");
                json.writeStartObject();
                json.writeNumberField("turn", turn);
                json.writeNumberField("start", span[0]);
                json.writeNumberField("end", span[1]);
                json.writeEndObject();
                json.writeEndArray();
            }
            json.writeEndObject();
        });
        return this;
    }

    void messages(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("messages");
        for (PackedBlocks.Value message : messages) {
            message.write(json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    void write(JsonGenerator json, @Nullable String path) throws IOException {
        json.writeStartObject();
        json.writeStringField("suite", RunFiles.SUITE);
        json.writeStringField("case", caseId);
        json.writeStringField("cohort", cohort);
        json.writeNumberField("trial", number);
        json.writeStringField("stage", stage);
        json.writeStringField("outcome", outcome);
        if (!reason.isEmpty()) {
            json.writeStringField("reason", reason);
        }
        json.writeStringField("status", status);
        json.writeStringField("failure", failure);
        json.writeStringField("difficulty", difficulty);
        json.writeArrayFieldStart("tags");
        json.writeString("billing");
        json.writeEndArray();
        json.writeNumberField("seen", seen);
        json.writeStringField("file", "cases/" + caseId + ".yaml");
        json.writeNumberField("line", 3);
        json.writeObjectFieldStart("hashes");
        json.writeStringField("case", hash);
        json.writeEndObject();
        json.writeArrayFieldStart("checks");
        for (PackedBlocks.Value check : checks) {
            check.write(json);
        }
        json.writeEndArray();
        if (!escalation.isEmpty()) {
            json.writeStringField("escalation", escalation);
        }
        json.writeObjectFieldStart("usage");
        json.writeNumberField("inputTokens", 1200);
        json.writeNumberField("outputTokens", 80);
        json.writeEndObject();
        json.writeStringField("startedAt", "2026-03-02T09:15:00Z");
        json.writeNumberField("millis", millis);
        if (path != null) {
            json.writeStringField("transcript", path);
        }
        json.writeEndObject();
    }
}
