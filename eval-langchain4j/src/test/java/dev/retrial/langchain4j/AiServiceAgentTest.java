package dev.retrial.langchain4j;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolProviderResult;
import dev.retrial.agent.Answer;
import dev.retrial.agent.Answer.CalledTool;
import dev.retrial.agent.Answer.Usage;
import dev.retrial.agent.Conversation;
import dev.retrial.langchain4j.SupportAgents.OrderTools;
import dev.retrial.langchain4j.SupportAgents.SupportAssistant;
import dev.retrial.replay.Replayed;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.ToolCall.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class AiServiceAgentTest {

    @RegisterExtension
    static final WireMockExtension MODEL =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ENDPOINT = "/v1/chat/completions";

    @TempDir
    Path directory;

    private final OrderTools tools = new OrderTools();
    private WrittenSuite suite;

    @BeforeEach
    void write() {
        suite = new WrittenSuite(directory)
                .file("suite.yaml", "trials: 1\n")
                .file("tools.yaml", "tools:\n  lookupOrder: {effect: read}\n")
                .file("cases/with-world.yaml", """
                        title: The case answers the tools
                        conversation:
                          - customer: Where is A-1?
                          - customer: And now?
                        world:
                          lookupOrder:
                            - when: {orderId: A-1}
                              returns: {order_id: A-1, amount: 89}
                            - fails: No such order
                        expect:
                          tools: {never: [lookupOrder]}
                        """)
                .file("cases/without-world.yaml", """
                        title: The tools answer themselves
                        conversation:
                          - customer: Where is A-1?
                        expect:
                          tools: {never: [lookupOrder]}
                        """);
    }

    @Test
    void tools_are_answered_by_the_cases_world_and_not_called() throws Exception {
        inTurn(
                Completions.calls("lookupOrder", "{\"orderId\": \"A-1\"}"),
                Completions.calls("lookupOrder", "{\"orderId\": \"A-9\"}"),
                Completions.says("It is on its way."),
                Completions.says("Still on its way."));

        Replayed replayed = suite.replay(agent(), "with-world", "default");

        assertThat(replayed).isInstanceOf(Replayed.Complete.class);
        assertThat(replayed.transcript().calls())
                .extracting(
                        ToolCall::turn,
                        ToolCall::name,
                        ToolCall::status,
                        call -> call.result().toString())
                .containsExactly(
                        tuple(1, "lookupOrder", Status.OK, "{\"order_id\":\"A-1\",\"amount\":89}"),
                        tuple(1, "lookupOrder", Status.FAILED, "\"No such order\""));
        assertThat(tools.looked).isEmpty();
        assertThat(sent().get(1).at("/messages/3/content").asText()).isEqualTo("{\"order_id\":\"A-1\",\"amount\":89}");
        assertThat(replayed.usage()).isEqualTo(new Usage(400, 40));
    }

    @Test
    void without_a_world_the_tools_answer_and_their_calls_are_captured() throws Exception {
        inTurn(
                Completions.calls("lookupOrder", "{\"orderId\": \"A-1\"}"),
                Completions.calls("lookupOrder", "{\"orderId\": \"X-1\"}"),
                Completions.says("It is on its way."));

        Replayed replayed = suite.replay(agent(), "without-world", "default");

        assertThat(tools.looked).containsExactly("A-1", "X-1");
        assertThat(replayed.transcript().calls())
                .extracting(ToolCall::status)
                .containsExactly(Status.OK, Status.FAILED);
        assertThat(replayed.transcript().calls().get(0).result().path("amount").asInt())
                .isEqualTo(12);
    }

    @Test
    void each_conversation_has_a_memory_of_its_own() throws Exception {
        MODEL.stubFor(post(urlEqualTo(ENDPOINT)).willReturn(Completions.says("Hello.")));
        AiServiceAgent<SupportAssistant> agent = agent();

        try (Conversation one = agent.open(suite.opening("with-world", "one"));
                Conversation two = agent.open(suite.opening("with-world", "two"))) {
            one.send("I am one");
            two.send("I am two");
            one.send("Who am I?");
        }

        assertThat(sent().get(2).path("messages").toString())
                .contains("I am one")
                .doesNotContain("I am two");
    }

    @Test
    void arguments_that_are_no_JSON_are_text_that_no_answer_fits() throws Exception {
        inTurn(Completions.calls("lookupOrder", "{broken"), Completions.says("Sorry."), Completions.says("Sorry."));

        Replayed replayed = suite.replay(agent(), "with-world", "default");

        assertThat(replayed.transcript().calls())
                .extracting(ToolCall::status, call -> call.arguments().textValue())
                .containsExactly(tuple(Status.FAILED, "{broken"));
    }

    @Test
    void tools_of_a_provider_are_captured_too() throws Exception {
        inTurn(Completions.calls("status", "{}"), Completions.says("All is well."));
        List<String> called = new ArrayList<>();
        ToolExecutor status = (request, memory) -> {
            called.add(request.name());
            return "[\"ok\"]";
        };
        AiServiceAgent<SupportAssistant> agent = AiServiceAgent.builder(SupportAssistant.class)
                .wiring((service, opening) -> service.chatModel(model())
                        .toolProvider(request -> ToolProviderResult.builder()
                                .add(ToolSpecification.builder().name("status").build(), status)
                                .build()))
                .talk((service, opening, message) -> service.chat(message).content())
                .build();

        Replayed replayed = suite.replay(agent, "without-world", "default");

        assertThat(called).containsExactly("status");
        assertThat(replayed.transcript().calls())
                .extracting(ToolCall::name, call -> call.result().toString())
                .containsExactly(tuple("status", "[\"ok\"]"));
    }

    @Test
    void a_tool_that_does_not_exist_is_a_failed_call() throws Exception {
        inTurn(Completions.calls("teleport", "{}"), Completions.says("I cannot."));
        AiServiceAgent<SupportAssistant> agent = AiServiceAgent.builder(SupportAssistant.class)
                .wiring((service, opening) -> {
                    SupportAgents.wire(service, model(), "Be kind.", tools);
                    service.hallucinatedToolNameStrategy(
                            request -> ToolExecutionResultMessage.from(request, "no such tool"));
                })
                .talk((service, opening, message) -> service.chat(message).content())
                .build();

        Replayed replayed = suite.replay(agent, "without-world", "default");

        assertThat(replayed.transcript().calls())
                .extracting(ToolCall::name, ToolCall::status)
                .containsExactly(tuple("teleport", Status.FAILED));
    }

    @Test
    void a_tool_loop_without_end_is_an_error() throws Exception {
        MODEL.stubFor(
                post(urlEqualTo(ENDPOINT)).willReturn(Completions.calls("lookupOrder", "{\"orderId\": \"A-1\"}")));

        Replayed replayed = suite.replay(agent(), "with-world", "default");

        assertThat(((Replayed.Broken) replayed).reason())
                .isEqualTo("turn 1: the service called tools 20 times in one turn and still did not answer");
        MODEL.verify(21, postRequestedFor(urlEqualTo(ENDPOINT)));
    }

    @Test
    void a_refusal_starts_the_trial_again_since_the_memory_holds_the_message() throws Exception {
        inTurn(
                aResponse().withStatus(429),
                Completions.says("It is on its way."),
                Completions.says("Still on its way."));

        Replayed replayed = suite.replay(agent(), "with-world", "default");

        assertThat(replayed.transcript().replies())
                .extracting(AgentReply::text)
                .containsExactly("It is on its way.", "Still on its way.");
        assertThat(sent().get(1).path("messages")).hasSize(2);
    }

    @Test
    void the_fingerprint_covers_the_tools() {
        AiServiceAgent<SupportAssistant> other = AiServiceAgent.builder(SupportAssistant.class)
                .wiring((service, opening) -> {})
                .talk((service, opening, message) -> "")
                .fingerprint("test-model", List.of("Be kind to …"), List.of())
                .build();

        assertThat(agent().fingerprint().model()).isEqualTo("test-model");
        assertThat(agent().fingerprint().toolHash()).hasSize(64);
        assertThat(other.fingerprint().toolHash()).isNull();
        assertThat(agent().fingerprint()).isEqualTo(agent().fingerprint());
    }

    @Test
    void what_is_not_wired_is_said_at_once() {
        assertThatIllegalStateException()
                .isThrownBy(() -> AiServiceAgent.builder(SupportAssistant.class).build())
                .withMessage("an AiServiceAgent needs both a wiring and a talk");
    }

    @Test
    void calls_of_one_turn_do_not_show_up_in_the_next() throws Exception {
        inTurn(
                Completions.calls("lookupOrder", "{\"orderId\": \"A-1\"}"),
                Completions.says("It is on its way."),
                Completions.says("Still."));

        try (Conversation conversation = agent().open(suite.opening("with-world", "one"))) {
            Answer first = conversation.send("Where is A-1?");
            Answer second = conversation.send("And now?");

            assertThat(first.calls()).extracting(CalledTool::name).containsExactly("lookupOrder");
            assertThat(second.calls()).isEmpty();
            assertThat(second.usage()).isEqualTo(new Usage(100, 10));
        }
    }

    private AiServiceAgent<SupportAssistant> agent() {
        // tag::agent[]
        ChatModel model = model();
        return AiServiceAgent.builder(SupportAssistant.class)
                .wiring((service, opening) -> SupportAgents.wire(
                        service, model, "Be kind to " + opening.cohort().id() + ".", tools))
                .talk((service, opening, message) -> service.chat(message).content())
                .fingerprint("test-model", List.of("Be kind to …"), List.of(tools))
                .build();
        // end::agent[]
    }

    private static ChatModel model() {
        return SupportAgents.model(MODEL.baseUrl());
    }

    /** Answers one after the other; the last one stays. */
    private static void inTurn(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            String state = i == 0 ? Scenario.STARTED : "step " + i;
            MODEL.stubFor(post(urlEqualTo(ENDPOINT))
                    .inScenario("model")
                    .whenScenarioStateIs(state)
                    .willSetStateTo(i == answers.length - 1 ? state : "step " + (i + 1))
                    .willReturn(answers[i]));
        }
    }

    private static List<JsonNode> sent() throws Exception {
        List<JsonNode> bodies = new ArrayList<>();
        for (var request : MODEL.findAll(postRequestedFor(urlEqualTo(ENDPOINT)))) {
            bodies.add(JSON.readTree(request.getBody()));
        }
        return bodies;
    }
}
