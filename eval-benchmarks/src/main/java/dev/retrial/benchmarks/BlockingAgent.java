package dev.retrial.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.retrial.agent.AgentClient;
import dev.retrial.agent.Answer;
import dev.retrial.agent.Answer.CalledTool;
import dev.retrial.agent.Conversation;
import dev.retrial.agent.Opening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * An agent in code whose calls block in {@link CompletableFuture#get}, as most clients of model providers do. It is what makes a
 * fork-join pool start more threads than its parallelism.
 */
public final class BlockingAgent implements AgentClient {

    private final URI agent = URI.create(System.getenv().getOrDefault("AGENT_URL", "http://127.0.0.1:8080/chat"));
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public Conversation open(Opening opening) {
        return message -> send(opening, message);
    }

    private Answer send(Opening opening, String message) throws InterruptedException {
        try {
            byte[] body = json.writeValueAsBytes(json.createObjectNode()
                    .put("conversation", opening.conversationId())
                    .put("message", message)
                    .put("cohort", opening.cohort().id()));
            HttpRequest request = HttpRequest.newBuilder(agent)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            CompletableFuture<byte[]> answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                    .thenApply(HttpResponse::body);
            return read(json.readTree(answer.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer read(JsonNode answer) {
        List<CalledTool> calls = new ArrayList<>();
        for (JsonNode call : answer.path("tool_calls")) {
            calls.add(new CalledTool(call.path("name").asText(), call.path("arguments"), call.path("result"), null));
        }
        return Answer.of(answer.path("reply").asText(), calls);
    }
}
