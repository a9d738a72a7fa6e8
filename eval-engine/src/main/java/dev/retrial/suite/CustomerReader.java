package dev.retrial.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.scene.Facts;
import dev.retrial.suite.yaml.Complaints;
import dev.retrial.suite.yaml.Shape;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.Words;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the customer's side of a case: what they know, and what they say. */
final class CustomerReader {

    private final Fields fields;
    private final Complaints problems;
    private final TextPool pool;

    CustomerReader(Fields fields, Complaints problems, TextPool pool) {
        this.fields = fields;
        this.problems = problems;
        this.pool = pool;
    }

    /** What the customer knows. */
    Facts facts() {
        List<YamlMapping.Entry> entries = fields.entries("facts");
        if (entries.isEmpty()) {
            return Facts.NONE;
        }
        Map<String, Facts.Fact> facts = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : entries) {
            Shape shape = fields.shape("facts").property(entry.name());
            Shape sound = shape == null ? Shape.FREE : shape;
            if (entry.value() instanceof YamlMapping mapping) {
                Fields fact = Fields.sound(mapping, sound);
                YamlNode value = fact.get("value");
                JsonNode json = fact.shape("value").json(value == null ? mapping : value, pool);
                facts.put(
                        pool.one(entry.name()),
                        new Facts.Fact(json, SuiteFileReader.texts(fact.items("asked-as"), pool)));
            } else {
                facts.put(pool.one(entry.name()), new Facts.Fact(sound.json(entry.value(), pool), List.of()));
            }
        }
        return new Facts(facts);
    }

    /** What the customer says. */
    List<CustomerTurn> conversation(Facts facts) {
        List<YamlNode> items = fields.items("conversation");
        Shape item = fields.shape("conversation").items();
        if (items.isEmpty() || item == null) {
            return List.of();
        }
        List<CustomerTurn> turns = new ArrayList<>(items.size());
        for (YamlNode node : items) {
            Fields turn = Fields.sound(node, item);
            for (YamlNode fact : turn.items("gives")) {
                String name = ((YamlScalar) fact).text();
                if (!facts.byName().containsKey(name) && (fields.get("facts") != null || !fields.has("facts"))) {
                    problems.at(
                            fact,
                            Words.missing("'facts' has no", name, facts.byName().keySet()));
                }
            }
            String customer = turn.text("customer");
            turns.add(new CustomerTurn(
                    customer == null ? "" : customer, SuiteFileReader.texts(turn.items("gives"), pool)));
        }
        return List.copyOf(turns);
    }
}
