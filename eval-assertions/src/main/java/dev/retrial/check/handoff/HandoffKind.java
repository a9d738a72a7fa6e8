package dev.retrial.check.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKind;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.PhraseChoices;
import dev.retrial.check.Schema;
import dev.retrial.check.Spec;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Tool;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** {@code handoff:} what the person gets to whom the agent hands over. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class HandoffKind implements CheckKind {

    /** Found by the service loader. */
    public HandoffKind() {}

    @Override
    public String key() {
        return "handoff";
    }

    @Override
    public JsonNode schema() {
        ObjectNode schema = Schema.map();
        Schema.with(
                schema,
                "queue",
                "Where it goes; of several, any will do.",
                Schema.anyOf(Schema.text(), Schema.texts()));
        Schema.with(schema, "carries", "Facts of the case, or fields that are filled.", Schema.texts());
        Schema.with(schema, "says", "Each is said in it.", Schema.list(PhraseChoices.schema()));
        Schema.with(schema, "asks-again", "Whatever the customer has given goes along.", Schema.word("none"));
        Schema.with(schema, "claims", "It claims nothing to be done that was not.", Schema.word("none"));
        return schema.put("description", "What is handed over to a person.");
    }

    @Override
    public List<Check> bind(JsonNode json, Vocabulary vocabulary) throws InvalidExpectation {
        Spec spec = Spec.of(json).allowing("queue", "carries", "says", "asks-again", "claims");
        Handoffs handoffs;
        try {
            handoffs = Handoffs.toldBy(vocabulary.outcomes());
        } catch (IllegalArgumentException e) {
            throw spec.invalid(e);
        }
        List<Check> checks = new ArrayList<>();
        for (Spec entry : spec.entries().values()) {
            switch (entry.key()) {
                case "queue" -> checks.add(new HandoffQueue(queues(entry, handoffs, vocabulary), handoffs));
                case "carries" -> {
                    for (String carried : entry.texts()) {
                        checks.add(new HandoffCarries(carried, handoffs));
                    }
                }
                case "says" -> {
                    for (Spec item : entry.items()) {
                        checks.add(new HandoffSays(PhraseChoices.of(item), handoffs));
                    }
                }
                case "claims" -> {
                    entry.word("none");
                    checks.add(new NothingInvented(vocabulary.tools(), handoffs));
                }
                default -> {
                    entry.word("none");
                    checks.add(new NothingAskedAgain(handoffs));
                }
            }
        }
        return checks;
    }

    private static List<String> queues(Spec entry, Handoffs handoffs, Vocabulary vocabulary) throws InvalidExpectation {
        List<String> known = knownQueues(handoffs, vocabulary);
        List<String> queues = new ArrayList<>();
        for (Spec item : entry.oneOrMore()) {
            String queue = item.text();
            if (!known.isEmpty() && !known.contains(queue)) {
                throw item.unknown("the hand-off tool has no queue", queue, known);
            }
            queues.add(queue);
        }
        return queues;
    }

    /** The queues that the tool's schema lists; empty where it lists none. */
    private static List<String> knownQueues(Handoffs handoffs, Vocabulary vocabulary) {
        String name = handoffs.tool();
        Tool tool = name == null ? null : vocabulary.tools().find(name);
        JsonNode parameters = tool == null ? null : tool.parameters();
        List<String> known = new ArrayList<>();
        if (parameters != null) {
            for (JsonNode queue :
                    parameters.path("properties").path(HandoffQueue.FIELD).path("enum")) {
                known.add(queue.asText());
            }
        }
        return known;
    }
}
