package dev.retrial.check;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.policy.Policies;
import dev.retrial.scene.Catalogue;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.Scene;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.transcript.Transcript;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tests of checks start from: a shop's tools, and expectations written in relaxed JSON. */
public final class Expecting {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonParser.Feature.ALLOW_SINGLE_QUOTES, true)
            .configure(JsonParser.Feature.ALLOW_UNQUOTED_FIELD_NAMES, true);

    private static final String ORDER =
            "{type: 'object', properties: {order_id: {type: 'string'}, amount: {type: 'number'},"
                    + " reason: {type: 'string', enum: ['damaged', 'late']}, items: {type: 'array', items: {type: 'integer'}},"
                    + " address: {type: 'object', properties: {zip: {type: ['string', 'null']}}}}}";

    private static final String CANCELLATION =
            "{type: 'object', properties: {order_id: {type: 'string', pattern: '^A-[0-9]+$'}, copies: {type: 'integer', minimum: 1},"
                    + " fee: {type: 'number'}, currency: {type: 'string', enum: ['EUR', 'USD']}, trace_id: {type: 'string'}, note: {type: 'string'}, due: {type: 'string'}},"
                    + " required: ['order_id'], additionalProperties: false}";

    /** A shop's tools: two reads, three writes, a log. */
    public static final ToolCatalog TOOLS = ToolCatalog.of(
            tool("lookup_order", Effect.READ),
            tool("find_customer", Effect.READ),
            tool("issue_refund", Effect.WRITE),
            tool("handoff_to_human", Effect.WRITE),
            new Tool(
                    "cancel_order",
                    "",
                    Effect.WRITE,
                    json(CANCELLATION),
                    List.of(),
                    (ObjectNode) json("{currency: 'EUR', copies: 1}"),
                    List.of("trace_*")),
            tool("add_note", Effect.LOG));

    public static final OutcomeSignals SIGNALS = new OutcomeSignals(signals());

    /** What the shop has, and what it has not. */
    public static final Catalogue CATALOGUE = new Catalogue(
            true,
            Map.of(
                    Catalogue.Group.TEAMS, Map.of("incident team", List.of("on-call"), "billing team", List.of()),
                    Catalogue.Group.QUEUES, Map.of("incidents", List.of()),
                    Catalogue.Group.DOCUMENTS, Map.of("https://trust.example.com/soc2", List.of("SOC 2 report")),
                    Catalogue.Group.LINKS, Map.of("https://help.example.com/*", List.of()),
                    Catalogue.Group.CHANNELS, Map.of("e-mail", List.of())),
            Map.of("phone support", List.of("hotline", "phone line")));

    public static final Vocabulary SHOP =
            new Vocabulary(TOOLS, SIGNALS, Facts.NONE, policies().checks()).with(CATALOGUE);

    public static final Scene SCENE = new Scene(
                    TOOLS, Facts.NONE, json("{}"), Instant.parse("2026-03-02T09:15:00Z"), Scene.DEFAULT_COHORT)
            .with(CATALOGUE);

    private Expecting() {}

    private static Tool tool(String name, Effect effect) {
        return new Tool(name, "", effect, json(ORDER), List.of());
    }

    private static Policies policies() {
        try {
            return Policies.read(
                    json("{rules: {'refund-window': {says: 'No late refund.', never: {call: 'issue_refund',"
                            + " if: 'now - result.lookup_order.delivered_on > days(30)'}}}}"),
                    new Vocabulary(TOOLS, SIGNALS, Facts.NONE));
        } catch (InvalidExpectation e) {
            throw new AssertionError(e);
        }
    }

    private static Map<Outcome, OutcomeSignals.Signal> signals() {
        Map<Outcome, OutcomeSignals.Signal> signals = new LinkedHashMap<>();
        signals.put(Outcome.ESCALATED, new OutcomeSignals.ByCall("handoff_to_human", "/summary"));
        signals.put(Outcome.REFUSED, new OutcomeSignals.ByPhrases(List.of("can't refund", "not able to")));
        signals.put(Outcome.ASKED, new OutcomeSignals.ByQuestion());
        return signals;
    }

    /** JSON in which single quotes and bare keys are fine. */
    public static JsonNode json(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The checks of an {@code expect} map in the shop. */
    public static List<Check> checks(String expect) {
        return checks(expect, SHOP);
    }

    public static List<Check> checks(String expect, Vocabulary vocabulary) {
        try {
            return CheckKinds.installed().bindAll(json(expect), vocabulary);
        } catch (InvalidExpectation e) {
            throw new AssertionError(e.pointer() + ": " + e.getMessage(), e);
        }
    }

    /** The one check of that name. */
    public static Check check(String name, String expect) {
        return checks(expect).stream()
                .filter(check -> check.name().equals(name))
                .reduce((a, b) -> {
                    throw new AssertionError("two checks " + name);
                })
                .orElseThrow(() -> new AssertionError("no check " + name));
    }

    /** What the first check of an {@code expect} map finds. */
    public static CheckResult evaluate(String expect, Transcript transcript) {
        return checks(expect).get(0).evaluate(transcript, SCENE);
    }

    /** The names of the checks of an {@code expect} map that failed. */
    public static List<String> failing(String expect, Transcript transcript) {
        return checks(expect).stream()
                .filter(check -> check.evaluate(transcript, SCENE) instanceof Failed)
                .map(Check::name)
                .toList();
    }

    /** Why an {@code expect} map cannot be bound: pointer and message. */
    public static String refusal(String expect) {
        return refusal(expect, SHOP);
    }

    public static String refusal(String expect, Vocabulary vocabulary) {
        InvalidExpectation invalid = catchThrowableOfType(
                InvalidExpectation.class, () -> CheckKinds.installed().bindAll(json(expect), vocabulary));
        return invalid == null ? "none" : invalid.pointer() + ": " + invalid.getMessage();
    }

    /** A conversation of one turn in which the agent only says this. */
    public static Transcript reply(String text) {
        return Transcript.builder().customer("Hi").agent(text).build();
    }
}
