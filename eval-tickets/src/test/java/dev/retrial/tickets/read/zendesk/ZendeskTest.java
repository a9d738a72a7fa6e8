package dev.retrial.tickets.read.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.tickets.Party;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.AiAuthors;
import dev.retrial.tickets.read.Exports;
import dev.retrial.tickets.read.ReadSettings;
import dev.retrial.tickets.read.ReadSummary;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZendeskTest {

    private static final String TICKETS = """
            {"tickets": [
              {"url": "https://acme.zendesk.com/api/v2/tickets/4711.json", "id": 4711, "external_id": null,
               "via": {"channel": "email", "source": {"from": {"address": "dana@example.com", "name": "Dana Reyes"}, "rel": null}},
               "created_at": "2026-03-02T09:15:00Z", "updated_at": "2026-03-04T10:00:00Z", "generated_timestamp": 1772618400,
               "type": "question", "subject": "Refund for A-1042", "raw_subject": "Refund for A-1042",
               "description": "I want my money back.", "priority": "high", "status": "solved",
               "requester_id": 101, "submitter_id": 101, "assignee_id": 7, "organization_id": 55, "group_id": 9,
               "collaborator_ids": [], "tags": ["refund", "vip"], "is_public": true,
               "custom_fields": [{"id": 360012345678, "value": "enterprise"}, {"id": 2, "value": null}],
               "satisfaction_rating": {"id": 1, "score": "bad", "comment": "The bot was wrong.", "reason": "The issue was not resolved"}}],
             "users": [
              {"id": 101, "name": "Dana Reyes", "email": "dana@example.com", "phone": "+1 555 0100", "role": "end-user"},
              {"id": 7, "name": "Mo Agent", "email": "mo@acme.example", "role": "agent", "alias": "Mo"}],
             "organizations": [{"id": 55, "name": "Example Ltd", "organization_fields": {"plan": "scale", "seats": 40}}],
             "groups": [{"id": 9, "name": "Billing", "url": "https://acme.zendesk.com/api/v2/groups/9.json"}],
             "after_url": "https://acme.zendesk.com/api/v2/incremental/tickets/cursor.json?cursor=x", "after_cursor": "x", "end_of_stream": true}
            """;

    private static final String COMMENTS = """
            {"comments": [
              {"id": 1, "type": "Comment", "author_id": 101, "body": "I want my money back.", "html_body": "<div class=\\"zd-comment\\"><p>I want my <b>money</b> back.</p></div>",
               "plain_body": "I want my money back.", "public": true, "attachments": [{"id": 5, "file_name": "receipt.pdf"}], "via": {"channel": "email"}, "created_at": "2026-03-02T09:15:00Z"},
              {"id": 2, "type": "Comment", "author_id": 4001, "body": "Done! You have 60 days.", "public": true, "attachments": [], "via": {"channel": "api"}, "created_at": "2026-03-02T09:16:00Z"},
              {"id": 3, "type": "Comment", "author_id": 7, "body": "Bot promised 60 days, policy is 30.", "public": false, "attachments": [], "created_at": "2026-03-03T08:00:00Z"},
              {"id": 4, "type": "Comment", "author_id": 7, "body": "I am sorry, it is 30 days.", "public": true, "attachments": [], "created_at": "2026-03-03T08:05:00Z"}],
             "next_page": null, "previous_page": null, "count": 4}
            """;

    @TempDir
    Path directory;

    @Test
    void a_page_with_its_side_loads_and_comments_in_a_file_of_their_own_make_one_ticket() {
        SupportTicket ticket = Exports.in(directory)
                .file("tickets.json", TICKETS)
                .file("comments/4711.json", COMMENTS)
                .with(ReadSettings.DEFAULT.withAiAuthors(new AiAuthors(Set.of("4001"), Set.of(), Set.of(), Set.of())))
                .read()
                .only();

        assertThat(Exports.said(ticket))
                .containsExactly(
                        "CUSTOMER 101: I want my money back.",
                        "AI_AGENT 4001: Done! You have 60 days.",
                        "INTERNAL_NOTE 7: Bot promised 60 days, policy is 30.",
                        "HUMAN_AGENT 7: I am sorry, it is 30 days.");
        assertThat(Exports.evidence(ticket))
                .containsExactly(
                        "zendesk.comment.author_id=requester_id",
                        "ai-authors.ids",
                        "zendesk.comment.public=false",
                        "zendesk.user.role=agent");
        assertThat(ticket.turns().get(0).attachments()).containsExactly("receipt.pdf");
        assertThat(ticket.turns().get(0).at()).isEqualTo(Instant.parse("2026-03-02T09:15:00Z"));
        assertThat(ticket.system()).isEqualTo("zendesk");
        assertThat(ticket.channel()).isEqualTo("email");
        assertThat(ticket.subject()).isEqualTo("Refund for A-1042");
        assertThat(ticket.status()).isEqualTo("solved");
        assertThat(ticket.tags()).containsExactly("refund", "vip");
        assertThat(ticket.fields())
                .containsEntry("360012345678", "enterprise")
                .containsEntry("plan", "scale")
                .containsEntry("seats", "40")
                .containsEntry("group", "Billing")
                .containsEntry("priority", "high")
                .doesNotContainKey("2");
        assertThat(ticket.parties())
                .contains(
                        new Party(
                                "101",
                                Role.CUSTOMER,
                                List.of("Dana Reyes"),
                                List.of("dana@example.com"),
                                List.of("+1 555 0100"),
                                "Example Ltd"),
                        new Party(
                                "7",
                                Role.HUMAN_AGENT,
                                List.of("Mo Agent", "Mo"),
                                List.of("mo@acme.example"),
                                List.of(),
                                null));
        assertThat(ticket.ratings())
                .containsExactly(new Rating(Rating.Verdict.BAD, "bad", "The bot was wrong.", false));
        assertThat(ticket.effort().humanTouches()).isEqualTo(2);
        assertThat(ticket.effort().customerMessages()).isEqualTo(1);
        assertThat(ticket.effort().open()).isFalse();
        assertThat(ticket.source()).endsWith("tickets.json, line 1, record 1");
    }

    @Test
    void the_conversation_log_tells_who_is_a_bot_and_its_comments_are_not_repeated() {
        SupportTicket ticket = Exports.in(directory)
                .file("tickets.json", TICKETS)
                .file("ticket-4711-comments.json", COMMENTS)
                .file("conversation_log_4711.json", """
                        {"events": [
                          {"id": "01A", "type": "Comment", "reference": "zen:ticket_event:1", "created_at": "2026-03-02T09:15:00Z", "attachments": [],
                           "author": {"type": "user", "zen:support:user_id": 101}, "content": {"type": "text", "text": "I want my money back."}, "metadata": {}},
                          {"id": "01B", "type": "Messaging::ConversationMessage", "reference": "zen:ticket_event:2", "created_at": "2026-03-02T09:16:00Z", "attachments": [],
                           "author": {"type": "bot"}, "content": {"type": "text", "text": "Done! You have 60 days."}, "metadata": {}},
                          {"id": "01C", "type": "Messaging::ConversationMessage", "reference": "zen:conversation:9", "created_at": "2026-03-02T09:17:00Z", "attachments": [],
                           "author": {"type": "bot"}, "content": {"type": "form", "text": "Was this helpful?", "actions": [{"type": "reply", "text": "Yes"}, {"type": "reply", "text": "No"}]}, "metadata": {}}],
                         "meta": {"has_more": false}, "links": {"next": null, "prev": null}}
                        """)
                .read()
                .only();

        assertThat(Exports.said(ticket))
                .containsExactly(
                        "CUSTOMER 101: I want my money back.",
                        "AI_AGENT 4001: Done! You have 60 days.",
                        "AI_AGENT null: Was this helpful?\n- Yes\n- No",
                        "INTERNAL_NOTE 7: Bot promised 60 days, policy is 30.",
                        "HUMAN_AGENT 7: I am sorry, it is 30 days.");
        assertThat(Exports.evidence(ticket).get(1)).isEqualTo("zendesk.conversation_log.author.type=bot");
    }

    @Test
    void ticket_events_hold_comments_and_changes() {
        SupportTicket ticket = Exports.in(directory)
                .file("tickets.json", TICKETS)
                .file("ticket_events.json", """
                        {"ticket_events": [
                          {"id": 900, "ticket_id": 4711, "timestamp": 1772442900, "created_at": "2026-03-02T09:15:00Z", "updater_id": 101, "via": "Mail", "event_type": "Audit",
                           "child_events": [
                             {"id": 1, "event_type": "Comment", "comment_public": true, "type": "Comment", "body": "I want my money back.", "author_id": 101, "attachments": []},
                             {"id": 11, "event_type": "Create", "status": "new"}]},
                          {"id": 901, "ticket_id": 4711, "timestamp": 1772442960, "created_at": "2026-03-02T09:16:00Z", "updater_id": 7, "event_type": "Audit",
                           "child_events": [
                             {"id": 12, "event_type": "Change", "status": "solved", "previous_value": "new"},
                             {"id": 13, "event_type": "Change", "group_id": 9, "previous_value": "8"}]},
                          {"id": 902, "ticket_id": 4711, "timestamp": 1772443000, "created_at": "2026-03-02T09:20:00Z", "updater_id": 101, "event_type": "Audit",
                           "child_events": [{"id": 14, "event_type": "Change", "status": "open", "previous_value": "solved"}]}],
                         "next_page": "x", "count": 3, "end_time": 1772443000}
                        """)
                .read()
                .only();

        assertThat(Exports.said(ticket))
                .containsExactly(
                        "CUSTOMER 101: I want my money back.",
                        "SYSTEM 7: status: new -> solved",
                        "SYSTEM 7: group_id: 8 -> 9",
                        "SYSTEM 101: status: solved -> open");
        assertThat(ticket.effort().reopens()).isEqualTo(1);
        assertThat(ticket.effort().handoffs()).isEqualTo(1);
        assertThat(ticket.effort().resolutionMinutes()).isEqualTo(1);
    }

    @Test
    void audits_hold_comments_surveys_and_chats() {
        SupportTicket ticket = Exports.in(directory)
                .file("audits.json", """
                        {"audits": [
                          {"id": 1, "ticket_id": 12, "created_at": "2026-03-02T09:00:00Z", "author_id": 101, "metadata": {"system": {}}, "via": {"channel": "web"},
                           "events": [{"id": 21, "type": "Comment", "public": true, "body": "Hello", "author_id": 101, "attachments": []},
                                      {"id": 22, "type": "Change", "field_name": "status", "value": "open", "previous_value": "new"},
                                      {"id": 23, "type": "Notification", "body": "Ticket #12"}]},
                          {"id": 2, "ticket_id": 12, "created_at": "2026-03-02T10:00:00Z", "author_id": -1,
                           "events": [{"id": 24, "type": "SurveyOffered", "survey_id": "s"}]},
                          {"id": 3, "ticket_id": 12, "created_at": "2026-03-02T11:00:00Z", "author_id": 101,
                           "events": [{"id": 25, "type": "SurveyResponseSubmitted",
                             "answers": [{"type": "rating_scale", "rating": 2, "rating_category": "bad"}, {"type": "open_ended", "value": "No help at all"}]}]},
                          {"id": 4, "ticket_id": 12, "created_at": "2026-03-02T08:00:00Z", "author_id": 101,
                           "events": [{"id": 26, "type": "ChatStartedEvent", "value": {"chat_id": "c", "history": [
                             {"type": "ChatMessage", "actor_type": "end-user", "actor_id": "101", "actor_name": "Dana", "message": "hi", "timestamp": 1772438400000},
                             {"type": "ChatMessage", "author": {"type": "BUSINESS", "display_name": "Acme Assistant"}, "message": "How can I help?", "timestamp": 1772438401000}]}}]}],
                         "next_page": null, "count": 4}
                        """)
                .with(ReadSettings.DEFAULT.withAiAuthors(
                        new AiAuthors(Set.of(), Set.of(), Set.of("acme assistant"), Set.of())))
                .read()
                .only();

        assertThat(Exports.said(ticket))
                .containsExactly(
                        "CUSTOMER 101: hi",
                        "AI_AGENT null: How can I help?",
                        "CUSTOMER 101: Hello",
                        "SYSTEM 101: status: new -> open");
        assertThat(ticket.ratings()).containsExactly(new Rating(Rating.Verdict.BAD, "2", "No help at all", false));
    }

    @Test
    void intercoms_agent_is_known_by_its_address() {
        SupportTicket ticket =
                Exports.in(directory).file("full.ndjson", """
                        {"url":"https://acme.zendesk.com/api/v2/tickets/1.json","id":1,"subject":"x","requester":{"id":5,"name":"Dana"},"requester_id":5,"status":"open","via":{"channel":"web"},"comments":[{"id":8,"author_id":5,"body":"Hi","public":true,"created_at":"2026-01-01T00:00:00Z"},{"id":9,"author_id":6,"body":"Hello from Fin","public":true,"created_at":"2026-01-01T00:01:00Z"}]}
                        {"id":6,"name":"Fin","email":"operator+abc12@intercom.io","role":"agent","url":"https://acme.zendesk.com/api/v2/users/6.json"}
                        """).read().only();

        assertThat(Exports.said(ticket)).containsExactly("CUSTOMER 5: Hi", "AI_AGENT 6: Hello from Fin");
        assertThat(Exports.evidence(ticket).get(1)).isEqualTo("zendesk.author.email=operator+{id}@intercom.io");
    }

    @Test
    void metrics_say_what_a_ticket_cost() {
        SupportTicket ticket = Exports.in(directory)
                .file("tickets.json", TICKETS)
                .file("metrics.json", """
                        {"ticket_metrics": [{"id": 33, "ticket_id": 4711, "created_at": "2026-03-02T09:15:00Z", "updated_at": "2026-03-04T10:00:00Z",
                          "group_stations": 3, "assignee_stations": 2, "reopens": 1, "replies": 2,
                          "full_resolution_time_in_minutes": {"calendar": 2000, "business": 700}}], "count": 1}
                        """)
                .read()
                .only();

        assertThat(ticket.effort().reopens()).isEqualTo(1);
        assertThat(ticket.effort().handoffs()).isEqualTo(2);
        assertThat(ticket.effort().resolutionMinutes()).isEqualTo(700);
        assertThat(Exports.said(ticket)).containsExactly("CUSTOMER 101: I want my money back.");
        assertThat(Exports.evidence(ticket)).containsExactly("zendesk.ticket.description");
    }

    @Test
    void a_later_page_updates_a_ticket_and_a_deleted_one_is_not_handed_over() {
        Exports.Outcome outcome =
                Exports.in(directory).file("b.json", """
                        {"tickets": [
                          {"id": 1, "requester_id": 5, "subject": "Old", "status": "open", "updated_at": "2026-01-01T00:00:00Z", "generated_timestamp": 1767225600},
                          {"id": 2, "requester_id": 5, "subject": "Gone", "status": "open", "updated_at": "2026-01-01T00:00:00Z", "generated_timestamp": 1767225600}], "count": 2}
                        """).file("a.json", """
                        {"tickets": [
                          {"id": 1, "requester_id": 5, "subject": "New", "status": "closed", "updated_at": "2026-01-02T00:00:00Z", "generated_timestamp": 1767312000},
                          {"id": 2, "requester_id": 5, "subject": "SCRUBBED", "status": "deleted", "updated_at": "2026-01-01T00:00:00Z", "generated_timestamp": 1767312000}], "count": 2}
                        """).read();

        assertThat(outcome.only().subject()).isEqualTo("New");
        assertThat(outcome.summary().deleted()).containsExactly(new ReadSummary.Deleted("zendesk", "2"));
    }

    @Test
    void a_field_of_the_wrong_type_is_reported_and_the_ticket_kept() {
        Exports.Outcome outcome =
                Exports.in(directory).file("tickets.json", """
                        {"tickets": [{"id": 1, "requester_id": 5, "subject": {"x": "secret"}, "description": "Hi", "created_at": "yesterday", "status": "open"},
                          {"requester_id": 5, "subject": "no id"}], "count": 2}
                        """).read();

        assertThat(outcome.tickets()).hasSize(1);
        assertThat(outcome.problems())
                .contains(
                        "tickets.json, line 1, record 1: `subject` should be text; it was left out, the ticket was kept",
                        "tickets.json, line 1, record 1: `created_at` should be a date and time; it was left out, the ticket was kept",
                        "tickets.json, line 1, record 2: a ticket has no `id`; it was left out");
        assertThat(outcome.problems().toString()).doesNotContain("secret", "yesterday");
    }

    @Test
    void comments_that_say_nowhere_whose_they_are_are_a_ticket_of_their_own() {
        Exports.Outcome outcome =
                Exports.in(directory).file("comments.json", COMMENTS).read();

        assertThat(outcome.problems())
                .containsExactly(
                        "comments.json, line 1, record 1: a comment does not say whose ticket's it is; its page was taken for a ticket of its own;"
                                + " name the file after the ticket, such as ticket-35436-comments.json");
        assertThat(outcome.tickets()).singleElement().satisfies(ticket -> {
            assertThat(ticket.id()).startsWith("comments-");
            assertThat(Exports.said(ticket)).first().isEqualTo("CUSTOMER 101: I want my money back.");
            assertThat(Exports.evidence(ticket)).first().isEqualTo("zendesk.comment.first");
        });
    }

    @Test
    void what_the_next_page_is_tells_whose_comments_these_are() {
        SupportTicket ticket = Exports.in(directory)
                .file(
                        "comments.json",
                        COMMENTS.replace(
                                "\"next_page\": null",
                                "\"next_page\": \"https://acme.zendesk.com/api/v2/tickets/4711/comments.json?page=2\""))
                .read()
                .only();

        assertThat(ticket.id()).isEqualTo("4711");
    }
}
