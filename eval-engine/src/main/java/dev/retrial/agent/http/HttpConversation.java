package dev.retrial.agent.http;

import dev.retrial.agent.Answer;
import dev.retrial.agent.Answer.CalledTool;
import dev.retrial.agent.ChatFormat;
import dev.retrial.agent.Conversation;
import dev.retrial.agent.Opening;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** One conversation over HTTP: fills the request in for each message. */
final class HttpConversation implements Conversation, RequestTemplate.Values {

    private final HttpAgent agent;
    private final Opening opening;
    private final RequestTemplate body;
    private final HttpRequest.Builder request;
    private final boolean remembers;

    /** What was said, as chat-completions messages without the brackets; only where the request wants it. */
    private final StringBuilder history = new StringBuilder();

    private String message = "";
    private int calls;

    HttpConversation(HttpAgent agent, BoundRequest bound, Opening opening) {
        this.agent = agent;
        this.opening = opening;
        this.body = bound.body();
        this.remembers = body.uses(Placeholder.MESSAGES);
        this.request = bound.open(this);
    }

    @Override
    public Answer send(String customer) throws InterruptedException {
        message = customer;
        Answer answer = agent.exchange(
                request.POST(BodyPublishers.ofByteArray(body.render(this))).build());
        if (remembers) {
            remember(answer);
        }
        return answer;
    }

    @Override
    public String text(Placeholder placeholder) {
        return switch (placeholder) {
            case CONVERSATION_ID -> opening.conversationId();
            case MESSAGE -> message;
            case COHORT_ID -> opening.cohort().id();
            case CASE_ID -> opening.caseId();
            case TRIAL -> Integer.toString(opening.trial());
            case NOW -> opening.now() == null ? "" : opening.now().toString();
            case MESSAGES, CONTEXT, WORLD -> {
                StringBuilder text = new StringBuilder();
                json(placeholder, text);
                yield text.toString();
            }
        };
    }

    @Override
    public void json(Placeholder placeholder, StringBuilder out) {
        switch (placeholder) {
            case CONVERSATION_ID, MESSAGE, COHORT_ID, CASE_ID -> Wire.quote(text(placeholder), out);
            case TRIAL -> out.append(opening.trial());
            case NOW -> {
                if (opening.now() == null) {
                    out.append("null");
                } else {
                    Wire.quote(opening.now().toString(), out);
                }
            }
            case CONTEXT -> Wire.write(opening.context(), out);
            case WORLD -> Wire.write(opening.world().answers(), out);
            case MESSAGES -> {
                out.append('[').append(history);
                said("user", message, history.length() > 0, out);
                out.append(']');
            }
        }
    }

    /** Keeps the turn, once it has been answered: a message that was refused is sent again and must not stand there twice. */
    private void remember(Answer answer) {
        said("user", message, history.length() > 0, history);
        for (CalledTool call : answer.calls()) {
            // The format wants a result for every call, so a call without one is left out.
            if (call.result() != null) {
                String id = "call_" + ++calls;
                history.append(",{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"")
                        .append(id)
                        .append("\",\"type\":\"function\",\"function\":{\"name\":");
                Wire.quote(call.name(), history);
                history.append(",\"arguments\":");
                Wire.quote(ChatFormat.textOf(call.arguments()), history);
                history.append("}}]},{\"role\":\"tool\",\"tool_call_id\":\"")
                        .append(id)
                        .append("\",\"content\":");
                Wire.quote(ChatFormat.textOf(call.result()), history);
                history.append('}');
            }
        }
        if (!answer.reply().isBlank()) {
            said("assistant", answer.reply(), true, history);
        }
    }

    private static void said(String role, String text, boolean follows, StringBuilder out) {
        out.append(follows ? "," : "").append("{\"role\":\"").append(role).append("\",\"content\":");
        Wire.quote(text, out);
        out.append('}');
    }
}
