package dev.retrial.langchain4j;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.retrial.agent.Agent;
import dev.retrial.agent.Answer.Usage;
import dev.retrial.agent.Fingerprint;
import dev.retrial.replay.ReplayLimits;
import dev.retrial.replay.Replayed;
import dev.retrial.suite.Suite;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.ToolCall.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ChatModelAgentTest {

    @RegisterExtension
    static final WireMockExtension MODEL =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ENDPOINT = "/v1/chat/completions";

    @TempDir
    Path directory;

    private WrittenSuite suite;
    private int step;

    @BeforeEach
    void write() {
        suite = new WrittenSuite(directory)
                .file("suite.yaml", """
                        agent:
                          type: chat-model
                          provider: openai
                          base-url: ${MODEL_URL}/v1
                          model: test-model
                          api-key: ${MODEL_KEY}
                          temperature: ${MODEL_TEMPERATURE:-0}
                          system-prompt: prompts/system.md
                        """)
                .file("prompts/system.md", "You work for Acme. It is ${now}. Never say ${other}.\n")
                .file("prompts/enterprise.md", "Be formal with ${cohort.id}.\n")
                .file("cohorts.yaml", """
                        cohorts:
                          enterprise:
                            context: {plan: enterprise}
                            overlay: prompts/enterprise.md
                          self-serve:
                            description: Everybody else
                        """)
                .file("tools.yaml", """
                        failed-when: "^Error"
                        tools:
                          lookup_order:
                            description: Finds an order
                            effect: read
                            parameters:
                              type: object
                              properties:
                                order_id: {type: string, pattern: "A-[0-9]+", description: The number}
                                since: {type: string, format: date}
                              required: [order_id]
                        """)
                .file("cases/late-refund.yaml", """
                        title: Refund after the window
                        now: 2026-03-02T09:15:00Z
                        conversation:
                          - customer: I want my money back for order A-1.
                          - customer: Why?
                        world:
                          lookup_order:
                            - when: {order_id: A-1}
                              returns: {amount: 89.00}
                            - fails: No such order
                        expect:
                          tools: {never: [lookup_order]}
                        """);
    }

    @Test
    void the_model_is_told_the_prompt_and_the_tools_and_its_calls_are_answered_by_the_world() throws Exception {
        inTurn(
                Completions.calls("lookup_order", "{\"order_id\": \"A-1\"}"),
                Completions.calls("lookup_order", "{\"order_id\": \"A-9\"}"),
                Completions.says("It is too late."),
                Completions.says("Because of the policy."));

        Replayed replayed = suite.replay(agent(), "late-refund", "enterprise");

        assertThat(replayed).isInstanceOf(Replayed.Complete.class);
        assertThat(replayed.transcript().replies())
                .extracting(AgentReply::text)
                .containsExactly("It is too late.", "Because of the policy.");
        assertThat(replayed.transcript().calls())
                .extracting(
                        ToolCall::turn,
                        ToolCall::status,
                        call -> call.arguments().path("order_id").asText())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, Status.OK, "A-1"),
                        org.assertj.core.groups.Tuple.tuple(1, Status.FAILED, "A-9"));
        assertThat(replayed.usage()).isEqualTo(new Usage(400, 40));
        JsonNode first = sent().get(0);
        assertThat(first.at("/messages/0/content").asText())
                .isEqualTo(
                        "You work for Acme. It is 2026-03-02T09:15:00Z. Never say ${other}.\n\nBe formal with enterprise.");
        assertThat(first.at("/tools/0/function/parameters/properties"))
                .isEqualTo(JSON.readTree(
                        "{\"order_id\": {\"type\": \"string\", \"pattern\": \"A-[0-9]+\", \"description\": \"The number\"},"
                                + " \"since\": {\"type\": \"string\", \"format\": \"date\"}}"));
        JsonNode third = sent().get(2);
        assertThat(third.at("/messages/3/content").asText()).isEqualTo("{\"amount\":89.00}");
        assertThat(third.at("/messages/5/content").asText()).isEqualTo("No such order");
        MODEL.verify(4, postRequestedFor(urlEqualTo(ENDPOINT)).withHeader("Authorization", equalTo("Bearer k3y")));
    }

    @Test
    void a_cohort_without_an_overlay_gets_the_bare_prompt() throws Exception {
        inTurn(Completions.says("Hello."));

        suite.replay(agent(), "late-refund", "self-serve");

        assertThat(sent().get(0).at("/messages/0/content").asText()).endsWith("Never say ${other}.");
    }

    @Test
    void a_refusal_between_two_steps_goes_on_where_it_stopped() throws Exception {
        inTurn(
                Completions.calls("lookup_order", "{\"order_id\": \"A-1\"}"),
                aResponse().withStatus(429),
                Completions.says("It is too late."),
                Completions.says("Because."));

        Replayed replayed = suite.replay(agent(), "late-refund", "enterprise");

        assertThat(replayed).isInstanceOf(Replayed.Complete.class);
        assertThat(replayed.transcript().calls()).hasSize(1);
        assertThat(sent().get(2)).isEqualTo(sent().get(1));
        assertThat(replayed.notes())
                .singleElement()
                .asString()
                .startsWith("turn 1: the model's endpoint answered 429; sent again after");
    }

    @Test
    void a_server_error_starts_the_trial_again() throws Exception {
        inTurn(
                Completions.says("Hello."),
                aResponse().withStatus(500),
                Completions.says("Hello again."),
                Completions.says("Because."));

        Replayed replayed = suite.replay(agent(), "late-refund", "enterprise");

        assertThat(replayed.transcript().replies())
                .extracting(AgentReply::text)
                .containsExactly("Hello again.", "Because.");
        assertThat(sent().get(2).path("messages")).hasSize(2);
    }

    @Test
    void a_tool_loop_without_end_is_an_error_after_twenty_steps() throws Exception {
        inTurn(Completions.calls("lookup_order", "{\"order_id\": \"A-1\"}"));

        Replayed replayed = suite.replay(agent(), "late-refund", "enterprise");

        assertThat(reason(replayed))
                .isEqualTo("turn 1: the model called tools 20 times in one turn and still did not answer"
                        + " (the last one: lookup_order)");
        MODEL.verify(21, postRequestedFor(urlEqualTo(ENDPOINT)));
    }

    @Test
    void a_key_that_is_refused_is_named_and_the_answer_is_not_repeated() throws Exception {
        inTurn(aResponse().withStatus(401).withBody("{\"error\": {\"message\": \"bad key k3y\"}}"));

        assertThat(reason(suite.replay(agent(), "late-refund", "enterprise")))
                .isEqualTo("turn 1: the model's endpoint answered 401; check the `api-key`");
    }

    @Test
    void JSON_that_cannot_be_read_is_an_error() throws Exception {
        inTurn(okJson("{\"choices\": ["));

        assertThat(reason(suite.replay(agent(), "late-refund", "enterprise")))
                .isEqualTo("turn 1: the model's endpoint sent JSON that cannot be read; check `base-url`");
    }

    @Test
    void an_empty_answer_is_an_error() throws Exception {
        inTurn(Completions.says(""));

        assertThat(reason(suite.replay(agent(), "late-refund", "enterprise")))
                .startsWith("turn 1: the agent's answer is empty");
    }

    @Test
    void a_model_that_hangs_is_interrupted() throws Exception {
        inTurn(Completions.says("Hello.").withFixedDelay(60_000));

        ReplayLimits limits = new ReplayLimits(Duration.ofMillis(700), Duration.ofSeconds(10), 4, 1);

        assertThat(reason(suite.replay(agent(), "late-refund", "enterprise", limits)))
                .startsWith("turn 1: the agent gave no answer within 700 ms");
    }

    @Test
    void an_endpoint_that_is_not_there_is_tried_again() throws Exception {
        Agent agent = suite.agent(Map.of("MODEL_URL", "http://localhost:1", "MODEL_KEY", "k3y"));

        assertThat(reason(suite.replay(agent, "late-refund", "enterprise")))
                .isEqualTo(
                        "turn 1: cannot connect to the model's endpoint; check `base-url` and that it runs; sent 4 times");
    }

    @Test
    void a_variable_that_is_missing_is_an_error_of_the_cell() throws Exception {
        Agent agent = suite.agent(Map.of("MODEL_URL", MODEL.baseUrl()));

        assertThat(reason(suite.replay(agent, "late-refund", "enterprise")))
                .isEqualTo(
                        "the environment variable MODEL_KEY is not set; set it, or give it a default: ${MODEL_KEY:-…}");
    }

    @Test
    void a_variable_may_stand_for_a_number() throws Exception {
        inTurn(Completions.says("Hello."));
        Agent agent = suite.agent(Map.of("MODEL_URL", MODEL.baseUrl(), "MODEL_KEY", "k3y", "MODEL_TEMPERATURE", "0.5"));
        suite.replay(agent, "late-refund", "enterprise");
        Agent other =
                suite.agent(Map.of("MODEL_URL", MODEL.baseUrl(), "MODEL_KEY", "k3y", "MODEL_TEMPERATURE", "warm"));

        assertThat(sent().get(0).path("temperature").asDouble()).isEqualTo(0.5);
        assertThat(reason(suite.replay(other, "late-refund", "enterprise")))
                .isEqualTo("`agent.temperature` is no number; look at the environment variable in it");
    }

    @Test
    void a_prompt_that_is_missing_is_an_error_of_the_cell() throws Exception {
        suite.file("suite.yaml", "agent: {type: chat-model, model: test-model, system-prompt: prompts/none.md}\n");

        assertThat(reason(suite.replay(agent(), "late-refund", "enterprise")))
                .isEqualTo("the file none.md (`system-prompt`) cannot be read;"
                        + " it has to be UTF-8 text below the suite's directory");
    }

    @Test
    void the_fingerprint_changes_with_prompt_overlay_and_tools() {
        Fingerprint before = agent().fingerprint();
        suite.file("prompts/enterprise.md", "Be very formal.\n");
        Fingerprint otherOverlay = agent().fingerprint();

        assertThat(before.model()).isEqualTo("test-model");
        assertThat(before.promptHash()).hasSize(64).isNotEqualTo(otherOverlay.promptHash());
        assertThat(before.toolHash()).hasSize(64).isEqualTo(otherOverlay.toolHash());
    }

    @Test
    void mistakes_in_the_settings_are_found_when_the_suite_is_read() {
        suite.file("suite.yaml", "agent: {type: chat-model, model: m, provider: opnai}\n");

        Suite read = suite.read();

        assertThat(read.files().toString()).contains("unknown provider 'opnai'; did you mean 'openai'?");
    }

    @Test
    void a_model_of_any_provider_can_be_passed_in_code() throws Exception {
        List<ChatMessage> told = new ArrayList<>();
        ChatModel model = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                told.addAll(request.messages());
                return ChatResponse.builder()
                        .aiMessage(AiMessage.from("Hello."))
                        .build();
            }
        };
        // tag::in-code[]
        ChatModelAgent agent = ChatModelAgent.builder()
                .chatModel(model)
                .systemPrompt("You work for Acme.")
                .tools(suite.read().tools())
                .build();
        // end::in-code[]

        Replayed replayed = suite.replay(agent, "late-refund", "self-serve");

        assertThat(replayed).isInstanceOf(Replayed.Complete.class);
        assertThat(((SystemMessage) told.get(0)).text()).isEqualTo("You work for Acme.");
    }

    private Agent agent() {
        return suite.agent(Map.of("MODEL_URL", MODEL.baseUrl(), "MODEL_KEY", "k3y"));
    }

    private static String reason(Replayed replayed) {
        return ((Replayed.Broken) replayed).reason();
    }

    /** Answers one after the other; the last one stays. */
    private void inTurn(ResponseDefinitionBuilder... answers) {
        for (ResponseDefinitionBuilder answer : answers) {
            String state = step == 0 ? Scenario.STARTED : "step " + step;
            step++;
            MODEL.stubFor(post(urlEqualTo(ENDPOINT))
                    .inScenario("model")
                    .whenScenarioStateIs(state)
                    .willSetStateTo(step == answers.length ? state : "step " + step)
                    .willReturn(answer));
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
