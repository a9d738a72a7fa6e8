package dev.retrial.langchain4j;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The suite's tools as a model is told of them. */
final class CatalogTools {

    private CatalogTools() {}

    /** Every tool of the catalogue; the schema of each parameter goes through as it is written. */
    static List<ToolSpecification> of(ToolCatalog catalog) {
        List<ToolSpecification> specifications = new ArrayList<>();
        for (Tool tool : catalog.tools().values()) {
            ToolSpecification.Builder specification =
                    ToolSpecification.builder().name(tool.name());
            if (!tool.description().isEmpty()) {
                specification.description(tool.description());
            }
            JsonNode parameters = tool.parameters();
            specification.parameters(
                    parameters == null ? JsonObjectSchema.builder().build() : parameters(parameters));
            specifications.add(specification.build());
        }
        return specifications;
    }

    /** The tools as text, for a fingerprint. */
    static List<String> texts(List<ToolSpecification> specifications) {
        List<String> texts = new ArrayList<>();
        for (ToolSpecification specification : specifications) {
            texts.add(specification.toJson());
        }
        return texts;
    }

    private static JsonObjectSchema parameters(JsonNode schema) {
        JsonObjectSchema.Builder object = JsonObjectSchema.builder().addProperties(raw(schema.path("properties")));
        if (schema.has("description")) {
            object.description(schema.get("description").asText());
        }
        if (schema.has("required")) {
            List<String> required = new ArrayList<>();
            schema.get("required").forEach(name -> required.add(name.asText()));
            object.required(required);
        }
        if (schema.path("additionalProperties").isBoolean()) {
            object.additionalProperties(schema.get("additionalProperties").booleanValue());
        }
        if (schema.has("$defs")) {
            object.definitions(raw(schema.get("$defs")));
        }
        return object.build();
    }

    private static Map<String, JsonSchemaElement> raw(JsonNode schemas) {
        Map<String, JsonSchemaElement> raw = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
            raw.put(schema.getKey(), JsonRawSchema.from(schema.getValue().toString()));
        }
        return raw;
    }
}
