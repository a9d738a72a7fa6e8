package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.draft.Dialogue.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the tools answered, as far as the export shows it.
 *
 * @param world the answers by tool, as a case has them; empty where none is known
 * @param fillIn what a person has to add, one sentence each
 */
record SeenWorld(ObjectNode world, List<String> fillIn) {

    private static final int MOST_TOOLS = 20;

    /** What was called in a conversation. */
    static SeenWorld of(List<Exchange> exchanges, ToolCatalog tools) {
        ObjectNode world = JsonNodeFactory.instance.objectNode();
        TreeSet<String> notes = new TreeSet<>();
        for (Exchange exchange : exchanges) {
            for (SeenCall call : exchange.calls()) {
                if (world.size() < MOST_TOOLS) {
                    add(call, tools, world, notes);
                }
            }
        }
        world.properties().forEach(tool -> inOrder((ArrayNode) tool.getValue()));
        return new SeenWorld(world, new ArrayList<>(notes));
    }

    private static void add(SeenCall call, ToolCatalog tools, ObjectNode world, TreeSet<String> notes) {
        String tool = CleanText.line(call.tool(), CaseYaml.LONGEST_KEY);
        if (tool.isEmpty()) {
            return;
        }
        if (tools.isUnknown(tool)) {
            notes.add("tools.yaml has no tool " + tool + ": what it answered was left out of world.");
            return;
        }
        JsonNode result = call.result();
        if (call.arguments() == null) {
            notes.add("The export does not say with what " + tool + " was called.");
        }
        if (result == null && !Boolean.FALSE.equals(call.succeeded())) {
            notes.add("The export does not say what " + tool + " returned: add it to world.");
            return;
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (call.arguments() instanceof ObjectNode arguments && !arguments.isEmpty()) {
            answer.set("when", BoundedJson.literal(BoundedJson.of(arguments).value()));
        }
        if (Boolean.FALSE.equals(call.succeeded())) {
            answer.put("fails", failure(result));
        } else if (result != null) {
            BoundedJson.Kept kept = BoundedJson.of(result);
            answer.set("returns", kept.value());
            if (!kept.whole()) {
                notes.add("What " + tool + " returned was cut: it is too large for a case.");
            }
        }
        ArrayNode answers = world.withArray("/" + tool.replace("~", "~0").replace("/", "~1"));
        boolean known = false;
        for (JsonNode other : answers) {
            known |= other.equals(answer);
        }
        if (!known) {
            answers.add(answer);
        }
    }

    private static String failure(@Nullable JsonNode result) {
        if (result == null) {
            return "The call failed";
        }
        JsonNode kept = BoundedJson.of(result).value();
        String text = kept.isTextual()
                ? kept.textValue()
                : kept.path("error").isTextual() ? kept.path("error").textValue() : kept.toString();
        return text.isBlank() ? "The call failed" : text;
    }

    /** Where the same call was answered otherwise later, the earlier answer is used up. */
    private static void inOrder(ArrayNode answers) {
        for (int i = 0; i < answers.size(); i++) {
            JsonNode when = answers.get(i).path("when");
            for (int later = i + 1; later < answers.size(); later++) {
                if (answers.get(later).path("when").equals(when)) {
                    ((ObjectNode) answers.get(i)).put("times", 1);
                }
            }
        }
        // An answer to any arguments would hide what comes behind it.
        List<JsonNode> open = new ArrayList<>();
        for (int i = answers.size() - 1; i >= 0; i--) {
            if (!answers.get(i).has("when")) {
                open.add(0, answers.remove(i));
            }
        }
        answers.addAll(open);
    }

    /** The calls of an answer, as {@code observed} has them. */
    static ArrayNode calls(List<SeenCall> calls) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (SeenCall call : calls) {
            String tool = CleanText.line(call.tool(), CaseYaml.LONGEST_KEY);
            if (!tool.isEmpty()) {
                JsonNode arguments = call.arguments();
                list.addObject()
                        .set(
                                tool,
                                arguments instanceof ObjectNode map
                                        ? BoundedJson.of(map).value()
                                        : JsonNodeFactory.instance.objectNode());
            }
        }
        return list;
    }
}
