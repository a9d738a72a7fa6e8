package dev.retrial.tickets.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.suite.Difficulty;
import dev.retrial.suite.FailureClass;
import dev.retrial.suite.Status;
import dev.retrial.tickets.CategoryRules;
import dev.retrial.tickets.CohortRule;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.difficulty.DifficultyScore;
import dev.retrial.tickets.redact.Redacted;
import dev.retrial.tickets.redact.Redaction;
import dev.retrial.tickets.redact.Uncertain;
import dev.retrial.tickets.triage.Decision;
import dev.retrial.tickets.triage.Evidence;
import dev.retrial.tickets.triage.Triage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrafterTest {

    @TempDir
    Path suite;

    @BeforeEach
    void a_suite() throws IOException {
        Files.writeString(suite.resolve("suite.yaml"), "");
    }

    @Test
    void a_ticket_becomes_a_case_that_holds_on_it() throws IOException {
        assertThat(draft(Sources.refund()).text())
                .isEqualTo("""
                title: Refund after the window
                status: draft
                failure: wrong-policy
                tags:
                  - billing
                ticket:
                  system: acme
                  ref: "hmac:3f9a12c4d5e6f708"
                  opened: "2026-03-02"
                  category: billing
                  provenance:
                    roles:
                      - "acme.author=CUSTOMER"
                      - "acme.author=AI_AGENT"
                      - "acme.author=HUMAN_AGENT"
                    content: %s
                    untouched: %s
                why: >-
                  The agent told the customer something else than the rules say. A person answered afterwards; see
                  accepted.
                now: "2026-03-02T09:15:00Z"
                facts:
                  order_id: A-1042
                conversation:
                  - customer: I want my money back for order A-1042.
                    gives:
                      - order_id
                expect:
                  reply:
                    never-affirms:
                      - "60 days"
                    says:
                      - "30 days"
                observed:
                  - reply: Sure! You can return it within 60 days.
                accepted:
                  - reply: Our assistant told you 60 days; that was wrong. The window is 30 days.
                draft:
                  proposed:
                    - /expect/reply/never-affirms
                    - /expect/reply/says
                  fill-in:
                    - "The export shows no tool calls: write calls: [] under observed where there were none."
                """.formatted(draft(Sources.refund()).content(), untouched()));
        assertThat(draft(Sources.refund()).checked().holdsOnBoth()).isTrue();
    }

    /** The hash of the file itself. */
    private String untouched() throws IOException {
        return draft(Sources.refund()).text().replaceAll("(?s).*untouched: (\\S+).*", "$1");
    }

    @Test
    void its_name_is_its_class_some_words_and_the_beginning_of_its_reference() throws IOException {
        assertThat(draft(Sources.refund()).id()).isEqualTo("wrong-policy-window-money-back-3f9a12c4");
    }

    @Test
    void no_name_of_anybody_comes_into_the_name_of_a_file() throws IOException {
        Sources source =
                Sources.refund().subject("Message from Dana Whitlock, dana@example.com: order A-1042 or x0tok3n");

        assertThat(draft(source).id())
                .doesNotContainIgnoringCase("dana")
                .doesNotContain("whitlock", "x0tok3n", "example");
    }

    @Test
    void the_same_source_gives_the_same_draft() throws IOException {
        assertThat(draft(Sources.refund()).text())
                .isEqualTo(draft(Sources.refund()).text());
    }

    @Test
    void what_is_said_later_changes_nothing() throws IOException {
        Draft before = draft(Sources.refund());

        assertThat(draft(Sources.refund().customer("Thanks anyway.").note("closed"))
                        .content())
                .isEqualTo(before.content());
        assertThat(draft(Sources.refund().subject("Other")).content()).isNotEqualTo(before.content());
    }

    @Test
    void what_the_customer_says_without_an_answer_is_one_message() throws IOException {
        JsonNode json = json(Sources.of(FailureClass.WRONG_POLICY)
                .agent("Welcome!")
                .customer("Hello,")
                .customer("can I return it?")
                .note("looks angry")
                .agent("One moment.")
                .customer("Well?")
                .failing("Within 60 days.")
                .agent("Anything else?")
                .human("It is 30 days for everything."));

        assertThat(json.at("/conversation/0/customer").asText()).isEqualTo("Hello,\n\ncan I return it?");
        assertThat(json.at("/conversation/1/customer").asText()).isEqualTo("Well?");
        assertThat(json.at("/observed/0/turns/0/reply").asText()).isEqualTo("One moment.");
        assertThat(json.at("/observed/0/turns/1/reply").asText()).isEqualTo("Within 60 days.\n\nAnything else?");
        assertThat(json.toString()).doesNotContain("angry", "Welcome");
    }

    @Test
    void what_a_person_answered_before_is_not_what_the_agent_said() throws IOException {
        JsonNode json = json(Sources.of(FailureClass.WRONG_POLICY)
                .customer("Can I return it?")
                .human("Let me see.")
                .customer("And?")
                .failing("Within 60 days.")
                .human("It is 30 days for everything."));

        assertThat(json.at("/conversation")).hasSize(2);
        assertThat(json.at("/observed/0/reply").asText()).isEqualTo("Within 60 days.");
    }

    @Test
    void calls_that_the_export_does_not_show_are_unknown_and_not_none() throws IOException {
        assertThat(json(Sources.refund()).at("/observed/0").has("calls")).isFalse();
    }

    @Test
    void calls_and_what_they_returned_come_into_observed_and_world() throws IOException {
        JsonNode json = json(Sources.of(FailureClass.WRONG_TOOL_CALL)
                .customer("What does Scale cost? My account is acct_3310.")
                .call("get_plan", "{\"account_id\": \"acct_3310\"}", "{\"plan\": \"free\"}", true)
                .call("upgrade", "{\"account_id\": \"acct_3310\"}", null, null)
                .call("notify", null, "{\"error\": \"no address\"}", false)
                .failing("I have upgraded you.")
                .human("The upgrade was a mistake of ours, it is reverted."));

        assertThat(json.at("/observed/0/calls")).hasSize(3);
        assertThat(json.at("/world/get_plan/0").toString())
                .isEqualTo("{\"when\":{\"account_id\":\"acct_3310\"},\"returns\":{\"plan\":\"free\"}}");
        assertThat(json.at("/world/notify/0").toString()).isEqualTo("{\"fails\":\"no address\"}");
        assertThat(json.at("/world").has("upgrade")).isFalse();
        assertThat(json.at("/draft/fill-in").toString())
                .contains("does not say what upgrade returned", "does not say with what notify was called");
        assertThat(json.at("/facts/account_id").asText()).isEqualTo("acct_3310");
        assertThat(json.at("/expect/tools/never/0").asText()).isIn("get_plan", "upgrade");
    }

    @Test
    void the_same_call_with_another_answer_later_is_answered_in_turn() throws IOException {
        JsonNode json = json(Sources.of(FailureClass.WRONG_POLICY)
                .customer("Where is it?")
                .call("status", "{\"id\": 1}", "\"packed\"", true)
                .agent("Packed.")
                .customer("And now?")
                .call("status", "{\"id\": 1}", "\"lost\"", true)
                .failing("It arrives in 60 days."));

        assertThat(json.at("/world/status").toString())
                .isEqualTo(
                        "[{\"when\":{\"id\":1},\"returns\":\"packed\",\"times\":1},{\"when\":{\"id\":1},\"returns\":\"lost\"}]");
    }

    @Test
    void a_tool_that_the_suite_does_not_know_is_left_to_a_person() throws IOException {
        Files.writeString(suite.resolve("tools.yaml"), "tools: {lookup: {effect: read}}\n");
        JsonNode json = json(Sources.of(FailureClass.WRONG_POLICY)
                .customer("Where is it?")
                .call("status", "{}", "\"packed\"", true)
                .failing("It arrives in 60 days."));

        assertThat(json.has("world")).isFalse();
        assertThat(json.at("/draft/fill-in").toString()).contains("tools.yaml has no tool status");
    }

    @Test
    void a_world_that_does_not_fit_the_tools_is_left_out_and_said_so() throws IOException {
        Files.writeString(
                suite.resolve("tools.yaml"),
                "tools: {lookup: {effect: read, parameters: {type: object, properties: {id: {type: string}}}}}\n");
        JsonNode json = json(Sources.of(FailureClass.WRONG_POLICY)
                .customer("Where is it?")
                .call("lookup", "{\"id\": 7}", "\"packed\"", true)
                .failing("It arrives in 60 days."));

        assertThat(json.has("world")).isFalse();
        assertThat(json.at("/draft/fill-in").toString()).contains("does not fit tools.yaml");
    }

    @Test
    void an_argument_that_looks_like_a_matcher_is_none() throws IOException {
        JsonNode json = json(Sources.of(FailureClass.WRONG_POLICY)
                .customer("Where is it?")
                .call("lookup", "{\"id\": {\"$any\": true}}", "\"packed\"", true)
                .failing("It arrives in 60 days."));

        assertThat(json.at("/world/lookup/0/when").toString()).isEqualTo("{\"id\":{\"$$any\":true}}");
    }

    @Test
    void greeting_introduction_and_signature_are_no_part_of_an_answer() throws IOException {
        Sources source = Sources.of(FailureClass.WRONG_POLICY)
                .customer("Can I return it?")
                .failing("Within 60 days.")
                .human(
                        "Hello Dana,\n\nThank you for your patience. My name is Sam. It is 30 days for everything.\n\nBest regards,\nSam\nAcme Support");

        assertThat(json(source).at("/accepted/0/reply").asText()).isEqualTo("It is 30 days for everything.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi Dana, thank you for reaching out. Let me look into this for you!",
                "Hello, how can I help you?",
                "This is the wrong team, I'm transferring you to billing.",
                "Hi Dana,"
            })
    void a_person_who_has_not_answered_yet_is_not_what_is_right(String reply) throws IOException {
        JsonNode json = json(Sources.of(FailureClass.WRONG_POLICY)
                .customer("Can I return it?")
                .failing("Within 60 days.")
                .human(reply));

        assertThat(json.has("accepted")).isFalse();
        assertThat(json.at("/draft/fill-in").toString()).contains("Nobody put it right");
    }

    @Test
    void who_asks_for_what_was_said_fails() throws IOException {
        Draft draft = draft(Sources.of(FailureClass.LOST_CONTEXT)
                .customer("Where is order A-1042?")
                .agent("Let me see.")
                .customer("Thanks")
                .failing("What is your order number?")
                .human("It arrives tomorrow, order A-1042 is on its way."));

        assertThat(draft.json().at("/expect").toString()).isEqualTo("{\"reply\":{\"never-asks\":[\"order_id\"]}}");
        assertThat(draft.checked().holdsOnBoth()).isTrue();
    }

    @Test
    void what_the_class_is_not_about_says_on_what_observed_must_fail() throws IOException {
        Draft draft = draft(Sources.of(FailureClass.WRONG_TOOL_CALL)
                .customer("Please change the address of order A-1042.")
                .failing("I have cancelled the whole order.")
                .human("The address is changed now; the cancellation was our mistake."));

        assertThat(draft.json().at("/observed/0/fails").toString()).isEqualTo("[\"reply\"]");
        assertThat(draft.json().at("/draft/proposed").toString()).contains("/observed/0/fails");
        assertThat(draft.checked().holdsOnBoth()).isTrue();
    }

    @Test
    void a_draft_that_does_not_hold_says_why() throws IOException {
        Draft draft = draft(Sources.of(FailureClass.WRONG_POLICY)
                .customer("Can I return it?")
                .failing("Yes.")
                .human("Yes."));
        Draft same = draft(Sources.of(FailureClass.WRONG_POLICY)
                .customer("Can I return it?")
                .failing("You can return it.")
                .human("You can return it."));

        assertThat(draft.checked().holds()).isTrue();
        assertThat(same.checked().holds()).isFalse();
        assertThat(same.json().at("/draft/self-check").asText()).contains("this case fails on the right answer");
    }

    @Test
    void an_answer_in_one_voice_is_accepted_in_that_voice() throws IOException {
        Files.writeString(suite.resolve("cohorts.yaml"), """
                cohorts:
                  enterprise: {expect: {tone: {exclamations: 0}}}
                  self-serve: {}
                """);
        Draft draft = draft(Sources.of(FailureClass.WRONG_POLICY)
                .customer("Can I return it?")
                .failing("Within 60 days.")
                .human("Sorry! It is 30 days!"));

        assertThat(draft.json().at("/accepted/0/cohort").asText()).isEqualTo("self-serve");
        assertThat(draft.checked().holdsOnBoth()).isTrue();
    }

    @Test
    void the_cohort_comes_from_a_rule_and_from_the_suite() throws IOException {
        Files.writeString(suite.resolve("cohorts.yaml"), "cohorts: {enterprise: {}, self-serve: {}}\n");
        CohortRule rule = new CohortRule("enterprise", "plan", Set.of("scale"), Set.of());
        CohortRule unknown = new CohortRule("partners", "plan", Set.of("partner"), Set.of());
        DraftSettings settings =
                new DraftSettings(List.of(rule, unknown), CategoryRules.NONE, "2026-03-01/2026-03-31", "0.1", "ab12");

        JsonNode json = draft(Sources.refund().field("plan", "Scale"), settings).json();

        assertThat(json.at("/cohorts").toString()).isEqualTo("[\"enterprise\"]");
        assertThat(json.at("/ticket/provenance/export").asText()).isEqualTo("2026-03-01/2026-03-31");
        assertThat(json.at("/ticket/provenance/rules").asText()).isEqualTo("ab12");
        assertThat(draft(Sources.refund().field("plan", "partner"), settings)
                        .json()
                        .has("cohorts"))
                .isFalse();
    }

    @Test
    void difficulty_and_redaction_are_written_down() throws IOException {
        JsonNode json = json(Sources.refund()
                .seen(4)
                .difficulty(new DifficultyScore(
                        0.8666, 9, Difficulty.HARD, Map.of("reopens", 0.8666), List.of("tools"), 40))
                .redaction("{\"counts\": {\"email\": 2}}")
                .uncertain("turns[0].text", "person")
                .uncertain("turns[7].text", "person")
                .uncertain("subject", "number"));

        assertThat(json.at("/difficulty").asText()).isEqualTo("hard");
        assertThat(json.at("/ticket/seen").asInt()).isEqualTo(4);
        assertThat(json.at("/ticket/effort").toString())
                .isEqualTo("{\"score\":0.867,\"decile\":9,\"ranks\":{\"reopens\":0.867},\"missing\":[\"tools\"]}");
        assertThat(json.at("/ticket/redaction").toString()).isEqualTo("{\"counts\":{\"email\":2}}");
        assertThat(json.at("/draft/uncertain").toString())
                .isEqualTo(
                        "[{\"in\":\"/conversation/0/customer\",\"type\":\"person\"},{\"in\":\"/title\",\"type\":\"number\"}]");
    }

    @Test
    void evidence_names_its_place_and_never_the_words_of_a_note() throws IOException {
        JsonNode json = json(Sources.refund()
                .note("bot lied to Dana")
                .evidence("contradiction", 3, "that was wrong")
                .evidence("note", 4, "bot lied to Dana"));

        assertThat(json.at("/draft/evidence").toString())
                .isEqualTo(
                        "[{\"rule\":\"contradiction\",\"score\":0.9,\"in\":\"/accepted/0/reply\",\"words\":\"that was wrong\"},"
                                + "{\"rule\":\"note\",\"score\":0.9}]");
        assertThat(json.toString()).doesNotContain("lied");
    }

    @Test
    void what_triage_and_redaction_say_comes_along() {
        SupportTicket ticket = Sources.refund().note("Dana is angry").build().ticket();
        Redaction redaction = new Redaction(
                "retrial 0.1",
                "ab12",
                Map.of("email", 1),
                List.of(new Uncertain("turns[1].text", 0, 4, "person", "Xxxx", 0.5)));
        Triage triage = new Triage(
                Decision.FAILURE,
                FailureClass.WRONG_POLICY,
                0.9,
                1,
                List.of(
                        new Evidence("fact", 1, 31, 38, 0.8),
                        new Evidence("note", 4, 0, 4, 0.7),
                        new Evidence("calm", 2, 0, 1, -1)),
                List.of(),
                "returns",
                "1-ab",
                null);

        DraftSource source = DraftSource.of(new Redacted(ticket, redaction), triage, null, 3, "sig", "window");

        assertThat(source.evidence())
                .containsExactly(
                        new DraftSource.Evidence("fact", 0.8, 1, "60 days"),
                        new DraftSource.Evidence("note", 0.7, 4, null));
        assertThat(source.uncertain()).hasToString("[{\"place\":\"turns[1].text\",\"type\":\"person\"}]");
        assertThat(source.redaction())
                .hasToString(
                        "{\"engine\":\"retrial 0.1\",\"rules\":\"ab12\",\"counts\":{\"email\":1},\"uncertain\":1}");
        assertThat(source.category()).isEqualTo("returns");
    }

    @Test
    void what_was_quoted_back_is_no_part_of_a_message() throws IOException {
        JsonNode json = json(Sources.of(FailureClass.WRONG_POLICY)
                .customer("Can I return it?\n\nOn Monday, Acme wrote:\n> Your order 77120\n> is packed")
                .failing("Within 60 days."));

        assertThat(json.at("/conversation/0/customer").asText()).isEqualTo("Can I return it?");
        assertThat(json.has("facts")).isFalse();
    }

    @Test
    void a_ticket_in_which_the_customer_says_nothing_is_no_case() throws IOException {
        Drafted drafted = Drafter.in(suite, DraftSettings.DEFAULT)
                .draft(Sources.of(FailureClass.WRONG_TONE).failing("Hello!!!").build());

        assertThat(drafted.draft()).isNull();
        assertThat(drafted.problem()).contains("nothing to replay");
    }

    @Test
    void a_draft_is_one() throws IOException {
        assertThat(draft(Sources.refund()).checked().evalCase().status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void very_long_messages_are_cut() throws IOException {
        Draft draft = draft(Sources.of(FailureClass.WRONG_POLICY)
                .customer("Can I return it? ".repeat(500_000))
                .failing("Within 60 days. ".repeat(500_000))
                .human("It is 30 days. ".repeat(500_000)));

        assertThat(draft.text().length()).isLessThan(60_000);
        assertThat(draft.checked().holds()).isTrue();
    }

    private Draft draft(Sources source) throws IOException {
        return draft(source, DraftSettings.DEFAULT);
    }

    private Draft draft(Sources source, DraftSettings settings) throws IOException {
        Drafted drafted = Drafter.in(suite, settings).draft(source.build());
        assertThat(drafted.problem()).isNull();
        return drafted.draft();
    }

    private JsonNode json(Sources source) throws IOException {
        return draft(source).json();
    }
}
