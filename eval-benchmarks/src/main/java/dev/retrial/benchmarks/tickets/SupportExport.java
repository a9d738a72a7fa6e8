package dev.retrial.benchmarks.tickets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/**
 * Writes what Zendesk exports of generated tickets: pages of tickets, comments and users, each gzipped and in a file of its own, the comments from the other end, so
 * that everything has to be brought together. The same for the same number of tickets.
 */
final class SupportExport {

    private static final int PAGE = 1_000;

    private final JsonFactory json = new JsonFactory();
    private final int tickets;

    SupportExport(int tickets) {
        this.tickets = tickets;
    }

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (JsonGenerator out = open(directory.resolve("team.ndjson.gz"))) {
            user(out, Story.ASSISTANT, "Acme Assistant", "assistant@acme.example", "agent");
            for (int i = 0; i < Story.PEOPLE; i++) {
                Story named = new Story(-2 - i);
                user(out, 100 + i, named.requesterName(), "agent" + i + "@acme.example", "agent");
            }
        }
        for (int page = 0; page * PAGE < tickets; page++) {
            int from = page * PAGE;
            int to = Math.min(tickets, from + PAGE);
            tickets(directory.resolve("tickets-" + page + ".json.gz"), from, to);
            comments(directory.resolve("comments-" + page + ".ndjson.gz"), tickets - to, tickets - from);
            try (JsonGenerator out = open(directory.resolve("users-" + page + ".ndjson.gz"))) {
                for (int number = from; number < to; number++) {
                    Story story = new Story(number);
                    user(out, story.requester(), story.requesterName(), story.requesterMail(), "end-user");
                }
            }
        }
    }

    private JsonGenerator open(Path file) throws IOException {
        JsonGenerator out = json.createGenerator(
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 15), 1 << 16));
        out.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString("\n"));
        return out;
    }

    private void tickets(Path file, int from, int to) throws IOException {
        try (JsonGenerator out = open(file)) {
            out.writeStartObject();
            out.writeArrayFieldStart("tickets");
            for (int number = from; number < to; number++) {
                Story story = new Story(number);
                out.writeStartObject();
                out.writeStringField("url", "https://acme.zendesk.com/api/v2/tickets/" + (number + 1) + ".json");
                out.writeNumberField("id", number + 1);
                out.writeObjectFieldStart("via");
                out.writeStringField("channel", "email");
                out.writeEndObject();
                out.writeStringField(
                        "created_at", Instant.ofEpochSecond(story.opened()).toString());
                out.writeStringField(
                        "updated_at",
                        Instant.ofEpochSecond(story.opened() + 86_400).toString());
                out.writeStringField("subject", story.subject());
                out.writeStringField("status", "solved");
                out.writeNumberField("requester_id", story.requester());
                out.writeNumberField("assignee_id", 100 + number % Story.PEOPLE);
                out.writeArrayFieldStart("tags");
                out.writeString(number % 3 == 0 ? "shipping" : "billing");
                out.writeEndArray();
                out.writeArrayFieldStart("custom_fields");
                out.writeStartObject();
                out.writeNumberField("id", 360_001);
                out.writeStringField("value", number % 5 == 0 ? "enterprise" : "team");
                out.writeEndObject();
                out.writeEndArray();
                if (story.isFailure() && number % 2 == 0) {
                    out.writeObjectFieldStart("satisfaction_rating");
                    out.writeStringField("score", "bad");
                    out.writeEndObject();
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeBooleanField("end_of_stream", to == tickets);
            out.writeEndObject();
        }
    }

    private void comments(Path file, int from, int to) throws IOException {
        try (JsonGenerator out = open(file)) {
            for (int number = to - 1; number >= from; number--) {
                long id = (number + 1) * 10L;
                for (Story.Said said : new Story(number).thread()) {
                    out.writeStartObject();
                    out.writeNumberField("id", id++);
                    out.writeNumberField("ticket_id", number + 1);
                    out.writeNumberField("author_id", said.author());
                    out.writeBooleanField("public", said.published());
                    out.writeStringField(
                            "html_body",
                            "<div class=\"zd-comment\"><p>"
                                    + said.text().replace("\n\n", "</p><p>").replace("\n", "<br>") + "</p></div>");
                    out.writeStringField("plain_body", said.text());
                    out.writeStringField(
                            "created_at", Instant.ofEpochSecond(said.at()).toString());
                    out.writeEndObject();
                }
            }
        }
    }

    private static void user(JsonGenerator out, long id, String name, String mail, String role) throws IOException {
        out.writeStartObject();
        out.writeNumberField("id", id);
        out.writeStringField("name", name);
        out.writeStringField("email", mail);
        out.writeStringField("role", role);
        out.writeStringField("updated_at", "2026-01-01T00:00:00Z");
        out.writeEndObject();
    }
}
