package dev.retrial.tickets.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.agent.AgentTypes;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.JudgeSettings;
import dev.retrial.suite.Status;
import dev.retrial.suite.Suite;
import dev.retrial.suite.SuiteReader;
import dev.retrial.tickets.draft.Decided.How;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseEditsTest {

    static final String DRAFT = """
            title: Refund after the window
            status: draft   # not yet looked at
            failure: wrong-policy
            # where it comes from
            ticket: {system: zendesk, ref: "hmac:00000000000000aa", seen: 2, provenance: {signature: ab12}}
            conversation:
              - customer: I want my money back.
            draft:
              proposed: [/expect/reply]
              fill-in:
                - The world.
            # what must not be said
            expect:
              reply: {never-affirms: [60 days]}
            observed:
              - reply: You have 60 days to return it.
            accepted:
              - reply: The limit is 30 days.
            """;

    static final String CASE = """
            # A case that is there.
            title: The window is thirty days
            failure: wrong-policy
            ticket: {system: zendesk, ref: "hmac:00000000000000bb", seen: 3}
            conversation:
              - customer: Can I still return it?
            expect:
              reply: {never-affirms: [60 days]}
            observed:
              - reply: Within 60 days, yes.
            """;

    @TempDir
    Path directory;

    private Path suite;
    private Path work;

    @BeforeEach
    void a_suite_with_a_draft_and_a_case() throws IOException {
        suite = directory.resolve("evals");
        work = directory.resolve("work");
        write("suite.yaml", "");
        write("cases/drafts/refund.yaml", DRAFT);
        write("cases/window.yaml", CASE);
    }

    @Test
    void the_queue_has_drafts_and_what_is_broken_among_them() throws IOException {
        write("cases/drafts/broken.yaml", "titel: x\n");

        try (CaseEdits edits = open()) {
            assertThat(edits.queue()).extracting(QueuedDraft::id).containsExactly("broken", "refund");
            assertThat(edits.queue().get(0).problems()).isNotEmpty();
            assertThat(edits.queue().get(1).evalCase().title()).isEqualTo("Refund after the window");
        }
    }

    @Test
    void an_accepted_draft_is_the_same_file_but_active_and_with_nothing_open() throws IOException {
        try (CaseEdits edits = open()) {
            Decided decided = edits.accept("refund", version(edits));

            assertThat(decided.isDone()).isTrue();
            assertThat(decided.checked().holdsOnBoth()).isTrue();
            assertThat(decided.file()).isEqualTo("cases/wrong-policy/refund.yaml");
        }
        assertThat(Files.readString(suite.resolve("cases/wrong-policy/refund.yaml")))
                .isEqualTo("""
                title: Refund after the window
                status: active   # not yet looked at
                failure: wrong-policy
                # where it comes from
                ticket: {system: zendesk, ref: "hmac:00000000000000aa", seen: 2, provenance: {signature: ab12}}
                conversation:
                  - customer: I want my money back.
                # what must not be said
                expect:
                  reply: {never-affirms: [60 days]}
                observed:
                  - reply: You have 60 days to return it.
                accepted:
                  - reply: The limit is 30 days.
                """);
        assertThat(suite.resolve("cases/drafts/refund.yaml")).doesNotExist();
    }

    @Test
    void a_draft_can_be_accepted_with_another_text() throws IOException {
        try (CaseEdits edits = open()) {
            String text = DRAFT.replace("Refund after the window", "Another title");

            assertThat(edits.accept("refund", version(edits), text).isDone()).isTrue();
        }
        assertThat(evalCase("refund").title()).isEqualTo("Another title");
        assertThat(evalCase("refund").status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void a_text_that_is_no_case_is_refused_with_its_place() throws IOException {
        try (CaseEdits edits = open()) {
            Decided decided = edits.accept("refund", version(edits), DRAFT.replace("title:", "titel:"));

            assertThat(decided.how()).isEqualTo(How.REFUSED);
            assertThat(decided.checked().problems().get(0).toString()).startsWith("cases/drafts/refund.yaml:1:1: ");
        }
        assertThat(Files.readString(suite.resolve("cases/drafts/refund.yaml"))).isEqualTo(DRAFT);
    }

    @Test
    void a_case_that_guards_nothing_is_accepted_and_says_so() throws IOException {
        try (CaseEdits edits = open()) {
            Decided decided = edits.accept("refund", version(edits), DRAFT.replace("[60 days]", "[90 days]"));

            assertThat(decided.isDone()).isTrue();
            assertThat(decided.checked().holds()).isFalse();
            assertThat(decided.checked().why().get(0)).contains("passes on its own ticket");
        }
    }

    @Test
    void a_decision_on_what_was_changed_in_the_meantime_changes_nothing() throws IOException {
        try (CaseEdits edits = open()) {
            String seen = version(edits);
            write("cases/drafts/refund.yaml", DRAFT + "# and more\n");

            assertThat(edits.accept("refund", seen).how()).isEqualTo(How.CHANGED_MEANWHILE);
            assertThat(edits.reject("refund", seen, RejectReason.OTHER).how()).isEqualTo(How.CHANGED_MEANWHILE);
        }
        assertThat(Files.readString(suite.resolve("cases/drafts/refund.yaml"))).isEqualTo(DRAFT + "# and more\n");
    }

    @Test
    void an_edited_draft_stays_one() throws IOException {
        try (CaseEdits edits = open()) {
            String text = DRAFT.replace("Refund after", "Refund long after");

            assertThat(edits.edit("refund", version(edits), text).isDone()).isTrue();
            assertThat(edits.queue().get(0).text()).isEqualTo(text);
            assertThat(edits.edit("refund", version(edits), "title: a\n").how()).isEqualTo(How.REFUSED);
        }
    }

    @Test
    void a_rejected_draft_is_remembered_without_its_text() throws IOException {
        try (CaseEdits edits = open()) {
            assertThat(edits.reject("refund", version(edits), RejectReason.AGENT_WAS_RIGHT)
                            .isDone())
                    .isTrue();
        }
        assertThat(suite.resolve("cases/drafts/refund.yaml")).doesNotExist();
        assertThat(suite.resolve("tickets/rejected.jsonl"))
                .hasContent(
                        "{\"ref\":\"hmac:00000000000000aa\",\"class\":\"wrong-policy\",\"signature\":\"ab12\",\"reason\":\"agent-was-right\"}");
    }

    @Test
    void a_merged_draft_is_counted_and_adds_what_was_said() throws IOException {
        try (CaseEdits edits = open()) {
            Decided decided = edits.merge("refund", version(edits), "window");

            assertThat(decided.isDone()).isTrue();
            assertThat(decided.message())
                    .isEqualTo("merged: window was seen 5 times now, and fails on this ticket too");
        }
        assertThat(Files.readString(suite.resolve("cases/window.yaml")))
                .isEqualTo(CASE.replace("seen: 3", "seen: 5")
                        .replace("observed:\n", "observed:\n  - reply: You have 60 days to return it.\n"));
        assertThat(suite.resolve("tickets/merged.jsonl"))
                .hasContent("{\"ref\":\"hmac:00000000000000aa\",\"case\":\"window\"}");
        assertThat(suite.resolve("cases/drafts/refund.yaml")).doesNotExist();
    }

    @Test
    void what_a_case_would_pass_with_is_not_added_to_it() throws IOException {
        write("cases/drafts/refund.yaml", DRAFT.replace("You have 60 days", "You have ninety days"));

        try (CaseEdits edits = open()) {
            Decided decided = edits.merge("refund", version(edits), "window");

            assertThat(decided.isDone()).isTrue();
            assertThat(decided.checked().holds()).isTrue();
            assertThat(decided.message()).contains("left out");
        }
        assertThat(evalCase("window").observed()).hasSize(1);
        assertThat(evalCase("window").ticket().seen()).isEqualTo(5);
    }

    @Test
    void a_draft_is_merged_into_cases_only() throws IOException {
        try (CaseEdits edits = open()) {
            assertThat(edits.merge("refund", version(edits), "refund").how()).isEqualTo(How.REFUSED);
            assertThat(edits.merge("refund", version(edits), "nobody").how()).isEqualTo(How.REFUSED);
        }
    }

    @Test
    void one_process_decides_at_a_time() throws IOException {
        try (CaseEdits first = open()) {
            assertThat(first.queue()).isNotEmpty();
            assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("reviews these drafts");
        }
    }

    @Test
    void a_link_out_of_the_suite_is_not_followed() throws IOException {
        Files.createDirectories(directory.resolve("elsewhere"));
        Files.createSymbolicLink(suite.resolve("tickets"), directory.resolve("elsewhere"));

        try (CaseEdits edits = open()) {
            String version = version(edits);
            assertThatThrownBy(() -> edits.reject("refund", version, RejectReason.OTHER))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("symbolic link");
        }
        assertThat(directory.resolve("elsewhere")).isEmptyDirectory();
    }

    /** What a person may decide, with what there must be once it has been decided. */
    enum Choice {
        ACCEPT {
            @Override
            Decided make(CaseEdits edits, String version) throws IOException {
                return edits.accept("refund", version);
            }
        },
        EDIT {
            @Override
            Decided make(CaseEdits edits, String version) throws IOException {
                return edits.edit("refund", version, DRAFT + "# edited\n");
            }
        },
        REJECT {
            @Override
            Decided make(CaseEdits edits, String version) throws IOException {
                return edits.reject("refund", version, RejectReason.UNCLEAR);
            }
        },
        MERGE {
            @Override
            Decided make(CaseEdits edits, String version) throws IOException {
                return edits.merge("refund", version, "window");
            }
        };

        abstract Decided make(CaseEdits edits, String version) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_at_any_step_leaves_everything_as_before_or_as_decided(Choice choice) throws IOException {
        Map<String, String> before = files();
        Crashing counting = new Crashing(-1, Crashing.Moment.BEFORE);
        try (CaseEdits edits = CaseEdits.open(suite, work, counting)) {
            assertThat(choice.make(edits, version(edits)).isDone()).isTrue();
        }
        Map<String, String> decided = files();
        assertThat(decided).isNotEqualTo(before);

        int undone = 0;
        int done = 0;
        for (int step = 1; step < counting.steps(); step++) {
            for (Crashing.Moment moment : Crashing.Moment.values()) {
                restore(before);
                crash(choice, step, moment);
                assertNothingIsBroken();
                try (CaseEdits again = open()) {
                    assertThat(again.unsettled()).isEmpty();
                }
                Map<String, String> after = files();
                assertThat(after).isIn(List.of(before, decided));
                undone += after.equals(before) ? 1 : 0;
                done += after.equals(decided) ? 1 : 0;
            }
        }
        // Only before the decision is written down is it not made.
        assertThat(undone).isEqualTo(2);
        assertThat(done).isPositive();
    }

    @Test
    void what_was_changed_after_a_crash_is_left_alone() throws IOException {
        crash(Choice.ACCEPT, 2, Crashing.Moment.BEFORE);
        write("cases/drafts/refund.yaml", DRAFT + "# by hand\n");

        try (CaseEdits edits = open()) {
            assertThat(edits.unsettled()).hasSize(1).first().asString().contains("'accept' on refund");
        }
        assertThat(Files.readString(suite.resolve("cases/drafts/refund.yaml"))).endsWith("# by hand\n");
    }

    private void crash(Choice choice, int step, Crashing.Moment moment) throws IOException {
        try (CaseEdits edits = CaseEdits.open(suite, work, new Crashing(step, moment))) {
            choice.make(edits, version(edits));
            throw new AssertionError("no step " + step);
        } catch (Crashing.Crash e) {
            // The process is gone.
        }
    }

    private void assertNothingIsBroken() throws IOException {
        assertThat(read().files()).allMatch(EvalCase.class::isInstance);
    }

    private CaseEdits open() throws IOException {
        return CaseEdits.open(suite, work);
    }

    private static String version(CaseEdits edits) throws IOException {
        return edits.queue().stream()
                .filter(draft -> draft.id().equals("refund"))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private EvalCase evalCase(String id) throws IOException {
        return read().files().stream()
                .filter(EvalCase.class::isInstance)
                .map(EvalCase.class::cast)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Suite read() throws IOException {
        return new SuiteReader(new AgentTypes(getClass().getClassLoader()), JudgeSettings.NONE).read(suite);
    }

    private void write(String name, String text) throws IOException {
        Path file = suite.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(suite)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(suite.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private void restore(Map<String, String> before) throws IOException {
        for (String file : files().keySet()) {
            Files.delete(suite.resolve(file));
        }
        for (var file : before.entrySet()) {
            write(file.getKey(), file.getValue());
        }
        Files.deleteIfExists(work.resolve("decisions.jsonl"));
        Files.deleteIfExists(work.resolve(CaseEdits.UNDO));
    }
}
