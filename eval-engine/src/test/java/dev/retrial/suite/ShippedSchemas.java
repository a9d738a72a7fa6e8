package dev.retrial.suite;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.agent.AgentType;
import dev.retrial.agent.AgentTypes;
import dev.retrial.check.CheckKind;
import dev.retrial.check.CheckKinds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Assembles the schemas that are shipped: what the file kinds say, with what our kinds of check and our agent types say. */
final class ShippedSchemas {

    static final List<String> KINDS = List.of("suite", "cohorts", "tools", "catalogue", "policies", "case");

    private static final ObjectMapper JSON = new ObjectMapper();

    private ShippedSchemas() {}

    /** The schema of a file kind, as it should be. */
    static JsonNode assembled(String kind) {
        ObjectNode schema = (ObjectNode) Schemas.read(kind);
        JsonNode definitions = schema.path("$defs");
        if (definitions.has("expect")) {
            ObjectNode before = (ObjectNode) definitions.get("expect");
            ObjectNode expect = ours().schema(kind.equals("cohorts") ? Schemas.VOICE : ours().keys());
            expect.put("description", before.get("description").textValue());
            ((ObjectNode) definitions).set("expect", expect);
        }
        if (kind.equals("suite")) {
            ((ObjectNode) schema.path("properties").path("agent")).set("allOf", agentTypes());
        }
        return schema;
    }

    /** The kinds of check that come with Retrial. */
    static CheckKinds ours() {
        List<CheckKind> ours = new ArrayList<>();
        for (String key : CheckKinds.installed().keys()) {
            CheckKind kind = CheckKinds.installed().find(key);
            if (kind != null && !(kind instanceof GreetingKind)) {
                ours.add(kind);
            }
        }
        return CheckKinds.of(ours);
    }

    private static ArrayNode agentTypes() {
        ArrayNode choices = JSON.createArrayNode();
        for (AgentType type : new AgentTypes(ShippedSchemas.class.getClassLoader()).all()) {
            ObjectNode choice = choices.addObject();
            choice.putObject("if").putObject("properties").putObject("type").put("const", type.key());
            ObjectNode settings = type.schema().deepCopy();
            ((ObjectNode) settings.get("properties")).set("type", JSON.createObjectNode());
            choice.set("then", settings);
        }
        return choices;
    }

    /** A schema as its file has it. */
    static String text(JsonNode schema) {
        try {
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n"));
            return JSON.writer(printer).writeValueAsString(schema) + "\n";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
