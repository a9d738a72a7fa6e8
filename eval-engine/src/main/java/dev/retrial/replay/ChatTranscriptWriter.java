package dev.retrial.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.agent.ChatFormat;
import dev.retrial.match.CompactJson;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.CustomerMessage;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Handoff;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.io.IOException;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Writes a transcript as {@code {"messages": […]}} in the chat-completions format, so that the {@code recorded} agent can read it again.
 *
 * <p>Two keys go beyond that format, since it has no place for them: {@code status: failed} of a tool message and {@code handoff} of an
 * assistant message. A call whose result is not known has no tool message.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChatTranscriptWriter {

    private ChatTranscriptWriter() {}

    /** Writes the transcript as one JSON object; the generator stays open. */
    public static void write(Transcript transcript, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("messages");
        List<Event> events = transcript.events();
        int next = 0;
        while (next < events.size()) {
            Event event = events.get(next);
            if (event instanceof ToolCall) {
                next = writeCalls(events, next, json);
            } else {
                writeMessage(event, json);
                next++;
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeMessage(Event event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (event instanceof CustomerMessage message) {
            json.writeStringField("role", "user");
            json.writeStringField("content", message.text());
        } else if (event instanceof AgentReply reply) {
            json.writeStringField("role", "assistant");
            json.writeStringField("content", reply.text());
        } else if (event instanceof Handoff handoff) {
            json.writeStringField("role", "assistant");
            json.writeNullField("content");
            json.writeFieldName("handoff");
            writeRaw(handoff.payload(), json);
        }
        json.writeEndObject();
    }

    /** Writes the calls that follow each other as one message, and their results after it; the index of the event after them. */
    private static int writeCalls(List<Event> events, int first, JsonGenerator json) throws IOException {
        int end = first;
        json.writeStartObject();
        json.writeStringField("role", "assistant");
        json.writeNullField("content");
        json.writeArrayFieldStart("tool_calls");
        while (end < events.size() && events.get(end) instanceof ToolCall call) {
            json.writeStartObject();
            json.writeStringField("id", "call_" + end);
            json.writeStringField("type", "function");
            json.writeObjectFieldStart("function");
            json.writeStringField("name", call.name());
            json.writeStringField("arguments", ChatFormat.textOf(call.arguments()));
            json.writeEndObject();
            json.writeEndObject();
            end++;
        }
        json.writeEndArray();
        json.writeEndObject();
        for (int i = first; i < end; i++) {
            ToolCall call = (ToolCall) events.get(i);
            JsonNode result = call.result();
            if (result == null && call.succeeded()) {
                continue;
            }
            json.writeStartObject();
            json.writeStringField("role", "tool");
            json.writeStringField("tool_call_id", "call_" + i);
            json.writeStringField("content", result == null ? "" : ChatFormat.textOf(result));
            json.writeStringField("status", call.succeeded() ? "ok" : "failed");
            json.writeEndObject();
        }
        return end;
    }

    private static void writeRaw(JsonNode value, JsonGenerator json) throws IOException {
        json.writeRawValue(CompactJson.of(value, Integer.MAX_VALUE));
    }
}
