package dev.retrial.agent.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.retrial.agent.AgentClient;
import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.AgentType.Setup;
import dev.retrial.agent.Answer;
import dev.retrial.agent.Answer.CalledTool;
import dev.retrial.agent.Answer.Usage;
import dev.retrial.agent.Conversation;
import dev.retrial.agent.Environment;
import dev.retrial.agent.Opening;
import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.replay.Requests;
import dev.retrial.scene.Scene;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.suite.Cohort;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Layer;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.transcript.ToolCall.Status;
import dev.retrial.transcript.Transcript;
import dev.retrial.world.ScriptedWorld;
import dev.retrial.world.Worlds;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HttpAgentTest {

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(options().dynamicPort().dynamicHttpsPort())
            .build();

    private ObjectNode settings = Worlds.read("""
            {"url": "${AGENT_URL}/chat", "headers": {"Authorization": "Bearer ${TOKEN}", "X-Case": "${case.id}"},
             "request": {"message": "${message}"},
             "response": {"reply": "/reply", "tool-calls": "/tool_calls", "handoff": "/handoff",
                          "usage": {"input-tokens": "/usage/input", "output-tokens": "/usage/output"}}}""");

    private Map<String, String> variables =
            Map.of("AGENT_URL", "http://localhost:" + SERVER.getPort(), "TOKEN", "s3cret");

    @Test
    void the_request_is_filled_in_and_keeps_the_types_of_what_it_is_filled_with() throws Exception {
        settings.set("request", Worlds.read("""
                        {"id": "${conversation.id}", "message": "${message}", "cohort": "${cohort.id}", "context": "${context}",
                         "case": "${case.id}", "trial": "${trial}", "now": "${now}", "world": "${world}",
                         "note": "trial ${trial} of ${case.id} at ${HOST:-home}: ${context}", "fixed": [1, true, null, "${TOKEN}"]}"""));
        answer("{\"reply\": \"Hello.\"}");

        send("She said \"no\" \u2014\n\u0001 100 %");

        ObjectNode sent = sent(0);
        assertThat(sent).isEqualTo(new JsonMapper().readTree("""
                                        {"id": "c-1", "message": "She said \\"no\\" \u2014\\n\\u0001 100 %", "cohort": "enterprise",
                                         "context": {"plan": "enterprise"}, "case": "late-refund", "trial": 2, "now": "2026-03-02T09:15:00Z",
                                         "world": {"lookup_order": [{"returns": {"amount": 89}}]},
                                         "note": "trial 2 of late-refund at home: {\\"plan\\":\\"enterprise\\"}",
                                         "fixed": [1, true, null, "s3cret"]}"""));
        SERVER.verify(postRequestedFor(urlEqualTo("/chat"))
                .withHeader("Authorization", equalTo("Bearer s3cret"))
                .withHeader("X-Case", equalTo("late-refund"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withHeader("Upgrade", absent()));
    }

    @Test
    void a_clock_that_the_case_does_not_set_is_null() throws Exception {
        settings.set("request", Worlds.read("{\"message\": \"${message}\", \"now\": \"${now}\"}"));
        answer("{\"reply\": \"Hello.\"}");

        open(opening(null)).send("Hi");

        assertThat(sent(0).get("now").isNull()).isTrue();
    }

    @Test
    void a_placeholder_in_the_URL_is_percent_encoded() throws Exception {
        settings.put("url", "${AGENT_URL}/chat/${conversation.id}?who=${cohort.id}&at=${now}");
        answer("{\"reply\": \"Hello.\"}");

        send("Hi");

        SERVER.verify(postRequestedFor(urlEqualTo("/chat/c-1?who=enterprise&at=2026-03-02T09%3A15%3A00Z")));
    }

    @Test
    void the_whole_conversation_goes_with_each_message_where_the_request_wants_it() throws Exception {
        settings.set("request", Worlds.read("{\"messages\": \"${messages}\"}"));
        answer("""
                {"reply": "It is late.", "tool_calls": [
                  {"name": "lookup_order", "arguments": {"order_id": "A-1"}, "result": {"amount": 89}},
                  {"name": "note", "arguments": {}}]}""");

        Conversation conversation = open(opening(null));
        conversation.send("My money!");
        conversation.send("Now!");

        assertThat(sent(0))
                .isEqualTo(Worlds.read("{\"messages\": [{\"role\": \"user\", \"content\": \"My money!\"}]}"));
        assertThat(sent(1)).isEqualTo(Worlds.read("""
                                {"messages": [
                                  {"role": "user", "content": "My money!"},
                                  {"role": "assistant", "content": null, "tool_calls": [
                                    {"id": "call_1", "type": "function",
                                     "function": {"name": "lookup_order", "arguments": "{\\"order_id\\":\\"A-1\\"}"}}]},
                                  {"role": "tool", "tool_call_id": "call_1", "content": "{\\"amount\\":89}"},
                                  {"role": "assistant", "content": "It is late."},
                                  {"role": "user", "content": "Now!"}]}"""));
    }

    @Test
    void everything_that_the_pointers_name_is_read() throws Exception {
        answer("""
                {"reply": "Done.", "handoff": {"queue": "billing"}, "usage": {"input": 412, "output": 57},
                 "tool_calls": [
                   {"name": "a", "arguments": {"x": 1}, "result": {"y": 2}, "status": "ok"},
                   {"name": "b", "arguments": {}, "result": "No", "status": "failed"},
                   {"name": "c"}]}""");

        Answer answer = send("Hi");

        assertThat(answer)
                .isEqualTo(new Answer(
                        "Done.",
                        List.of(
                                new CalledTool("a", Worlds.read("{\"x\":1}"), Worlds.read("{\"y\":2}"), Status.OK),
                                new CalledTool("b", Worlds.read("{}"), new TextNode("No"), Status.FAILED),
                                new CalledTool("c", Worlds.read("{}"), null, null)),
                        Worlds.read("{\"queue\":\"billing\"}"),
                        new Usage(412, 57)));
    }

    @Test
    void the_chat_completions_form_is_read_too() throws Exception {
        settings.set("response", Worlds.read("""
                        {"reply": "/choices/0/message/content", "tool-calls": "/choices/0/message/tool_calls"}"""));
        answer("""
                {"choices": [{"message": {"role": "assistant", "content": null, "tool_calls": [
                  {"id": "1", "type": "function", "function": {"name": "a", "arguments": "{\\"x\\": 1}"}},
                  {"id": "2", "type": "function", "function": {"name": "b", "arguments": "{broken"}}]}}]}""");

        Answer answer = send("Hi");

        assertThat(answer.reply()).isEmpty();
        assertThat(answer.calls())
                .extracting(CalledTool::arguments)
                .containsExactly(Worlds.read("{\"x\":1}"), new TextNode("{broken"));
    }

    @Test
    void a_handoff_that_is_there_but_empty_is_none() throws Exception {
        for (String empty : List.of("null", "false", "\"\"", "{}", "[]")) {
            answer("{\"reply\": \"Hello.\", \"handoff\": " + empty + "}");
            assertThat(send("Hi").handoff()).as(empty).isNull();
        }
    }

    @Test
    void an_answer_without_the_reply_says_which_keys_it_has() {
        answer("{\"answer\": \"Hello.\", \"calls\": [], \"dana@example.com\": 1}");

        assertBroken(
                "the agent's answer has nothing at /reply (`agent.response.reply`); it has the keys answer, calls");
    }

    @Test
    void a_reply_that_is_no_text_is_an_error() {
        answer("{\"reply\": {\"text\": \"Hello.\"}}");

        assertBroken("the agent's answer has an object at /reply (`agent.response.reply`),"
                + " where the reply's text is expected");
    }

    @Test
    void calls_that_are_no_list_are_an_error() {
        answer("{\"reply\": \"Hello.\", \"tool_calls\": {\"name\": \"a\"}}");

        assertBroken("the agent's answer has no list at /tool_calls (`agent.response.tool-calls`)");
    }

    @Test
    void a_status_that_is_not_known_is_an_error() {
        answer("{\"reply\": \"Hello.\", \"tool_calls\": [{\"name\": \"a\", \"status\": \"done\"}]}");

        assertBroken("the tool call at /tool_calls/0 has a `status` that is neither ok nor failed;"
                + " leave it out where it is not known");
    }

    @Test
    void an_answer_that_is_no_JSON_says_what_it_is_and_not_what_it_holds() {
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html; charset=utf-8")
                        .withBody("<html>secret</html>")));

        assertBroken("the agent's answer is no JSON that can be read (19 bytes of text/html); check `agent.url`");
    }

    @Test
    void statuses_say_what_to_look_at() {
        assertStatus(401, "the agent answered 401 Unauthorized; check the credentials in `agent.headers`");
        assertStatus(404, "the agent answered 404 Not Found; check `agent.url`");
        assertStatus(
                422,
                "the agent answered 422 Unprocessable Content;"
                        + " check that `agent.request` is what the agent expects");
        assertStatus(
                307, "the agent answered 307, a redirect, which is not followed; write its target into `agent.url`");
        assertStatus(418, "the agent answered 418");
    }

    @Test
    void a_variable_that_is_missing_is_an_error_when_a_conversation_opens() {
        variables = Map.of("AGENT_URL", SERVER.baseUrl());

        assertBroken("the environment variable TOKEN is not set; set it, or give it a default: ${TOKEN:-…}");
    }

    @Test
    void a_secret_with_a_line_break_is_not_shown() {
        variables = Map.of("AGENT_URL", SERVER.baseUrl(), "TOKEN", "s3cret\n");

        assertBroken("the header Authorization has a line break or another character that no header may hold;"
                + " look at the environment variables in it");
    }

    @Test
    void a_URL_that_cannot_be_used_is_not_shown() {
        variables = Map.of("AGENT_URL", "localhost:8080?key=s3cret", "TOKEN", "");

        assertBroken("`agent.url` has to begin with http:// or https:// and a host");
    }

    @Test
    void a_user_name_in_the_URL_is_refused() {
        variables = Map.of("AGENT_URL", "http://dana:s3cret@localhost:1", "TOKEN", "");

        assertBroken("`agent.url` holds a user name, which is not sent; put credentials into `agent.headers`");
    }

    @Test
    void expectations_on_calls_that_nobody_tells_are_a_warning() throws Exception {
        EvalCase evalCase =
                Requests.saying("Hi").expecting(scopedCheck("tools")).evalCase();
        EvalCase other = Requests.saying("Hi").expecting(scopedCheck("tone")).evalCase();

        assertThat(agent().warnings(List.of(evalCase, other))).isEmpty();
        settings.set("response", Worlds.read("{\"reply\": \"/reply\"}"));
        assertThat(agent().warnings(List.of(evalCase, other)))
                .containsExactly("the case late-refund expects tool calls or none, but `agent.response` has no"
                        + " `tool-calls`, so that is not applicable");
    }

    @Test
    void calls_under_a_name_that_is_nearly_the_pointers_are_no_answer_without_calls() throws Exception {
        settings.set("response", Worlds.read("{\"reply\": \"/reply\", \"tool-calls\": \"/tool_cals\"}"));
        answer("{\"reply\": \"Hello.\", \"tool_calls\": []}");

        assertBroken("the agent's answer has nothing at /tool_cals (`agent.response.tool-calls`), but at /tool_calls;"
                + " correct the pointer, or what the agent answers");
    }

    @Test
    void a_handoff_under_a_name_that_is_nearly_the_pointers_is_not_overlooked() throws Exception {
        settings.set("response", Worlds.read("{\"reply\": \"/reply\", \"handoff\": \"/state/hand-of\"}"));
        answer("{\"reply\": \"Hello.\", \"state\": {\"hand_off\": {\"queue\": \"billing\"}}}");

        assertBroken("the agent's answer has nothing at /state/hand-of (`agent.response.handoff`), but at"
                + " /state/hand_off; correct the pointer, or what the agent answers");
    }

    @Test
    void an_agent_that_leaves_the_place_of_calls_out_where_it_called_nothing_may_do_so() throws Exception {
        answer("{\"reply\": \"Hello.\", \"tool_call_id\": \"c-1\", \"handoffs\": 0}");

        assertThat(send("Hi").calls()).isEmpty();
    }

    @Test
    void that_no_answer_of_a_run_had_a_place_for_calls_is_a_remark() throws Exception {
        EvalCase evalCase =
                Requests.saying("Hi").expecting(scopedCheck("tools")).evalCase();
        EvalCase other = Requests.saying("Hi").expecting(scopedCheck("tone")).evalCase();
        AgentClient agent = agent();

        assertThat(agent.remarks(List.of(evalCase))).as("before any answer").isEmpty();
        answer("{\"reply\": \"Hello.\", \"actions\": []}");
        agent.open(opening(null)).send("Hi");
        assertThat(agent.remarks(List.of(evalCase, other)))
                .containsExactly(
                        "the case late-refund expects tool calls or none, and no answer of this run had anything"
                                + " at /tool_calls (`agent.response.tool-calls`), so each was held against no call at all;"
                                + " if the agent does call tools, correct the pointer");
        assertThat(agent.remarks(List.of(other))).isEmpty();
        answer("{\"reply\": \"Hello.\", \"tool_calls\": []}");
        agent.open(opening(null)).send("Hi");
        assertThat(agent.remarks(List.of(evalCase))).isEmpty();
    }

    @Test
    void without_a_pointer_the_calls_are_not_known() throws Exception {
        assertThat(agent().tellsCalls()).isTrue();
        settings.set("response", Worlds.read("{\"reply\": \"/reply\"}"));
        assertThat(agent().tellsCalls()).isFalse();
    }

    private static ScopedCheck scopedCheck(String kind) {
        Check check = new Check() {
            @Override
            public String name() {
                return kind;
            }

            @Override
            public CheckResult evaluate(Transcript transcript, Scene scene) {
                throw new UnsupportedOperationException();
            }
        };
        return new ScopedCheck(check, kind, Layer.CASE, null);
    }

    @Test
    void an_agent_behind_TLS_has_to_show_a_certificate_that_this_machine_trusts() {
        String url = "https://localhost:" + SERVER.getHttpsPort();
        variables = Map.of("AGENT_URL", url, "TOKEN", "s3cret");

        assertBroken(
                "no secure connection to " + url + " (SSLHandshakeException); check the certificate and `agent.url`");
    }

    private void assertStatus(int status, String message) {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
        assertBroken(message);
    }

    private void assertBroken(String message) {
        assertThatThrownBy(() -> send("Hi")).isInstanceOf(AgentFailure.class).hasMessage(message);
    }

    private static void answer(String json) {
        SERVER.stubFor(post(anyUrl()).willReturn(okJson(json)));
    }

    private static ObjectNode sent(int index) {
        List<LoggedRequest> requests = SERVER.findAll(postRequestedFor(anyUrl()));
        return Worlds.read(requests.get(index).getBodyAsString());
    }

    private Answer send(String message) throws Exception {
        return open(opening(Instant.parse("2026-03-02T09:15:00Z"))).send(message);
    }

    private Conversation open(Opening opening) throws Exception {
        return agent().open(opening);
    }

    private AgentClient agent() throws Exception {
        HttpAgentType type = new HttpAgentType();
        type.check(settings);
        return (AgentClient) type.create(
                settings, new Setup(Path.of("evals"), ToolCatalog.UNDECLARED, List.of(), Environment.of(variables)));
    }

    private static Opening opening(Instant now) {
        ObjectNode context = JsonNodeFactory.instance.objectNode().put("plan", "enterprise");
        return new Opening(
                "late-refund",
                new Cohort("enterprise", "", context, null, List.of()),
                context,
                now,
                2,
                "c-1",
                new ScriptedWorld(Worlds.of("{\"lookup_order\": [{\"returns\": {\"amount\": 89}}]}")));
    }
}
