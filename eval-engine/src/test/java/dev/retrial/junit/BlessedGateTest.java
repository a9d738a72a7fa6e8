package dev.retrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import dev.retrial.baseline.Baseline;
import dev.retrial.baseline.BaselineFile;
import dev.retrial.baseline.Blessing;
import dev.retrial.results.GateRecord;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A record that was made from results is one that the gate of the next run compares with. */
class BlessedGateTest {

    @TempDir
    private Path directory;

    private Path suite;
    private Path output;

    @BeforeEach
    void bless() throws IOException {
        suite = directory.resolve("evals");
        output = directory.resolve("out");
        file("suite.yaml", "agent: {type: recorded, from: recordings}\ngate: baseline\nexpect: {tone: {words: 90}}\n");
        file("cohorts.yaml", "cohorts: {vip: {context: {plan: gold}}, other: {}}\n");
        file("policies/greeting.yaml", "rules: {greets: {says: Greet., must: {says: [Hello]}}}\n");
        for (String id : new String[] {"a", "b"}) {
            file("cases/" + id + ".yaml", "title: A\nexpect: {reply: {says: [Hello]}}\n");
            said(id, "Hello");
        }
        Baseline baseline = null;
        for (int i = 0; i < 10; i++) {
            baseline = Blessing.bless(baseline, run());
        }
        BaselineFile.write(suite.resolve("baseline.json"), baseline);
    }

    @Test
    void what_is_as_it_was_is_compared_and_green() throws IOException {
        GateRecord gate = RunReader.summary(run()).gate();

        assertThat(gate.by()).isEqualTo("baseline");
        assertThat(gate.verdict()).isEqualTo("green");
        assertThat(gate.cells()).isEmpty();
        assertThat(gate.notices()).isEmpty();
    }

    @Test
    void what_got_worse_is_compared_and_red() throws IOException {
        said("a", "Go away");

        assertThat(RunReader.summary(run()).gate().cells())
                .extracting(
                        GateRecord.CellFigures::cohort, GateRecord.CellFigures::kind, GateRecord.CellFigures::standing)
                .containsExactlyInAnyOrder(
                        tuple("vip", "regression", "reliable"), tuple("other", "regression", "reliable"));
    }

    @Test
    void a_cohort_that_is_another_makes_its_own_cells_unverifiable() throws IOException {
        file("cohorts.yaml", "cohorts: {vip: {context: {plan: silver}}, other: {}}\n");

        assertThat(RunReader.summary(run()).gate().cells())
                .allMatch(cell -> cell.cohort().equals("vip") && cell.standing().equals("unverifiable"))
                .hasSize(2);
    }

    @Test
    void a_rule_that_is_gone_is_said_to_weaken_the_gate() throws IOException {
        Files.delete(suite.resolve("policies/greeting.yaml"));

        assertThat(RunReader.summary(run()).gate().notices())
                .contains(new GateRecord.Notice("weakened", "the rule greets (major) was removed"));
    }

    private RunDirectory run() throws IOException {
        EngineTestKit.engine("retrial")
                .configurationParameter("retrial.output", output.toString())
                .configurationParameter("retrial.mode", "ci")
                .selectors(selectDirectory(suite.toFile()))
                .execute();
        try (Stream<Path> found = Files.walk(output, 2)) {
            // Ids of runs sort as they began.
            return new RunDirectory(found.filter(path -> Files.exists(path.resolve(RunDirectory.SUMMARY)))
                    .sorted()
                    .reduce((earlier, later) -> later)
                    .orElseThrow());
        }
    }

    private void said(String caseId, String reply) throws IOException {
        file(
                "recordings/" + caseId + ".json",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":\"" + reply
                        + "\"}]}");
    }

    private void file(String name, String text) throws IOException {
        Path file = suite.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
