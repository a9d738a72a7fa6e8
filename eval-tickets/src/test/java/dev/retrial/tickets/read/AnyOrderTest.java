package dev.retrial.tickets.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.tickets.SupportTicket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A ticket is what its pieces say, whatever the order of the files, the pages and the records. */
class AnyOrderTest {

    private static final List<String> TICKETS = List.of(
            "{\"id\":1,\"requester_id\":5,\"assignee_id\":7,\"organization_id\":3,\"subject\":\"Old\",\"status\":\"open\",\"description\":\"Help\",\"updated_at\":\"2026-01-01T00:00:00Z\",\"tags\":[\"a\"]}",
            "{\"id\":1,\"requester_id\":5,\"assignee_id\":7,\"organization_id\":3,\"subject\":\"New\",\"status\":\"solved\",\"updated_at\":\"2026-01-02T00:00:00Z\",\"tags\":[\"b\"]}",
            "{\"id\":1,\"requester_id\":5,\"subject\":\"New\",\"status\":\"solved\",\"updated_at\":\"2026-01-02T00:00:00Z\",\"priority\":\"high\",\"tags\":[]}",
            "{\"id\":2,\"requester_id\":6,\"subject\":\"Second\",\"description\":\"Me too\",\"status\":\"open\",\"updated_at\":\"2026-01-01T00:00:00Z\"}",
            "{\"id\":3,\"requester_id\":6,\"subject\":\"Gone\",\"status\":\"open\",\"updated_at\":\"2026-01-01T00:00:00Z\"}",
            "{\"id\":3,\"requester_id\":6,\"subject\":\"Gone\",\"status\":\"deleted\",\"updated_at\":\"2026-01-03T00:00:00Z\"}");

    private static final List<String> OTHERS = List.of(
            "{\"id\":11,\"ticket_id\":1,\"author_id\":5,\"public\":true,\"body\":\"Help\",\"created_at\":\"2026-01-01T00:00:00Z\"}",
            "{\"id\":12,\"ticket_id\":1,\"author_id\":7,\"public\":true,\"body\":\"Sure\",\"created_at\":\"2026-01-01T00:01:00Z\"}",
            "{\"id\":13,\"ticket_id\":1,\"author_id\":7,\"public\":false,\"body\":\"Hm\",\"created_at\":\"2026-01-01T00:01:00Z\"}",
            "{\"id\":12,\"ticket_id\":1,\"author_id\":7,\"public\":true,\"body\":\"▇▇▇▇\",\"created_at\":\"2026-01-01T00:01:00Z\"}",
            "{\"id\":5,\"name\":\"Dana\",\"email\":\"dana@example.com\",\"role\":\"end-user\",\"updated_at\":\"2026-01-01T00:00:00Z\"}",
            "{\"id\":5,\"name\":\"Dana Reyes\",\"email\":\"dana@example.com\",\"role\":\"end-user\",\"updated_at\":\"2026-01-02T00:00:00Z\"}",
            "{\"id\":7,\"name\":\"Mo\",\"email\":\"mo@acme.example\",\"role\":\"agent\",\"updated_at\":\"2026-01-01T00:00:00Z\"}",
            "{\"id\":3,\"name\":\"Example Ltd\",\"organization_fields\":{\"plan\":\"scale\"},\"updated_at\":\"2026-01-01T00:00:00Z\"}",
            "{\"ticket_id\":1,\"id\":9,\"reopens\":2,\"group_stations\":1,\"assignee_stations\":2,\"updated_at\":\"2026-01-02T00:00:00Z\"}",
            "{\"ticket_id\":2,\"id\":10,\"score\":\"bad\",\"comment\":\"no\",\"updated_at\":\"2026-01-02T00:00:00Z\"}");

    @Property(tries = 150)
    void files_pages_and_records_may_come_in_any_order(@ForAll Random random) throws IOException {
        List<SupportTicket> expected = read(new Random(0), 1);

        List<SupportTicket> actual = read(random, 1 + random.nextInt(6));

        assertThat(actual).isEqualTo(expected);
        assertThat(actual).extracting(SupportTicket::id).containsExactlyInAnyOrder("1", "2");
    }

    private static List<SupportTicket> read(Random random, int files) throws IOException {
        List<String> records = new ArrayList<>(OTHERS);
        records.addAll(TICKETS);
        java.util.Collections.shuffle(records, random);
        Path directory = Files.createTempDirectory("order");
        try {
            List<List<String>> parts = new ArrayList<>();
            for (int i = 0; i < files; i++) {
                parts.add(new ArrayList<>());
            }
            for (String record : records) {
                parts.get(random.nextInt(files)).add(record);
                if (random.nextInt(4) == 0) {
                    parts.get(random.nextInt(files)).add(record);
                }
            }
            for (int i = 0; i < files; i++) {
                write(directory, i, parts.get(i), random.nextInt(3));
            }
            List<SupportTicket> tickets = Exports.in(directory).read().tickets();
            return tickets.stream().map(AnyOrderTest::unlocated).toList();
        } finally {
            delete(directory);
        }
    }

    /** As lines, as a list, or as a page of tickets with the rest beside it. */
    private static void write(Path directory, int number, List<String> records, int form) throws IOException {
        if (records.isEmpty()) {
            return;
        }
        switch (form) {
            case 0 -> save(directory, number + ".ndjson", String.join("\n", records));
            case 1 -> save(directory, number + ".json", "[" + String.join(",\n", records) + "]");
            default -> {
                List<String> tickets =
                        records.stream().filter(TICKETS::contains).toList();
                List<String> rest = records.stream().filter(OTHERS::contains).toList();
                if (!tickets.isEmpty()) {
                    save(
                            directory,
                            number + "-page.json",
                            "{\"tickets\": [" + String.join(",", tickets) + "], \"count\": 1}");
                }
                if (!rest.isEmpty()) {
                    save(directory, number + "-rest.ndjson", String.join("\r\n", rest));
                }
            }
        }
    }

    private static void save(Path directory, String name, String text) throws IOException {
        Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Where it was read depends on the files, of course. */
    private static SupportTicket unlocated(SupportTicket ticket) {
        return new SupportTicket(
                ticket.system(),
                ticket.id(),
                ticket.openedAt(),
                ticket.updatedAt(),
                ticket.channel(),
                ticket.subject(),
                ticket.status(),
                ticket.category(),
                ticket.parties(),
                ticket.turns(),
                ticket.ratings(),
                ticket.aiOutcome(),
                ticket.monitors(),
                ticket.effort(),
                ticket.tags(),
                ticket.fields(),
                "");
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
