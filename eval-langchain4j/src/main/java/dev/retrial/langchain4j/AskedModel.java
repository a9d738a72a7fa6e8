package dev.retrial.langchain4j;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.retrial.judge.JudgeModel;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A langchain4j model, asked as a judge asks: two messages, no tools, no memory.
 *
 * @param model the model
 * @param name its name, or null
 * @param settings what else decides its answers
 */
record AskedModel(Supplier<ChatModel> model, @Nullable String name, String settings) implements JudgeModel {

    static AskedModel of(ChatModel model) {
        Double temperature = model.defaultRequestParameters().temperature();
        return new AskedModel(
                () -> model,
                model.defaultRequestParameters().modelName(),
                temperature == null ? "" : "temperature=" + temperature);
    }

    @Override
    public String answer(String instructions, String question) {
        try {
            String text = model.get()
                    .chat(ChatRequest.builder()
                            .messages(SystemMessage.from(instructions), UserMessage.from(question))
                            .build())
                    .aiMessage()
                    .text();
            return text == null ? "" : text;
        } catch (RuntimeException thrown) {
            throw ModelFailures.of(thrown);
        }
    }
}
