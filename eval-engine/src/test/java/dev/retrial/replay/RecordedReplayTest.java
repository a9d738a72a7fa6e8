package dev.retrial.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.retrial.agent.Recordings;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.CustomerMessage;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.ToolCall.Status;
import dev.retrial.transcript.Transcript;
import dev.retrial.world.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedReplayTest {

    private static final String HELLO = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},"
            + "{\"role\":\"assistant\",\"content\":\"Hello from %s.\"}]}";

    @TempDir
    Path suite;

    @Test
    void messages_become_a_transcript_with_each_result_at_its_call() throws Exception {
        recording("late-refund.json", """
                {"model": "any", "messages": [
                  {"role": "system", "content": "You are kind."},
                  {"role": "user", "content": "I want my money back."},
                  {"role": "assistant", "content": null, "tool_calls": [
                    {"id": "a", "type": "function", "function": {"name": "lookup_order", "arguments": "{\\"order_id\\":\\"A-1\\"}"}},
                    {"id": "b", "type": "function", "function": {"name": "lookup_plan", "arguments": "{}"}}]},
                  {"role": "tool", "tool_call_id": "b", "content": "Error: none"},
                  {"role": "tool", "tool_call_id": "a", "content": "{\\"amount\\": 89.00}"},
                  {"role": "assistant", "content": [{"type": "text", "text": "It is "}, {"type": "text", "text": "too late."}]},
                  {"role": "user", "content": "Really?"},
                  {"role": "assistant", "content": "Really."}]}""");

        Replayed replayed = replay(Requests.saying("not used").world(Worlds.of("{}", "^Error")));

        assertThat(replayed).isInstanceOf(Replayed.Complete.class);
        assertThat(replayed.transcript().events())
                .containsExactly(
                        new CustomerMessage(1, "I want my money back."),
                        new ToolCall(
                                1,
                                "lookup_order",
                                Worlds.read("{\"order_id\":\"A-1\"}"),
                                replayed.transcript().calls().get(0).result(),
                                Status.OK),
                        new ToolCall(1, "lookup_plan", Worlds.read("{}"), new TextNode("Error: none"), Status.FAILED),
                        new AgentReply(1, "It is too late."),
                        new CustomerMessage(2, "Really?"),
                        new AgentReply(2, "Really."));
        assertThat(replayed.transcript().calls().get(0).result().path("amount").decimalValue())
                .isEqualByComparingTo("89");
    }

    @Test
    void the_recording_of_the_case_comes_first_then_the_cohorts_then_the_trials() throws Exception {
        recording("late-refund/enterprise/2.json", HELLO.formatted("the trial"));
        assertThat(reply(Requests.saying().cohort("enterprise").trial(2))).isEqualTo("Hello from the trial.");

        recording("late-refund/enterprise.json", HELLO.formatted("the cohort"));
        assertThat(reply(Requests.saying().cohort("enterprise").trial(2))).isEqualTo("Hello from the cohort.");

        recording("late-refund.json", HELLO.formatted("the case"));
        assertThat(reply(Requests.saying().cohort("enterprise").trial(2))).isEqualTo("Hello from the case.");
    }

    @Test
    void a_missing_recording_says_where_it_was_looked_for() throws Exception {
        assertThat(reason(Requests.saying().cohort("developer").trial(3)))
                .isEqualTo("there is no recording of this trial; looked for late-refund.json,"
                        + " late-refund/developer.json and late-refund/developer/3.json in recordings");
    }

    @Test
    void arguments_that_are_no_JSON_object_stay_text() throws Exception {
        recording("late-refund.json", """
                {"messages": [{"role": "assistant", "tool_calls": [
                  {"id": "a", "function": {"name": "refund", "arguments": "{\\"amount\\": 8"}},
                  {"id": "b", "function": {"name": "refund", "arguments": "[1]"}}]}]}""");

        assertThat(replay(Requests.saying()).transcript().calls())
                .extracting(ToolCall::arguments)
                .containsExactly(new TextNode("{\"amount\": 8"), new TextNode("[1]"));
    }

    @Test
    void what_is_no_JSON_is_an_error_with_its_place() throws Exception {
        recording("late-refund.json", "{\"messages\": [\n  {\"role\" }]}");

        assertThat(reason(Requests.saying())).startsWith("recordings/late-refund.json: line 2, column 1");
    }

    @Test
    void a_result_of_a_call_that_nobody_made_is_an_error() throws Exception {
        recording(
                "late-refund.json",
                "{\"messages\": [{\"role\": \"tool\", \"tool_call_id\": \"x\", \"content\": \"1\"}]}");

        assertThat(reason(Requests.saying()))
                .isEqualTo("recordings/late-refund.json: messages[0] answers no tool call:"
                        + " its `tool_call_id` is not among those that are open");
    }

    @Test
    void a_role_that_is_not_known_is_an_error() throws Exception {
        recording("late-refund.json", "{\"messages\": [{\"role\": \"customer\", \"content\": \"Hi\"}]}");

        assertThat(reason(Requests.saying())).contains("messages[0] has no role that is known");
    }

    @Test
    void a_recording_of_the_customer_only_is_an_error() throws Exception {
        recording("late-refund.json", "{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}");

        assertThat(reason(Requests.saying()))
                .isEqualTo("recordings/late-refund.json holds nothing that the agent said or did");
    }

    @Test
    void a_recording_without_messages_is_an_error() throws Exception {
        recording("late-refund.json", "{\"choices\": []}");

        assertThat(reason(Requests.saying())).isEqualTo("recordings/late-refund.json: it has no `messages`");
    }

    @Test
    void a_link_that_leads_out_of_the_suite_is_not_followed() throws Exception {
        Path elsewhere = Files.createTempFile("recording", ".json");
        try {
            Files.writeString(elsewhere, HELLO.formatted("elsewhere"));
            Files.createDirectories(suite.resolve("recordings"));
            Files.createSymbolicLink(suite.resolve("recordings/late-refund.json"), elsewhere);

            assertThat(reason(Requests.saying()))
                    .isEqualTo(
                            "recordings/late-refund.json leads out of the suite's directory; copy the recording into it");
        } finally {
            Files.delete(elsewhere);
        }
    }

    @Test
    void what_a_run_adds_to_the_format_is_understood() throws Exception {
        recording("late-refund.json", """
                {"messages": [
                  {"role": "user", "content": "A person, please."},
                  {"role": "assistant", "content": null, "tool_calls": [
                    {"id": "call_1", "type": "function", "function": {"name": "page", "arguments": "{}"}},
                    {"id": "call_2", "type": "function", "function": {"name": "note", "arguments": "{}"}}]},
                  {"role": "tool", "tool_call_id": "call_1", "content": "busy", "status": "failed"},
                  {"role": "assistant", "content": "Here is one.", "handoff": {"queue": "billing"}}]}""");

        assertThat(replay(Requests.saying()).transcript())
                .isEqualTo(Transcript.builder()
                        .customer("A person, please.")
                        .failedCall("page", Worlds.read("{}"), "busy")
                        .call("note", Worlds.read("{}"))
                        .agent("Here is one.")
                        .handoff(Worlds.read("{\"queue\":\"billing\"}"))
                        .build());
    }

    private String reply(Requests request) throws Exception {
        return replay(request).transcript().replies().get(0).text();
    }

    private String reason(Requests request) throws Exception {
        return ((Replayed.Broken) replay(request)).reason();
    }

    private Replayed replay(Requests request) throws Exception {
        Recordings recordings = new Recordings(suite.resolve("recordings"), suite);
        ReplayLimits limits = new ReplayLimits(Duration.ofSeconds(1), Duration.ofSeconds(1), 4, 1);
        return TranscriptSource.of(recordings, limits).replay(request.build());
    }

    private void recording(String name, String json) throws IOException {
        Path file = suite.resolve("recordings").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
    }
}
