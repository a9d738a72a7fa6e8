package dev.retrial.replay;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.retrial.agent.Agent;
import dev.retrial.agent.AgentType.Setup;
import dev.retrial.agent.Environment;
import dev.retrial.agent.http.HttpAgentType;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.world.Worlds;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an agent behind a URL can do wrong, over real connections. The second of two messages meets the fault. */
@Timeout(30)
class HttpFaultsTest {

    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static final String HELLO = "{\"reply\": \"Hello.\"}";
    private static final ReplayLimits LIMITS = new ReplayLimits(Duration.ofMillis(800), Duration.ofSeconds(12), 4, 1);

    private TranscriptSource source;

    @BeforeEach
    void healthy() {
        SERVER.stubFor(post(anyUrl()).atPriority(9).willReturn(okJson(HELLO)));
        source = source(SERVER.baseUrl());
    }

    /** Whatever happened, a message that may have been worked on went into a conversation once. */
    @AfterEach
    void no_message_that_may_have_been_worked_on_goes_twice_into_one_conversation() {
        Set<String> worked = new HashSet<>();
        for (var event : SERVER.getAllServeEvents()) {
            int status = event.getResponse().getStatus();
            boolean refused = status == 429
                    || (status == 503
                            && event.getResponse()
                                    .getHeaders()
                                    .getHeader("Retry-After")
                                    .isPresent());
            if (!refused) {
                assertThat(worked.add(event.getRequest().getBodyAsString()))
                        .as(event.getRequest().getBodyAsString())
                        .isTrue();
            }
        }
        source.close();
    }

    @Test
    void nobody_listens() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        source = source("http://localhost:" + port + "/chat?key=s3cret");

        Replayed replayed = source.replay(Requests.saying("Hi").build());

        assertThat(reason(replayed))
                .isEqualTo("turn 1: cannot connect to http://localhost:" + port
                        + ": connection refused; is the agent running there?; sent 4 times");
        assertThat(replayed.notes()).hasSize(3).allMatch(note -> note.contains("sent again after"));
    }

    @Test
    void the_name_of_the_host_is_not_known() throws Exception {
        source = source("http://no-such-host.invalid/chat");

        assertThat(reason(source.replay(Requests.saying("Hi").build())))
                .startsWith("turn 1: cannot connect to http://no-such-host.invalid: the name of the host is not known");
    }

    @Test
    void the_connection_is_reset_in_mid_body() throws Exception {
        try (HalfAnswer server = new HalfAnswer(1)) {
            source = source("http://localhost:" + server.port());

            Replayed replayed = source.replay(Requests.saying("Hi").build());

            assertThat(replayed).isInstanceOf(Replayed.Complete.class);
            assertThat(server.bodies).hasSize(2).doesNotHaveDuplicates();
            assertThat(replayed.notes())
                    .singleElement()
                    .asString()
                    .contains("broke before the answer was complete")
                    .endsWith("the turn may have been worked on, so the trial started again");
        }
    }

    @Test
    void the_connection_is_always_reset_in_mid_body() throws Exception {
        try (HalfAnswer server = new HalfAnswer(Integer.MAX_VALUE)) {
            source = source("http://localhost:" + server.port());

            Replayed replayed = source.replay(Requests.saying("Hi").build());

            assertThat(reason(replayed)).contains("broke before the answer was complete");
            assertThat(server.bodies).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_reset_before_the_answer_starts_the_trial_again() throws Exception {
        once("My order", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        Replayed replayed = replay();

        assertThat(replayed).isInstanceOf(Replayed.Complete.class);
        assertThat(messages()).containsExactly("1 Hi", "1 My order", "2 Hi", "2 My order");
    }

    @Test
    void too_many_requests_with_a_wait_in_seconds() throws Exception {
        once("My order", aResponse().withStatus(429).withHeader("Retry-After", "1"));
        long start = System.nanoTime();

        Replayed replayed = replay();

        assertThat(replayed).isInstanceOf(Replayed.Complete.class);
        assertThat(messages()).containsExactly("1 Hi", "1 My order", "1 My order");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void too_many_requests_with_a_wait_as_a_date() throws Exception {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2));
        once("My order", aResponse().withStatus(429).withHeader("Retry-After", date));
        long start = System.nanoTime();

        assertThat(replay()).isInstanceOf(Replayed.Complete.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void too_many_requests_without_a_wait() throws Exception {
        once("My order", aResponse().withStatus(429));

        assertThat(replay()).isInstanceOf(Replayed.Complete.class);
        assertThat(messages()).containsExactly("1 Hi", "1 My order", "1 My order");
    }

    @Test
    void too_many_requests_for_ever() throws Exception {
        always("My order", aResponse().withStatus(429));

        assertThat(reason(replay())).isEqualTo("turn 2: the agent answered 429 Too Many Requests; sent 4 times");
        assertThat(messages()).hasSize(5);
    }

    @Test
    void unavailable_with_a_wait_is_a_refusal_and_without_one_is_not() throws Exception {
        once("My order", aResponse().withStatus(503).withHeader("Retry-After", "0"));
        assertThat(replay()).isInstanceOf(Replayed.Complete.class);
        assertThat(messages()).containsExactly("1 Hi", "1 My order", "1 My order");

        SERVER.resetAll();
        healthy();
        once("My order", aResponse().withStatus(503));
        assertThat(replay()).isInstanceOf(Replayed.Complete.class);
        assertThat(messages()).containsExactly("1 Hi", "1 My order", "2 Hi", "2 My order");
    }

    @Test
    void a_server_error_once() throws Exception {
        once("My order", aResponse().withStatus(500).withBody("stack trace with s3cret"));

        Replayed replayed = replay();

        assertThat(replayed).isInstanceOf(Replayed.Complete.class);
        assertThat(replayed.notes())
                .containsExactly("turn 2: the agent answered 500 Internal Server Error;"
                        + " the turn may have been worked on, so the trial started again");
        assertThat(messages()).containsExactly("1 Hi", "1 My order", "2 Hi", "2 My order");
    }

    @Test
    void a_server_error_always() throws Exception {
        always("My order", aResponse().withStatus(500));

        assertThat(reason(replay()))
                .isEqualTo("turn 2: the agent answered 500 Internal Server Error"
                        + " (and the trial had started again after an earlier failure)");
        assertThat(messages()).containsExactly("1 Hi", "1 My order", "2 Hi", "2 My order");
    }

    @Test
    void malformed_JSON() throws Exception {
        always("My order", okJson("{\"reply\": \"Hel"));

        assertThat(reason(replay()))
                .isEqualTo("turn 2: the agent's answer is no JSON that can be read (14 bytes of application/json);"
                        + " check `agent.url`");
        assertThat(messages()).containsExactly("1 Hi", "1 My order");
    }

    @Test
    void an_empty_reply() throws Exception {
        always("My order", okJson("{\"reply\": \"\", \"tool_calls\": []}"));

        assertThat(reason(replay()))
                .isEqualTo("turn 2: the agent's answer is empty: it has no reply, no tool call and no hand-off");
    }

    @Test
    void an_empty_body() throws Exception {
        always("My order", aResponse().withStatus(204));

        assertThat(reason(replay())).isEqualTo("turn 2: the agent's answer has no body; `agent.response` expects JSON");
    }

    @Test
    void a_reply_of_ten_megabytes_is_a_reply() throws Exception {
        String reply = "x".repeat(10 << 20);
        always("My order", okJson("{\"reply\": \"" + reply + "\"}"));
        source = source(SERVER.baseUrl(), new ReplayLimits(Duration.ofSeconds(15), Duration.ofSeconds(20), 4, 1));

        Replayed replayed = replay();

        assertThat(replayed.transcript().lastReply().text()).hasSize(reply.length());
    }

    @Test
    void an_answer_without_end_is_cut_off() throws Exception {
        try (EndlessAnswer server = new EndlessAnswer()) {
            source = source(
                    "http://localhost:" + server.port(),
                    new ReplayLimits(Duration.ofSeconds(20), Duration.ofSeconds(25), 4, 1));

            assertThat(reason(source.replay(Requests.saying("Hi").build())))
                    .isEqualTo("turn 1: the agent's answer is larger than 32 MiB; it was not read");
        }
    }

    @Test
    void a_hang_before_the_answer() throws Exception {
        always("My order", okJson(HELLO).withFixedDelay(60_000));
        long start = System.nanoTime();

        assertThat(reason(replay())).startsWith("turn 2: the agent gave no answer within 800 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        assertThat(messages()).containsExactly("1 Hi", "1 My order", "2 Hi", "2 My order");
    }

    @Test
    void a_hang_in_the_middle_of_the_answer() throws Exception {
        always("My order", okJson(HELLO).withChunkedDribbleDelay(10, 100_000));
        long start = System.nanoTime();

        assertThat(reason(replay())).startsWith("turn 2: the agent gave no answer within 800 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void other_cells_are_not_touched() throws Exception {
        always("My order", aResponse().withStatus(500));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Replayed>> trials = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String says = i % 5 == 0 ? "My order" : "Case " + i;
                trials.add(() -> source.replay(Requests.saying(says).build()));
            }

            int complete = 0;
            for (Future<Replayed> trial : threads.invokeAll(trials)) {
                complete += trial.get() instanceof Replayed.Complete ? 1 : 0;
            }

            assertThat(complete).isEqualTo(16);
        } finally {
            threads.shutdownNow();
        }
    }

    private Replayed replay() throws InterruptedException {
        return source.replay(Requests.saying("Hi", "My order").build());
    }

    private static String reason(Replayed replayed) {
        return ((Replayed.Broken) replayed).reason();
    }

    private static void once(String message, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(post(anyUrl())
                .withRequestBody(
                        matchingJsonPath("$.message", com.github.tomakehurst.wiremock.client.WireMock.equalTo(message)))
                .atPriority(1)
                .inScenario("once")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("over")
                .willReturn(answer));
    }

    private static void always(String message, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(post(anyUrl())
                .withRequestBody(
                        matchingJsonPath("$.message", com.github.tomakehurst.wiremock.client.WireMock.equalTo(message)))
                .atPriority(1)
                .willReturn(answer));
    }

    /** What the agent was sent, in order: the number of the conversation and the message. */
    private static List<String> messages() {
        List<String> conversations = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        for (LoggedRequest request : SERVER.findAll(postRequestedFor(anyUrl()))) {
            ObjectNode body = Worlds.read(request.getBodyAsString());
            String conversation = body.get("conversation").textValue();
            if (!conversations.contains(conversation)) {
                conversations.add(conversation);
            }
            messages.add((conversations.indexOf(conversation) + 1) + " "
                    + body.get("message").textValue());
        }
        return messages;
    }

    private static TranscriptSource source(String url) {
        return source(url, LIMITS);
    }

    private static TranscriptSource source(String url, ReplayLimits limits) {
        ObjectNode settings = Worlds.read("""
                {"request": {"conversation": "${conversation.id}", "message": "${message}"},
                 "response": {"reply": "/reply", "tool-calls": "/tool_calls"}}""");
        settings.put("url", url);
        Agent agent = new HttpAgentType()
                .create(
                        settings,
                        new Setup(Path.of("evals"), ToolCatalog.UNDECLARED, List.of(), Environment.of(Map.of())));
        return TranscriptSource.of(agent, limits);
    }

    /** Answers with half of what it announces and resets the connection, so many times; then it answers in full. */
    private static final class HalfAnswer extends RawServer {

        private int halves;
        private final List<String> bodies = new ArrayList<>();

        private HalfAnswer(int halves) throws IOException {
            this.halves = halves;
        }

        @Override
        void answer(Socket connection, String body) throws IOException {
            bodies.add(body);
            OutputStream out = connection.getOutputStream();
            boolean half = halves-- > 0;
            String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + HELLO.length()
                    + "\r\nConnection: close\r\n\r\n";
            out.write((head + (half ? HELLO.substring(0, 5) : HELLO)).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (half) {
                // A moment, so that what was written arrives before the reset does.
                pause(100);
                connection.setSoLinger(true, 0);
            }
        }
    }

    /** Never stops answering. */
    private static final class EndlessAnswer extends RawServer {

        private EndlessAnswer() throws IOException {}

        @Override
        void answer(Socket connection, String body) throws IOException {
            OutputStream out = connection.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"reply\":\""
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(block);
            }
        }
    }
}
