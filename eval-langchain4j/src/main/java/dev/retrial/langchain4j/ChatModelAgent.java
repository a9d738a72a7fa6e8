package dev.retrial.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.ChatModel;
import dev.retrial.agent.AgentClient;
import dev.retrial.agent.Conversation;
import dev.retrial.agent.Fingerprint;
import dev.retrial.agent.Opening;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.suite.Cohort;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An agent that is a model with a system prompt and the suite's tools, which the case's world answers.
 *
 * <p>It holds the conversation itself: the prompt with the cohort's overlay, every message, every tool call with its answer.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ChatModelAgent implements AgentClient {

    /** How many times in one turn a model may call tools, unless somebody says otherwise. */
    public static final int DEFAULT_STEPS = 20;

    private final ModelSource model;
    private final SystemPrompt prompt;
    private final List<ToolSpecification> tools;
    private final List<Cohort> cohorts;

    ChatModelAgent(ModelSource model, SystemPrompt prompt, List<ToolSpecification> tools, List<Cohort> cohorts) {
        this.model = model;
        this.prompt = prompt;
        this.tools = List.copyOf(tools);
        this.cohorts = List.copyOf(cohorts);
    }

    /** Starts an agent in code. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Conversation open(Opening opening) {
        return new ChatModelConversation(model.get(), prompt.filledFor(opening), tools, model.steps(), opening.world());
    }

    @Override
    public Fingerprint fingerprint() {
        return Fingerprint.of(model.name(), prompt.texts(cohorts), CatalogTools.texts(tools));
    }

    @Override
    public boolean endsWhenInterrupted() {
        return model.endsWhenInterrupted();
    }

    /** Where the model comes from: from code, or made when the first cell needs it. */
    interface ModelSource {

        ChatModel get();

        @Nullable
        String name();

        int steps();

        boolean endsWhenInterrupted();
    }

    /** A model that is there. */
    private record Given(ChatModel model, int steps) implements ModelSource {

        @Override
        public ChatModel get() {
            return model;
        }

        @Override
        public @Nullable String name() {
            return model.defaultRequestParameters().modelName();
        }

        @Override
        public boolean endsWhenInterrupted() {
            return false;
        }
    }

    /** Makes an agent from a model of any provider. */
    public static final class Builder {

        private @Nullable ChatModel model;
        private SystemPrompt prompt = SystemPrompt.of("");
        private ToolCatalog tools = ToolCatalog.UNDECLARED;
        private int steps = DEFAULT_STEPS;

        private Builder() {}

        /** The model; required. */
        public Builder chatModel(ChatModel value) {
            model = value;
            return this;
        }

        /** The system prompt, to which the cohort's overlay is added; default none. */
        public Builder systemPrompt(String text) {
            prompt = SystemPrompt.of(text);
            return this;
        }

        /** The file of the system prompt, read when a conversation opens. */
        public Builder systemPrompt(Path file) {
            prompt = SystemPrompt.in(file);
            return this;
        }

        /** The tools that the model is told of; default none. */
        public Builder tools(ToolCatalog value) {
            tools = value;
            return this;
        }

        /** How many times in one turn the model may call tools; default {@value ChatModelAgent#DEFAULT_STEPS}. */
        public Builder steps(int value) {
            steps = value;
            return this;
        }

        /**
         * The agent.
         *
         * @throws IllegalStateException where no model was given
         */
        public ChatModelAgent build() {
            if (model == null) {
                throw new IllegalStateException("a ChatModelAgent needs a chatModel");
            }
            return new ChatModelAgent(new Given(model, steps), prompt, CatalogTools.of(tools), List.of());
        }
    }
}
