package dev.retrial.benchmarks.accuracy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKinds;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Failed;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Facts;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.Scene;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.transcript.Transcript;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the trajectory cases of other projects into our words, and prints where our verdict is another one than theirs. */
public final class TrajectoryAccuracy {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TrajectoryAccuracy() {}

    /**
     * Runs.
     *
     * @param arguments the folder of the data, or none where {@code RETRIAL_DATA} names it
     */
    public static void main(String[] arguments) throws IOException, InvalidExpectation {
        agentevals(SharedData.read(arguments, "trajectories/agentevals_cases.jsonl"));
        adk(JSON.readTree(SharedData.read(arguments, "trajectories/adk_trajectory_cases.json")));
    }

    private static void agentevals(String lines) throws IOException, InvalidExpectation {
        Tally tally = new Tally("agentevals, without overrides");
        for (String line : lines.split("\n")) {
            JsonNode each = JSON.readTree(line);
            JsonNode options = each.get("options");
            if (options.has("tool_args_match_overrides")) {
                continue;
            }
            boolean expected = each.get("score").asDouble(each.get("score").asBoolean() ? 1 : 0) > 0;
            String mode = options.path("trajectory_match_mode").asText("strict");
            String arguments = options.path("tool_args_match_mode").asText("exact");
            boolean ours = meets(calls(each.get("actual")), calls(each.get("reference")), mode, arguments);
            tally.count(each.get("test").asText() + " " + options, expected, ours);
        }
        tally.print();
    }

    private static void adk(JsonNode file) throws InvalidExpectation {
        Tally tally = new Tally("adk");
        Map<String, String> modes = Map.of("EXACT", "strict", "IN_ORDER", "in-order", "ANY_ORDER", "superset");
        for (JsonNode each : file.get("cases")) {
            String mode = modes.get(each.get("mode").asText());
            boolean ours = meets(
                    calls(each.get("actual")),
                    calls(each.get("expected")),
                    mode == null ? "" : mode,
                    each.get("ignore_args").asBoolean() ? "ignore" : "exact");
            tally.count(
                    each.get("test").asText() + " " + each.get("mode").asText(),
                    each.get("score").asDouble() > 0,
                    ours);
        }
        tally.print();
    }

    /**
     * A call.
     *
     * @param name the tool
     * @param arguments what it was called with
     */
    private record Call(String name, JsonNode arguments) {}

    /** The calls of messages in the formats of OpenAI and LangChain, or of a list of calls. */
    private static List<Call> calls(JsonNode messages) {
        List<Call> calls = new ArrayList<>();
        for (JsonNode message : messages) {
            if (message.has("name") && message.has("args")) {
                calls.add(new Call(message.get("name").asText(), message.get("args")));
            }
            for (JsonNode call : message.path("tool_calls")) {
                JsonNode function = call.path("function");
                calls.add(
                        function.isObject()
                                ? new Call(
                                        function.get("name").asText(),
                                        parsed(function.get("arguments").asText()))
                                : new Call(call.get("name").asText(), call.get("args")));
            }
        }
        return calls;
    }

    private static JsonNode parsed(String arguments) {
        try {
            return JSON.readTree(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Whether the calls meet what a mode demands, in our words: what may not be left over is declared a write.
     *
     * @param mode strict (exactly), in-order, superset (any order, others may come besides), unordered (any order, no others) or subset (no others)
     * @param arguments exact, ignore, subset (no others than these) or superset (at least these)
     */
    private static boolean meets(List<Call> actual, List<Call> expected, String mode, String arguments)
            throws InvalidExpectation {
        boolean closed = mode.equals("unordered") || mode.equals("subset");
        if (expected.isEmpty()) {
            return mode.equals("superset") || mode.equals("in-order") || actual.isEmpty();
        }
        ObjectNode tools = JSON.createObjectNode();
        ArrayNode items = tools.putArray("calls");
        for (Call call : expected) {
            ObjectNode item = items.addObject().put("call", call.name());
            if (!arguments.equals("ignore")) {
                item.set("args", arguments(call.arguments(), arguments));
            }
            if (mode.equals("subset")) {
                item.putObject("count").put("min", 0).put("max", 1);
            }
        }
        if (mode.equals("strict")) {
            tools.put("order", "exactly");
        } else if (mode.equals("in-order")) {
            tools.put("order", "in-order");
        }
        ToolCatalog catalog = catalog(actual, expected, closed ? Effect.WRITE : Effect.READ);
        Vocabulary vocabulary = new Vocabulary(catalog, OutcomeSignals.NONE, Facts.NONE);
        Scene scene = new Scene(catalog, Facts.NONE, JSON.createObjectNode(), Instant.EPOCH, Scene.DEFAULT_COHORT);
        Transcript.Builder transcript = Transcript.builder();
        for (Call call : actual) {
            transcript.call(call.name(), call.arguments());
        }
        Transcript trial = transcript.build();
        ObjectNode expect = JSON.createObjectNode();
        expect.set("tools", tools);
        boolean meets = true;
        for (Check check : CheckKinds.installed().bindAll(expect, vocabulary)) {
            CheckResult result = check.evaluate(trial, scene);
            meets &= !(result instanceof Failed || result instanceof Errored);
        }
        return meets;
    }

    private static ObjectNode arguments(JsonNode written, String mode) {
        ObjectNode arguments = JSON.createObjectNode();
        if (mode.equals("superset")) {
            return arguments.setAll((ObjectNode) written);
        }
        ObjectNode exact = arguments.putObject("$exact");
        for (Map.Entry<String, JsonNode> argument : written.properties()) {
            if (mode.equals("subset")) {
                exact.putObject(argument.getKey()).set("$optional", argument.getValue());
            } else {
                exact.set(argument.getKey(), argument.getValue());
            }
        }
        return arguments;
    }

    private static ToolCatalog catalog(List<Call> actual, List<Call> expected, Effect effect) {
        Map<String, Tool> tools = new LinkedHashMap<>();
        for (List<Call> calls : List.of(actual, expected)) {
            for (Call call : calls) {
                tools.put(call.name(), new Tool(call.name(), "", effect, null, List.of()));
            }
        }
        return new ToolCatalog(true, tools);
    }

    /** How often the verdicts are the same. */
    private static final class Tally {

        private final String name;
        private final List<String> disagreements = new ArrayList<>();
        private int cases;

        Tally(String name) {
            this.name = name;
        }

        void count(String what, boolean theirs, boolean ours) {
            cases++;
            if (theirs != ours) {
                disagreements.add(what + ": theirs " + verdict(theirs) + ", ours " + verdict(ours));
            }
        }

        private static String verdict(boolean passes) {
            return passes ? "passes" : "fails";
        }

        void print() {
            System.out.println(
                    name + ": " + (cases - disagreements.size()) + " of " + cases + " verdicts are the same");
            for (String disagreement : disagreements) {
                System.out.println("  " + disagreement);
            }
        }
    }
}
