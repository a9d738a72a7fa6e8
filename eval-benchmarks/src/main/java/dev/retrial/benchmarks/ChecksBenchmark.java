package dev.retrial.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKinds;
import dev.retrial.check.CheckResult;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Facts;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.Scene;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.transcript.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The checks of a case over a transcript of ten turns, each with a tool call and a reply of two sentences. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChecksBenchmark {

    private static final int TURNS = 10;
    private static final String EXPECT = """
            {"tools": {"calls": [{"lookup_order": {"order_id": "A-000007"}}], "never": ["issue_refund"]},
             "reply": {"says": ["1 April 2026"], "never-says": ["60 days", "$100"]},
             "tone": {"exclamations": 0, "words": {"min": 10, "max": 400}, "emoji": "none"}}""";

    private final ObjectMapper json = new ObjectMapper();
    private List<Check> checks = List.of();
    private Transcript transcript = Transcript.of(List.of());
    private Scene scene = Scene.at(Instant.EPOCH);

    /** Binds the checks and writes the transcript. */
    @Setup
    public void bind() throws InvalidExpectation, JsonProcessingException {
        ToolCatalog tools = ToolCatalog.of(tool("lookup_order", Effect.READ), tool("issue_refund", Effect.WRITE));
        checks = CheckKinds.installed()
                .bindAll(json.readTree(EXPECT), new Vocabulary(tools, OutcomeSignals.NONE, Facts.NONE));
        scene = new Scene(tools, Facts.NONE, json.createObjectNode(), Instant.EPOCH, Scene.DEFAULT_COHORT);
        Transcript.Builder turns = Transcript.builder();
        for (int turn = 1; turn <= TURNS; turn++) {
            String order = "A-" + GeneratedSuite.sixDigits(turn);
            turns.customer("Where is my order " + order + ", and until when may I send it back?")
                    .call("lookup_order", json.createObjectNode().put("order_id", order))
                    .agent("Your order " + order + " was delivered on 2 March 2026. You may send it back until 1 April"
                            + " 2026; the label is in your account under Returns.");
        }
        transcript = turns.build();
    }

    /** One evaluation of all checks. */
    @Benchmark
    public List<CheckResult> tenTurns() {
        List<CheckResult> results = new ArrayList<>(checks.size());
        for (Check check : checks) {
            results.add(check.evaluate(transcript, scene));
        }
        return results;
    }

    private static Tool tool(String name, Effect effect) {
        return new Tool(name, "", effect, null, List.of());
    }
}
