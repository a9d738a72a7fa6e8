package dev.retrial.langchain4j;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A team's own code, as it might be in production: a service, its tools and how they are wired. */
final class SupportAgents {

    private SupportAgents() {}

    // tag::service[]
    interface SupportAssistant {

        Result<String> chat(String message);
    }

    static class OrderTools {

        final List<String> looked = new ArrayList<>();

        @Tool("Finds an order")
        Map<String, Object> lookupOrder(@P("The number") String orderId) {
            looked.add(orderId);
            if (orderId.startsWith("X")) {
                throw new IllegalArgumentException("no order " + orderId);
            }
            return Map.of("order_id", orderId, "amount", 12);
        }
    }

    /** Production builds what this wires; so does a test. */
    static void wire(AiServices<SupportAssistant> service, ChatModel model, String prompt, OrderTools tools) {
        service.chatModel(model)
                .systemMessage(prompt)
                .chatMemory(MessageWindowChatMemory.withMaxMessages(50))
                .tools(tools);
    }
    // end::service[]

    static ChatModel model(String baseUrl) {
        return OpenAiChatModel.builder()
                .baseUrl(baseUrl + "/v1")
                .apiKey("k3y")
                .modelName("test-model")
                .maxRetries(0)
                .build();
    }
}
