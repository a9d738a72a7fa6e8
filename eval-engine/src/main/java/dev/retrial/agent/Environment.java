package dev.retrial.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Expands <code>${NAME}</code> and <code>${NAME:-default}</code> in upper case; nothing else is expanded. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Environment {

    private final Lookup variables;

    private Environment(Lookup variables) {
        this.variables = variables;
    }

    /** The environment of this process. */
    public static Environment system() {
        return new Environment(System::getenv);
    }

    /** An environment of these variables only. */
    public static Environment of(Map<String, String> variables) {
        Map<String, String> copy = Map.copyOf(variables);
        return new Environment(copy::get);
    }

    /**
     * Expands the variables in a text.
     *
     * @throws AgentFailure of kind {@link AgentFailure.Kind#HOPELESS} that names a variable which is not set
     */
    public String expand(String text) {
        if (!text.contains("${")) {
            return text;
        }
        StringBuilder expanded = new StringBuilder(text.length() + 16);
        for (TextTemplate.Part part : TextTemplate.parse(text).parts()) {
            expanded.append(part.kind() == TextTemplate.Kind.VARIABLE ? value(part) : part.written());
        }
        return expanded.toString();
    }

    /** Expands the variables in every text of a JSON value; keys are left as they are. */
    public JsonNode expand(JsonNode json) {
        if (json.isTextual()) {
            return JsonNodeFactory.instance.textNode(expand(json.textValue()));
        }
        if (json instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), expand(entry.getValue())));
            return copy;
        }
        if (json.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            json.forEach(element -> copy.add(expand(element)));
            return copy;
        }
        return json;
    }

    /**
     * The value of a variable, or its default.
     *
     * @throws AgentFailure of kind {@link AgentFailure.Kind#HOPELESS} where it is not set and has no default
     */
    public String value(TextTemplate.Part variable) {
        String value = variables.get(variable.text());
        if (value != null) {
            return value;
        }
        String otherwise = variable.otherwise();
        if (otherwise == null) {
            throw new AgentFailure(
                    AgentFailure.Kind.HOPELESS,
                    "the environment variable " + variable.text() + " is not set; set it, or give it a default: ${"
                            + variable.text() + ":-…}");
        }
        return otherwise;
    }

    /** Where values come from; a type of its own, since a map's and a process's lookup differ in nullness. */
    @FunctionalInterface
    private interface Lookup {
        @Nullable
        String get(String name);
    }
}
