package dev.retrial.samples.support.played;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.retrial.samples.support.played.Dialogue.Done;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers a chat-completions request with the model's next move. */
final class ChatCompletions implements ResponseDefinitionTransformerV2 {

    static final String NAME = "chat-completions";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        try {
            JsonNode request = JSON.readTree(event.getRequest().getBody());
            Move move = Topic.next(read(request.path("messages")));
            return new ResponseDefinitionBuilder()
                    .withHeader("Content-Type", "application/json")
                    .withBody(JSON.writeValueAsBytes(write(move, request)))
                    .build();
        } catch (java.io.IOException e) {
            return new ResponseDefinitionBuilder()
                    .withStatus(400)
                    .withBody("The request is no JSON")
                    .build();
        }
    }

    private static Dialogue read(JsonNode messages) {
        StringBuilder instructions = new StringBuilder();
        List<String> customer = new ArrayList<>();
        List<Done> done = new ArrayList<>();
        Map<String, JsonNode> calls = new HashMap<>();
        for (JsonNode message : messages) {
            switch (message.path("role").asText()) {
                case "system" -> instructions.append(text(message));
                case "user" -> customer.add(text(message));
                case "assistant" ->
                    message.path("tool_calls")
                            .forEach(call -> calls.put(call.path("id").asText(), call.path("function")));
                case "tool" ->
                    done.add(done(calls.get(message.path("tool_call_id").asText()), text(message)));
                default -> throw new IllegalArgumentException("Unknown role: " + message.path("role"));
            }
        }
        return new Dialogue(new Instructions(instructions.toString()), customer, done);
    }

    private static String text(JsonNode message) {
        JsonNode content = message.path("content");
        if (!content.isArray()) {
            return content.asText();
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asText()));
        return text.toString();
    }

    private static Done done(JsonNode function, String answer) {
        return new Done(
                function.path("name").asText(),
                object(function.path("arguments").asText()),
                object(answer));
    }

    private static JsonNode object(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json.isObject() ? json : JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static ObjectNode write(Move move, JsonNode request) throws JsonProcessingException {
        ObjectNode completion = JSON.createObjectNode();
        completion.put("id", "chatcmpl-" + request.path("messages").size());
        completion.put("object", "chat.completion");
        completion.put("created", 0);
        completion.put("model", request.path("model").asText());
        ObjectNode choice = completion.putArray("choices").addObject();
        choice.put("index", 0);
        ObjectNode message = choice.putObject("message");
        message.put("role", "assistant");
        if (move instanceof Move.Call call) {
            choice.put("finish_reason", "tool_calls");
            ObjectNode toolCall = message.putArray("tool_calls").addObject();
            toolCall.put("id", "call_" + request.path("messages").size());
            toolCall.put("type", "function");
            ObjectNode function = toolCall.putObject("function");
            function.put("name", call.tool());
            function.put("arguments", JSON.writeValueAsString(call.arguments()));
        } else if (move instanceof Move.Say say) {
            choice.put("finish_reason", "stop");
            message.put("content", say.text());
        }
        ObjectNode usage = completion.putObject("usage");
        int read = request.path("messages").toString().length() / 4;
        int written = message.toString().length() / 4;
        usage.put("prompt_tokens", read);
        usage.put("completion_tokens", written);
        usage.put("total_tokens", read + written);
        return completion;
    }
}
