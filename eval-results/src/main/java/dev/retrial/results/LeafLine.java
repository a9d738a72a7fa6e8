package dev.retrial.results;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The line of a red test that is neither a cell nor a comparison. */
final class LeafLine {

    private LeafLine() {}

    static void write(LeafRecord leaf, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField(CohortsLine.FIRST_KEY, leaf.leaf());
        json.writeStringField("suite", leaf.suite());
        json.writeStringField("name", leaf.name());
        json.writeStringField("outcome", "failed");
        json.writeStringField("message", leaf.message());
        Fields.write(json, "file", leaf.file());
        if (leaf.line() > 0) {
            json.writeNumberField("line", leaf.line());
        }
        json.writeEndObject();
    }

    /**
     * Reads the line behind its first key and value, whatever kind it is of: one that a later version adds is red all the same.
     *
     * @return null where it is not red
     */
    static @Nullable LeafRecord read(String leaf, JsonParser json) throws IOException {
        String suite = null;
        String name = null;
        String message = null;
        String outcome = null;
        String file = null;
        int line = 0;
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            switch (key) {
                case "suite" -> suite = json.getValueAsString();
                case "name" -> name = Fields.text(json);
                case "outcome" -> outcome = Fields.text(json);
                case "message" -> message = Fields.text(json);
                case "file" -> file = Fields.text(json);
                case "line" -> line = json.getIntValue();
                default -> json.skipChildren();
            }
        }
        if (!"failed".equals(outcome)) {
            return null;
        }
        return new LeafRecord(
                leaf,
                Fields.required(json, "suite", suite),
                Fields.required(json, "name", name),
                Fields.required(json, "message", message),
                file,
                line);
    }
}
