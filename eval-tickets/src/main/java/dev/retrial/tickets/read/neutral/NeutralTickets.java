package dev.retrial.tickets.read.neutral;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.file.LoneSurrogates;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * Tickets as JSON lines in Retrial's own format (docs/ticket-formats.md): one object a line, which holds every field of
 * {@link SupportTicket}. What is written and read again is equal to what was there.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NeutralTickets {

    /** A line is never longer than what the readers take of one record. */
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(500)
                            .maxStringLength(64 << 20)
                            .build())
                    .build())
            .build();

    private NeutralTickets() {}

    /**
     * A ticket from its JSON.
     *
     * @throws InvalidTicketException where a key is missing or of the wrong type; unknown keys are passed over
     */
    public static SupportTicket read(JsonNode record) throws InvalidTicketException {
        return NeutralRecord.ticket(record);
    }

    /**
     * A ticket from its line.
     *
     * @throws InvalidTicketException where it is no JSON, or no ticket
     */
    public static SupportTicket read(String line) throws InvalidTicketException {
        JsonNode record;
        try {
            record = JSON.readTree(line);
        } catch (IOException e) {
            // Without the cause: Jackson's message can repeat what the line says.
            throw new InvalidTicketException("the line is not JSON");
        }
        return read(record);
    }

    /**
     * Every ticket of a stream of lines in UTF-8, in order; empty lines are passed over. Strict, since it is meant for what Retrial wrote
     * itself; for exports there is {@code TicketReading}.
     *
     * @throws InvalidTicketException at the first line that is no ticket; the message begins with its number
     * @throws IOException when the stream cannot be read
     */
    public static void read(InputStream lines, Consumer<SupportTicket> each)
            throws IOException, InvalidTicketException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            SupportTicket ticket;
            try {
                ticket = read(line);
            } catch (InvalidTicketException e) {
                throw new InvalidTicketException("line " + number + ": " + e.getMessage());
            }
            each.accept(ticket);
        }
    }

    /** The ticket as one line of JSON, without a line break at its end. */
    public static String line(SupportTicket ticket) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator out = JSON.createGenerator(text)) {
            NeutralRecord.write(ticket, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return LoneSurrogates.escaped(text.toString());
    }

    /** The ticket as the next value of a generator that can write trees (one with a codec). */
    public static void write(SupportTicket ticket, JsonGenerator out) throws IOException {
        NeutralRecord.write(ticket, out);
    }

    /** A writer of lines in UTF-8; closing it closes the stream. */
    public static Lines writer(OutputStream to) {
        return new Lines(to);
    }

    /** Writes tickets line by line. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public static final class Lines implements Closeable {

        private final Writer to;

        private Lines(OutputStream to) {
            this.to = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        }

        /** One more line. */
        public void write(SupportTicket ticket) throws IOException {
            to.write(line(ticket));
            to.write('\n');
        }

        /** Hands over what is written so far. */
        public void flush() throws IOException {
            to.flush();
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }
}
