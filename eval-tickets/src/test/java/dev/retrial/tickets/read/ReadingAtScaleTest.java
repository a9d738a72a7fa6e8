package dev.retrial.tickets.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A generated Zendesk export with tickets, comments and users in files of their own, in different orders, so that everything has to be brought
 * together. {@code -Dretrial.reading.tickets=200000 -DargLine=-Xmx256m} makes a measurement of it.
 */
class ReadingAtScaleTest {

    private static final int TICKETS = Integer.getInteger("retrial.reading.tickets", 3_000);
    private static final int PAGE = 1_000;

    @TempDir
    Path directory;

    @Test
    void any_number_of_tickets_is_brought_together_in_bounded_memory() throws IOException {
        Path exports = Files.createDirectory(directory.resolve("exports"));
        Path spool = Files.createDirectory(directory.resolve("spool"));
        generate(exports);
        AtomicLong turns = new AtomicLong();
        AtomicLong named = new AtomicLong();
        long started = System.nanoTime();
        long worked = cpu();

        ReadSummary summary = TicketReading.of(ReadSettings.DEFAULT.withSpool(spool))
                .read(
                        List.of(exports),
                        ticket -> {
                            turns.addAndGet(ticket.turns().size());
                            named.addAndGet(ticket.parties().stream()
                                    .filter(party -> !party.names().isEmpty())
                                    .count());
                        },
                        ReadProgress.NONE);

        double busy = (cpu() - worked) / 1e9;
        double seconds = (System.nanoTime() - started) / 1e9;
        assertThat(summary.problems()).isEmpty();
        assertThat(summary.tickets()).isEqualTo(TICKETS);
        assertThat(turns.get()).isEqualTo(4L * TICKETS);
        assertThat(named.get()).isEqualTo(2L * TICKETS);
        try (Stream<Path> left = Files.list(spool)) {
            assertThat(left).as("what was put aside is gone").isEmpty();
        }
        System.out.printf(
                Locale.ROOT,
                "%,d tickets with %,d turns in %.1f s (%,.0f tickets/s), %.1f s of processor time (%,.0f tickets/s), in %d MiB of heap%n",
                TICKETS,
                turns.get(),
                seconds,
                TICKETS / seconds,
                busy,
                TICKETS / busy,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** On a machine that others use, the time on the clock says little. */
    private static long cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : System.nanoTime();
    }

    private static void generate(Path exports) throws IOException {
        Random random = new Random(1);
        for (int page = 0; page * PAGE < TICKETS; page++) {
            int from = page * PAGE;
            int to = Math.min(TICKETS, from + PAGE);
            try (Writer out = gzip(exports.resolve("tickets-page-" + page + ".json.gz"))) {
                out.write("{\"tickets\": [");
                for (int id = from; id < to; id++) {
                    out.write((id == from ? "" : ",") + ticket(id));
                }
                out.write("], \"end_of_stream\": false}");
            }
            // From the other end, so that no ticket's pieces are near each other.
            try (Writer out = gzip(exports.resolve("comments-page-" + page + ".ndjson.gz"))) {
                for (int id = TICKETS - 1 - from; id > TICKETS - 1 - to; id--) {
                    for (int turn = 0; turn < 4; turn++) {
                        out.write(comment(id, turn, random) + "\n");
                    }
                }
            }
            try (Writer out = gzip(exports.resolve("users-page-" + page + ".ndjson.gz"))) {
                for (int id = from; id < to; id++) {
                    out.write("{\"id\":" + (1_000_000 + id) + ",\"name\":\"Customer " + id + "\",\"email\":\"c" + id
                            + "@example.com\",\"role\":\"end-user\",\"updated_at\":\"2026-01-01T00:00:00Z\"}\n");
                }
            }
        }
        try (Writer out = gzip(exports.resolve("agents.ndjson.gz"))) {
            for (int agent = 0; agent < 20; agent++) {
                out.write("{\"id\":" + agent + ",\"name\":\"Agent " + agent + "\",\"email\":\"a" + agent
                        + "@acme.example\",\"role\":\"agent\"}\n");
            }
        }
    }

    private static String ticket(int id) {
        String at = Instant.ofEpochSecond(1_700_000_000L + id).toString();
        return "{\"url\":\"https://acme.zendesk.com/api/v2/tickets/" + id + ".json\",\"id\":" + id
                + ",\"via\":{\"channel\":\"email\"},\"created_at\":\""
                + at + "\",\"updated_at\":\"" + at + "\",\"subject\":\"Ticket " + id
                + "\",\"status\":\"solved\",\"requester_id\":"
                + (1_000_000 + id) + ",\"assignee_id\":" + id % 20
                + ",\"tags\":[\"refund\"],\"custom_fields\":[{\"id\":1,\"value\":\"scale\"}]}";
    }

    private static String comment(int id, int turn, Random random) {
        StringBuilder body = new StringBuilder();
        for (int word = 0; word < 40; word++) {
            body.append("word").append(random.nextInt(5_000)).append(' ');
        }
        return "{\"id\":" + (id * 10L + turn) + ",\"ticket_id\":" + id + ",\"author_id\":"
                + (turn % 2 == 0 ? 1_000_000 + id : id % 20)
                + ",\"public\":true,\"html_body\":\"<div class=\\\"zd-comment\\\"><p>" + body
                + "</p></div>\",\"created_at\":\""
                + Instant.ofEpochSecond(1_700_000_000L + id + turn * 60L) + "\"}";
    }

    private static Writer gzip(Path file) throws IOException {
        return new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8),
                1 << 16);
    }
}
