package dev.retrial.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKinds;
import dev.retrial.check.CheckResult;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Vocabulary;
import dev.retrial.check.policy.Policies;
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

/**
 * The deterministic checks over transcripts: of ten turns with twelve calls and replies of two sentences, and of one with thousands of calls.
 *
 * <p>Left out are the language detector, which is a model, and the judge.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChecksBenchmark {

    private static final int TURNS = 10;
    private static final String EXPECT = """
            {"tools": {"calls": [{"lookup_order": {"$exact": {"order_id": "A-000007"}}},
                                 {"lookup_order": {"order_id": {"$regex": "A-[0-9]+"}}},
                                 {"call": "add_note", "args": {"note": {"$contains": "A-000001"}}, "count": 2},
                                 {"lookup_order": {"order_id": {"$one-of": ["A-000003", {"$like": "a 000003"}]}}}],
                       "never": ["issue_refund", {"add_note": {"note": {"$not": {"$any": true}}}}],
                       "only": ["lookup_order", "add_note"], "at-most": {"lookup_order": 12}, "grounded": true},
             "policy": ["window", "noted", "patience"],
             "reply": {"says": ["1 April 2026", {"any-of": ["30 days", "label"]}], "never-says": ["60 days", "$100"],
                       "matches": ["[0-9]{4}"], "never-matches": ["(?i)as an? (ai|language) model"]},
             "outcome": "answered",
             "private": ["dana@example.com", "4111 1111 1111 1111"],
             "tone": {"exclamations": 0, "words": {"min": 10, "max": 400}, "emoji": "none", "sentences": 9, "all-caps": 3,
                      "contractions": 9, "links": 1, "hedges": 2, "apologies": 1, "reading-grade": 14,
                      "required": ["order"], "forbidden": ["no worries"]}}""";
    private static final String POLICY = """
            {"rules": {
              "window": {"says": "a", "never": {"call": "issue_refund", "if": "now - result.lookup_order.delivered_on > days(30)"}},
              "noted": {"says": "b", "each": {"call": "add_note"}, "before": {"call": "lookup_order"}},
              "patience": {"says": "c", "when": {"customer": ["where is"]}, "must": {"says": ["your order"]}, "within": 1}}}""";

    private final ObjectMapper json = new ObjectMapper();
    private List<Check> checks = List.of();
    private Transcript transcript = Transcript.of(List.of());
    private Transcript thousand = Transcript.of(List.of());
    private Transcript tenThousand = Transcript.of(List.of());
    private Scene scene = Scene.at(Instant.EPOCH);

    /** Binds the checks and writes the transcripts. */
    @Setup
    public void bind() throws InvalidExpectation, JsonProcessingException {
        ToolCatalog tools = ToolCatalog.of(
                tool("lookup_order", Effect.READ, "order_id"),
                tool("issue_refund", Effect.WRITE, "order_id"),
                tool("add_note", Effect.LOG, "note"));
        Vocabulary vocabulary = new Vocabulary(tools, OutcomeSignals.NONE, Facts.NONE);
        Policies policies = Policies.read(json.readTree(POLICY), vocabulary);
        checks = CheckKinds.installed().bindAll(json.readTree(EXPECT), vocabulary.with(policies.checks()));
        scene = new Scene(
                tools,
                Facts.NONE,
                json.createObjectNode(),
                Instant.parse("2026-04-02T09:00:00Z"),
                Scene.DEFAULT_COHORT);
        transcript = conversation(TURNS, 1);
        thousand = conversation(TURNS, 100);
        tenThousand = conversation(TURNS, 1_000);
    }

    private Transcript conversation(int count, int callsATurn) {
        Transcript.Builder turns = Transcript.builder();
        for (int turn = 1; turn <= count; turn++) {
            String order = "A-" + GeneratedSuite.sixDigits(turn);
            turns.customer("Where is my order " + order + ", and until when may I send it back?");
            for (int call = 0; call < callsATurn; call++) {
                turns.call(
                        "lookup_order",
                        json.createObjectNode().put("order_id", order),
                        json.createObjectNode()
                                .put("delivered_on", "2026-03-02")
                                .put("call", turn * callsATurn + call));
            }
            if (turn <= 2) {
                turns.call("add_note", json.createObjectNode().put("note", "Asked about A-000001"));
            }
            turns.agent("Your order " + order + " was delivered on 2 March 2026. You may send it back until 1 April"
                    + " 2026; the label is in your account under Returns.");
        }
        return turns.build();
    }

    /** One evaluation of all checks. */
    @Benchmark
    public List<CheckResult> tenTurns() {
        return evaluate(transcript);
    }

    /** The same over a thousand calls. */
    @Benchmark
    public List<CheckResult> aThousandCalls() {
        return evaluate(thousand);
    }

    /** The same over ten thousand calls: ten times as long, or nearly. */
    @Benchmark
    public List<CheckResult> tenThousandCalls() {
        return evaluate(tenThousand);
    }

    private List<CheckResult> evaluate(Transcript transcript) {
        List<CheckResult> results = new ArrayList<>(checks.size());
        for (Check check : checks) {
            results.add(check.evaluate(transcript, scene));
        }
        return results;
    }

    private Tool tool(String name, Effect effect, String argument) throws JsonProcessingException {
        return new Tool(
                name,
                "",
                effect,
                json.readTree("{\"type\": \"object\", \"properties\": {\"" + argument
                        + "\": {\"type\": \"string\"}}, \"required\": [\"" + argument + "\"]}"),
                List.of());
    }
}
