package dev.retrial.agent.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.AgentFailure.Kind;
import dev.retrial.agent.Answer;
import dev.retrial.agent.Answer.CalledTool;
import dev.retrial.agent.Answer.Usage;
import dev.retrial.agent.ChatFormat;
import dev.retrial.agent.JsonTree;
import dev.retrial.check.Nearest;
import dev.retrial.transcript.ToolCall.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the reply, the tool calls, the hand-off and the usage in the body of an answer.
 *
 * @param reply where the reply is
 * @param toolCalls where the calls are, or null where the agent does not tell them
 * @param handoff where the hand-off is, or null
 * @param inputTokens where the tokens read are, or null
 * @param outputTokens where the tokens written are, or null
 */
record AnswerReader(
        JsonPointer reply,
        @Nullable JsonPointer toolCalls,
        @Nullable JsonPointer handoff,
        @Nullable JsonPointer inputTokens,
        @Nullable JsonPointer outputTokens) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_KEYS = 8;
    private static final int LONGEST_KEY = 40;

    /**
     * Reads the body of an answer.
     *
     * @param contentType what the answer says it is, or null; for the message only
     * @throws AgentFailure where the body is not what the pointers expect
     */
    Read read(byte[] body, @Nullable String contentType) {
        JsonNode root = parse(body, contentType);
        boolean callsTold = toolCalls != null && !root.at(toolCalls).isMissingNode();
        if (toolCalls != null && !callsTold) {
            refuseMisspelt(root, toolCalls, "tool-calls");
        }
        List<CalledTool> calls = toolCalls == null ? List.of() : calls(root.at(toolCalls), toolCalls);
        if (handoff != null && root.at(handoff).isMissingNode()) {
            refuseMisspelt(root, handoff, "handoff");
        }
        JsonNode handedOver = handoff == null ? null : filled(root.at(handoff));
        return new Read(new Answer(replyIn(root, calls, handedOver), calls, handedOver, usage(root)), callsTold);
    }

    /**
     * What was read.
     *
     * @param answer the answer
     * @param callsTold whether there was a place for calls in it, even an empty one
     */
    record Read(Answer answer, boolean callsTold) {}

    /**
     * A place that may be missing is easily misspelt, and nobody would notice: no call is what `never` asks for.
     * So an answer that has such a thing under a name that is nearly the same is none that can be graded.
     */
    private static void refuseMisspelt(JsonNode root, JsonPointer pointer, String key) {
        JsonPointer head = pointer.head();
        JsonNode parent = head == null ? root : root.at(head);
        if (!parent.isObject()) {
            return;
        }
        List<String> candidates = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : parent.properties()) {
            JsonNode value = field.getValue();
            boolean fits = value.isArray() || (key.equals("handoff") && !value.isNumber() && filled(value) != null);
            if (fits && isPlain(field.getKey())) {
                candidates.add(field.getKey());
            }
        }
        String meant = Nearest.to(pointer.last().getMatchingProperty(), candidates);
        if (meant != null) {
            throw broken("the agent's answer has nothing at " + pointer + " (`agent.response." + key + "`), but at "
                    + (head == null ? "" : head) + "/" + meant + "; correct the pointer, or what the agent answers");
        }
    }

    private static JsonNode parse(byte[] body, @Nullable String contentType) {
        if (body.length == 0) {
            throw broken("the agent's answer has no body; `agent.response` expects JSON");
        }
        try (JsonParser json = JSON.createParser(body)) {
            return JsonTree.readWhole(json);
        } catch (IOException e) {
            throw broken("the agent's answer is no JSON that can be read (" + body.length + " bytes of "
                    + shown(contentType) + "); check `agent.url`");
        }
    }

    private String replyIn(JsonNode root, List<CalledTool> calls, @Nullable JsonNode handedOver) {
        JsonNode found = root.at(reply);
        if (found.isMissingNode() || found.isNull()) {
            if (calls.isEmpty() && handedOver == null) {
                throw broken("the agent's answer has nothing at " + shown(reply) + " (`agent.response.reply`)"
                        + keysOf(root));
            }
            return "";
        }
        String text = found.isNumber() || found.isBoolean() ? found.asText() : ChatFormat.contentText(found);
        if (text == null) {
            throw broken("the agent's answer has an object at " + shown(reply)
                    + " (`agent.response.reply`), where the reply's text is expected");
        }
        return text;
    }

    private static List<CalledTool> calls(JsonNode found, JsonPointer pointer) {
        if (found.isMissingNode() || found.isNull()) {
            return List.of();
        }
        if (!found.isArray()) {
            throw broken("the agent's answer has no list at " + shown(pointer) + " (`agent.response.tool-calls`)");
        }
        List<CalledTool> calls = new ArrayList<>(found.size());
        for (JsonNode call : found) {
            calls.add(call(call, calls.size(), pointer));
        }
        return calls;
    }

    private static CalledTool call(JsonNode call, int index, JsonPointer pointer) {
        JsonNode function = call.path("function");
        JsonNode called = function.isObject() ? function : call;
        JsonNode name = called.path("name");
        if (!name.isTextual()) {
            throw broken("the tool call at " + pointer + "/" + index + " has no `name` (nor `function.name`)");
        }
        JsonNode result = call.get("result");
        if (result != null && result.isNull()) {
            result = null;
        }
        return new CalledTool(
                name.textValue(),
                ChatFormat.arguments(called.get("arguments")),
                result,
                status(call.path("status"), index, pointer));
    }

    private static @Nullable Status status(JsonNode status, int index, JsonPointer pointer) {
        if (status.isMissingNode() || status.isNull()) {
            return null;
        }
        return switch (status.asText()) {
            case "ok" -> Status.OK;
            case "failed" -> Status.FAILED;
            default ->
                throw broken("the tool call at " + pointer + "/" + index
                        + " has a `status` that is neither ok nor failed; leave it out where it is not known");
        };
    }

    /** A hand-off that is there but empty is none: many agents always send the key. */
    private static @Nullable JsonNode filled(JsonNode value) {
        boolean empty = value.isMissingNode()
                || value.isNull()
                || (value.isBoolean() && !value.booleanValue())
                || (value.isTextual() && value.textValue().isBlank())
                || (value.isContainerNode() && value.isEmpty());
        return empty ? null : value;
    }

    private Usage usage(JsonNode root) {
        if (inputTokens == null && outputTokens == null) {
            return Usage.UNKNOWN;
        }
        return new Usage(tokens(root, inputTokens), tokens(root, outputTokens));
    }

    private static long tokens(JsonNode root, @Nullable JsonPointer pointer) {
        return pointer == null ? -1 : root.at(pointer).asLong(-1);
    }

    /** The keys that are there, where they are plain words: they are the answer's shape, not what is in it. */
    private static String keysOf(JsonNode root) {
        StringBuilder keys = new StringBuilder();
        int count = 0;
        for (Iterator<String> names = root.fieldNames(); names.hasNext() && count < MOST_KEYS; ) {
            String name = names.next();
            if (isPlain(name)) {
                keys.append(keys.length() == 0 ? "; it has the keys " : ", ").append(name);
                count++;
            }
        }
        return keys.toString();
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c != '_' && c != '-') {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= LONGEST_KEY;
    }

    private static String shown(JsonPointer pointer) {
        return pointer.matches() ? "its root" : pointer.toString();
    }

    private static String shown(@Nullable String contentType) {
        if (contentType == null) {
            return "no stated type";
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < contentType.length() && i < LONGEST_KEY; i++) {
            char c = contentType.charAt(i);
            if (c == ';') {
                break;
            }
            shown.append(c > ' ' && c < 0x7F ? c : '?');
        }
        return shown.toString();
    }

    private static AgentFailure broken(String message) {
        return new AgentFailure(Kind.HOPELESS, message);
    }
}
