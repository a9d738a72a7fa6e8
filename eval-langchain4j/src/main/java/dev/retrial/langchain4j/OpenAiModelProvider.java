package dev.retrial.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Duration;
import org.apiguardian.api.API;

/** {@code provider: openai}: OpenAI, and whatever speaks its chat-completions protocol. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class OpenAiModelProvider implements ChatModelProvider {

    /** Longer than any turn: the suite's own limit is the one that holds. */
    private static final Duration NO_LIMIT_OF_ITS_OWN = Duration.ofHours(1);

    /** For {@link java.util.ServiceLoader}. */
    public OpenAiModelProvider() {}

    @Override
    public String key() {
        return "openai";
    }

    @Override
    public ChatModel create(Settings settings) {
        return OpenAiChatModel.builder()
                .modelName(settings.model())
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey() == null ? "none" : settings.apiKey())
                .temperature(settings.temperature())
                .timeout(NO_LIMIT_OF_ITS_OWN)
                // The replay repeats what may be repeated; two layers of it would multiply.
                .maxRetries(0)
                .build();
    }

    @Override
    public boolean endsWhenInterrupted() {
        return true;
    }
}
