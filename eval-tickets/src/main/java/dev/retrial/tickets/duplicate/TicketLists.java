package dev.retrial.tickets.duplicate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The lists beside the suite: JSON lines with references, none with text of a ticket. */
final class TicketLists {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_LINE = 1 << 16;

    private TicketLists() {}

    /** Tells of each line; of none where there is no file. */
    static void read(Path file, Consumer<JsonNode> each) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        int number = 0;
        try (var lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                JsonNode record = line.length() > LONGEST_LINE ? null : parsed(line);
                if (record == null || !record.isObject()) {
                    throw new IOException(
                            file.getFileName() + ":" + number
                                    + ": a line must be one JSON object. Take the version of the file that git has, or remove the line.");
                }
                try {
                    each.accept(record);
                } catch (IllegalArgumentException e) {
                    throw new IOException(file.getFileName() + ":" + number + ": " + e.getMessage());
                }
            }
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            // Jackson's message repeats what the line says.
            return JSON.missingNode();
        }
    }

    static String line(String... keysAndValues) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
            json.writeStartObject();
            for (int i = 0; i < keysAndValues.length; i += 2) {
                json.writeStringField(keysAndValues[i], keysAndValues[i + 1]);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return line.toString();
    }
}
