package dev.retrial.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import dev.retrial.check.tool.ArgumentSchema;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.suite.WorldSpec.WorldAnswer;
import dev.retrial.suite.yaml.Complaints;
import dev.retrial.suite.yaml.Shape;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code tools.yaml}: the tools, and what they answer where a case does not say. */
final class ToolsReader {

    private final Complaints complaints;
    private final TextPool pool;

    ToolsReader(Complaints complaints, TextPool pool) {
        this.complaints = complaints;
        this.pool = pool;
    }

    /**
     * What the file says.
     *
     * @param catalog the tools
     * @param world their default answers
     */
    record Tools(ToolCatalog catalog, WorldSpec world) {
        static final Tools UNDECLARED = new Tools(ToolCatalog.UNDECLARED, WorldSpec.EMPTY);
    }

    Tools read(YamlMapping root) {
        Fields fields = Fields.of(root, Schemas.tools(), "tools.yaml", "", complaints);
        Map<String, Tool> tools = new LinkedHashMap<>();
        Shape shape = fields.shape("tools");
        for (YamlMapping.Entry entry : fields.entries("tools")) {
            String name = pool.one(entry.name());
            Tool tool = tool(name, Fields.sound(entry.value(), property(shape, name)));
            refuseDefaultsThatCannotBe(tool, (YamlMapping) entry.value());
            tools.put(name, tool);
        }
        ToolCatalog catalog = new ToolCatalog(true, tools);
        return new Tools(catalog, new WorldSpec(answers(fields, catalog), failedWhen(fields)));
    }

    private Tool tool(String name, Fields fields) {
        String description = fields.text("description");
        String effect = fields.text("effect");
        YamlNode parameters = fields.get("parameters");
        return new Tool(
                name,
                description == null ? "" : description,
                effect == null ? Effect.READ : Effect.valueOf(effect.toUpperCase(java.util.Locale.ROOT)),
                parameters == null ? null : fields.shape("parameters").json(parameters, pool),
                SuiteFileReader.texts(fields.items("claims"), pool),
                defaults(fields),
                SuiteFileReader.texts(fields.items("ignore"), pool));
    }

    private void refuseDefaultsThatCannotBe(Tool tool, YamlMapping written) {
        YamlMapping.Entry entry = written.entry("defaults");
        if (entry == null || tool.defaults().isEmpty()) {
            return;
        }
        for (Map.Entry<String, JsonNode> given : tool.defaults().properties()) {
            if (tool.ignores(given.getKey())) {
                complaints.at(
                        Places.of(entry, "/" + given.getKey()),
                        "'" + given.getKey() + "' is ignored, so it needs no default: remove one of the two");
            }
        }
        try {
            if (tool.parameters() != null) {
                ArgumentSchema.check(Spec.of(tool.defaults()), tool.parameters());
            }
        } catch (InvalidExpectation e) {
            complaints.at(Places.of(entry, e.pointer()), e.getMessage());
        }
    }

    private ObjectNode defaults(Fields fields) {
        YamlNode defaults = fields.get("defaults");
        return defaults == null
                ? JsonNodeFactory.instance.objectNode()
                : (ObjectNode) fields.shape("defaults").json(defaults, pool);
    }

    private Map<String, List<WorldAnswer>> answers(Fields fields, ToolCatalog catalog) {
        WorldReader reader = new WorldReader(catalog, complaints, pool);
        Map<String, List<WorldAnswer>> answers = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : fields.entries("tools")) {
            Fields tool = Fields.sound(entry.value(), property(fields.shape("tools"), entry.name()));
            YamlNode world = tool.get("world");
            if (world != null) {
                answers.put(pool.one(entry.name()), reader.answers(entry.name(), world, tool.shape("world")));
            }
        }
        return answers;
    }

    private static Shape property(Shape shape, String name) {
        Shape property = shape.property(name);
        return property == null ? Shape.FREE : property;
    }

    private @Nullable Pattern failedWhen(Fields fields) {
        YamlNode place = fields.get("failed-when");
        String pattern = fields.text("failed-when");
        if (place == null || pattern == null) {
            return null;
        }
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            complaints.at(place, "this is not an RE2 pattern: " + e.getDescription());
            return null;
        }
    }
}
