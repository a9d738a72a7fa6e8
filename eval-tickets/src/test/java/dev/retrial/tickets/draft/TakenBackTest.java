package dev.retrial.tickets.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.tickets.draft.CaseEdits.LastDecision;
import dev.retrial.tickets.draft.Decided.How;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Decisions that were a mistake. */
class TakenBackTest {

    @TempDir
    Path directory;

    private Path suite;
    private Path work;

    @BeforeEach
    void a_suite_with_a_draft_and_a_case() throws IOException {
        suite = directory.resolve("evals");
        work = directory.resolve("work");
        write("suite.yaml", "");
        write("cases/drafts/refund.yaml", CaseEditsTest.DRAFT);
        write("cases/drafts/refund.yaml.proposed", CaseEditsTest.DRAFT + "# newer\n");
        write("cases/window.yaml", CaseEditsTest.CASE);
    }

    /** What a person decided, and should not have. */
    enum Mistake {
        ACCEPT,
        REJECT,
        MERGE;

        Decided make(CaseEdits edits) throws IOException {
            String version = edits.draft("refund").version();
            return switch (this) {
                case ACCEPT -> edits.accept("refund", version);
                case REJECT -> edits.reject("refund", version, RejectReason.UNCLEAR);
                case MERGE -> edits.merge("refund", version, "window");
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_decision_that_is_taken_back_leaves_everything_as_it_was(Mistake mistake) throws IOException {
        Map<String, String> before = files();
        try (CaseEdits edits = CaseEdits.open(suite, work)) {
            assertThat(mistake.make(edits).isDone()).isTrue();
            assertThat(files()).isNotEqualTo(before);

            Decided decided = edits.undo("refund");

            assertThat(decided.message()).isEqualTo("taken back: refund waits as a draft again");
            assertThat(decided.isDone()).isTrue();
            assertThat(edits.last()).isNull();
        }
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void a_decision_can_be_taken_back_after_a_restart(Mistake mistake) throws IOException {
        Map<String, String> before = files();
        try (CaseEdits edits = CaseEdits.open(suite, work)) {
            assertThat(mistake.make(edits).isDone()).isTrue();
        }

        try (CaseEdits edits = CaseEdits.open(suite, work)) {
            assertThat(edits.last())
                    .isEqualTo(new LastDecision(mistake.name().toLowerCase(java.util.Locale.ROOT), "refund"));
            assertThat(edits.undo("refund").isDone()).isTrue();
        }
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_at_any_step_leaves_it_decided_or_taken_back(Mistake mistake) throws IOException {
        Map<String, String> before = files();
        try (CaseEdits edits = CaseEdits.open(suite, work)) {
            mistake.make(edits);
        }
        Map<String, String> decided = files();
        Map<String, String> kept = filesBelow(work);
        Crashing counting = new Crashing(-1, Crashing.Moment.BEFORE);
        try (CaseEdits edits = CaseEdits.open(suite, work, counting)) {
            assertThat(edits.undo("refund").isDone()).isTrue();
        }
        List<Boolean> takenBack = new ArrayList<>();

        for (int step = 1; step < counting.steps(); step++) {
            for (Crashing.Moment moment : Crashing.Moment.values()) {
                restore(suite, decided);
                restore(work, kept);
                crash(step, moment);
                try (CaseEdits again = CaseEdits.open(suite, work)) {
                    assertThat(again.unsettled()).isEmpty();
                    boolean waits = again.draft("refund") != null;
                    assertThat(files()).isEqualTo(waits ? before : decided);
                    assertThat(again.last() == null).isEqualTo(waits);
                    takenBack.add(waits);
                }
            }
        }
        assertThat(takenBack).contains(true, false);
    }

    private void crash(int step, Crashing.Moment moment) throws IOException {
        try (CaseEdits edits = CaseEdits.open(suite, work, new Crashing(step, moment))) {
            edits.undo("refund");
            throw new AssertionError("no step " + step);
        } catch (Crashing.Crash e) {
            // The process is gone.
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_somebody_has_worked_on_since_is_left_alone(Mistake mistake) throws IOException {
        try (CaseEdits edits = CaseEdits.open(suite, work)) {
            mistake.make(edits);
            String file = switch (mistake) {
                case ACCEPT -> "cases/wrong-policy/refund.yaml";
                case REJECT -> "cases/drafts/refund.yaml";
                case MERGE -> "cases/window.yaml";
            };
            write(file, CaseEditsTest.CASE + "# by hand\n");
            Map<String, String> since = files();

            Decided decided = edits.undo("refund");

            assertThat(decided.how()).isEqualTo(How.CHANGED_MEANWHILE);
            assertThat(decided.message()).contains(file + " is not what that decision left");
            assertThat(files()).isEqualTo(since);
        }
    }

    @Test
    void what_was_typed_before_it_was_accepted_comes_back_with_the_draft() throws IOException {
        String typed = CaseEditsTest.DRAFT.replace("Refund after the window", "Another title");
        try (CaseEdits edits = CaseEdits.open(suite, work)) {
            edits.accept("refund", edits.draft("refund").version(), typed);

            edits.undo("refund");

            assertThat(edits.draft("refund").text()).isEqualTo(typed);
        }
    }

    @Test
    void decisions_are_taken_back_from_the_last_one_on() throws IOException {
        write("cases/drafts/second.yaml", CaseEditsTest.DRAFT.replace("00aa", "00bb"));
        Map<String, String> before = files();
        try (CaseEdits edits = CaseEdits.open(suite, work)) {
            edits.merge("refund", edits.draft("refund").version(), "window");
            edits.merge("second", edits.draft("second").version(), "window");

            assertThat(edits.undo("refund").how()).isEqualTo(How.REFUSED);
            assertThat(edits.undo("second").isDone()).isTrue();
            assertThat(edits.undo("refund").isDone()).isTrue();
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_line_of_another_ticket_stays_among_the_rejected() throws IOException {
        write("tickets/rejected.jsonl", "{\"ref\":\"hmac:1\"}\n");
        try (CaseEdits edits = CaseEdits.open(suite, work)) {
            Mistake.REJECT.make(edits);
            edits.undo("refund");
        }

        assertThat(suite.resolve("tickets/rejected.jsonl")).hasContent("{\"ref\":\"hmac:1\"}");
    }

    private Map<String, String> files() throws IOException {
        return filesBelow(suite);
    }

    private static Map<String, String> filesBelow(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static void restore(Path root, Map<String, String> files) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = suite.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
