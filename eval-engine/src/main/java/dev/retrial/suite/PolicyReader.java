package dev.retrial.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import dev.retrial.check.Vocabulary;
import dev.retrial.check.policy.Rule;
import dev.retrial.check.policy.RuleReader;
import dev.retrial.suite.yaml.Complaints;
import dev.retrial.suite.yaml.Shape;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.YamlMapping;
import java.util.Collection;
import java.util.Map;

/** Reads a file of {@code policies/}, rule by rule, so that one mistake does not hide another. */
final class PolicyReader {

    private final Vocabulary vocabulary;
    private final Collection<String> cohorts;
    private final Complaints complaints;
    private final TextPool pool;

    PolicyReader(Vocabulary vocabulary, Collection<String> cohorts, Complaints complaints, TextPool pool) {
        this.vocabulary = vocabulary;
        this.cohorts = cohorts;
        this.complaints = complaints;
        this.pool = pool;
    }

    /**
     * Reads a policy.
     *
     * @param file the file's name, for messages
     * @param rules those of the policies before it, to which its own are added
     */
    void read(String file, YamlMapping root, Map<String, Rule> rules) {
        Fields fields = Fields.of(root, Schemas.policies(), file, "rules", complaints);
        RuleReader reader = new RuleReader(vocabulary, cohorts, fields.text("version"), fields.text("source"));
        Shape shape = fields.shape("rules");
        if (!(root.get("rules") instanceof YamlMapping all)) {
            if (root.get("rules") != null) {
                shape.accepts(root.get("rules"), "rules", complaints);
            }
            return;
        }
        shape.acceptsKeys(all, "rules", complaints);
        for (YamlMapping.Entry entry : all.entries()) {
            Shape value = shape.property(entry.name());
            if (value == null || !value.accepts(entry.value(), entry.name(), complaints)) {
                continue;
            }
            if (rules.containsKey(entry.name())) {
                complaints.at(entry.key(), "the rule '" + entry.name() + "' is there twice: rename one of the two");
                continue;
            }
            JsonNode json = value.json(entry.value(), pool);
            try {
                String id = pool.one(entry.name());
                rules.put(id, reader.read(id, Spec.of(json)));
            } catch (InvalidExpectation e) {
                complaints.at(Places.of(entry, e.pointer()), e.getMessage());
            }
        }
    }
}
