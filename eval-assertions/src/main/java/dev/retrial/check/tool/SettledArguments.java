package dev.retrial.check.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.match.ArgumentMatcher;
import dev.retrial.match.Arguments;
import dev.retrial.scene.Tool;
import java.util.List;
import java.util.Map;

/**
 * Arguments as the tool understands them: without what is ignored, and with its defaults where they are expected and only there.
 *
 * @param expected what they must look like then
 * @param tool the tool
 */
record SettledArguments(ArgumentMatcher expected, Tool tool) implements ArgumentMatcher {

    @Override
    public boolean matches(JsonNode actual) {
        return expected.matches(settled(actual));
    }

    @Override
    public List<Mismatch> mismatches(JsonNode actual) {
        return expected.mismatches(settled(actual));
    }

    @Override
    public String describe() {
        return expected.describe();
    }

    private JsonNode settled(JsonNode actual) {
        if (!actual.isObject()) {
            return actual;
        }
        ObjectNode settled = ((ObjectNode) actual).objectNode();
        for (Map.Entry<String, JsonNode> argument : actual.properties()) {
            String name = argument.getKey();
            JsonNode given = tool.defaults().get(name);
            boolean left = given != null && !expected.names(name) && Arguments.equal(given, argument.getValue());
            if (!left && !tool.ignores(name)) {
                settled.set(name, argument.getValue());
            }
        }
        for (Map.Entry<String, JsonNode> given : tool.defaults().properties()) {
            if (expected.names(given.getKey()) && !settled.has(given.getKey())) {
                settled.set(given.getKey(), given.getValue());
            }
        }
        return settled;
    }
}
