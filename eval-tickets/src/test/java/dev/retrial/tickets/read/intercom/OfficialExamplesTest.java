package dev.retrial.tickets.read.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.retrial.tickets.Party;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.Exports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/**
 * The example answers of Intercom's own API description (MIT), read without loss. They are not part of this project: the system property
 * {@code retrial.helpdesk.data} names a directory that has them in {@code intercom/}, and without it the test is skipped and says so.
 */
class OfficialExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Path examples() {
        String named =
                System.getProperty("retrial.helpdesk.data", System.getenv().getOrDefault("RETRIAL_HELPDESK_DATA", ""));
        Path directory = Path.of(named.isEmpty() ? "helpdesk" : named).resolve("intercom");
        assumeTrue(
                Files.isDirectory(directory),
                "Intercom's examples are not here; -Dretrial.helpdesk.data=DIR names where DIR/intercom/*.json are");
        return directory;
    }

    @Test
    void every_body_author_rating_tag_and_action_comes_through() throws IOException {
        Path directory = examples();
        Exports.Outcome outcome = Exports.in(directory).read(List.of(directory));

        assertThat(outcome.summary().problems()).isEmpty();
        int checked = 0;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                for (JsonNode record : records(JSON.readTree(file.toFile()))) {
                    checked += compare(record, outcome);
                }
            }
        }
        assertThat(checked).as("conversations and tickets").isGreaterThanOrEqualTo(9);
        assertThat(outcome.summary().tickets()).isEqualTo(checked);
    }

    private static List<JsonNode> records(JsonNode page) {
        List<JsonNode> records = new ArrayList<>();
        for (String list : List.of("conversations", "tickets")) {
            page.path(list).forEach(records::add);
        }
        return records.isEmpty() ? List.of(page) : records;
    }

    private static int compare(JsonNode record, Exports.Outcome outcome) {
        String type = record.path("type").asText();
        if (type.equals("contact")) {
            return 0;
        }
        String id = record.path(type.equals("user_message") ? "conversation_id" : "id")
                .asText();
        SupportTicket ticket = outcome.byId().get(id);
        assertThat(ticket).as(id).isNotNull();
        Set<String> words =
                ticket.turns().stream().map(turn -> words(turn.text())).collect(Collectors.toSet());
        List<JsonNode> said = new ArrayList<>();
        said.add(record.path("source"));
        said.add(record);
        record.path("conversation_parts").path("conversation_parts").forEach(said::add);
        record.path("ticket_parts").path("ticket_parts").forEach(said::add);
        for (JsonNode one : said) {
            if (one.path("body").isTextual()) {
                assertThat(words)
                        .contains(words(Jsoup.parse(one.path("body").asText()).text()));
            }
            author(one.path("author"), ticket);
        }
        record.path("conversation_parts").path("conversation_parts").forEach(part -> part(part, ticket));
        record.path("ticket_parts").path("ticket_parts").forEach(part -> part(part, ticket));
        record.path("contacts")
                .path("contacts")
                .forEach(contact -> assertThat(ticket.parties())
                        .extracting(Party::id)
                        .contains(contact.path("id").asText()));
        record.path("tags")
                .path("tags")
                .forEach(tag ->
                        assertThat(ticket.tags()).contains(tag.path("name").asText()));
        if (record.has("state")) {
            assertThat(ticket.status()).isEqualTo(record.path("state").asText());
        }
        if (record.has("ticket_attributes")) {
            assertThat(ticket.subject())
                    .isEqualTo(record.path("ticket_attributes")
                            .path("_default_title_")
                            .asText());
        }
        if (record.has("created_at") && !type.equals("user_message")) {
            assertThat(ticket.openedAt()).isNotNull();
            assertThat(ticket.openedAt().getEpochSecond())
                    .isEqualTo(record.path("created_at").asLong());
        }
        return 1;
    }

    private static void part(JsonNode part, SupportTicket ticket) {
        String type = part.path("part_type").asText();
        JsonNode action = part.path("event_details").path("action");
        if (action.has("name")) {
            assertThat(ticket.turns().stream().flatMap(turn -> turn.calls().stream()))
                    .extracting(SeenCall::tool, SeenCall::succeeded)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            action.path("name").asText(), true));
        } else if (!part.path("body").isTextual()) {
            assertThat(ticket.turns())
                    .anySatisfy(turn -> assertThat(turn.text()).startsWith(type));
        }
        JsonNode attribute = part.path("event_details").path("attribute").path("name");
        if (attribute.isTextual()) {
            assertThat(ticket.turns())
                    .anySatisfy(turn -> assertThat(turn.text())
                            .contains(attribute.asText())
                            .contains(part.path("event_details")
                                    .path("value")
                                    .path("name")
                                    .asText()));
        }
        if (type.equals("custom_action_finished")) {
            // The end of an action is in the turn of its start.
            return;
        }
        assertThat(ticket.turns())
                .anySatisfy(turn -> assertThat(turn.at().getEpochSecond())
                        .isEqualTo(part.path("created_at").asLong()));
    }

    private static void author(JsonNode author, SupportTicket ticket) {
        if (author.isObject()) {
            assertThat(ticket.parties())
                    .filteredOn(party -> author.path("id").asText().equals(party.id()))
                    .singleElement()
                    .satisfies(party -> {
                        assertThat(party.names()).contains(author.path("name").asText());
                        assertThat(party.emails()).contains(author.path("email").asText());
                    });
        }
    }

    private static String words(String text) {
        return text.replaceAll("(?m)^- ", "").replaceAll("\\s+", " ").strip();
    }
}
