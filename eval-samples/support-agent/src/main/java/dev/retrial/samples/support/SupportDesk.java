package dev.retrial.samples.support;

import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import dev.retrial.samples.support.tools.ApiAccess;
import dev.retrial.samples.support.tools.Documents;
import dev.retrial.samples.support.tools.HandOff;
import dev.retrial.samples.support.tools.Invoices;
import dev.retrial.samples.support.tools.Orders;
import dev.retrial.samples.support.tools.StatusPage;
import dev.retrial.samples.support.tools.Subscriptions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Puts Finch together: model, prompt, tools and the memory of a conversation. */
public final class SupportDesk {

    /** More messages than a support conversation has, so that nothing of it is forgotten. */
    private static final int REMEMBERED_MESSAGES = 60;

    private static final int MOST_TOOL_ROUNDS = 8;

    private final ChatModel model;
    private final SupportPrompt prompt;

    public SupportDesk(ChatModel model, SupportPrompt prompt) {
        this.model = model;
        this.prompt = prompt;
    }

    /** The model behind an OpenAI-compatible endpoint. */
    public static ChatModel modelAt(String baseUrl, String apiKey) {
        return OpenAiChatModel.builder()
                .baseUrl(baseUrl)
                .apiKey(apiKey)
                .modelName("finch-1")
                .temperature(0.0)
                .timeout(Duration.ofSeconds(30))
                .maxRetries(0)
                .build();
    }

    /** Larkfield's own tools, as Finch has them in production. */
    public static List<Object> tools() {
        return List.of(
                new Orders(),
                new Subscriptions(),
                new Invoices(),
                new Documents(),
                new StatusPage(),
                new ApiAccess(),
                new HandOff());
    }

    /** Opens a conversation with Larkfield's own tools. */
    public SupportAgent open(Customer customer, Clock clock) {
        return prepare(customer, clock).tools(tools()).build();
    }

    /** Everything but the tools, for who brings their own. */
    public AiServices<SupportAgent> prepare(Customer customer, Clock clock) {
        String instructions = prompt.instructions(customer, LocalDate.now(clock));
        return AiServices.builder(SupportAgent.class)
                .chatModel(model)
                .systemMessage(instructions)
                .chatMemory(MessageWindowChatMemory.withMaxMessages(REMEMBERED_MESSAGES))
                .maxToolCallingRoundTrips(MOST_TOOL_ROUNDS);
    }
}
