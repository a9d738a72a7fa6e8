package dev.retrial.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.retrial.results.RunSummary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the scripts of a page work on, beside the trials: a row for each cell, and the points of the charts. */
final class PageData {

    private final Report report;
    private final Map<String, List<Integer>> now;
    private final Map<String, List<Integer>> before;

    PageData(Report report, Map<String, List<Integer>> now, Map<String, List<Integer>> before) {
        this.report = report;
        this.now = now;
        this.before = before;
    }

    ByteArrayOutputStream json(List<RunSummary> history) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (JsonGenerator json = ConversationReader.JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeBooleanField("compared", report.comparison() != null);
            json.writeArrayFieldStart("cells");
            for (CellOverview cell : report.run().cells()) {
                write(cell, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("difficulty");
            for (Slice slice : Slice.by(Slice.Dimension.DIFFICULTY, report.run().cells())) {
                json.writeStartObject();
                json.writeStringField("name", slice.value());
                rate(slice.rate(), "plain", json);
                rate(slice.weighted(), "weighted", json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("history");
            for (RunSummary run : history) {
                json.writeStartObject();
                json.writeNumberField("at", run.startedAt().toEpochMilli() / 1000);
                rate(History.rate(run), "plain", json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes;
    }

    private void write(CellOverview cell, JsonGenerator json) throws IOException {
        Comparison comparison = report.comparison();
        json.writeStartObject();
        json.writeStringField("case", cell.caseId());
        json.writeStringField("cohort", cell.cohort());
        json.writeStringField("outcome", cell.outcome().name().toLowerCase(Locale.ROOT));
        json.writeStringField("text", cell.outcome().text());
        json.writeNumberField("rank", cell.outcome().rank());
        json.writeBooleanField("red", report.isRed(cell));
        if (!cell.isActive()) {
            json.writeStringField("status", cell.status());
        }
        json.writeStringField("failure", Slice.Dimension.FAILURE.of(cell));
        json.writeStringField("difficulty", Slice.Dimension.DIFFICULTY.of(cell));
        json.writeNumberField("seen", cell.seen());
        json.writeStringField("file", cell.file());
        json.writeNumberField("line", cell.line());
        json.writeNumberField("passed", cell.trials().passed());
        json.writeNumberField("trials", cell.trials().all());
        json.writeNumberField("millis", cell.cost().longest());
        strings("tags", cell.tags(), json);
        strings("checks", cell.failedChecks(), json);
        text("escalation", cell.escalation(), json);
        places("now", now.get(cell.name()), json);
        places("before", before.get(cell.name()), json);
        if (comparison != null) {
            text("change", emptyToNull(comparison.change(cell).text()), json);
            if (comparison.rewritten(cell)) {
                json.writeBooleanField("rewritten", true);
            }
        }
        json.writeEndObject();
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void places(String key, @Nullable List<Integer> places, JsonGenerator json) throws IOException {
        if (places != null && !places.isEmpty()) {
            json.writeArrayFieldStart(key);
            for (int number : places) {
                json.writeNumber(number);
            }
            json.writeEndArray();
        }
    }

    private static void strings(String key, List<String> values, JsonGenerator json) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(key);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
    }

    private static void text(String key, @Nullable String value, JsonGenerator json) throws IOException {
        if (value != null) {
            json.writeStringField(key, value);
        }
    }

    private static void rate(Rate rate, String key, JsonGenerator json) throws IOException {
        if (rate.isKnown()) {
            json.writeArrayFieldStart(key);
            json.writeNumber(rate.value());
            json.writeNumber(rate.low());
            json.writeNumber(rate.high());
            json.writeEndArray();
        }
    }
}
