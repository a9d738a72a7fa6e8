package dev.retrial.langchain4j;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/** What a chat-completions endpoint answers. */
final class Completions {

    private Completions() {}

    static ResponseDefinitionBuilder says(String text) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("role", "assistant").put("content", text);
        return completion(message, "stop");
    }

    static ResponseDefinitionBuilder calls(String tool, String arguments) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("role", "assistant").putNull("content");
        ObjectNode call = message.putArray("tool_calls").addObject();
        call.put("id", "call_" + tool).put("type", "function");
        call.putObject("function").put("name", tool).put("arguments", arguments);
        return completion(message, "tool_calls");
    }

    private static ResponseDefinitionBuilder completion(ObjectNode message, String reason) {
        ObjectNode completion = JsonNodeFactory.instance.objectNode();
        completion
                .put("id", "1")
                .put("object", "chat.completion")
                .put("created", 1)
                .put("model", "test-model");
        ObjectNode choice = completion.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", reason);
        choice.set("message", message);
        completion
                .putObject("usage")
                .put("prompt_tokens", 100)
                .put("completion_tokens", 10)
                .put("total_tokens", 110);
        return okJson(completion.toString());
    }
}
