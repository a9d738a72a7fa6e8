package dev.retrial.tickets.read.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.tickets.Party;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.AiAuthors;
import dev.retrial.tickets.read.Exports;
import dev.retrial.tickets.read.ReadSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshdeskTest {

    private static final String TICKETS = """
            [{"cc_emails": [], "fwd_emails": [], "reply_cc_emails": [], "fr_escalated": false, "spam": false, "email_config_id": null, "group_id": 9, "priority": 2,
              "requester_id": 101, "responder_id": 7, "source": 1, "company_id": 55, "status": 5, "subject": "Refund for A-1042", "to_emails": null, "product_id": null,
              "id": 20, "type": "Refund", "due_by": "2026-03-09T09:15:00Z", "is_escalated": true, "description": "<div>I want my <b>money</b> back.</div>", "description_text": "I want my money back.",
              "custom_fields": {"cf_plan": "scale", "cf_none": null}, "created_at": "2026-03-02T09:15:00Z", "updated_at": "2026-03-04T10:00:00Z", "tags": ["refund"], "attachments": [{"id": 1, "name": "receipt.pdf"}],
              "requester": {"id": 101, "name": "Dana Reyes", "email": "dana@example.com", "mobile": null, "phone": "+1 555 0100"},
              "stats": {"agent_responded_at": null, "requester_responded_at": null, "first_responded_at": "2026-03-02T09:16:00Z", "status_updated_at": null, "reopened_at": "2026-03-03T08:00:00Z", "resolved_at": "2026-03-02T11:15:00Z", "closed_at": null, "pending_since": null}}]
            """;

    private static final String CONVERSATIONS = """
            [{"body": "<div>You have <a href=\\"https://help.example.com/r\\">60 days</a>.</div><div class=\\"freshdesk_quote\\"><blockquote>I want my money back.</blockquote></div>", "body_text": "You have 60 days. I want my money back.", "id": 3001, "incoming": false, "private": false, "user_id": 4001,
              "support_email": "help@acme.example", "source": 0, "ticket_id": 20, "to_emails": ["dana@example.com"], "from_email": "Acme Help <help@acme.example>", "created_at": "2026-03-02T09:16:00Z", "updated_at": "2026-03-02T09:16:00Z", "attachments": []},
             {"body": "<div>That is wrong!</div>", "body_text": "That is wrong!", "id": 3002, "incoming": true, "private": false, "user_id": 101, "source": 0, "ticket_id": 20, "from_email": "\\"Dana Reyes\\" <dana.r@example.com>", "created_at": "2026-03-02T09:20:00Z", "updated_at": "2026-03-02T09:20:00Z", "attachments": []},
             {"body": "<div>bot is wrong again</div>", "body_text": "bot is wrong again", "id": 3003, "incoming": false, "private": true, "user_id": 7, "source": 2, "ticket_id": 20, "created_at": "2026-03-02T09:30:00Z", "updated_at": "2026-03-02T09:30:00Z", "attachments": []},
             {"body": "<div>It is 30 days, sorry.</div>", "body_text": "It is 30 days, sorry.", "id": 3004, "incoming": false, "private": false, "user_id": 7, "source": 0, "ticket_id": 20, "created_at": "2026-03-02T09:40:00Z", "updated_at": "2026-03-02T09:40:00Z", "attachments": [{"name": "policy.pdf"}]}]
            """;

    @TempDir
    Path directory;

    private Exports files() {
        return Exports.in(directory).file("tickets-page-1.json", TICKETS).file("conversations.json", CONVERSATIONS);
    }

    @Test
    void tickets_with_what_they_include_and_conversations_make_a_ticket() {
        SupportTicket ticket = files().file("companies.json", """
                        [{"id": 55, "name": "Example Ltd", "description": null, "note": null, "domains": ["example.com"], "health_score": "Happy", "account_tier": "Premium", "custom_fields": {"seats": 40}}]
                        """)
                .file("ratings.json", """
                        [{"id": 1, "survey_id": 1, "user_id": 101, "agent_id": 7, "feedback": "The bot lied", "group_id": 9, "ticket_id": 20, "created_at": "2026-03-05T09:00:00Z", "updated_at": "2026-03-05T09:00:00Z", "ratings": {"default_question": -102}}]
                        """)
                .file(
                        "agents.json",
                        "[{\"id\": 7, \"available\": true, \"occasional\": false, \"ticket_scope\": 1, \"contact\": {\"name\": \"Mo Agent\", \"email\": \"mo@acme.example\"}}]")
                .with(ReadSettings.DEFAULT.withAiAuthors(new AiAuthors(Set.of("4001"), Set.of(), Set.of(), Set.of())))
                .read()
                .only();

        assertThat(Exports.said(ticket))
                .containsExactly(
                        "CUSTOMER 101: I want my money back.",
                        "AI_AGENT 4001: You have 60 days (https://help.example.com/r).",
                        "CUSTOMER 101: That is wrong!",
                        "INTERNAL_NOTE 7: bot is wrong again",
                        "HUMAN_AGENT 7: It is 30 days, sorry.");
        assertThat(Exports.evidence(ticket))
                .containsExactly(
                        "freshdesk.ticket.description",
                        "ai-authors.ids",
                        "freshdesk.conversation.incoming=true",
                        "freshdesk.conversation.private=true",
                        "freshdesk.conversation.incoming=false");
        assertThat(ticket.turns().get(4).attachments()).containsExactly("policy.pdf");
        assertThat(ticket.status()).isEqualTo("closed");
        assertThat(ticket.channel()).isEqualTo("email");
        assertThat(ticket.effort().open()).isFalse();
        assertThat(ticket.effort().reopens()).isEqualTo(1);
        assertThat(ticket.effort().resolutionMinutes()).isEqualTo(120);
        assertThat(ticket.ratings()).containsExactly(new Rating(Rating.Verdict.BAD, "-102", "The bot lied", false));
        assertThat(ticket.fields())
                .containsEntry("cf_plan", "scale")
                .containsEntry("account_tier", "Premium")
                .containsEntry("seats", "40")
                .containsEntry("escalated", "true");
        assertThat(ticket.parties())
                .contains(
                        new Party(
                                "101",
                                Role.CUSTOMER,
                                List.of("Dana Reyes"),
                                List.of("dana@example.com", "dana.r@example.com"),
                                List.of("+1 555 0100"),
                                "Example Ltd"),
                        new Party(
                                "7",
                                Role.HUMAN_AGENT,
                                List.of("Mo Agent"),
                                List.of("mo@acme.example"),
                                List.of(),
                                null));
    }

    @Test
    void a_tag_that_the_team_names_makes_the_first_reply_the_agents() {
        SupportTicket ticket = files().with(ReadSettings.DEFAULT.withAiAuthors(
                        new AiAuthors(Set.of(), Set.of(), Set.of(), Set.of("Refund"))))
                .read()
                .only();

        assertThat(ticket.turns().get(1).role()).isEqualTo(Role.AI_AGENT);
        assertThat(ticket.turns().get(1).roleEvidence()).isEqualTo("ai-authors.tags");
        assertThat(ticket.turns().get(4).role()).isEqualTo(Role.HUMAN_AGENT);
    }

    @Test
    void without_a_hint_nobody_is_taken_for_the_agent() {
        assertThat(files().read().only().turns()).noneMatch(turn -> turn.role() == Role.AI_AGENT);
    }

    @Test
    void the_account_export_wraps_each_ticket() {
        SupportTicket ticket =
                Exports.in(directory).file("Tickets0.json", """
                        [{"helpdesk_ticket": {"id": 99001, "display_id": 20, "subject": "x", "description": "Hello", "created_at": "2026-03-02T09:15:00+05:30", "updated_at": "2026-03-02T09:15:00+05:30",
                          "requester_id": 101, "responder_id": 7, "requester_name": "Dana", "status": 2, "source": 2, "deleted": false, "notes": [{"helpdesk_note": {"id": 5, "body": "Hi Dana", "incoming": false, "private": false, "user_id": 7, "created_at": "2026-03-02T10:15:00+05:30"}}]}}]
                        """).read().only();

        assertThat(ticket.id()).isEqualTo("20");
        assertThat(Exports.said(ticket)).containsExactly("CUSTOMER 101: Hello", "HUMAN_AGENT 7: Hi Dana");
    }

    @Test
    void a_deleted_ticket_is_told_and_not_handed_over() {
        Exports.Outcome outcome = Exports.in(directory)
                .file("t.json", TICKETS.replace("\"spam\": false", "\"spam\": false, \"deleted\": true"))
                .read();

        assertThat(outcome.tickets()).isEmpty();
        assertThat(outcome.summary().deleted()).hasSize(1);
    }
}
