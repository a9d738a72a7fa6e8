package dev.retrial.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** The request that the generated {@code suite.yaml} describes, as a team writes it by hand. */
final class TurnRequest {

    private TurnRequest() {}

    /**
     * Sends the turn, once more when the connection breaks: the JDK's client now and then closes a connection of its
     * pool just as it takes it ("connection closed locally", seen once in some 60,000 requests on JDK 17).
     */
    static HttpResponse<byte[]> send(
            HttpClient client, URI agent, ObjectMapper json, CaseTrees.Case aCase, CaseTrees.Cohort cohort)
            throws IOException, InterruptedException {
        try {
            return client.send(of(agent, json, aCase, cohort), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            return client.send(of(agent, json, aCase, cohort), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static HttpRequest of(URI agent, ObjectMapper json, CaseTrees.Case aCase, CaseTrees.Cohort cohort)
            throws JsonProcessingException {
        ObjectNode body = json.createObjectNode();
        body.put("conversation", UUID.randomUUID().toString());
        body.put("message", message(aCase));
        body.put("cohort", cohort.id());
        ObjectNode context = body.putObject("context");
        context.setAll((ObjectNode) cohort.context());
        context.setAll((ObjectNode) aCase.tree().get("context"));
        return HttpRequest.newBuilder(agent)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
    }

    static String message(CaseTrees.Case aCase) {
        return aCase.tree().get("conversation").get(0).get("customer").textValue();
    }
}
