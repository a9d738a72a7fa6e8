package dev.retrial.agent.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.world.Worlds;
import org.junit.jupiter.api.Test;

class HttpSettingsTest {

    private final ObjectNode settings = Worlds.read("""
            {"url": "http://localhost/chat", "headers": {"X-Cohort": "${cohort.id}"},
             "request": {"message": "${message}", "about": {"case": "${case.id}"}},
             "response": {"reply": "/reply", "tool-calls": "/tool_calls", "handoff": "/handoff",
                          "usage": {"input-tokens": "/usage/input"}}}""");

    @Test
    void what_is_written_as_documented_is_accepted() throws Exception {
        assertThat(HttpSettings.read(settings).reader().toolCalls()).hasToString("/tool_calls");
    }

    @Test
    void a_key_that_does_not_exist_is_named_with_its_nearest() {
        settings.putObject("header");

        assertWrong("/header", "unknown key 'header'; did you mean 'headers'?");
    }

    @Test
    void a_placeholder_that_does_not_exist_is_an_error_at_its_place() {
        ((ObjectNode) settings.at("/request/about")).put("case", "no ${case.ids}");

        assertWrong(
                "/request/about/case",
                "there is no placeholder ${case.ids}; there are conversation.id, message, messages, cohort.id, context,"
                        + " case.id, trial, now, world; did you mean 'case.id'?");
    }

    @Test
    void a_name_that_is_neither_upper_nor_lower_case_is_an_error() {
        ((ObjectNode) settings.at("/request/about")).put("case", "${Message}");

        assertWrong(
                "/request/about/case",
                "${Message} is neither an environment variable, which is written in upper case, nor a placeholder;"
                        + " did you mean 'message'?");
    }

    @Test
    void a_request_that_never_says_what_the_customer_said_is_an_error() {
        settings.set("request", Worlds.read("{\"conversation\": \"${conversation.id}\"}"));

        assertWrong(
                "/request", "this request never says what the customer said; add \"${message}\" or \"${messages}\"");
    }

    @Test
    void a_message_cannot_stand_in_a_header() {
        ((ObjectNode) settings.get("headers")).put("X-Message", "${message}");

        assertWrong("/headers/X-Message", "${message} can only stand in `request`");
    }

    @Test
    void a_header_that_the_client_sets_itself_is_an_error() {
        ((ObjectNode) settings.get("headers")).put("Host", "example.com");

        assertWrong("/headers/Host", "the header 'Host' is set by the HTTP client itself; leave it out");
    }

    @Test
    void a_pointer_begins_with_a_slash() {
        ((ObjectNode) settings.get("response")).put("reply", "choices.0.message");

        assertWrong("/response/reply", "a JSON Pointer begins with '/': write /choices/0/message");
    }

    @Test
    void where_the_reply_is_has_to_be_said() {
        ((ObjectNode) settings.get("response")).remove("reply");

        assertWrong("/response", "the key 'reply' is missing");
    }

    @Test
    void the_schema_knows_the_same_keys_as_the_reader() {
        JsonNode schema = new HttpAgentType().schema();

        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("url", "headers", "request", "response");
        assertThat(schema.at("/properties/response/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("reply", "tool-calls", "handoff", "usage");
    }

    private void assertWrong(String pointer, String message) {
        assertThatThrownBy(() -> HttpSettings.read(settings))
                .isInstanceOfSatisfying(
                        InvalidExpectation.class,
                        wrong -> assertThat(wrong.pointer()).isEqualTo(pointer))
                .hasMessage(message);
    }
}
