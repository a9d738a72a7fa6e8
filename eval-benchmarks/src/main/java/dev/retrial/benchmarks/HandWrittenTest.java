package dev.retrial.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a team writes by hand instead of using Retrial: the same files, requests, five checks and transcripts, with
 * Jupiter, the JDK's HTTP client and AssertJ. It reads {@code benchmark.suite}, {@code benchmark.transcripts} and {@code benchmark.agent}.
 */
class HandWrittenTest {

    private static final URI AGENT = URI.create(System.getProperty("benchmark.agent", "http://127.0.0.1:8080/chat"));
    private static final Path SUITE = Path.of(System.getProperty("benchmark.suite", GeneratedSuite.DIRECTORY));
    private static final Path TRANSCRIPTS = Path.of(System.getProperty("benchmark.transcripts", "transcripts"));
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void makeRoomForTranscripts() throws IOException {
        Files.createDirectories(TRANSCRIPTS);
    }

    static Stream<Arguments> cells() throws IOException {
        List<CaseTrees.Cohort> cohorts = CaseTrees.cohorts(SUITE);
        List<Arguments> cells = new ArrayList<>();
        for (CaseTrees.Case aCase : CaseTrees.cases(SUITE)) {
            for (CaseTrees.Cohort cohort : cohorts) {
                cells.add(Arguments.of(aCase.id(), cohort.id(), aCase, cohort));
            }
        }
        return cells.stream();
    }

    @ParameterizedTest(name = "{0} [{1}]")
    @MethodSource("cells")
    void the_agent_replies_as_the_case_expects(
            String id, String cohortId, CaseTrees.Case aCase, CaseTrees.Cohort cohort) throws Exception {
        HttpResponse<byte[]> response = TurnRequest.send(CLIENT, AGENT, JSON, aCase, cohort);
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = JSON.readTree(response.body());
        Files.write(TRANSCRIPTS.resolve(id + "." + cohortId + ".json"), transcript(aCase, answer));

        String reply = answer.path("reply").asText();
        JsonNode calls = answer.path("tool_calls");
        JsonNode expect = aCase.tree().path("expect");
        for (JsonNode said : expect.path("reply").path("says")) {
            assertThat(reply).containsIgnoringCase(said.asText());
        }
        for (JsonNode unsaid : expect.path("reply").path("never-says")) {
            assertThat(reply).doesNotContainIgnoringCase(unsaid.asText());
        }
        for (JsonNode expected : expect.path("tools").path("calls")) {
            String tool = expected.fieldNames().next();
            assertThat(calls).anySatisfy(call -> {
                assertThat(call.path("name").asText()).isEqualTo(tool);
                expected.get(tool)
                        .properties()
                        .forEach(argument -> assertThat(call.path("arguments").get(argument.getKey()))
                                .isEqualTo(argument.getValue()));
            });
        }
        for (JsonNode forbidden : expect.path("tools").path("never")) {
            assertThat(calls).noneMatch(call -> call.path("name").asText().equals(forbidden.asText()));
        }
        assertThat(reply.chars().filter(letter -> letter == '!').count())
                .isLessThanOrEqualTo(expect.path("tone").path("exclamations").asLong());
    }

    /** The conversation in the chat-completions format, as Retrial writes it too. */
    private static byte[] transcript(CaseTrees.Case aCase, JsonNode answer) throws IOException {
        ObjectNode transcript = JSON.createObjectNode();
        ArrayNode messages = transcript.putArray("messages");
        messages.addObject().put("role", "user").put("content", TurnRequest.message(aCase));
        ArrayNode calls = messages.addObject().put("role", "assistant").putArray("tool_calls");
        int number = 0;
        for (JsonNode call : answer.path("tool_calls")) {
            String callId = "call_" + ++number;
            calls.addObject()
                    .put("id", callId)
                    .put("type", "function")
                    .putObject("function")
                    .put("name", call.path("name").asText())
                    .put("arguments", JSON.writeValueAsString(call.path("arguments")));
            messages.addObject()
                    .put("role", "tool")
                    .put("tool_call_id", callId)
                    .put("content", JSON.writeValueAsString(call.path("result")));
        }
        messages.addObject()
                .put("role", "assistant")
                .put("content", answer.path("reply").asText());
        return JSON.writeValueAsBytes(transcript);
    }
}
