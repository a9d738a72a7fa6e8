package dev.retrial.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKinds;
import dev.retrial.check.CheckResult;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Vocabulary;
import dev.retrial.check.policy.Policies;
import dev.retrial.scene.Background;
import dev.retrial.scene.Catalogue;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.Scene;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.transcript.Transcript;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
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
 * Every kind of check that decides by rules, all of its keys, over one conversation of ten turns with twelve calls; the aim is a millisecond at most.
 *
 * <p>Left out are the language detector, which is a model, and the judge. A kind that is registered and not among them is an error, so that the figure cannot lose one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class EveryKindBenchmark {

    private static final Set<String> NOT_BY_RULES = Set.of("judged");

    private static final String EXPECT = """
            {"tools": {"calls": [{"lookup_order": {"$exact": {"order_id": {"$same-as": "facts.order_id"}}}},
                                 {"find_customer": {"email": {"$regex": ".+@example[.]com"}}},
                                 {"call": "lookup_order", "args": {"order_id": {"$any": true}}, "count": {"min": 3, "max": 9}, "grounded": true},
                                 {"issue_refund": {"order_id": "A-1042", "amount": {"$approx": [89, 0.5]}, "reason": {"$one-of": ["damaged", "late"]},
                                                   "items": {"$unordered": [2, 1]}, "due": {"$date": ["2026-03-02", "2d"]}}},
                                 {"add_note": {"note": {"$contains": "A-1042"}}}],
                       "order": "any-order", "may": ["add_note", "handoff_to_human"],
                       "never": ["cancel_order", {"issue_refund": {"amount": {"$range": [100, null]}}}],
                       "only": ["lookup_order", "find_customer", "issue_refund", "add_note", "handoff_to_human"],
                       "at-most": {"issue_refund": 1}, "grounded": true},
             "policy": ["window", "noted", "patience"],
             "reply": {"says": ["30 days", {"any-of": ["$89", "2 April 2026"]}], "never-says": ["90 days", "$100", "free of charge"],
                       "matches": ["A-[0-9]{4}"], "never-matches": ["(?i)as an? (ai|language) model"],
                       "never-affirms": ["60 days", "refund is on its way", "unlimited seats"],
                       "never-asks": ["order_id", "email"], "cites": "any", "names-team": "any"},
             "claims": {"unfounded": "none", "disclosed": true},
             "catalogue": "none",
             "outcome": ["escalated", "answered"],
             "handoff": {"queue": "incidents", "carries": ["order_id"], "says": ["dock"], "asks-again": "none", "claims": "none"},
             "private": ["dana.home@example.net", "4111 1111 1111 1111"],
             "leaks": {"canaries": ["HERON-7Q4"], "allow": ["support@example.com"]},
             "tone": {"exclamations": 1, "emoji": "none", "words": {"min": 10, "max": 400}, "sentences": 9, "all-caps": 3,
                      "contractions": 9, "code-blocks": 1, "links": 3, "hedges": 2, "apologies": 3, "reading-grade": 14,
                      "condescension": "none", "blame": "none", "contempt": "none", "demands": "none",
                      "register": "neutral", "politeness": "accepted", "empathy": "acknowledged",
                      "required": ["the"], "forbidden": ["no worries"], "leave-out": ["quotations", "code"]}}""";
    private static final String POLICY = """
            {"rules": {
              "window": {"says": "a", "when": {"if": "now - result.lookup_order.delivered_on <= days(30)"},
                         "never": {"affirms": ["unlimited seats"]}},
              "noted": {"says": "b", "each": {"call": "add_note"}, "before": {"call": "lookup_order"}},
              "patience": {"says": "c", "when": {"customer": ["where is"]}, "must": {"says": ["order"]}, "within": 1}}}""";
    private static final String PROMPT =
            "You are the support agent of a shop for docks and cables. Look an order up before you"
                    + " speak of it, refund within thirty days of delivery only, and hand over to a person whenever something was lost.";
    private static final List<String> REPLIES = List.of(
            "Thank you for getting in touch, Dana. I'm sorry that the dock arrived damaged; that must be frustrating. I've looked up"
                    + " order A-1042: it was delivered on 2 March 2026, so you are within the 30 days.",
            "The refund window is 30 days from delivery, not 60 days. Our assistant told you 60 days last week; that was wrong, and"
                    + " I apologise for the confusion.",
            "I have checked the two items. Could you tell me whether the cable was in the box as well? You can see a picture of it at"
                    + " https://help.example.com/dock-contents.",
            "Thank you, that helps. If the cable is missing too, we would send one with the next parcel. You wrote: \"your bot said"
                    + " the refund is on its way\", and I understand why you expected it.",
            "I've issued a refund of $89.00 for order A-1042. It should reach the card that you paid with in five business days,"
                    + " that is by 2 April 2026.",
            "We don't have phone support, but the incident team answers e-mail within one business day. Shall I hand this over to"
                    + " them?",
            "You'll find the steps in our returns guide. In short: print the label, put it on the box, and leave the box at any"
                    + " parcel shop. Nothing has to be paid.",
            "No, the Team plan does not include unlimited seats; it has 25, and each further one is 12 USD per month. The list is at"
                    + " https://help.example.com/plans.",
            "I've left a note on your account about the broken dock, so that nobody asks you for it again. Is there anything else"
                    + " that I can do for you?",
            "I've handed your case over to our incident team. They have your order number, the pictures and what we tried, and they"
                    + " will write to you by tomorrow noon.");
    private static final List<String> CUSTOMER = List.of(
            "Hi, my dock from order A-1042 arrived broken. Where is my refund? My address is dana@example.com.",
            "Your bot said I had 60 days and that the refund is on its way.",
            "Items 1 and 2 of the order are both damaged.",
            "The cable is missing too, yes.",
            "So do I get the 89 dollars back or not?",
            "Can I call somebody?",
            "How do I send it back?",
            "By the way, are unlimited seats part of the Team plan?",
            "Please make sure that I don't have to explain all of this again.",
            "Then hand it over, please. There is smoke damage on the dock.");

    private final ObjectMapper json = new ObjectMapper();
    private List<Check> checks = List.of();
    private Transcript transcript = Transcript.of(List.of());
    private Scene scene = Scene.at(Instant.EPOCH);

    /** Binds the checks and writes the conversation. */
    @Setup
    public void bind() throws InvalidExpectation, JsonProcessingException {
        JsonNode expect = json.readTree(EXPECT);
        Set<String> missing = new TreeSet<>(CheckKinds.installed().keys());
        missing.removeAll(NOT_BY_RULES);
        expect.fieldNames().forEachRemaining(missing::remove);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("kinds of checks that are not measured: " + missing);
        }
        ToolCatalog tools = ToolCatalog.of(
                tool("lookup_order", Effect.READ, "order_id"),
                tool("find_customer", Effect.READ, "email"),
                tool("issue_refund", Effect.WRITE, "order_id", "amount", "reason", "items", "due"),
                tool("cancel_order", Effect.WRITE, "order_id"),
                tool("handoff_to_human", Effect.WRITE, "queue", "order_id", "email", "summary"),
                tool("add_note", Effect.LOG, "note"));
        Facts facts = new Facts(Map.of(
                "order_id", new Facts.Fact(json.readTree("\"A-1042\""), List.of()),
                "email", new Facts.Fact(json.readTree("\"dana@example.com\""), List.of())));
        Catalogue catalogue = new Catalogue(
                true,
                Map.of(
                        Catalogue.Group.TEAMS, Map.of("incident team", List.of("on-call"), "billing team", List.of()),
                        Catalogue.Group.QUEUES, Map.of("incidents", List.of()),
                        Catalogue.Group.DOCUMENTS, Map.of("https://help.example.com/returns", List.of("returns guide")),
                        Catalogue.Group.LINKS, Map.of("https://help.example.com/*", List.of()),
                        Catalogue.Group.CHANNELS, Map.of("e-mail", List.of())),
                Map.of("phone support", List.of("hotline", "phone line")));
        OutcomeSignals outcomes = new OutcomeSignals(Map.of(
                Outcome.ESCALATED, new OutcomeSignals.ByCall("handoff_to_human", "/summary"),
                Outcome.REFUSED, new OutcomeSignals.ByPhrases(List.of("can't refund", "not able to")),
                Outcome.ASKED, new OutcomeSignals.ByQuestion()));
        Vocabulary vocabulary = new Vocabulary(tools, outcomes, facts);
        Policies policies = Policies.read(json.readTree(POLICY), vocabulary);
        checks = CheckKinds.installed()
                .bindAll(expect, vocabulary.with(policies.checks()).with(catalogue));
        scene = new Scene(
                        tools,
                        facts,
                        json.createObjectNode().put("plan", "team"),
                        Instant.parse("2026-03-16T09:00:00Z"),
                        Scene.DEFAULT_COHORT)
                .with(catalogue)
                .with(new Told());
        transcript = conversation();
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

    /**
     * Prints what each check costs by itself, the dearest first; to see where the time goes, and no measurement.
     */
    public static void main(String[] arguments) throws InvalidExpectation, JsonProcessingException {
        EveryKindBenchmark benchmark = new EveryKindBenchmark();
        benchmark.bind();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int rounds = 2_000;
        long[] nanos = new long[benchmark.checks.size()];
        for (int round = 0; round < 2 * rounds; round++) {
            for (int i = 0; i < nanos.length; i++) {
                long start = threads.getCurrentThreadCpuTime();
                benchmark.checks.get(i).evaluate(benchmark.transcript, benchmark.scene);
                nanos[i] += round < rounds ? 0 : threads.getCurrentThreadCpuTime() - start;
            }
        }
        List<Integer> dearest = new ArrayList<>();
        for (int i = 0; i < nanos.length; i++) {
            dearest.add(i);
        }
        dearest.sort(Comparator.comparingLong(i -> -nanos[i]));
        System.out.println(LongStream.of(nanos).sum() / rounds / 1_000 + " µs of CPU in all");
        for (int i : dearest) {
            Check check = benchmark.checks.get(i);
            System.out.println(nanos[i] / rounds / 1_000 + " µs  " + check.name() + "  "
                    + check.evaluate(benchmark.transcript, benchmark.scene)
                            .getClass()
                            .getSimpleName());
        }
    }

    private Transcript conversation() throws JsonProcessingException {
        JsonNode order = json.readTree("""
                {"order_id": "A-1042", "delivered_on": "2026-03-02", "total": 89.00, "currency": "USD", "items": [1, 2], "card": "ending in 4242"}""");
        Transcript.Builder turns = Transcript.builder();
        for (int turn = 0; turn < REPLIES.size(); turn++) {
            turns.customer(CUSTOMER.get(turn));
            if (turn < 7) {
                turns.call("lookup_order", json.createObjectNode().put("order_id", "A-1042"), order);
            }
            switch (turn) {
                case 0 ->
                    turns.call(
                            "find_customer",
                            json.createObjectNode().put("email", "dana@example.com"),
                            json.readTree("{\"name\": \"Dana Ito\", \"plan\": \"team\", \"queue\": \"incidents\"}"));
                case 4 -> {
                    turns.call(
                            "issue_refund",
                            json.readTree("""
                                    {"order_id": "A-1042", "amount": 89, "reason": "damaged", "items": [1, 2], "due": "2026-03-02"}"""),
                            json.readTree("{\"refund_id\": \"R-5\", \"amount\": 89}"));
                    turns.call("add_note", json.createObjectNode().put("note", "The customer was refunded for A-1042"));
                }
                case 8 ->
                    turns.call("add_note", json.createObjectNode().put("note", "The dock of A-1042 arrived broken"));
                case 9 ->
                    turns.call(
                            "handoff_to_human",
                            json.createObjectNode()
                                    .put("queue", "incidents")
                                    .put("order_id", "A-1042")
                                    .put("email", "dana@example.com")
                                    .put("summary", "A dock of order A-1042 arrived broken; smoke damage."));
                default -> {}
            }
            turns.agent(REPLIES.get(turn));
        }
        return turns.build();
    }

    private Tool tool(String name, Effect effect, String... arguments) {
        ObjectNode parameters = json.createObjectNode().put("type", "object");
        ObjectNode properties = parameters.putObject("properties");
        for (String argument : arguments) {
            properties.putObject(argument).put("description", "What it is.");
        }
        parameters.putArray("required").add(arguments[0]);
        return new Tool(name, "", effect, parameters, List.of());
    }

    /** What the agent was told, and how a person answered. */
    private static final class Told implements Background {

        @Override
        public List<Instruction> instructions() {
            return List.of(new Instruction("prompt", PROMPT));
        }

        @Override
        public List<String> accepted() {
            return List.of("No. You must send it back, it is not our problem.");
        }
    }
}
