package dev.retrial.samples.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.retrial.baseline.Baseline;
import dev.retrial.baseline.BaselineFile;
import dev.retrial.baseline.Blessing;
import dev.retrial.junit.EvalSuite;
import dev.retrial.results.GateRecord;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The last step of the sample's page: its suite with {@code gate: baseline}, after ten runs of the prompt in use were blessed. */
class AgainstARecordTest {

    /** Where {@link Gated} finds its suite. */
    private static final Path SUITE = Path.of("target", "gated-evals");

    private static final Path BASELINE = SUITE.resolve("baseline.json");

    /** The suite of the sample, but for its gate. */
    @EvalSuite(value = "target/gated-evals", agent = FinchUnderTest.class)
    static final class Gated {}

    @TempDir
    private Path results;

    @BeforeEach
    void copy_the_suite_and_bless_ten_runs() throws IOException {
        copySuite();
        for (int i = 0; i < 10; i++) {
            runWith("system");
            BaselineFile.write(BASELINE, Blessing.bless(BaselineFile.read(BASELINE), newest()));
        }
        Files.writeString(SUITE.resolve("suite.yaml"), "\ngate: baseline\n", StandardOpenOption.APPEND);
    }

    @Test
    void a_prompt_is_green_next_to_its_own_record_and_the_regressed_one_is_red_for_exactly_its_cells()
            throws IOException {
        Baseline record = Objects.requireNonNull(BaselineFile.read(BASELINE));
        assertThat(record.cells().values())
                .allSatisfy(cell -> assertThat(cell.recent().attempts()).isEqualTo(10));

        Map<String, Status> inUse = statuses(runWith("system"));
        assertThat(inUse).containsEntry("[gate]", Status.SUCCESSFUL).doesNotContainValue(Status.FAILED);
        assertThat(decision().sentence()).startsWith("No worse than main, as far as ");

        Map<String, Status> regressed = statuses(runWith("regressed"));
        GateRecord decision = decision();
        assertThat(decision.verdict()).isEqualTo("red");
        assertThat(decision.cells().stream()
                        .filter(cell -> List.of("regression", "critical").contains(cell.kind()))
                        .map(cell -> cell.caseId() + " [" + cell.cohort() + "]"))
                .containsExactlyInAnyOrder(
                        "dpa-for-signature [enterprise]",
                        "ingest-outage-kept [developer]",
                        "ingest-outage-kept [enterprise]",
                        "refund-after-window [developer]",
                        "refund-after-window [self-serve]",
                        "soc2-dropped-control [enterprise]");
        assertThat(regressed.entrySet().stream()
                        .filter(test -> test.getValue() == Status.FAILED)
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "[gate]",
                        "dpa-for-signature [cohorts]",
                        "dpa-for-signature [enterprise]",
                        "ingest-outage-kept [developer]",
                        "ingest-outage-kept [enterprise]",
                        "refund-after-window [developer]",
                        "refund-after-window [self-serve]",
                        "soc2-dropped-control [enterprise]");
    }

    private static void copySuite() throws IOException {
        Path from = Path.of("src", "test", "resources", "evals");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = SUITE.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.write(to, Files.readAllBytes(file));
            }
        }
        Files.deleteIfExists(BASELINE);
    }

    private RunDirectory newest() throws IOException {
        return RunDirectory.newest(results, Gated.class.getName());
    }

    private GateRecord decision() throws IOException {
        return Objects.requireNonNull(
                Objects.requireNonNull(RunReader.summary(newest())).gate());
    }

    private static Map<String, Status> statuses(Events tests) {
        Map<String, Status> statuses = new TreeMap<>();
        tests.finished().stream()
                .forEach(event -> statuses.put(
                        event.getTestDescriptor().getDisplayName(),
                        event.getRequiredPayload(TestExecutionResult.class).getStatus()));
        return statuses;
    }

    private Events runWith(String prompt) {
        String before = System.setProperty("agent.prompt", prompt);
        PrintStream console = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
        try {
            return EngineTestKit.engine("retrial")
                    .selectors(selectClass(Gated.class))
                    .configurationParameter("retrial.output", results.toString())
                    .configurationParameter("retrial.mode", "ci")
                    .execute()
                    .testEvents();
        } finally {
            System.setOut(console);
            if (before == null) {
                System.clearProperty("agent.prompt");
            } else {
                System.setProperty("agent.prompt", before);
            }
        }
    }
}
