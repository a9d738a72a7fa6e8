package dev.retrial.tickets.read.helpscout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.tickets.Party;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.Exports;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpScoutTest {

    private static final String CONVERSATIONS = """
            {"_embedded": {"conversations": [
              {"id": 3011, "number": 349, "threads": 4, "type": "email", "folderId": 11, "status": "closed", "state": "published", "subject": "Refund", "preview": "I want…", "mailboxId": 85,
               "assignee": {"id": 7, "type": "user", "first": "Mo", "last": "Agent", "email": "mo@acme.example"},
               "createdBy": {"id": 101, "type": "customer", "email": "dana@example.com"}, "createdAt": "2026-03-02T09:15:00Z", "closedAt": "2026-03-02T11:15:00Z", "userUpdatedAt": "2026-03-02T11:15:00Z",
               "customerWaitingSince": {"time": "2026-03-02T09:15:00Z", "friendly": "1h"}, "source": {"type": "email", "via": "customer"},
               "tags": [{"id": 1, "color": "#fff", "tag": "refund"}], "cc": ["sam@example.com"], "bcc": [],
               "primaryCustomer": {"id": 101, "type": "customer", "first": "Dana", "last": "Reyes", "email": "dana@example.com"},
               "customFields": [{"id": 8, "name": "Plan", "value": "2", "text": "Scale"}],
               "_embedded": {"threads": []}, "_links": {"self": {"href": "https://api.helpscout.net/v2/conversations/3011"}}}]},
             "_links": {"first": {"href": "https://api.helpscout.net/v2/conversations?page=1"}}, "page": {"size": 25, "totalElements": 1, "totalPages": 1, "number": 1}}
            """;

    private static String threads(String version, String by) {
        return """
               {"_embedded": {"threads": [
                 {"id": 504, "type": "lineitem", "status": "closed", "state": "published", "action": {"type": "default", "text": "Mo marked as closed", "associatedEntities": {}}, "createdBy": {"id": 7, "type": "user", "first": "Mo", "last": "Agent"}, "createdAt": "2026-03-02T11:15:00Z"},
                 {"id": 503, "type": "message", "status": "active", "state": "published", "body": "It is 30 days.<br>Sorry.", "createdBy": {"id": 7, "type": "user", "first": "Mo", "last": "Agent", "email": "mo@acme.example"}, "createdAt": "2026-03-02T11:00:00Z", "_embedded": {"attachments": [{"id": 1, "filename": "policy.pdf"}]}},
                 {"id": 505, "type": "message", "status": "active", "state": "draft", "body": "never sent", "createdBy": {"id": 7, "type": "user"}, "createdAt": "2026-03-02T11:01:00Z"},
                 {"id": 502, "type": "note", "status": "active", "state": "published", "body": "AI got it wrong", "createdBy": {"id": 7, "type": "user"}, "createdAt": "2026-03-02T10:00:00Z"},
                 {"id": 501, "type": "message", "status": "active", "state": "published", "body": "You have 60 days.", "createdBy": {"id": 900, "type": "BY", "first": "AI", "last": "Agent", "email": "ai@acme.example"}, "createdAt": "2026-03-02T09:16:00Z"},
                 {"id": 500, "type": "customer", "status": "active", "state": "published", "body": "I want my money back.", "source": {"type": "email", "via": "customer"}, "customer": {"id": 101, "first": "Dana", "last": "Reyes", "email": "dana@example.com"}, "createdBy": {"id": 101, "type": "customer", "first": "Dana", "last": "Reyes", "email": "dana@example.com"}, "createdAt": "2026-03-02T09:15:00Z"}]},
                "_links": {"self": {"href": "https://api.helpscout.net/VERSION/conversations/3011/threads/"}}, "page": {"size": 50, "totalElements": 6, "totalPages": 1, "number": 1}}
               """.replace("VERSION", version).replace("BY", by);
    }

    @TempDir
    Path directory;

    @Test
    void version_3_tells_of_the_agent() {
        SupportTicket ticket = Exports.in(directory)
                .file("conversations.json", CONVERSATIONS)
                .file("threads.json", threads("v3", "system_user"))
                .file("ratings.json", """
                        {"results": [{"number": 349, "threadid": 503, "threadCreatedAt": "2026-03-02T11:00:00Z", "id": 3011, "type": "email", "ratingId": 3, "ratingCustomerId": 101, "ratingComments": "Bot was wrong", "ratingCreatedAt": "2026-03-03T11:00:00Z", "ratingCustomerName": "Dana Reyes", "ratingUserId": 7, "ratingUserName": "Mo Agent"}], "page": 1, "count": 1, "pages": 1}
                        """)
                .read()
                .only();

        assertThat(Exports.said(ticket))
                .containsExactly(
                        "CUSTOMER 101: I want my money back.",
                        "AI_AGENT 900: You have 60 days.",
                        "INTERNAL_NOTE 7: AI got it wrong",
                        "HUMAN_AGENT 7: It is 30 days.\nSorry.",
                        "SYSTEM 7: lineitem: Mo marked as closed (closed)");
        assertThat(Exports.evidence(ticket).get(1)).isEqualTo("helpscout.thread.createdBy.type=system_user");
        assertThat(ticket.turns().get(3).attachments()).containsExactly("policy.pdf");
        assertThat(ticket.ratings()).containsExactly(new Rating(Rating.Verdict.BAD, "3", "Bot was wrong", false));
        assertThat(ticket.effort().resolutionMinutes()).isEqualTo(120);
        assertThat(ticket.effort().open()).isFalse();
        assertThat(ticket.tags()).containsExactly("refund");
        assertThat(ticket.fields()).containsEntry("Plan", "Scale").containsEntry("number", "349");
        assertThat(ticket.parties())
                .contains(
                        new Party(
                                "101",
                                Role.CUSTOMER,
                                List.of("Dana Reyes"),
                                List.of("dana@example.com"),
                                List.of(),
                                null),
                        new Party(
                                "7",
                                Role.HUMAN_AGENT,
                                List.of("Mo Agent"),
                                List.of("mo@acme.example"),
                                List.of(),
                                null),
                        new Party(null, Role.CUSTOMER, List.of(), List.of("sam@example.com"), List.of(), null));
    }

    @Test
    void version_2_hides_the_agent_and_version_3_beside_it_brings_it_out() {
        Exports exports = Exports.in(directory)
                .file("conversations.json", CONVERSATIONS)
                .file("v2/threads.json", threads("v2", "user"));

        assertThat(exports.read().only().turns()).noneMatch(turn -> turn.role() == Role.AI_AGENT);

        SupportTicket both = exports.file("v3/threads.json", threads("v3", "system_user"))
                .read()
                .only();
        assertThat(both.turns())
                .filteredOn(turn -> turn.role() == Role.AI_AGENT)
                .hasSize(1);
        assertThat(both.turns()).hasSize(5);
    }

    @Test
    void threads_within_their_conversation_are_read_too() {
        String inside = threads("v3", "system_user");
        String embedded = inside.substring(inside.indexOf("\"threads\""), inside.indexOf("]},\n \"_links\"") + 1);
        SupportTicket ticket = Exports.in(directory)
                .file("all.json", CONVERSATIONS.replace("\"threads\": []", embedded))
                .read()
                .only();

        assertThat(ticket.turns()).hasSize(5);
    }

    @Test
    void threads_of_no_known_conversation_are_told_by_the_files_name() {
        String nameless = threads("v3", "system_user").replaceAll("\"_links\": \\{\"self.*?}}, ", "");
        SupportTicket ticket = Exports.in(directory)
                .file("conversations.json", CONVERSATIONS)
                .file("conversation-3011-threads.json", nameless)
                .read()
                .only();

        assertThat(ticket.turns()).hasSize(5);
    }
}
