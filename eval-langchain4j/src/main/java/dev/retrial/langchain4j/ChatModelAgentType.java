package dev.retrial.langchain4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.ChatModel;
import dev.retrial.agent.Agent;
import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.AgentFailure.Kind;
import dev.retrial.agent.AgentType;
import dev.retrial.agent.Environment;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import dev.retrial.suite.yaml.JsonResource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** {@code type: chat-model}: a model with a system prompt, the suite's tools and the case's world. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChatModelAgentType implements AgentType {

    private static final List<String> KEYS =
            List.of("provider", "base-url", "model", "api-key", "temperature", "system-prompt", "steps", "options");
    private static final int MOST_STEPS = 1_000;

    /** For {@link ServiceLoader}. */
    public ChatModelAgentType() {}

    @Override
    public String key() {
        return "chat-model";
    }

    @Override
    public JsonNode schema() {
        return JsonResource.read(ChatModelAgentType.class, "chat-model-agent.schema.json");
    }

    @Override
    public void check(ObjectNode settings) throws InvalidExpectation {
        Spec spec = Spec.of(settings).allowing(KEYS);
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
        Spec prompt = spec.optional("system-prompt");
        if (prompt != null) {
            Path suite = Path.of("suite");
            if (!suite.resolve(prompt.text()).normalize().startsWith(suite)) {
                throw prompt.invalid("leads out of the suite's directory");
            }
        }
        Spec steps = spec.optional("steps");
        if (steps != null && !isVariable(steps)) {
            steps.integer(1, MOST_STEPS);
        }
        Spec options = spec.optional("options");
        if (options != null) {
            options.map();
        }
    }

    @Override
    public Agent create(ObjectNode settings, Setup setup) {
        SystemPrompt prompt = settings.has("system-prompt")
                ? SystemPrompt.in(setup.suiteDirectory()
                        .resolve(settings.get("system-prompt").asText()))
                : SystemPrompt.of("");
        return new ChatModelAgent(
                new FromSettings(settings, setup.environment()),
                prompt,
                CatalogTools.of(setup.tools()),
                setup.cohorts());
    }

    /** Whether an environment variable stands for a number; what it holds is known when a cell runs. */
    private static boolean isVariable(Spec place) {
        return place.isText() && place.json().textValue().contains("${");
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

    /** Reads the environment and makes the model when the first cell needs it, since a missing variable is that cell's error. */
    private static final class FromSettings implements ChatModelAgent.ModelSource {

        private final ObjectNode settings;
        private final Environment environment;
        private final ChatModelProvider provider;
        private @Nullable ChatModel model;

        private FromSettings(ObjectNode settings, Environment environment) {
            this.settings = settings;
            this.environment = environment;
            String key = settings.path("provider").asText("openai");
            ChatModelProvider found = provider(key);
            if (found == null) {
                throw new IllegalArgumentException("unknown provider '" + key + "'; known are " + providers());
            }
            this.provider = found;
        }

        @Override
        public synchronized ChatModel get() {
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
                            "the provider " + provider.key() + " cannot make this model; check `agent` in suite.yaml",
                            null,
                            e);
                }
            }
            return model;
        }

        @Override
        public String name() {
            try {
                return environment.expand(settings.get("model").asText());
            } catch (AgentFailure missing) {
                return settings.get("model").asText();
            }
        }

        @Override
        public boolean endsWhenInterrupted() {
            return provider.endsWhenInterrupted();
        }

        @Override
        public int steps() {
            Double steps = number("steps");
            return steps == null ? ChatModelAgent.DEFAULT_STEPS : Math.max(1, Math.min(steps.intValue(), MOST_STEPS));
        }

        private @Nullable Double number(String key) {
            JsonNode value = settings.get(key);
            if (value == null || value.isNumber()) {
                return value == null ? null : (Double) value.doubleValue();
            }
            try {
                return Double.valueOf(environment.expand(value.asText()).strip());
            } catch (NumberFormatException e) {
                throw new AgentFailure(
                        Kind.HOPELESS, "`agent." + key + "` is no number; look at the environment variable in it");
            }
        }

        private @Nullable String text(String key) {
            return settings.has(key) ? environment.expand(settings.get(key).asText()) : null;
        }
    }
}
