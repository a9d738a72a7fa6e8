package dev.retrial.langchain4j;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.ChatModel;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A value of {@code provider:} of an agent of type {@code chat-model}; found by {@link java.util.ServiceLoader}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ChatModelProvider {

    /** The word in {@code provider:}. */
    String key();

    /**
     * Makes the model; called once a run, when the first cell needs it.
     *
     * @param settings what the suite file says, environment variables expanded
     */
    ChatModel create(Settings settings);

    /**
     * Whether a call of such a model ends soon after its thread is interrupted; default no. See
     * {@link dev.retrial.agent.AgentClient#endsWhenInterrupted()}.
     */
    default boolean endsWhenInterrupted() {
        return false;
    }

    /**
     * What the suite file says about the model.
     *
     * @param model the model's name
     * @param baseUrl where it is served, or null for the provider's own place
     * @param apiKey the key, or null
     * @param temperature the temperature, or null for the provider's default
     * @param options whatever else the provider understands; empty where the file does not say
     */
    record Settings(
            String model,
            @Nullable String baseUrl,
            @Nullable String apiKey,
            @Nullable Double temperature,
            ObjectNode options) {

        /** Leaves the key out. */
        @Override
        public String toString() {
            return "Settings[model=" + model + "]";
        }
    }
}
