package dev.retrial.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import dev.retrial.check.tool.ArgumentSchema;
import dev.retrial.match.ArgumentMatcher;
import dev.retrial.match.Arguments;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.suite.WorldSpec.PriorCall;
import dev.retrial.suite.WorldSpec.WorldAnswer;
import dev.retrial.suite.yaml.Complaints;
import dev.retrial.suite.yaml.Shape;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.Words;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlScalar;
import dev.retrial.suite.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what tools answer. */
final class WorldReader {

    private final ToolCatalog tools;
    private final Complaints complaints;
    private final TextPool pool;

    WorldReader(ToolCatalog tools, Complaints complaints, TextPool pool) {
        this.tools = tools;
        this.complaints = complaints;
        this.pool = pool;
    }

    /** Whether the suite knows the tool; reports it where it does not. */
    boolean known(YamlScalar tool) {
        if (tools.isUnknown(tool.text())) {
            complaints.at(
                    tool,
                    Words.missing(
                            "tools.yaml has no tool", tool.text(), tools.tools().keySet()));
            return false;
        }
        return true;
    }

    /**
     * The answers of one tool.
     *
     * @param tool the tool's name
     * @param list its answers, which have been accepted by their schema
     */
    List<WorldAnswer> answers(String tool, YamlNode list, Shape shape) {
        List<YamlNode> items = ((YamlSequence) list).items();
        Shape item = shape.items() == null ? Shape.FREE : shape.items();
        List<WorldAnswer> answers = new ArrayList<>(items.size());
        for (YamlNode node : items) {
            answers.add(answer(tool, Fields.sound(node, item), (ObjectNode) item.json(node, pool)));
        }
        return List.copyOf(answers);
    }

    private WorldAnswer answer(String tool, Fields fields, ObjectNode written) {
        boolean returns = fields.has("returns");
        if (returns == fields.has("fails")) {
            complaints.at(
                    fields.mapping(),
                    returns ? "an answer either 'returns' or 'fails'" : "an answer needs 'returns' or 'fails'");
        }
        YamlMapping.Entry when = fields.mapping().entry("when");
        return new WorldAnswer(
                when == null ? null : arguments(tool, when, written.path("when")),
                after(fields),
                fields.has("times") ? (Integer) fields.integer("times", 1) : null,
                written.get("returns"),
                fields.text("fails"),
                written);
    }

    private @Nullable PriorCall after(Fields fields) {
        YamlNode after = fields.get("after");
        if (after instanceof YamlScalar tool) {
            known(tool);
            return new PriorCall(pool.one(tool.text()), null);
        }
        if (after instanceof YamlMapping call) {
            YamlMapping.Entry entry = call.entries().get(0);
            known(entry.key());
            String tool = pool.one(entry.name());
            return new PriorCall(tool, arguments(tool, entry, Shape.FREE.json(entry.value(), pool)));
        }
        return null;
    }

    /** Expected arguments, with the matchers in them; a slip that the tool's schema shows is an error here and not an answer that never comes. */
    private @Nullable ArgumentMatcher arguments(String tool, YamlMapping.Entry entry, JsonNode json) {
        Tool declared = tools.find(tool);
        Spec expected = Spec.of(json);
        try {
            ArgumentMatcher matcher = Arguments.matcher(expected);
            if (declared != null && declared.parameters() != null) {
                ArgumentSchema.check(expected, declared.parameters());
            }
            if (matcher.refers()) {
                complaints.at(
                        entry.key(),
                        "a world does not know facts, context and results: write the value instead of '$same-as'");
            }
            return matcher;
        } catch (InvalidExpectation e) {
            complaints.at(Places.of(entry, e.pointer()), e.getMessage());
            return null;
        }
    }
}
