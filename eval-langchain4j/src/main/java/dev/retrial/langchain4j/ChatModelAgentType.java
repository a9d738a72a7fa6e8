package dev.retrial.langchain4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.ChatModel;
import dev.retrial.agent.Agent;
import dev.retrial.agent.AgentType;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import dev.retrial.suite.yaml.JsonResource;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;

/** {@code type: chat-model}: a model with a system prompt, the suite's tools and the case's world. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChatModelAgentType implements AgentType {

    private static final List<String> KEYS =
            List.of("provider", "base-url", "model", "api-key", "temperature", "system-prompt", "steps", "options");
    private static final int MOST_STEPS = 1_000;

    /** For {@link java.util.ServiceLoader}. */
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
        ModelSettings.check(spec);
        Spec prompt = spec.optional("system-prompt");
        if (prompt != null) {
            Path suite = Path.of("suite");
            if (!suite.resolve(prompt.text()).normalize().startsWith(suite)) {
                throw prompt.invalid("leads out of the suite's directory");
            }
        }
        Spec steps = spec.optional("steps");
        if (steps != null && !ModelSettings.isVariable(steps)) {
            steps.integer(1, MOST_STEPS);
        }
    }

    @Override
    public Agent create(ObjectNode settings, Setup setup) {
        SystemPrompt prompt = settings.has("system-prompt")
                ? SystemPrompt.in(setup.suiteDirectory()
                        .resolve(settings.get("system-prompt").asText()))
                : SystemPrompt.of("");
        return new ChatModelAgent(
                new FromSettings(new ModelSettings("agent", settings, setup.environment())),
                prompt,
                CatalogTools.of(setup.tools()),
                setup.cohorts());
    }

    /** The model, with what an agent needs beside it. */
    private record FromSettings(ModelSettings model) implements ChatModelAgent.ModelSource {

        @Override
        public ChatModel get() {
            return model.get();
        }

        @Override
        public String name() {
            return model.name();
        }

        @Override
        public boolean endsWhenInterrupted() {
            return model.endsWhenInterrupted();
        }

        @Override
        public int steps() {
            Double steps = model.number("steps");
            return steps == null ? ChatModelAgent.DEFAULT_STEPS : Math.max(1, Math.min(steps.intValue(), MOST_STEPS));
        }
    }
}
