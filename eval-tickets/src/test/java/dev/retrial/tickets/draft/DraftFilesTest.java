package dev.retrial.tickets.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.draft.DraftCheck.Checked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DraftFilesTest {

    private static final String REF = "hmac:00000000000000aa";

    @TempDir
    Path suite;

    @BeforeEach
    void a_suite() throws IOException {
        Files.writeString(suite.resolve("suite.yaml"), "");
    }

    @Test
    void a_new_ticket_becomes_a_file() throws IOException {
        assertThat(files().write(draft("one", "c1"))).isEqualTo(DraftOutcome.WRITTEN);

        assertThat(Files.readString(file())).isEqualTo(draft("one", "c1").text());
    }

    @Test
    void the_same_ticket_again_writes_nothing() throws IOException {
        files().write(draft("one", "c1"));
        var before = Files.getLastModifiedTime(file());

        DraftFiles again = files();
        assertThat(again.known(REF, "c1")).isEqualTo(DraftOutcome.UNCHANGED);
        assertThat(again.write(draft("another title", "c1"))).isEqualTo(DraftOutcome.UNCHANGED);
        assertThat(Files.getLastModifiedTime(file())).isEqualTo(before);
        assertThat(names()).containsExactly("cases/drafts/refund.yaml", "suite.yaml");
    }

    @Test
    void a_ticket_that_has_changed_replaces_a_draft_that_nobody_has_touched() throws IOException {
        files().write(draft("one", "c1"));

        assertThat(files().known(REF, "c2")).isNull();
        assertThat(files().write(draft("two", "c2"))).isEqualTo(DraftOutcome.REPLACED);
        assertThat(Files.readString(file())).contains("title: two");
    }

    @Test
    void a_draft_that_was_edited_stays_and_the_change_lies_beside_it() throws IOException {
        files().write(draft("one", "c1"));
        String edited = Files.readString(file()).replace("title: one", "title: my words");
        Files.writeString(file(), edited);

        assertThat(files().write(draft("two", "c2"))).isEqualTo(DraftOutcome.PROPOSED_BESIDE);
        assertThat(files().write(draft("two", "c2"))).isEqualTo(DraftOutcome.UNCHANGED);
        assertThat(Files.readString(file())).isEqualTo(edited);
        assertThat(Files.readString(suite.resolve("cases/drafts/refund.yaml.proposed")))
                .contains("title: two");
    }

    @Test
    void what_lies_beside_a_draft_goes_with_the_decision() throws IOException {
        files().write(draft("one", "c1"));
        Files.writeString(file(), Files.readString(file()).replace("title: one", "title: my words"));
        files().write(draft("two", "c2"));

        try (CaseEdits edits = CaseEdits.open(suite, suite.resolve("work"))) {
            QueuedDraft queued = edits.queue().get(0);
            assertThat(queued.proposed()).contains("title: two");
            assertThat(edits.accept("refund", queued.version()).isDone()).isTrue();
        }
        assertThat(names()).noneMatch(name -> name.endsWith(".proposed"));
    }

    @Test
    void a_case_that_was_accepted_is_never_written_to() throws IOException {
        files().write(draft("one", "c1"));
        try (CaseEdits edits = CaseEdits.open(suite, suite.resolve("work"))) {
            edits.accept("refund", edits.queue().get(0).version());
        }
        List<String> before = names();

        assertThat(files().write(draft("one", "c1"))).isEqualTo(DraftOutcome.IS_A_CASE);
        assertThat(files().write(draft("two", "c2"))).isEqualTo(DraftOutcome.CASE_OUTDATED);
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void a_ticket_that_was_rejected_is_not_proposed_again() throws IOException {
        files().write(draft("one", "c1"));
        try (CaseEdits edits = CaseEdits.open(suite, suite.resolve("work"))) {
            edits.reject("refund", edits.queue().get(0).version(), RejectReason.UNCLEAR);
        }

        assertThat(files().write(draft("one", "c1"))).isEqualTo(DraftOutcome.REJECTED);
        assertThat(files().write(draft("two", "c2"))).isEqualTo(DraftOutcome.REJECTED);
    }

    @Test
    void a_ticket_that_was_forgotten_stays_so() throws IOException {
        Files.createDirectories(suite.resolve("tickets"));
        Files.writeString(
                suite.resolve("tickets/forgotten.jsonl"), "{\"day\":\"2026-11-01\",\"ref\":\"" + REF + "\"}\n");

        assertThat(files().write(draft("one", "c1"))).isEqualTo(DraftOutcome.FORGOTTEN);
    }

    @Test
    void the_tickets_that_tell_of_a_case_are_counted_in_it() throws IOException {
        files().write(draft("one", "c1"));

        assertThat(SeenCounts.raise(suite, Map.of("refund", 2, "nobody", 1))).isEqualTo(Map.of("refund", 3));
        assertThat(SeenCounts.raise(suite, Map.of())).isEmpty();

        assertThat(Files.readString(file())).contains("seen: 3");
    }

    @Test
    void a_draft_that_was_only_counted_is_one_that_nobody_has_touched() throws IOException {
        files().write(draft("one", "c1"));
        SeenCounts.raise(suite, Map.of("refund", 1));

        assertThat(Draft.isUntouched(Files.readString(file()))).isTrue();
        assertThat(files().write(draft("two", "c2"))).isEqualTo(DraftOutcome.REPLACED);
        assertThat(Files.readString(file())).contains("title: two", "seen: 2");
        assertThat(Draft.isUntouched(Files.readString(file()))).isTrue();
    }

    @Test
    void a_dry_run_says_what_it_would_do() throws IOException {
        DraftFiles dry = DraftFiles.in(suite, true);

        assertThat(dry.write(draft("one", "c1"))).isEqualTo(DraftOutcome.WRITTEN);
        assertThat(dry.write(draft("one", "c1"))).isEqualTo(DraftOutcome.UNCHANGED);
        assertThat(names()).containsExactly("suite.yaml");
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_leaves_no_half_written_case(Crashing.Moment moment) throws IOException {
        for (int step = 0; step < 2; step++) {
            Crashing disk = new Crashing(step, moment);
            try {
                DraftFiles.in(suite, false, disk).write(draft("one", "c1"));
                throw new AssertionError("no step " + step);
            } catch (Crashing.Crash e) {
                // The process is gone.
            }
            if (Files.exists(file())) {
                assertThat(Files.readString(file()))
                        .isEqualTo(draft("one", "c1").text());
            }

            DraftOutcome again = files().write(draft("one", "c1"));
            assertThat(again).isIn(DraftOutcome.WRITTEN, DraftOutcome.UNCHANGED);
            assertThat(names()).containsExactly("cases/drafts/refund.yaml", "suite.yaml");
            Files.delete(file());
        }
    }

    private DraftFiles files() throws IOException {
        return DraftFiles.in(suite, false);
    }

    private Path file() {
        return suite.resolve("cases/drafts/refund.yaml");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(suite)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> suite.relativize(file).toString())
                    .filter(name -> !name.startsWith("work"))
                    .sorted()
                    .toList();
        }
    }

    private static Draft draft(String title, String content) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("title", title).put("status", "draft");
        json.putObject("ticket").put("ref", REF).putObject("provenance").put("content", content);
        json.putArray("conversation").addObject().put("customer", "Hello");
        json.putObject("expect").putObject("tone").put("exclamations", 0);
        json.putArray("observed").addObject().put("reply", "Hi!");
        Checked checked = new Checked(null, List.of(), null, null, List.of());
        return new Draft("refund", REF, content, json, Draft.sealed(json), checked);
    }
}
