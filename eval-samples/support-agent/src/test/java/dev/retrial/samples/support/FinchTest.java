package dev.retrial.samples.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.Result;
import dev.retrial.samples.support.played.PlayedModel;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Finch with its own tools, and the one thing that the sample hangs on: the model does what the prompt says. */
class FinchTest {

    private static final Clock MARCH = Clock.fixed(Instant.parse("2026-03-02T09:15:00Z"), ZoneOffset.UTC);

    private static PlayedModel server;
    private static ChatModel model;

    @BeforeAll
    static void start() {
        server = new PlayedModel();
        model = SupportDesk.modelAt(server.baseUrl(), "unused");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_refund_in_time_is_looked_up_and_issued() {
        Result<String> answer = agent("self-serve", "system").answer("I want my money back for order A-1001.");

        assertThat(answer.toolExecutions())
                .extracting(execution -> execution.request().name())
                .containsExactly("lookup_order", "issue_refund");
        assertThat(answer.content()).contains("$89", "A-1001");
    }

    @Test
    void a_late_refund_is_refused_as_long_as_the_prompt_says_so() {
        String message = "Please refund order A-1002.";

        assertThat(agent("developer", "system").answer(message).content()).contains("30 days");
        assertThat(agent("developer", "regressed").answer(message).content()).contains("Refunded $258");
    }

    @Test
    void the_personas_overlay_sets_the_voice() {
        String message = "Where can I get your SOC 2 report?";

        assertThat(agent("enterprise", "system").answer(message).content()).startsWith("You can download");
        assertThat(agent("self-serve", "system").answer(message).content())
                .startsWith("Here's")
                .contains("🙂");
        assertThat(agent("developer", "system").answer(message).content()).startsWith("SOC 2 report, 2025-12-31");
    }

    @Test
    void an_upbeat_prompt_is_heard_by_those_whose_overlay_does_not_speak_against_it() {
        String message = "Where can I get your SOC 2 report?";

        assertThat(agent("enterprise", "regressed").answer(message).content()).contains("!!!", "😊");
        assertThat(agent("self-serve", "regressed").answer(message).content()).doesNotContain("!");
        assertThat(agent("developer", "regressed").answer(message).content()).doesNotContain("!");
    }

    @Test
    void a_second_message_is_understood_with_the_first() {
        SupportAgent agent = agent("self-serve", "system");

        assertThat(agent.answer("I want my money back").content()).contains("order number");
        assertThat(agent.answer("It is A-1001").content()).contains("$89");
    }

    private static SupportAgent agent(String persona, String prompt) {
        Customer customer = new Customer(persona, Map.of("account_id", "acct_100"));
        return new SupportDesk(model, SupportPrompt.named(prompt)).open(customer, MARCH);
    }
}
