package dev.retrial.tickets.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What survives a crash, another tab, and an editor. */
class KeptDecisionsTest {

    @TempDir
    private Path directory;

    private ReviewedSuite suite;
    private ReviewServer server;

    @BeforeEach
    void start() throws IOException {
        suite = ReviewedSuite.withDrafts(directory);
        server = ReviewServer.start(suite.settings());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** Where the program ends while a draft is accepted. */
    enum Point {
        /** The count knows that a decision comes, the journal does not. */
        BEFORE_THE_JOURNAL,
        /** The journal has it, no file has changed. */
        BEHIND_THE_JOURNAL,
        /** The draft's file says what the case does. */
        BEHIND_THE_FILE,
        /** All is done, and the journal does not say so. */
        BEHIND_THE_MOVE
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_loses_no_decision_and_leaves_no_half_of_one(Point point) throws IOException {
        accept("refund");
        String accepted = suite.read("cases/wrong-policy/refund.yaml");
        server.close();
        crashedAt(point, accepted);

        server = ReviewServer.start(suite.settings());

        boolean decided = point != Point.BEFORE_THE_JOURNAL;
        assertThat(suite.has("cases/wrong-policy/refund.yaml")).isEqualTo(decided);
        assertThat(suite.has("cases/drafts/refund.yaml")).isEqualTo(!decided);
        assertThat(suite.read(decided ? "cases/wrong-policy/refund.yaml" : "cases/drafts/refund.yaml"))
                .isEqualTo(decided ? accepted : ReviewedSuite.REFUND);
        assertThat(suite.cases()).hasSize(4).allMatch(file -> file.endsWith(".yaml"));
        assertThat(queue()).contains("\"decided\":[" + (decided ? "{\"id\":\"refund\"" : "]"));
    }

    /** Makes of what a decision leaves behind what a crash would have. */
    private void crashedAt(Point point, String accepted) throws IOException {
        Path journal = suite.work().resolve("decisions.jsonl");
        switch (point) {
            case BEFORE_THE_JOURNAL -> Files.delete(journal);
            case BEHIND_THE_JOURNAL, BEHIND_THE_FILE, BEHIND_THE_MOVE ->
                Files.writeString(
                        journal,
                        Files.readString(journal)
                                .lines()
                                .filter(line -> !line.contains("\"done\":true"))
                                .collect(Collectors.joining("\n", "", "\n")));
        }
        if (point != Point.BEHIND_THE_MOVE) {
            Files.delete(suite.root().resolve("cases/wrong-policy/refund.yaml"));
            suite.draft("refund", point == Point.BEHIND_THE_FILE ? accepted : ReviewedSuite.REFUND);
        }
    }

    @Test
    void what_was_typed_outlives_the_program() throws IOException {
        String typed = ReviewedSuite.REFUND.replace("hard", "easy");
        post("keep", "refund", ",\"yaml\":" + SentRequest.quoted(typed));
        server.close();
        server = ReviewServer.start(suite.settings());

        assertThat(suite.read("cases/drafts/refund.yaml")).isEqualTo(ReviewedSuite.REFUND);
        assertThat(get("/api/draft?id=refund"))
                .contains("\"yaml\":" + SentRequest.quoted(typed))
                .contains("\"outdated\":false");
        assertThat(queue()).containsPattern("\"id\":\"refund\",\"unsaved\":true");
    }

    @Test
    void what_was_typed_is_gone_once_it_is_saved() throws IOException {
        String typed = ReviewedSuite.REFUND.replace("hard", "easy");
        post("keep", "refund", ",\"yaml\":" + SentRequest.quoted(typed));
        post("save", "refund", ",\"yaml\":" + SentRequest.quoted(typed));

        assertThat(suite.read("cases/drafts/refund.yaml")).isEqualTo(typed);
        assertThat(get("/api/draft?id=refund")).contains("\"unsaved\":null");
    }

    @Test
    void nothing_is_decided_on_a_file_that_has_changed_since() throws IOException {
        for (String path : List.of("accept", "save", "reject", "merge")) {
            String decision = SentRequest.decision(
                    server.uri(),
                    "refund",
                    ",\"reason\":\"other\",\"into\":\"window\",\"yaml\":" + SentRequest.quoted(ReviewedSuite.REFUND));
            String meanwhile = ReviewedSuite.REFUND + "owner: " + path + "\n";
            suite.draft("refund", meanwhile);

            String answer =
                    SentRequest.post(server.uri(), "/api/" + path, decision).send();

            assertThat(answer).as(path).startsWith("HTTP/1.1 409 ").contains("\"conflict\":true");
            assertThat(suite.read("cases/drafts/refund.yaml")).as(path).isEqualTo(meanwhile);
        }
        assertThat(suite.cases()).hasSize(4);
        assertThat(queue()).contains("\"decided\":[]");
    }

    @Test
    void what_was_typed_on_an_older_file_is_kept_beside_the_new_one() throws IOException {
        String typed = ReviewedSuite.REFUND.replace("hard", "easy");
        post("keep", "refund", ",\"yaml\":" + SentRequest.quoted(typed));
        String meanwhile = ReviewedSuite.REFUND.replace("hard", "medium");
        suite.draft("refund", meanwhile);

        assertThat(get("/api/draft?id=refund"))
                .contains("\"outdated\":true")
                .contains("\"unsaved\":" + SentRequest.quoted(typed))
                .contains("\"yaml\":" + SentRequest.quoted(meanwhile));
    }

    @Test
    void a_draft_that_another_tab_has_decided_is_told() throws IOException {
        String decision = SentRequest.decision(server.uri(), "refund", ",\"reason\":\"other\"");
        accept("refund");

        String answer = SentRequest.post(server.uri(), "/api/reject", decision).send();

        assertThat(answer).startsWith("HTTP/1.1 409 ").contains("This draft does not wait any more");
        assertThat(suite.has("tickets/rejected.jsonl")).isFalse();
    }

    @Test
    void a_round_ends_when_nothing_waits_and_the_next_begins_at_none() throws IOException {
        accept("refund");
        accept("refund-again");
        post("reject", "phone", ",\"reason\":\"unclear\"");
        server.close();
        server = ReviewServer.start(suite.settings());
        assertThat(queue()).contains("\"drafts\":[]", "{\"id\":\"phone\",\"what\":\"reject\",\"detail\":\"unclear\"}");

        suite.draft("phone", ReviewedSuite.PHONE);

        assertThat(queue()).contains("\"decided\":[]");
    }

    @Test
    void a_decision_that_is_taken_back_is_not_counted_any_more() throws IOException {
        accept("refund");
        post("reject", "phone", ",\"reason\":\"unclear\"");
        assertThat(queue()).contains("\"last\":{\"what\":\"reject\",\"id\":\"phone\"}");

        undo("phone");

        assertThat(queue())
                .contains("\"last\":{\"what\":\"accept\",\"id\":\"refund\"}")
                .contains("\"decided\":[{\"id\":\"refund\",\"what\":\"accept\",\"detail\":\"\"}]");
        assertThat(suite.read("cases/drafts/phone.yaml")).isEqualTo(ReviewedSuite.PHONE);
        assertThat(suite.has("tickets/rejected.jsonl")).isFalse();
    }

    @Test
    void a_round_whose_last_decision_is_taken_back_goes_on() throws IOException {
        accept("refund");
        accept("refund-again");
        accept("phone");
        undo("phone");
        server.close();
        server = ReviewServer.start(suite.settings());

        assertThat(queue())
                .contains("{\"id\":\"refund\",\"what\"", "{\"id\":\"refund-again\",\"what\"")
                .doesNotContain("{\"id\":\"phone\",\"what\"");
    }

    @Test
    void what_was_changed_since_a_decision_is_not_taken_back() throws IOException {
        accept("refund");
        suite.write("cases/wrong-policy/refund.yaml", ReviewedSuite.CASE);

        String answer = SentRequest.post(server.uri(), "/api/undo", "{\"id\":\"refund\"}")
                .send();

        assertThat(answer)
                .startsWith("HTTP/1.1 409 ")
                .contains("Nothing was changed: cases/wrong-policy/refund.yaml is not what that decision left");
        assertThat(suite.has("cases/drafts/refund.yaml")).isFalse();
    }

    private void undo(String id) throws IOException {
        assertThat(SentRequest.post(server.uri(), "/api/undo", "{\"id\":\"" + id + "\"}")
                        .send())
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void an_edit_of_the_form_leaves_alone_what_it_does_not_touch() throws IOException {
        String answer = post(
                "check",
                "refund",
                ",\"yaml\":" + SentRequest.quoted(ReviewedSuite.REFUND)
                        + ",\"edits\":[{\"at\":\"/title\",\"value\":\"no\"},{\"at\":\"/draft/fill-in/0\"},{\"at\":\"/expect/outcome\",\"value\":\"refused\"}]");

        assertThat(answer)
                .contains("title: \\\"no\\\"\\nstatus: draft", "attempt: 1.50", "outcome: refused", "\"problems\":[]")
                .doesNotContain("fill-in");
        assertThat(suite.read("cases/drafts/refund.yaml")).isEqualTo(ReviewedSuite.REFUND);
    }

    private void accept(String id) throws IOException {
        post("accept", id, ",\"confirmed\":true");
    }

    private String post(String path, String id, String more) throws IOException {
        String answer = SentRequest.post(server.uri(), "/api/" + path, SentRequest.decision(server.uri(), id, more))
                .send();
        assertThat(answer).as(path).startsWith("HTTP/1.1 200 ");
        return answer;
    }

    private String get(String path) throws IOException {
        return SentRequest.get(server.uri(), path).send();
    }

    private String queue() throws IOException {
        return get("/api/queue");
    }
}
