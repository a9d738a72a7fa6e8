package dev.retrial.tickets.read.gather;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.tickets.read.ReadProgress;
import dev.retrial.tickets.read.ReadSettings;
import dev.retrial.tickets.read.TicketReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatheringTest {

    @TempDir
    Path directory;

    private Path spool;

    @BeforeEach
    void aPlaceToPutThingsAside() throws IOException {
        spool = Files.createDirectory(directory.resolve("spool"));
    }

    private static Item item(String group, String kind, String key, String json) {
        return new Item(group, kind, key, 0, "x.json", json.getBytes(UTF_8));
    }

    private static Item newer(Item one, Item other) {
        return one.version() >= other.version() ? one : other;
    }

    /** What was put aside. Unix takes a file's name away while it is open, so that there it is looked for among what this process has open. */
    private List<Path> files() {
        Path open = Path.of("/proc/self/fd");
        try (Stream<Path> all = Files.isDirectory(open) ? Files.list(open) : Files.walk(spool)) {
            return all.filter(file -> named(file).startsWith(spool.toString()))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String named(Path file) {
        try {
            return Files.isSymbolicLink(file) ? Files.readSymbolicLink(file).toString() : file.toString();
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void what_is_put_aside_cannot_be_read_and_is_gone_in_the_end() throws IOException {
        String secret = "dana@example.com ".repeat(200);
        try (Gathering gathering = new Gathering(spool, 1 << 20)) {
            for (int i = 0; i < 2_000; i++) {
                gathering.piece(item("zendesk|" + i % 100, "comment", "" + i, secret));
            }
            assertThat(files()).isNotEmpty();
            for (Path file : files()) {
                assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("dana", "zendesk", "comment");
            }
            Map<String, Integer> found = new HashMap<>();

            gathering.drain(GatheringTest::newer, ReadProgress.NONE, (group, items, leftOut) -> {
                items.forEach(item -> assertThat(new String(item.json(), UTF_8)).isEqualTo(secret));
                found.put(group, items.size());
            });

            assertThat(found)
                    .hasSize(100)
                    .allSatisfy((group, count) -> assertThat(count).isEqualTo(20));
        }
        try (Stream<Path> left = Files.list(spool)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_small_import_writes_nothing_to_disk() throws IOException {
        try (Gathering gathering = new Gathering(spool, 1 << 20)) {
            gathering.piece(item("a", "comment", "1", "x"));
            gathering.drain(GatheringTest::newer, ReadProgress.NONE, (group, items, leftOut) -> {});
        }
        try (Stream<Path> left = Files.list(spool)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_part_that_is_too_large_is_parted_again_and_loses_nothing() throws IOException {
        String half = "x".repeat(1 << 19);
        List<String> groups = new ArrayList<>();
        try (Gathering gathering = new Gathering(spool, 32 << 20)) {
            for (int i = 0; i < 900; i++) {
                gathering.piece(item("t" + i, "ticket", "", half));
            }
            gathering.drain(GatheringTest::newer, ReadProgress.NONE, (group, items, leftOut) -> {
                assertThat(items).hasSize(1);
                groups.add(group);
            });
        }

        assertThat(groups).hasSize(900).doesNotHaveDuplicates();
    }

    @Test
    void people_come_to_each_ticket_that_mentions_them_in_their_newest_state() throws IOException {
        List<String> found = new ArrayList<>();
        try (Gathering gathering = new Gathering(spool, 1 << 20)) {
            gathering.mention("ticket 1", "dana");
            gathering.shared(new Item("dana", "@user", "dana", 1, "x", "old".getBytes(UTF_8)));
            gathering.mention("ticket 2", "dana");
            gathering.shared(new Item("dana", "@user", "dana", 2, "x", "new".getBytes(UTF_8)));
            gathering.shared(new Item("mo", "@user", "mo", 2, "x", "unasked".getBytes(UTF_8)));
            gathering.drain(
                    GatheringTest::newer,
                    ReadProgress.NONE,
                    (group, items, leftOut) ->
                            items.forEach(item -> found.add(group + ": " + new String(item.json(), UTF_8))));
        }

        assertThat(found).containsExactlyInAnyOrder("ticket 1: new", "ticket 2: new");
    }

    @Test
    void nothing_is_left_where_the_taker_of_tickets_fails() throws IOException {
        Path exports = Files.createDirectory(directory.resolve("exports"));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            lines.append("{\"system\":\"a\",\"id\":\"")
                    .append(i)
                    .append("\",\"turns\":[{\"role\":\"customer\",\"text\":\"")
                    .append("word ".repeat(300))
                    .append("\"}]}\n");
        }
        Files.writeString(exports.resolve("x.ndjson"), lines);

        assertThatThrownBy(() -> TicketReading.of(ReadSettings.DEFAULT.withSpool(spool))
                        .read(
                                List.of(exports),
                                ticket -> {
                                    assertThat(files()).isNotEmpty();
                                    throw new IllegalStateException("no room");
                                },
                                ReadProgress.NONE))
                .isInstanceOf(IllegalStateException.class);

        try (Stream<Path> left = Files.list(spool)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void progress_goes_through_its_steps() throws IOException {
        Path file = directory.resolve("x.ndjson");
        Files.writeString(file, "{\"system\":\"a\",\"id\":\"1\",\"turns\":[]}");
        List<ReadProgress.Step> steps = new ArrayList<>();
        long[] read = new long[1];

        TicketReading.of(ReadSettings.DEFAULT).read(List.of(file), ticket -> {}, (step, done, total) -> {
            if (steps.isEmpty() || steps.get(steps.size() - 1) != step) {
                steps.add(step);
            }
            if (step == ReadProgress.Step.READING) {
                read[0] = done;
                assertThat(total).isEqualTo(Files.exists(file) ? file.toFile().length() : 0);
            }
        });

        assertThat(steps)
                .containsExactly(ReadProgress.Step.READING, ReadProgress.Step.JOINING, ReadProgress.Step.MERGING);
        assertThat(read[0]).isEqualTo(file.toFile().length());
    }
}
