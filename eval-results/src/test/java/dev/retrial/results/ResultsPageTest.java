package dev.retrial.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/results.md} shows is read with the reader that it describes. */
class ResultsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "results.md");
    private static final Pattern JSON = Pattern.compile("```json\n(.*?)\n```", Pattern.DOTALL);
    private static final Pattern JQ = Pattern.compile("^jq -r '(.*)' results.jsonl$", Pattern.MULTILINE);
    private static final Pattern JAVA =
            Pattern.compile("ResultsPageTest.java#read -->\n```java\n(.*?)```", Pattern.DOTALL);

    private String page;
    private List<String> blocks;
    private Path run;

    @TempDir
    private Path output;

    /** The run that the page shows, as it lies in the file system. */
    @BeforeEach
    void lay() throws IOException {
        page = Files.readString(PAGE);
        blocks = JSON.matcher(page).results().map(block -> block.group(1)).toList();
        assertThat(blocks).isNotEmpty();
        Path runs = Files.createDirectories(output.resolve("acme.SupportAgentTest"));
        run = Files.createDirectory(runs.resolve("20261123T121317.714Z-32561-14acff79"));
        String lines = block("\"planned\"") + "\n" + block("\"stage\"") + "\n" + block("\"leaf\":\"cohorts\"") + "\n"
                + block("\"leaf\":\"self-check\"") + "\n";
        Files.writeString(run.resolve("results.jsonl"), lines);
        Files.writeString(run.resolve("run.json"), block("\"finishedAt\""));
        Files.writeString(runs.resolve("latest.json"), blocks.get(blocks.size() - 1));
    }

    /** The first block that has this in it. */
    private String block(String part) {
        return blocks.stream().filter(block -> block.contains(part)).findFirst().orElseThrow();
    }

    @Test
    void the_red_self_check_is_read() throws IOException {
        try (RunReader reader = RunReader.open(new RunDirectory(run))) {
            reader.nextOfAny();
            reader.nextOfAny();
            assertThat(reader.nextOfAny())
                    .isEqualTo(new LeafRecord(
                            "self-check",
                            "acme.SupportAgentTest",
                            "refund-late [self-check]",
                            "The case passes on what went wrong.",
                            "cases/refund-late.yaml",
                            31));
        }
    }

    @Test
    void the_latest_run_is_read_from_Java() throws IOException {
        // tag::read[]
        List<String> red = new ArrayList<>();
        RunDirectory run = RunDirectory.newest(output, "acme.SupportAgentTest");
        try (RunReader reader = RunReader.open(run)) {
            for (TrialRecord trial = reader.next(); trial != null; trial = reader.next()) {
                if (trial.outcome().equals("failed")) {
                    red.add(trial.caseId() + " [" + trial.cohort() + "]");
                }
            }
        }
        // end::read[]
        assertThat(red).containsExactly("refund-late [enterprise]");
        assertThat(JAVA.matcher(page).results().map(block -> block.group(1))).containsExactly(region());
    }

    @Test
    void the_comparison_is_read() throws IOException {
        try (RunReader reader = RunReader.open(new RunDirectory(run))) {
            assertThat(reader.nextOfAny()).isInstanceOf(TrialRecord.class);
            assertThat(reader.nextOfAny())
                    .isInstanceOfSatisfying(
                            CohortsRecord.class,
                            cohorts -> assertThat(cohorts.checks())
                                    .extracting(CheckRecord::check)
                                    .containsExactly("cohorts.writes", "cohorts.dates"));
        }
    }

    @Test
    void the_summary_is_read() throws IOException {
        RunSummary summary = RunReader.summary(new RunDirectory(run));

        assertThat(summary).isNotNull();
        assertThat(summary.cells()).isEqualTo(new RunSummary.Cells(25, 6, 0, 1, 2));
    }

    @Test
    void the_gate_is_read() throws IOException {
        Files.writeString(run.resolve("run.json"), block("\"gate\":"));

        GateRecord gate = RunReader.summary(new RunDirectory(run)).gate();

        assertThat(gate.verdict()).isEqualTo("red");
        assertThat(gate.cells().get(0).fresh()).isEqualTo(new GateRecord.Rate(1, 6, 0.03, 0.564));
        assertThat(gate.slices().get(0).smallestDrop()).isEqualTo(0.12);
        assertThat(gate.attempts()).containsEntry("confirm", 6);
    }

    @Test
    void a_run_that_was_stopped_is_read() throws IOException {
        Files.delete(run.resolve("run.json"));
        Files.writeString(run.resolve("stopped.json"), block("\"stopped\":\"the budget"));

        StoppedRun stopped = RunReader.stopped(new RunDirectory(run));

        assertThat(RunReader.summary(new RunDirectory(run))).isNull();
        assertThat(stopped.why()).isEqualTo("the budget of 5,000 calls is used up");
        assertThat(stopped.soFar().gate().verdict()).isEqualTo("inconclusive");
    }

    @Test
    void every_key_that_is_written_is_on_the_page() throws IOException {
        Set<String> keys = new TreeSet<>();
        RunDirectory written = RunDirectory.create(output, "acme.Other");
        try (RunWriter writer = RunWriter.open(written, Records.header(written.run()))) {
            writer.trial(Records.full(1));
            writer.cohorts(Records.cohorts());
            writer.complete(Records.gated(written.run()));
        }
        for (String line : Files.readAllLines(written.path().resolve(RunDirectory.RESULTS))) {
            keys.addAll(keys(line));
        }
        keys.addAll(keys(Files.readString(written.path().resolve(RunDirectory.SUMMARY))));
        Set<String> shown = new TreeSet<>();
        for (String block : blocks) {
            shown.addAll(keys(block));
        }
        // Names of cases and what only an unevaluated check has.
        keys.removeAll(Set.of("refund-late", "outage", "developer"));

        for (String key : keys) {
            assertThat(shown.contains(key) || page.contains("| `" + key + "` |"))
                    .as(key)
                    .isTrue();
        }
    }

    @Test
    void jq_lists_the_red_cells() throws Exception {
        assumeTrue(isInstalled("jq"), "jq is not installed");
        MatchResult filter = JQ.matcher(page).results().findFirst().orElseThrow();
        Process jq = new ProcessBuilder(
                        "jq",
                        "-r",
                        filter.group(1),
                        run.resolve("results.jsonl").toString())
                .redirectErrorStream(true)
                .start();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        jq.getInputStream().transferTo(said);

        assertThat(jq.waitFor()).isZero();
        assertThat(said)
                .hasToString(
                        "refund-late [enterprise] tools.never\nrefund-late [cohorts] cohorts.writes\nrefund-late [self-check] \n");
    }

    private static boolean isInstalled(String program) {
        for (String directory : System.getenv("PATH").split(java.io.File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(directory, program))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> keys(String json) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (JsonParser parser = RunWriter.JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    keys.add(parser.currentName());
                }
            }
        }
        return keys;
    }

    private static String region() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/retrial/results/ResultsPageTest.java"));
        int begin = source.indexOf('\n', source.indexOf("// tag::read[]")) + 1;
        int end = source.lastIndexOf('\n', source.indexOf("// end::read[]")) + 1;
        return source.substring(begin, end).stripTrailing().stripIndent() + "\n";
    }
}
