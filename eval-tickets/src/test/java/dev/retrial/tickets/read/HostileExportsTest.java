package dev.retrial.tickets.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retrial.tickets.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file does: one clear line, bounded time, and the tickets beside it are read. */
@Timeout(60)
class HostileExportsTest {

    private static final String GOOD = ticket("good", "All is well");

    @TempDir
    Path directory;

    private static String ticket(String id, String text) {
        return "{\"system\":\"acme\",\"id\":\"" + id + "\",\"turns\":[{\"role\":\"customer\",\"text\":\"" + text
                + "\"}]}\n";
    }

    private Exports.Outcome read(String name, byte[] bytes) {
        return Exports.in(directory)
                .file("a-" + name, bytes)
                .file("z-good.ndjson", GOOD)
                .read();
    }

    private static void onlyGood(Exports.Outcome outcome, String... problems) {
        assertThat(outcome.problems()).containsExactly(problems);
        assertThat(outcome.byId()).containsOnlyKeys("good");
    }

    @Test
    void an_empty_file() {
        onlyGood(
                read("x.json", new byte[0]),
                "a-x.json: is empty; nothing is lost if the export had nothing; otherwise download it again");
    }

    @Test
    void a_web_page_saved_as_json() {
        onlyGood(
                read("x.json", "<!DOCTYPE html><html><body>Sign in as dana@example.com".getBytes(UTF_8)),
                "a-x.json, line 1: is a web page or XML, not JSON; open it: it may be an error page or a login that was saved instead of the"
                        + " export; download it again");
    }

    @Test
    void a_table() {
        onlyGood(
                read("x.txt", "id,subject\n1,Hello\n".getBytes(UTF_8)),
                "a-x.txt, line 1: is not JSON; give the JSON that the help desk's API or export returns");
    }

    @Test
    void json_of_something_else() {
        onlyGood(
                read("x.json", "{\"name\": \"project\", \"version\": 1}".getBytes(UTF_8)),
                "a-x.json, line 1: is not recognised as an export of any help desk that there is a reader for; say which `system` it is from,"
                        + " leave the file out, or bring it into the neutral format (docs/ticket-formats.md)");
    }

    @Test
    void a_body_of_50_megabytes_among_others() throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.write(ticket("before", "x").getBytes(UTF_8));
        page.write(
                "{\"system\":\"acme\",\"id\":\"huge\",\"turns\":[{\"role\":\"customer\",\"text\":\"".getBytes(UTF_8));
        byte[] some = new byte[1 << 20];
        Arrays.fill(some, (byte) 'x');
        for (int i = 0; i < 50; i++) {
            page.write(some);
        }
        page.write("\"}]}\n".getBytes(UTF_8));
        page.write(ticket("after", "x").getBytes(UTF_8));

        Exports.Outcome outcome = read("x.ndjson", page.toByteArray());

        assertThat(outcome.problems())
                .containsExactly(
                        "a-x.ndjson, line 2: a record is longer than 8388608 characters; it was left out; its ticket may have a file pasted into a message");
        assertThat(outcome.byId()).containsOnlyKeys("before", "after", "good");
    }

    @Test
    void a_huge_record_within_a_page_costs_its_neighbours_nothing() {
        StringBuilder page = new StringBuilder("{\"count\": 3, \"tickets\": [");
        for (String id : List.of("1", "2", "3")) {
            page.append(id.equals("1") ? "" : ",")
                    .append("{\"id\": ")
                    .append(id)
                    .append(", \"requester_id\": 5, \"description\": \"")
                    .append("x".repeat(id.equals("2") ? 9 << 20 : 10))
                    .append("\"}");
        }
        Exports.Outcome outcome = read(
                "x.json", page.append("], \"end_of_stream\": true}").toString().getBytes(UTF_8));

        assertThat(outcome.problems()).hasSize(1);
        assertThat(outcome.problems().get(0)).startsWith("a-x.json, line 1, record 2: a record is longer than");
        assertThat(outcome.byId()).containsOnlyKeys("1", "3", "good");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void nesting_100_000_deep(String open) {
        String close = open.equals("[") ? "]" : "}";
        String deep = open.repeat(100_000) + "1" + close.repeat(100_000);
        String record = "{\"system\":\"acme\",\"id\":\"deep\",\"turns\":[],\"x\":" + deep + "}\n";

        onlyGood(
                read("x.ndjson", record.getBytes(UTF_8)),
                "a-x.ndjson, line 1: a record is nested deeper than 100 levels; it was left out; no help desk nests like this");
    }

    @Test
    void a_broken_record_of_a_page_costs_its_neighbours_nothing() {
        String page =
                "{\"tickets\": [{\"id\": 1, \"requester_id\": 5, \"description\": \"a\"}, {\"id\": 2, \"requester_id\": oops},"
                        + " {\"id\": 3, \"requester_id\": 5, \"description\": \"c\"}], \"count\": 3}";

        Exports.Outcome outcome = read("x.json", page.getBytes(UTF_8));

        assertThat(outcome.problems())
                .containsExactly(
                        "a-x.json, line 1, record 2: a record is not valid JSON; it was left out; export it again if it matters");
        assertThat(outcome.byId()).containsOnlyKeys("1", "3", "good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"system\":\"acme\",\"id\":\"cut",
                "{\"system\":\"acme\",\"id\":\"cut\",\"turns\":[",
                "{\"system\":\"acme\",",
                "}}}",
                "{]"
            })
    void a_line_cut_off_costs_the_next_line_nothing(String cut) {
        String lines = ticket("before", "x") + cut + "\n" + ticket("after", "x") + ticket("last", "x");

        Exports.Outcome outcome = read("x.ndjson", lines.getBytes(UTF_8));

        assertThat(outcome.problems()).hasSize(1);
        assertThat(outcome.problems().get(0)).startsWith("a-x.ndjson, line 2: ");
        assertThat(outcome.byId()).containsOnlyKeys("before", "after", "last", "good");
    }

    @Test
    void a_file_that_ends_early_gives_what_it_has() {
        String page = "{\"tickets\": [{\"id\": 1, \"requester_id\": 5, \"description\": \"a\"}, {\"id\": 2, \"reques";

        Exports.Outcome outcome = read("x.json", page.getBytes(UTF_8));

        assertThat(outcome.problems())
                .containsExactly(
                        "a-x.json, line 1: ends in the middle of a record; the download may have been cut off; export it again");
        assertThat(outcome.byId()).containsOnlyKeys("1", "good");
    }

    @Test
    void a_gzip_file_cut_off_gives_what_it_has() throws IOException {
        StringBuilder lines = new StringBuilder();
        java.util.Random random = new java.util.Random(1);
        for (int i = 0; i < 2_000; i++) {
            lines.append(ticket("t" + i, Long.toHexString(random.nextLong())));
        }
        byte[] whole = gzip(lines.toString().getBytes(UTF_8));

        Exports.Outcome outcome = read("x.ndjson.gz", Arrays.copyOf(whole, whole.length / 2));

        assertThat(outcome.problems())
                .containsExactly(
                        "a-x.ndjson.gz: ends early; what came before was read; download it again for the rest");
        assertThat(outcome.byId()).containsKeys("t0", "t500", "good");
    }

    @Test
    void a_gzip_bomb() throws IOException {
        onlyGood(
                read("x.json.gz", bomb(400)),
                "a-x.json.gz: expands to more than 250 times its size; the rest of it was not read; unpack it yourself if you trust it");
    }

    @Test
    void a_zip_bomb_beside_an_entry_that_is_none() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bomb.json"));
            zeros(zip, 400);
            zip.putNextEntry(new ZipEntry("inner.ndjson"));
            zip.write(ticket("inner", "x").getBytes(UTF_8));
        }

        Exports.Outcome outcome = read("x.zip", bytes.toByteArray());

        assertThat(outcome.problems())
                .containsExactly(
                        "a-x.zip!/bomb.json: expands to more than 250 times its size; the rest of it was not read; unpack it yourself if you trust it");
        assertThat(outcome.byId()).containsOnlyKeys("inner", "good");
    }

    @Test
    void a_bomb_of_bombs() throws IOException {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(inner)) {
            zip.putNextEntry(new ZipEntry("bomb.json"));
            zeros(zip, 400);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 20; i++) {
                zip.putNextEntry(new ZipEntry(i + ".zip"));
                zip.write(inner.toByteArray());
            }
        }

        Exports.Outcome outcome = read("x.zip", bytes.toByteArray());

        assertThat(outcome.byId()).containsOnlyKeys("good");
        assertThat(outcome.problems()).hasSize(20).allMatch(problem -> problem.contains("250 times"));
    }

    @Test
    void an_archive_in_an_archive_is_read_and_one_deeper_is_not() throws IOException {
        byte[] lines = zip("in.ndjson", ticket("two", "x").getBytes(UTF_8));
        byte[] two = zip("two.zip", lines);
        byte[] three = zip("three.zip", two);

        Exports.Outcome outcome = Exports.in(directory)
                .file("two.zip", two)
                .file("three.zip", three)
                .read();

        assertThat(outcome.byId()).containsOnlyKeys("two");
        assertThat(outcome.problems())
                .containsExactly(
                        "three.zip!/three.zip!/two.zip: is an archive within an archive within an archive; unpack it once, and give what is in it");
    }

    @Test
    void names_of_entries_do_no_harm_and_hide_nothing() throws IOException {
        byte[] zip = zip("../../etc/\u001b[31mpass\u202ewd\n.json", "nothing".getBytes(UTF_8));

        Exports.Outcome outcome = read("x.zip", zip);

        assertThat(outcome.summary().problems().get(0).file())
                .endsWith("a-x.zip!/../../etc/\ufffd[31mpass\ufffdwd\ufffd.json");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void a_damaged_zip() {
        byte[] zip = zip("in.ndjson", GOOD.getBytes(UTF_8));

        onlyGood(
                read("x.zip", Arrays.copyOf(zip, zip.length - 30)),
                "a-x.zip: is a damaged zip file; download it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void byte_order_marks_tell_the_encoding(String name) {
        byte[] text = ("\ufeff" + ticket("1", "für 😀")).getBytes(Charset.forName(name));

        assertThat(Exports.in(directory)
                        .file("x.ndjson", text)
                        .read()
                        .only()
                        .turns()
                        .get(0)
                        .text())
                .isEqualTo("für 😀");
    }

    @Test
    void sixteen_bits_without_a_mark_are_seen() {
        byte[] text = ticket("1", "für").getBytes(StandardCharsets.UTF_16LE);

        assertThat(Exports.in(directory)
                        .file("x.ndjson", text)
                        .read()
                        .only()
                        .turns()
                        .get(0)
                        .text())
                .isEqualTo("für");
    }

    @Test
    void bytes_of_another_encoding_are_replaced_and_told_once() {
        byte[] text = (ticket("1", "für") + ticket("2", "Größe")).getBytes(StandardCharsets.ISO_8859_1);

        Exports.Outcome outcome = read("x.ndjson", text);

        assertThat(outcome.problems())
                .containsExactly(
                        "a-x.ndjson, byte 63: 3 sequences of bytes are not UTF-8 and were replaced, the first here; save the export as UTF-8"
                                + " if names or texts matter there");
        assertThat(outcome.byId()).containsOnlyKeys("1", "2", "good");
        assertThat(outcome.byId().get("1").turns().get(0).text()).isEqualTo("f\ufffdr");
    }

    @Test
    void zeros_and_halves_of_pairs_in_texts_of_a_help_desk() {
        String page =
                "{\"tickets\": [{\"id\": 1, \"requester_id\": 5, \"subject\": \"a\\u0000b\", \"description\": \"x\\ud83dy\\u0000 \\u001b[2J\"}]}";

        Exports.Outcome outcome = read("x.json", page.getBytes(UTF_8));

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.byId().get("1").turns().get(0).text()).isEqualTo("x\ufffdy [2J");
        assertThat(outcome.byId().get("1").subject()).isEqualTo("ab");
    }

    @Test
    void tickets_that_follow_each_other_in_a_circle_and_ids_that_repeat() {
        String page = "{\"tickets\": ["
                + "{\"id\": 1, \"requester_id\": 5, \"description\": \"a\", \"problem_id\": 2, \"followup_ids\": [2], \"via\": {\"source\": {\"from\": {\"ticket_id\": 2}, \"rel\": \"follow_up\"}}},"
                + "{\"id\": 2, \"requester_id\": 5, \"description\": \"b\", \"problem_id\": 1, \"followup_ids\": [1], \"via\": {\"source\": {\"from\": {\"ticket_id\": 1}, \"rel\": \"merge\"}}},"
                + "{\"id\": 2, \"requester_id\": 5, \"description\": \"b\"}, {\"id\": \"2\", \"requester_id\": \"5\", \"description\": \"b\"}]}";

        Exports.Outcome outcome = read("x.json", page.getBytes(UTF_8));

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.byId()).containsOnlyKeys("1", "2", "good");
        assertThat(outcome.byId().get("1").turns())
                .extracting(turn -> turn.role())
                .containsExactly(Role.CUSTOMER);
    }

    @Test
    void a_message_longer_than_a_person_writes_is_cut() {
        String page = "{\"tickets\": [{\"id\": 1, \"requester_id\": 5, \"description\": \"" + "word ".repeat(100_000)
                + "\"}]}";

        Exports.Outcome outcome = read("x.json", page.getBytes(UTF_8));

        assertThat(outcome.problems())
                .containsExactly(
                        "a-x.json, line 1, record 1: a message is longer than 262144 characters; it was cut there; a file may have been pasted into it");
        assertThat(outcome.byId().get("1").turns().get(0).text())
                .hasSize(262_144 + 4)
                .endsWith("[…]");
    }

    @Test
    void markup_nested_without_end_is_read_in_bounded_time() {
        String page = "{\"tickets\": [{\"id\": 1, \"requester_id\": 5, \"description\": \""
                + "<div><blockquote>".repeat(50_000)
                + "deep\"}, {\"id\": 2, \"requester_id\": 5, \"description\": \""
                + "<".repeat(900_000)
                + "\"}]}";

        Exports.Outcome outcome = org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> read("x.json", page.getBytes(UTF_8)));

        assertThat(outcome.byId()).containsOnlyKeys("1", "2", "good");
    }

    @Test
    void a_link_back_up_is_not_followed_for_ever() throws IOException {
        Path inner = Files.createDirectories(directory.resolve("inner"));
        try {
            Files.createSymbolicLink(inner.resolve("up"), directory);
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "this file system has no links");
        }

        onlyGood(
                read("x.json", ("[" + ticket("good", "All is well") + "]").getBytes(UTF_8)),
                "inner/up: links back to a directory that it is in; it was not entered again");
    }

    @Test
    void a_path_that_does_not_exist_is_told() {
        Exports.Outcome outcome = Exports.in(directory).read(List.of(directory.resolve("nothing.json")));

        assertThat(outcome.problems()).containsExactly("nothing.json: does not exist; check the path");
    }

    @Test
    void files_that_are_no_exports_are_passed_over_in_directories() {
        Exports.Outcome outcome = Exports.in(directory)
                .file("README.md", "# Exports")
                .file(".DS_Store", "x")
                .file("photo.png", "x")
                .file("x.ndjson", GOOD)
                .read();

        onlyGood(outcome);
        assertThat(outcome.summary().ignoredFiles()).isEqualTo(3);
        assertThat(outcome.summary().files()).isEqualTo(1);
    }

    @Test
    void a_ticket_of_more_than_it_may_have_keeps_the_rest() {
        StringBuilder comments = new StringBuilder();
        for (int i = 1; i <= 400; i++) {
            comments.append("{\"id\": ")
                    .append(i)
                    .append(", \"ticket_id\": 1, \"author_id\": 5, \"public\": true, \"body\": \"")
                    .append("x".repeat(2_000))
                    .append("\"}\n");
        }
        Exports.Outcome outcome = Exports.in(directory)
                .file("c.ndjson", comments.toString())
                .file("z-good.ndjson", GOOD)
                .with(ReadSettings.DEFAULT.withLimits(
                        new ReadLimits(8 << 20, 100, 250, 64L << 30, 100_000, 256 << 10, 10)))
                .read();

        assertThat(outcome.problems()).hasSize(1);
        assertThat(outcome.problems().get(0)).contains("a ticket has more than");
        assertThat(outcome.byId()).containsOnlyKeys("1", "good");
    }

    @Test
    void the_summary_keeps_the_first_problems_and_counts_all() {
        StringBuilder lines = new StringBuilder(GOOD);
        for (int i = 0; i < 50; i++) {
            lines.append("{\"system\":\"acme\",\"id\":7}\n");
        }
        Exports.Outcome outcome = Exports.in(directory)
                .file("x.ndjson", lines.toString())
                .with(ReadSettings.DEFAULT
                        .withSystem("neutral")
                        .withLimits(new ReadLimits(8 << 20, 100, 250, 64L << 30, 32 << 20, 256 << 10, 5)))
                .read();

        assertThat(outcome.summary().problemCount()).isEqualTo(50);
        assertThat(outcome.summary().problems()).hasSize(5);
        assertThat(outcome.summary().complete()).isFalse();
        assertThat(outcome.byId()).containsOnlyKeys("good");
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] bomb(int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            zeros(gzip, megabytes);
        }
        return out.toByteArray();
    }

    private static void zeros(OutputStream out, int megabytes) throws IOException {
        byte[] spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        for (int i = 0; i < megabytes; i++) {
            out.write(spaces);
        }
    }

    private static byte[] zip(String name, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
