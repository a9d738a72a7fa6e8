package dev.retrial.langchain4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.ChatModel;
import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.AgentFailure.Kind;
import dev.retrial.agent.Environment;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** A model that a suite file describes, for an agent or for a judge; made when it is needed first, since a missing variable is an error of the cells that need it. */
final class ModelSettings {

    /** The keys that describe a model. */
    static final List<String> KEYS = List.of("provider", "base-url", "model", "api-key", "temperature", "options");

    private final String where;
    private final ObjectNode settings;
    private final Environment environment;
    private final ChatModelProvider provider;
    private @Nullable ChatModel model;

    /**
     * A model.
     *
     * @param where the key of the suite file that describes it, for messages
     * @param settings its keys, valid by {@link #check}
     * @param environment expands environment variables
     */
    ModelSettings(String where, ObjectNode settings, Environment environment) {
        this.where = where;
        this.settings = settings;
        this.environment = environment;
        String key = settings.path("provider").asText("openai");
        ChatModelProvider found = provider(key);
        if (found == null) {
            throw new IllegalArgumentException("unknown provider '" + key + "'; known are " + providers());
        }
        this.provider = found;
    }

    /** Checks the keys that describe a model. */
    static void check(Spec spec) throws InvalidExpectation {
        spec.required("model").text();
        Spec provider = spec.optional("provider");
        if (provider != null && provider(provider.text()) == null) {
            throw provider.unknown(
                    "expected one of " + String.join(", ", providers()) + "; unknown provider",
                    provider.text(),
                    providers());
        }
        for (String text : List.of("base-url", "api-key")) {
            Spec value = spec.optional(text);
            if (value != null) {
                value.text();
            }
        }
        Spec temperature = spec.optional("temperature");
        if (temperature != null && !isVariable(temperature)) {
            temperature.number();
        }
        Spec options = spec.optional("options");
        if (options != null) {
            options.map();
        }
    }

    /** Whether an environment variable stands for a number; what it holds is known when a cell runs. */
    static boolean isVariable(Spec place) {
        return place.isText() && place.json().textValue().contains("${");
    }

    synchronized ChatModel get() {
        if (model == null) {
            ChatModelProvider.Settings expanded = new ChatModelProvider.Settings(
                    environment.expand(settings.get("model").asText()),
                    text("base-url"),
                    text("api-key"),
                    number("temperature"),
                    settings.has("options")
                            ? (ObjectNode) environment.expand(settings.get("options"))
                            : JsonNodeFactory.instance.objectNode());
            try {
                model = provider.create(expanded);
            } catch (IllegalArgumentException e) {
                throw new AgentFailure(
                        Kind.HOPELESS,
                        "the provider " + provider.key() + " cannot make this model; check `" + where
                                + "` in suite.yaml",
                        null,
                        e);
            }
        }
        return model;
    }

    String name() {
        try {
            return environment.expand(settings.get("model").asText());
        } catch (AgentFailure missing) {
            return settings.get("model").asText();
        }
    }

    boolean endsWhenInterrupted() {
        return provider.endsWhenInterrupted();
    }

    @Nullable
    Double number(String key) {
        JsonNode value = settings.get(key);
        if (value == null || value.isNumber()) {
            return value == null ? null : (Double) value.doubleValue();
        }
        try {
            return Double.valueOf(environment.expand(value.asText()).strip());
        } catch (NumberFormatException e) {
            throw new AgentFailure(
                    Kind.HOPELESS, "`" + where + "." + key + "` is no number; look at the environment variable in it");
        }
    }

    private @Nullable String text(String key) {
        return settings.has(key) ? environment.expand(settings.get(key).asText()) : null;
    }

    private static List<String> providers() {
        List<String> keys = new ArrayList<>();
        for (ChatModelProvider provider : ServiceLoader.load(ChatModelProvider.class)) {
            keys.add(provider.key());
        }
        return keys;
    }

    private static @Nullable ChatModelProvider provider(String key) {
        for (ChatModelProvider provider : ServiceLoader.load(ChatModelProvider.class)) {
            if (provider.key().equals(key)) {
                return provider;
            }
        }
        return null;
    }
}
