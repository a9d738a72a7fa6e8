package dev.retrial.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.agent.ChatFormat;
import dev.retrial.agent.JsonTree;
import dev.retrial.suite.WorldSpec;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.CustomerMessage;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Handoff;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.ToolCall.Status;
import dev.retrial.transcript.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a conversation in the chat-completions message format, message by message.
 *
 * <p>Beyond that format it understands what a run's own transcripts add: {@code status} of a tool message and {@code handoff} of
 * an assistant message.
 */
final class ChatTranscriptReader {

    private static final JsonFactory JSON = new JsonFactory();

    private final WorldSpec world;
    private final List<Event> events = new ArrayList<>();
    private final List<OpenCall> open = new ArrayList<>();
    private int turn;
    private int message = -1;

    private ChatTranscriptReader(WorldSpec world) {
        this.world = world;
    }

    /**
     * Reads {@code {"messages": […]}}.
     *
     * @param world says which results tell of a failed call
     * @throws Unreadable where it is no such JSON
     */
    static Transcript read(InputStream in, WorldSpec world) throws IOException, Unreadable {
        ChatTranscriptReader reader = new ChatTranscriptReader(world);
        try (JsonParser json = JSON.createParser(in)) {
            reader.file(json);
        } catch (JsonProcessingException e) {
            throw new Unreadable("line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ": this is no JSON");
        }
        return Transcript.of(reader.events);
    }

    private void file(JsonParser json) throws IOException, Unreadable {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new Unreadable("it has to be a JSON object with `messages`");
        }
        boolean found = false;
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (!key.equals("messages")) {
                json.skipChildren();
            } else if (value != JsonToken.START_ARRAY) {
                throw new Unreadable("`messages` has to be a list");
            } else {
                found = true;
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    message++;
                    if (!(JsonTree.read(json) instanceof ObjectNode object)) {
                        throw wrong("has to be an object");
                    }
                    message(object);
                }
            }
        }
        if (!found) {
            throw new Unreadable("it has no `messages`");
        }
    }

    private void message(ObjectNode object) throws Unreadable {
        String role = object.path("role").asText();
        switch (role) {
            case "user" -> events.add(new CustomerMessage(++turn, text(object)));
            case "assistant" -> assistant(object);
            case "tool" -> tool(object);
            case "system", "developer" -> {
                // What the agent was told is not what it did.
            }
            default -> throw wrong("has no role that is known: system, developer, user, assistant or tool");
        }
    }

    private void assistant(ObjectNode object) throws Unreadable {
        String text = text(object);
        if (!text.isBlank()) {
            events.add(new AgentReply(current(), text));
        }
        JsonNode calls = object.path("tool_calls");
        if (!calls.isArray() && !calls.isMissingNode() && !calls.isNull()) {
            throw wrong("has `tool_calls` that are no list");
        }
        for (JsonNode call : calls) {
            call(call);
        }
        JsonNode handoff = object.path("handoff");
        if (!handoff.isMissingNode() && !handoff.isNull()) {
            events.add(new Handoff(current(), handoff));
        }
    }

    private void call(JsonNode call) throws Unreadable {
        JsonNode name = call.path("function").path("name");
        if (!name.isTextual()) {
            throw wrong("has a tool call without `function: {name: …}`");
        }
        open.add(new OpenCall(call.path("id").asText(""), events.size()));
        JsonNode arguments = ChatFormat.arguments(call.path("function").get("arguments"));
        events.add(new ToolCall(current(), name.textValue(), arguments, null, Status.OK));
    }

    private void tool(ObjectNode object) throws Unreadable {
        String id = object.path("tool_call_id").asText("");
        OpenCall answered = null;
        for (OpenCall candidate : open) {
            if (candidate.id.equals(id)) {
                answered = candidate;
                break;
            }
        }
        if (answered == null) {
            throw wrong("answers no tool call: its `tool_call_id` is not among those that are open");
        }
        open.remove(answered);
        ToolCall call = (ToolCall) events.get(answered.event);
        JsonNode result = ChatFormat.result(text(object));
        events.set(
                answered.event,
                new ToolCall(call.turn(), call.name(), call.arguments(), result, status(object, result)));
    }

    private Status status(ObjectNode object, JsonNode result) throws Unreadable {
        JsonNode status = object.path("status");
        if (status.isMissingNode() || status.isNull()) {
            return world.tellsOfFailure(result) ? Status.FAILED : Status.OK;
        }
        return switch (status.asText()) {
            case "ok" -> Status.OK;
            case "failed" -> Status.FAILED;
            default -> throw wrong("has a `status` that is neither ok nor failed");
        };
    }

    /** The content: text, or a list of parts of which the texts count. */
    private String text(ObjectNode object) throws Unreadable {
        JsonNode content = object.path("content");
        if (content.isMissingNode() || content.isNull()) {
            return "";
        }
        String text = ChatFormat.contentText(content);
        if (text == null) {
            throw wrong("has `content` that is neither text nor a list of parts");
        }
        return text;
    }

    private int current() {
        return Math.max(turn, 1);
    }

    private Unreadable wrong(String what) {
        return new Unreadable("messages[" + message + "] " + what);
    }

    private record OpenCall(String id, int event) {}

    /** A recording that cannot be read; the message says where and why. */
    static final class Unreadable extends Exception {

        Unreadable(String message) {
            super(message);
        }
    }
}
