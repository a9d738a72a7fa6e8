package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.retrial.agent.Answer.Usage;
import dev.retrial.agent.Recordings;
import dev.retrial.replay.ReplayLimits;
import dev.retrial.replay.Replayed;
import dev.retrial.replay.TranscriptSource;
import dev.retrial.replay.TrialRequest;
import dev.retrial.suite.Suite;
import dev.retrial.suite.Timeouts;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Handoff;
import dev.retrial.transcript.Transcript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run wrote down, the recorded agent reads as the same transcript. */
class GradedAgainTest {

    @TempDir
    private Path output;

    @ParameterizedTest(name = "{0}, {1} cohorts, {2} trials")
    @CsvSource({
        "refund-late, 1, 1",
        "refund-late, 2, 1",
        "refund-late, 1, 3",
        "refund-late, 2, 3",
        "Rückgabe (alt), 2, 1",
    })
    void a_runs_transcripts_are_recordings(String caseId, int cohorts, int trials) throws Exception {
        Cases cases = Cases.suite().trials(trials, trials);
        for (int i = 1; i <= cohorts; i++) {
            cases.cohort("cohort-" + i);
        }
        Suite suite = cases.add(Cases.one(caseId).expect(Checks.says("Hello"))).build();
        Path transcripts = run(
                suite, request -> Sources.complete("Hello " + request.cohort().id() + request.trial()));

        for (Cell cell : Cases.cells(suite)) {
            for (int trial = 1; trial <= trials; trial++) {
                assertThat(read(transcripts, cell, trial).lastReply().text())
                        .isEqualTo("Hello " + cell.cohort().id() + trial);
            }
        }
    }

    @Test
    void every_kind_of_event_is_read_as_it_was() throws Exception {
        Transcript said = Transcript.builder()
                .customer("Where is it?")
                .call("lookup", Cases.json().put("id", 1), Cases.json().put("paid", true))
                .failedCall("track", TextNode.valueOf("not json"), "No such order")
                .call("note", Cases.json())
                .agent("Lost.")
                .customer("Oh.")
                .agent("I'll pass you on.")
                .build();
        List<Event> events = new ArrayList<>(said.events());
        events.add(new Handoff(2, Cases.json().put("queue", "incidents")));
        Transcript transcript = Transcript.of(events);
        Suite suite =
                Cases.suite().add(Cases.one("x").expect(Checks.says("Lost"))).build();
        Path transcripts = run(suite, request -> new Replayed.Complete(transcript, Usage.UNKNOWN, List.of()));
        assertThat(read(transcripts, Cases.cells(suite).get(0), 1)).isEqualTo(transcript);
    }

    private Path run(Suite suite, Sources source) {
        RunPlan plan = new RunPlan(
                "acme.Test",
                suite,
                RunSettings.of(Map.of(), Map.of()),
                output,
                Cases.cells(suite),
                false,
                Holding.NONE,
                line -> {});
        try (SuiteRun run = SuiteRun.open(plan, source)) {
            Listening listening = new Listening();
            run.execute(listening, Cancellation.NEVER);
            assertThat(listening.kinds()).containsOnly(Ending.Kind.PASSED);
            return run.directory().resolve("transcripts");
        }
    }

    private static Transcript read(Path transcripts, Cell cell, int trial) throws InterruptedException {
        try (TranscriptSource recorded =
                TranscriptSource.of(new Recordings(transcripts, transcripts), ReplayLimits.of(Timeouts.DEFAULT))) {
            return recorded.replay(new TrialRequest(cell.evalCase(), cell.cohort(), cell.context(), trial))
                    .transcript();
        }
    }
}
