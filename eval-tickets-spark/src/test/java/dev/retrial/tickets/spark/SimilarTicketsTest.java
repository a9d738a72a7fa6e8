package dev.retrial.tickets.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.tickets.duplicate.ComparedText;
import dev.retrial.tickets.duplicate.ComparedText.Said;
import dev.retrial.tickets.duplicate.NearDuplicates;
import dev.retrial.tickets.duplicate.SignatureKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimilarTicketsTest {

    private static final SignatureKey KEY = SignatureKey.of("a key for tests".getBytes(StandardCharsets.UTF_8));
    private static SparkSession session;

    @TempDir
    Path directory;

    @BeforeAll
    static void startSpark() {
        session = SparkSession.builder()
                .master("local[*]")
                .config("spark.ui.enabled", false)
                .config("spark.default.parallelism", 4)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate();
    }

    @AfterAll
    static void stopSpark() {
        session.stop();
    }

    @Test
    void the_pairs_are_those_of_one_machine() throws IOException {
        List<String> lines = generated(3_000);

        assertThat(onSpark(lines))
                .isEqualTo(onOneMachine(lines, new TreeMap<>()))
                .hasSizeGreaterThan(3_000);
    }

    @Test
    void the_groups_are_those_of_one_machine() throws IOException {
        List<String> lines = generated(1_000);
        Map<String, String> expected = new TreeMap<>();
        onOneMachine(lines, expected);
        Groups groups = new Groups();
        onSpark(lines)
                .forEach(pair -> groups.add(
                        new SimilarPair(pair.substring(0, pair.indexOf(' ')), pair.substring(pair.indexOf(' ') + 1))));

        assertThat(groups.repeats()).isEqualTo(expected).isNotEmpty();
    }

    @Test
    void a_reference_that_comes_twice_is_refused() {
        assertThatThrownBy(() -> onSpark(List.of("t1\tone text", "t1\tanother text")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same reference");
    }

    @Test
    void the_program_reads_tickets_as_the_import_writes_them() throws IOException {
        String story =
                "The assistant told me that I could return the lamp within sixty days and now nobody wants to take it back";
        Path input = directory.resolve("tickets.ndjson");
        Files.write(
                input,
                List.of(
                        ticket("hmac:01", story),
                        "",
                        ticket("hmac:02", story),
                        ticket("hmac:03", "Something else entirely")));

        FindSimilarTickets.run(
                context(), KEY, input.toString(), directory.resolve("out").toString());

        assertThat(written("pairs")).containsExactly("{\"first\":\"hmac:01\",\"second\":\"hmac:02\"}");
        assertThat(written("repeats")).containsExactly("{\"ref\":\"hmac:02\",\"of\":\"hmac:01\"}");
    }

    private List<String> written(String name) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> parts = Files.list(directory.resolve("out").resolve(name))) {
            for (Path part : parts.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .toList()) {
                lines.addAll(Files.readAllLines(part));
            }
        }
        return lines;
    }

    private static String ticket(String ref, String text) {
        return "{\"system\":\"zendesk\",\"id\":\"" + ref + "\",\"turns\":[{\"role\":\"customer\",\"text\":\"" + text
                + "\"}]}";
    }

    private static JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(session.sparkContext());
    }

    private static ComparedText read(String line) {
        int tab = line.indexOf('\t');
        return new ComparedText(line.substring(0, tab), List.of(new Said(false, line.substring(tab + 1))));
    }

    private static Set<String> onSpark(List<String> lines) {
        List<String> pairs = new SimilarTickets(context(), KEY)
                .pairs(context().parallelize(lines), SimilarTicketsTest::read)
                .map(pair -> pair.first() + " " + pair.second())
                .collect();
        Set<String> distinct = new HashSet<>(pairs);
        assertThat(pairs).hasSameSizeAs(distinct);
        return distinct;
    }

    private Set<String> onOneMachine(List<String> lines, Map<String, String> repeats) throws IOException {
        Set<String> pairs = new HashSet<>();
        try (NearDuplicates search = new NearDuplicates(KEY, directory)) {
            for (String line : lines) {
                search.add(read(line));
            }
            search.find((first, second) -> pairs.add(first + " " + second)).forEach(finding -> {
                if (finding.of() != null) {
                    repeats.put(finding.ref(), finding.of());
                }
            });
        }
        return pairs;
    }

    /** Stories, copies with edits, empty texts, a mass mail word for word and one with edits, and a line that many share. */
    private static List<String> generated(int size) {
        Random random = new Random(5);
        List<String[]> told = new ArrayList<>();
        String[] mass = words(random, 70);
        String shared = String.join(" ", words(random, 20));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int kind = random.nextInt(20);
            String[] words;
            if (kind == 0) {
                words = new String[0];
            } else if (kind < 3) {
                words = mass;
            } else if (kind < 8) {
                words = edited(random, mass);
            } else if (kind < 13 && !told.isEmpty()) {
                words = edited(random, told.get(random.nextInt(told.size())));
            } else {
                words = words(random, 3 + random.nextInt(100));
                told.add(words);
            }
            String text = String.join(" ", words) + (random.nextInt(4) == 0 ? ". " + shared : "");
            lines.add(String.format("hmac:%016x\t%s", random.nextLong(), text));
        }
        return lines;
    }

    private static String[] edited(Random random, String[] words) {
        String[] edited = Arrays.copyOf(words, words.length);
        for (int i = 0; i < edited.length; i++) {
            if (random.nextInt(25) == 0) {
                edited[i] = words(random, 1)[0];
            }
        }
        return edited;
    }

    private static String[] words(Random random, int count) {
        String[] words = new String[count];
        for (int i = 0; i < count; i++) {
            int rank = (int) Math.pow(5_000, random.nextDouble()) + 26;
            words[i] = "" + (char) ('a' + rank % 26) + (char) ('a' + rank / 26 % 26) + (char) ('a' + rank / 676 % 26);
        }
        return words;
    }
}
