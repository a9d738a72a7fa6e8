package dev.retrial.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.agent.JsonTree;
import dev.retrial.results.RunWriter;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.CustomerMessage;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Handoff;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** A transcript as chat-completions messages, which the {@code recorded} agent reads again. */
final class Messages implements RunWriter.Content {

    private static final JsonFactory JSON = new JsonFactory();

    private final List<Event> events;
    private int calls;

    Messages(Transcript transcript) {
        this.events = transcript.events();
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        int i = 0;
        while (i < events.size()) {
            Event event = events.get(i);
            if (event instanceof CustomerMessage message) {
                said(json, "user", message.text());
                json.writeEndObject();
                i++;
            } else if (event instanceof ToolCall) {
                int end = endOfCalls(i);
                called(json, i, end);
                i = end;
            } else if (event instanceof AgentReply reply) {
                said(json, "assistant", reply.text());
                if (i + 1 < events.size() && events.get(i + 1) instanceof Handoff handoff) {
                    handedOver(json, handoff);
                    i++;
                }
                json.writeEndObject();
                i++;
            } else if (event instanceof Handoff handoff) {
                said(json, "assistant", "");
                handedOver(json, handoff);
                json.writeEndObject();
                i++;
            } else {
                throw new IllegalStateException("an event of no known kind");
            }
        }
    }

    private int endOfCalls(int begin) {
        int end = begin + 1;
        while (end < events.size() && events.get(end) instanceof ToolCall) {
            end++;
        }
        return end;
    }

    /** One message of the assistant with all calls that follow each other, then a message of each tool. */
    private void called(JsonGenerator json, int begin, int end) throws IOException {
        int first = calls;
        json.writeStartObject();
        json.writeStringField("role", "assistant");
        json.writeNullField("content");
        json.writeArrayFieldStart("tool_calls");
        for (int i = begin; i < end; i++) {
            ToolCall call = (ToolCall) events.get(i);
            json.writeStartObject();
            json.writeStringField("id", "call_" + ++calls);
            json.writeStringField("type", "function");
            json.writeObjectFieldStart("function");
            json.writeStringField("name", call.name());
            json.writeStringField("arguments", text(call.arguments()));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        for (int i = begin; i < end; i++) {
            ToolCall call = (ToolCall) events.get(i);
            first++;
            JsonNode result = call.result();
            if (result != null || !call.succeeded()) {
                json.writeStartObject();
                json.writeStringField("role", "tool");
                json.writeStringField("tool_call_id", "call_" + first);
                json.writeStringField("content", result == null ? "" : text(result));
                if (!call.succeeded()) {
                    // Not in the chat-completions format, which has no word for it.
                    json.writeStringField("status", "failed");
                }
                json.writeEndObject();
            }
        }
    }

    /** Text stands for itself; what else there is stands as JSON. */
    private static String text(JsonNode value) throws IOException {
        if (value.isTextual()) {
            return value.textValue();
        }
        // Not toString(), which brings an object mapper up.
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            JsonTree.write(value, json);
        }
        return text.toString();
    }

    private static void said(JsonGenerator json, String role, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", role);
        json.writeStringField("content", text);
    }

    private static void handedOver(JsonGenerator json, Handoff handoff) throws IOException {
        json.writeFieldName("handoff");
        JsonTree.write(handoff.payload(), json);
    }
}
