package dev.retrial.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Keeps the programs that Retrial is measured against in working order. */
class BaselinesTest {

    private static final GeneratedSuite SUITE = new GeneratedSuite(8, 2, 1);

    @TempDir
    Path root;

    @Test
    void the_bare_loop_is_answered_for_each_cell_and_keeps_to_its_concurrency() throws Exception {
        Path suite = SUITE.writeBelow(root);
        try (AgentServer agent = AgentServer.inThisJvm(5)) {
            int answered = BareLoop.run(suite, url(agent), 3);

            assertThat(answered).isEqualTo(16);
            assertThat(agent.answered()).isEqualTo(16);
            assertThat(agent.mostInFlight()).isBetween(2, 3);
        }
    }

    @Test
    void the_hand_written_test_passes_and_leaves_a_transcript_of_each_cell() throws Exception {
        Path suite = SUITE.writeBelow(root);
        Path transcripts = root.resolve("transcripts");
        try (AgentServer agent = AgentServer.inThisJvm(0)) {
            System.setProperty("benchmark.suite", suite.toString());
            System.setProperty("benchmark.agent", url(agent).toString());
            System.setProperty("benchmark.transcripts", transcripts.toString());

            EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(HandWrittenTest.class))
                    .execute()
                    .testEvents()
                    .assertStatistics(events -> events.started(16).succeeded(16));
        }
        assertThat(transcripts).isDirectoryContaining("glob:**order-000008.cohort-2.json");
    }

    @Test
    void what_is_measured_runs_with_nothing_on_its_class_path_but_what_its_user_has() throws Exception {
        SUITE.writeBelow(root);
        Programs programs = new Programs(
                Path.of(System.getProperty("java.home")).resolve("bin").resolve("java"));
        try (AgentProcess agent = AgentProcess.start(programs, 0)) {
            Map<String, String> environment = Map.of("AGENT_URL", agent.url());

            ChildProcess ours = ChildProcess.run(programs.ours(root, 2, root.resolve("ours")), root, environment);
            ChildProcess byHand = ChildProcess.run(
                    programs.handWritten(root, 2, root.resolve("by-hand"), agent.url()), root, environment);
            ChildProcess loop = ChildProcess.run(programs.bareLoop(root, 2, agent.url()), root, environment);

            assertThat(Compare.testsPassed(ours)).isEqualTo(SUITE.tests());
            assertThat(Compare.testsPassed(byHand)).isEqualTo(SUITE.cells());
            assertThat(loop.figure("answered")).isEqualTo(SUITE.cells());
        }
    }

    private static URI url(AgentServer agent) {
        return URI.create("http://127.0.0.1:" + agent.port() + "/chat");
    }
}
