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

    /** The model's name at its endpoint. */
    public static final String MODEL = "finch-1";

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
                .modelName(MODEL)
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

    /** Opens a conversation. */
    public SupportAgent open(Customer customer, Clock clock) {
        AiServices<SupportAgent> service = AiServices.builder(SupportAgent.class);
        wire(service, customer, clock);
        return service.build();
    }

    /** Gives an AI Service all that it needs for one conversation. */
    public void wire(AiServices<SupportAgent> service, Customer customer, Clock clock) {
        service.chatModel(model)
                .systemMessage(prompt.instructions(customer, LocalDate.now(clock)))
                .chatMemory(MessageWindowChatMemory.withMaxMessages(REMEMBERED_MESSAGES))
                .maxToolCallingRoundTrips(MOST_TOOL_ROUNDS)
                .tools(tools());
    }
}
