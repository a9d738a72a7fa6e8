package dev.retrial.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.retrial.report.Conversation.Event;
import dev.retrial.results.CheckRecord;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunReader;
import dev.retrial.results.TrialRecord;
import dev.retrial.wording.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies what trials said and what the checks found from results to a page, one trial at a time.
 *
 * <p>All trials that did not pass are shown, and of those of a cell that passed, the first: the others say the same.
 */
final class TrialDetails {

    /** Of one cell; a run of a hundred attempts is not read one by one. */
    private static final int MOST_PER_CELL = 10;

    private final PackedBlocks blocks;

    TrialDetails(PackedBlocks blocks) {
        this.blocks = blocks;
    }

    /** By the name of a cell, where its trials are: block and place in it, by turns. */
    Map<String, List<Integer>> copy(RunDirectory run) throws IOException {
        Map<String, List<Integer>> places = new HashMap<>();
        Map<String, Boolean> passed = new HashMap<>();
        ConversationReader transcripts = new ConversationReader(run);
        try (RunReader reader = RunReader.open(run)) {
            for (TrialRecord trial = reader.next(); trial != null; trial = reader.next()) {
                String cell = trial.caseId() + " [" + trial.cohort() + "]";
                boolean shown = !trial.outcome().equals("passed") || passed.put(cell, true) == null;
                List<Integer> of = places.computeIfAbsent(cell, any -> new ArrayList<>(2));
                if (shown && of.size() < 2 * MOST_PER_CELL) {
                    TrialRecord one = trial;
                    PackedBlocks.Place place = blocks.add(json -> write(one, transcripts.read(one.transcript()), json));
                    of.add(place.block());
                    of.add(place.index());
                }
            }
        }
        return places;
    }

    private static void write(TrialRecord trial, @Nullable Conversation conversation, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("trial", trial.trial());
        json.writeStringField("outcome", trial.outcome());
        if (!trial.stage().equals(TrialRecord.FIRST)) {
            json.writeStringField("stage", trial.stage());
        }
        text(json, "reason", trial.reason());
        json.writeNumberField("millis", trial.millis());
        json.writeNumberField("in", trial.usage().inputTokens());
        json.writeNumberField("out", trial.usage().outputTokens());
        json.writeArrayFieldStart("checks");
        for (CheckRecord check : trial.checks()) {
            write(check, json);
        }
        json.writeEndArray();
        if (conversation != null) {
            json.writeArrayFieldStart("events");
            for (Event event : conversation.events()) {
                write(event, json);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(CheckRecord check, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("check", check.check());
        json.writeStringField("severity", check.severity());
        json.writeStringField("outcome", check.outcome());
        text(json, "message", check.message());
        text(json, "expected", check.expected());
        text(json, "was", check.was());
        if (check.turn() != null) {
            json.writeNumberField("turn", check.turn());
        }
        if (!check.evidence().isEmpty()) {
            json.writeArrayFieldStart("spans");
            for (CheckRecord.Span span : check.evidence()) {
                json.writeArray(new int[] {span.turn(), span.start(), span.end()}, 0, 3);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(Event event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", event.kind().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("turn", event.turn());
        json.writeStringField("text", event.text());
        if (event.kind() == Conversation.Kind.CALL) {
            json.writeStringField("args", event.arguments());
            text(json, "result", event.result());
            if (event.failed()) {
                json.writeBooleanField("failed", true);
            }
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String key, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(key, Texts.cut(value, ConversationReader.LONGEST_TEXT));
        }
    }
}
