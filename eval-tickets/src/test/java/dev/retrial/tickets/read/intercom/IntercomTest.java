package dev.retrial.tickets.read.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.tickets.AiOutcome;
import dev.retrial.tickets.MonitorFinding;
import dev.retrial.tickets.Party;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.Exports;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntercomTest {

    @TempDir
    Path directory;

    private static final String OF_2_16 = """
            {"type": "conversation", "id": "900", "created_at": 1772442900, "updated_at": 1772450000, "title": "Refund",
             "source": {"type": "conversation", "id": "1", "delivered_as": "customer_initiated", "subject": "", "body": "<p>Where is my refund for <b>A-1042</b>?</p>",
               "author": {"type": "user", "id": "c1", "name": "Dana Reyes", "email": "dana@example.com"}, "attachments": [{"type": "upload", "name": "photo.png"}], "url": "https://app.example.com/orders"},
             "contacts": {"type": "contact.list", "contacts": [{"type": "contact", "id": "c1", "external_id": "70"}]},
             "admin_assignee_id": 7, "team_assignee_id": 5, "open": false, "state": "closed", "priority": "priority",
             "tags": {"type": "tag.list", "tags": [{"type": "tag", "id": "3", "name": "refund"}]},
             "topics": {"type": "topic.list", "topics": [{"type": "topic", "id": 1, "name": "Billing"}], "total_count": 1},
             "custom_attributes": {"plan": "scale", "seats": 40, "nothing": null},
             "statistics": {"type": "conversation_statistics", "count_reopens": 2, "count_assignments": 3, "count_conversation_parts": 9, "time_to_last_close": 7200},
             "conversation_rating": {"rating": 2, "remark": "Slow", "created_at": 1772449000, "contact": {"type": "contact", "id": "c1"}, "teammate": {"type": "admin", "id": "7"}},
             "ai_agent_participated": true,
             "ai_agent": {"source_type": "workflow", "source_title": "Support", "last_answer_type": "ai_answer", "resolution_state": "negative_feedback", "rating": 1, "rating_remark": "Wrong",
               "content_sources": {"type": "content_source.list", "content_sources": [{"content_type": "article", "title": "Refund policy", "url": "https://help.example.com/1"}]}},
             "monitor_evaluations": [{"monitor_name": "Made-up policy", "result": "fail", "explanation": "60 days is not in the article"}, {"monitor_name": "Tone", "result": "pass"}],
             "scorecards": [{"scorecard_name": "Quality", "criteria": [{"name": "Accuracy", "result": "fail", "comment": "wrong window"}]}],
             "conversation_parts": {"type": "conversation_part.list", "conversation_parts": [
               {"type": "conversation_part", "id": "11", "part_type": "custom_action_started", "body": null, "created_at": 1772442905, "updated_at": 1772442905, "author": {"type": "bot", "id": "278", "name": "Fin", "from_ai_agent": true, "is_ai_answer": false}, "event_details": {"action": {"name": "Look up order"}}},
               {"type": "conversation_part", "id": "12", "part_type": "custom_action_finished", "body": null, "created_at": 1772442907, "updated_at": 1772442907, "author": {"type": "bot", "id": "278", "name": "Fin", "from_ai_agent": true, "is_ai_answer": false}, "event_details": {"action": {"name": "Look up order", "result": "failed"}}},
               {"type": "conversation_part", "id": "13", "part_type": "comment", "body": "<p>You have 60 days, see <a href=\\"https://help.example.com/1\\">the policy</a>.</p><ul><li>One</li><li>Two</li></ul>", "created_at": 1772442910, "updated_at": 1772442910, "author": {"type": "bot", "id": "278", "name": "Fin", "from_ai_agent": true, "is_ai_answer": true}, "attachments": []},
               {"type": "conversation_part", "id": "14", "part_type": "comment", "body": "We are away.", "created_at": 1772442911, "updated_at": 1772442911, "author": {"type": "bot", "id": "279", "name": "Operator", "from_ai_agent": false, "is_ai_answer": false}},
               {"type": "conversation_part", "id": "15", "part_type": "assignment", "body": null, "created_at": 1772442920, "updated_at": 1772442920, "assigned_to": {"type": "team", "id": "5"}, "author": {"type": "bot", "id": "279"}},
               {"type": "conversation_part", "id": "16", "part_type": "note", "body": "<p>Fin made this up</p>", "created_at": 1772443000, "updated_at": 1772443000, "author": {"type": "admin", "id": "7", "name": "Mo", "email": "mo@acme.example"}},
               {"type": "conversation_part", "id": "17", "part_type": "close", "body": "<p>Sorry, it is 30 days.</p>", "created_at": 1772444000, "updated_at": 1772444000, "author": {"type": "admin", "id": "7", "name": "Mo", "email": "mo@acme.example"}}],
               "total_count": 7}}
            """;

    @Test
    void a_conversation_of_2_16_keeps_words_roles_actions_ratings_and_monitors() {
        SupportTicket ticket =
                Exports.in(directory).file("900.json", OF_2_16).read().only();

        assertThat(Exports.said(ticket))
                .containsExactly(
                        "CUSTOMER c1: Where is my refund for A-1042?",
                        "AI_AGENT 278: ",
                        "AI_AGENT 278: You have 60 days, see the policy (https://help.example.com/1).\n\n- One\n- Two",
                        "SYSTEM 279: We are away.",
                        "SYSTEM 279: assignment: team 5",
                        "INTERNAL_NOTE 7: Fin made this up",
                        "HUMAN_AGENT 7: Sorry, it is 30 days.",
                        "SYSTEM 7: close");
        assertThat(Exports.evidence(ticket).subList(0, 6))
                .containsExactly(
                        "intercom.source.author.type=user",
                        "intercom.author.from_ai_agent=true",
                        "intercom.author.from_ai_agent=true",
                        "intercom.author.from_ai_agent=false",
                        "intercom.part_type",
                        "intercom.part_type=note");
        assertThat(ticket.turns().get(1).calls()).containsExactly(new SeenCall("Look up order", null, null, false));
        assertThat(ticket.turns().get(0).attachments()).containsExactly("photo.png");
        assertThat(ticket.ratings())
                .containsExactly(
                        new Rating(Rating.Verdict.BAD, "2", "Slow", false),
                        new Rating(Rating.Verdict.BAD, "1", "Wrong", true));
        assertThat(ticket.aiOutcome()).isEqualTo(AiOutcome.NEGATIVE_FEEDBACK);
        assertThat(ticket.monitors())
                .containsExactly(
                        new MonitorFinding("Made-up policy", "fail", true, "60 days is not in the article"),
                        new MonitorFinding("Tone", "pass", false, null),
                        new MonitorFinding("Quality: Accuracy", "fail", true, "wrong window"));
        assertThat(ticket.effort().reopens()).isEqualTo(2);
        assertThat(ticket.effort().handoffs()).isEqualTo(2);
        assertThat(ticket.effort().resolutionMinutes()).isEqualTo(120);
        assertThat(ticket.effort().open()).isFalse();
        assertThat(ticket.effort().toolsTouched()).isEqualTo(1);
        assertThat(ticket.category()).isEqualTo("Billing");
        assertThat(ticket.tags()).containsExactly("refund");
        assertThat(ticket.fields())
                .containsEntry("plan", "scale")
                .containsEntry("seats", "40")
                .containsEntry("ai_agent.content_sources", "Refund policy")
                .doesNotContainKey("nothing");
        assertThat(ticket.parties())
                .contains(
                        new Party(
                                "c1",
                                Role.CUSTOMER,
                                List.of("Dana Reyes"),
                                List.of("dana@example.com"),
                                List.of(),
                                null),
                        new Party("7", Role.HUMAN_AGENT, List.of("Mo"), List.of("mo@acme.example"), List.of(), null));
    }

    @ParameterizedTest
    @CsvSource({
        "assumed_resolution, ASSUMED_RESOLUTION",
        "confirmed_resolution, CONFIRMED_RESOLUTION",
        "routed_to_team, ESCALATED",
        "abandoned, ABANDONED",
        "escalated, ESCALATED",
        "negative_feedback, NEGATIVE_FEEDBACK",
        "procedure_handoff, PROCEDURE_HANDOFF"
    })
    void the_ends_of_every_version_are_read(String state, AiOutcome outcome) {
        SupportTicket ticket = Exports.in(directory)
                .file("900.json", OF_2_16.replace("\"negative_feedback\"", '"' + state + '"'))
                .read()
                .only();

        assertThat(ticket.aiOutcome()).isEqualTo(outcome);
    }

    @Test
    void before_2_14_a_bot_and_operators_address_are_the_agent() {
        SupportTicket ticket = Exports.in(directory).file("c.json", """
                        {"type": "conversation", "id": "5", "created_at": 1700000000, "updated_at": 1700000100,
                         "source": {"type": "email", "body": "hello", "author": {"type": "lead", "id": "x"}},
                         "contacts": {"contacts": [{"type": "contact", "id": "x"}]}, "state": "open", "open": true,
                         "conversation_parts": {"conversation_parts": [
                           {"id": 1, "part_type": "comment", "body": "Hi!", "created_at": 1700000010, "author": {"type": "bot", "id": "9", "name": "Fin"}},
                           {"id": 2, "part_type": "comment", "body": "Still there?", "created_at": 1700000020, "author": {"type": "admin", "id": "10", "name": "Operator", "email": "operator+ab@intercom.io"}},
                           {"id": 3, "part_type": "quick_reply", "body": null, "created_at": 1700000030, "author": {"type": "bot", "id": "9"}, "metadata": {"quick_reply_options": [{"text": "Yes", "uuid": "1"}, {"text": "No", "uuid": "2"}]}}]}}
                        """).read().only();

        assertThat(Exports.said(ticket))
                .containsExactly(
                        "CUSTOMER x: hello", "AI_AGENT 9: Hi!", "AI_AGENT 10: Still there?", "AI_AGENT 9: - Yes\n- No");
        assertThat(Exports.evidence(ticket))
                .contains("intercom.author.type=bot", "intercom.author.email=operator+{id}@intercom.io");
        assertThat(ticket.effort().open()).isTrue();
    }

    @Test
    void a_list_without_parts_takes_nothing_from_a_conversation_with_them() {
        String list =
                "{\"type\": \"conversation.list\", \"pages\": {\"type\": \"pages\"}, \"total_count\": 1, \"conversations\": ["
                        + "{\"type\": \"conversation\", \"id\": \"900\", \"created_at\": 1772442900, \"updated_at\": 1772460000, \"state\": \"open\", \"open\": true,"
                        + " \"contacts\": {\"contacts\": [{\"id\": \"c1\"}]}}]}";

        SupportTicket ticket = Exports.in(directory)
                .file("z.json", OF_2_16)
                .file("list.json", list)
                .read()
                .only();

        assertThat(ticket.status()).isEqualTo("open");
        assertThat(ticket.turns()).hasSize(8);
        assertThat(ticket.monitors()).hasSize(3);
    }

    @Test
    void contacts_of_a_file_of_their_own_come_to_their_conversations() {
        SupportTicket ticket = Exports.in(directory)
                .file("contacts.json", """
                        {"type": "list", "data": [{"type": "contact", "id": "c1", "role": "user", "name": "Dana R. Reyes", "email": "dana@work.example", "phone": "+1 555 0100", "custom_attributes": {"vip": true}}], "total_count": 1}
                        """)
                .file("900.json", OF_2_16)
                .read()
                .only();

        assertThat(ticket.parties())
                .filteredOn(party -> "c1".equals(party.id()))
                .singleElement()
                .satisfies(party -> {
                    assertThat(party.names()).containsExactly("Dana R. Reyes", "Dana Reyes");
                    assertThat(party.emails()).containsExactly("dana@work.example", "dana@example.com");
                    assertThat(party.phones()).containsExactly("+1 555 0100");
                });
        assertThat(ticket.fields()).containsEntry("vip", "true");
    }

    @Test
    void a_ticket_has_its_form_as_the_first_message() {
        SupportTicket ticket =
                Exports.in(directory).file("ticket.json", """
                        {"type": "ticket", "id": "631", "ticket_id": "38", "ticket_attributes": {"_default_title_": "Broken lamp", "_default_description_": "It does not light.", "Model": "L2"},
                         "ticket_state": {"type": "ticket_state", "id": "1", "category": "resolved"}, "ticket_type": {"name": "Repair"}, "contacts": {"contacts": [{"type": "contact", "id": "c1"}]},
                         "created_at": 1734537974, "updated_at": 1734537976, "open": false,
                         "ticket_parts": {"ticket_parts": [{"type": "ticket_part", "id": "185", "part_type": "comment", "body": "<p>Sent a new one.</p>", "created_at": 1734537975, "updated_at": 1734537975, "author": {"id": "7", "type": "admin", "name": "Mo"}}]}}
                        """).read().only();

        assertThat(ticket.subject()).isEqualTo("Broken lamp");
        assertThat(ticket.category()).isEqualTo("Repair");
        assertThat(ticket.status()).isEqualTo("resolved");
        assertThat(ticket.effort().open()).isFalse();
        assertThat(ticket.fields()).containsEntry("Model", "L2").containsEntry("ticket_number", "38");
        assertThat(Exports.said(ticket))
                .containsExactly("CUSTOMER c1: It does not light.", "HUMAN_AGENT 7: Sent a new one.");
    }

    @Test
    void a_plain_text_body_and_markup_say_the_same() {
        Stream<String> bodies = Stream.of("Where is my refund for A-1042?", "<p>Where is my<br>refund for A-1042?</p>");

        assertThat(bodies.map(body -> Exports.in(directory)
                        .file("900.json", OF_2_16.replace("<p>Where is my refund for <b>A-1042</b>?</p>", body))
                        .read()
                        .only()
                        .turns()
                        .get(0)
                        .text()
                        .replace('\n', ' ')))
                .containsOnly("Where is my refund for A-1042?");
    }
}
