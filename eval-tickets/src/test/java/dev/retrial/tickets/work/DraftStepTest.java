package dev.retrial.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.tickets.draft.CaseEdits;
import dev.retrial.tickets.draft.DraftOutcome;
import dev.retrial.tickets.draft.QueuedDraft;
import dev.retrial.tickets.draft.RejectReason;
import dev.retrial.tickets.duplicate.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftStepTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path project;

    private TicketWork work;

    @BeforeEach
    void imported() throws Exception {
        work = SampleExport.work(project);
        ImportStep.run(work, List.of(SampleExport.FILES), null, SampleExport.KEY, false);
        TriageStep.run(work, false);
    }

    @Test
    void each_new_story_is_drafted_once_and_nobody_is_named() throws Exception {
        DraftStep.Result result = draft(0, false);

        assertThat(result.failures()).isEqualTo(5);
        assertThat(result.kinds()).isEqualTo(Map.of(Finding.Kind.NEW, 4L, Finding.Kind.REPEATS_TICKET, 1L));
        assertThat(result.written()).hasSize(4).allMatch(DraftStep.Written::holds);
        assertThat(result.written())
                .filteredOn(one -> one.seen() == 2)
                .singleElement()
                .satisfies(one -> assertThat(one.id()).startsWith("wrong-policy-"));
        assertThat(suite())
                .hasSizeGreaterThan(4)
                .allSatisfy((file, text) -> assertThat(file + text).doesNotContainIgnoringCase(SampleExport.PEOPLE));
    }

    @Test
    void the_same_again_changes_nothing() throws Exception {
        draft(0, false);
        Map<String, String> before = suite();

        DraftStep.Result again = draft(0, false);

        assertThat(again.written()).isEmpty();
        assertThat(again.seen()).isEmpty();
        assertThat(again.outcomes()).isEqualTo(Map.of(DraftOutcome.UNCHANGED, 4L));
        assertThat(suite()).isEqualTo(before);
    }

    @Test
    void a_further_ticket_of_a_story_is_counted_in_its_case_once() throws Exception {
        draft(0, false);
        Path later = Files.createDirectory(project.resolve("later"));
        for (String file : List.of("tickets.json", "ticket_events.json")) {
            Files.writeString(
                    later.resolve(file),
                    Files.readString(SampleExport.FILES.resolve(file)).replace("48240", "59900"));
        }
        ImportStep.run(work, List.of(later), null, SampleExport.KEY, false);
        TriageStep.run(work, false);

        DraftStep.Result counted = draft(0, false);

        assertThat(counted.written()).isEmpty();
        assertThat(counted.seen().values()).containsExactly(3);
        assertThat(suite().values()).anyMatch(text -> text.contains("\n  seen: 3\n"));
        Map<String, String> before = suite();
        assertThat(draft(0, false).seen()).isEmpty();
        assertThat(suite()).isEqualTo(before);
    }

    @Test
    void a_ticket_whose_draft_was_merged_is_in_the_count_already() throws Exception {
        draft(0, false);
        Path seen = work.suite().resolve("tickets/seen.jsonl");
        Files.move(seen, seen.resolveSibling("merged.jsonl"));

        assertThat(draft(0, false).seen()).isEmpty();
        Files.delete(seen.resolveSibling("merged.jsonl"));
        assertThat(draft(0, false).seen().values()).containsExactly(3);
    }

    @Test
    void a_dry_run_writes_nothing() throws Exception {
        Map<String, String> before = suite();

        assertThat(draft(0, true).written()).hasSize(4);

        assertThat(suite()).isEqualTo(before);
    }

    @Test
    void of_many_those_come_first_that_most_tickets_tell() throws Exception {
        DraftStep.Result result = draft(1, false);

        assertThat(result.left()).isEqualTo(3);
        assertThat(result.written())
                .singleElement()
                .satisfies(one -> assertThat(one.seen()).isEqualTo(2));
    }

    @Test
    void tickets_that_were_not_triaged_since_the_import_are_not_drafted() throws Exception {
        Files.delete(work.directory().file(TriageFile.NAME));

        assertThatThrownBy(() -> draft(0, false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("run triage first");
    }

    @Test
    void a_ticket_is_found_by_its_number_under_the_key() throws Exception {
        draft(0, false);

        assertThat(find("48211", "48240"))
                .anyMatch(line -> line.startsWith("draft case wrong-policy-"))
                .anyMatch(line -> line.startsWith("counted in case wrong-policy-"));
        assertThat(WhereIs.find(work, SampleExport.KEY.reference("zendesk", "48420")))
                .satisfies(answer -> {
                    assertThat(answer.imported()).isTrue();
                    assertThat(answer.lines()).isEmpty();
                });
        assertThat(WhereIs.find(work, SampleExport.KEY.reference("zendesk", "1"))
                        .isKnown())
                .isFalse();
    }

    @Test
    void what_is_to_be_forgotten_goes_everywhere_and_does_not_come_back() throws Exception {
        draft(0, false);
        String reference = SampleExport.KEY.reference("zendesk", "48305");
        String id = suite().keySet().stream()
                .filter(file -> file.contains("wrong-tone-"))
                .map(file -> file.substring(file.lastIndexOf('/') + 1).replace(".yaml", ""))
                .findFirst()
                .orElseThrow();
        Path run = Files.createDirectories(project.resolve("target/retrial/acme.SupportTest/1/transcripts"));
        Files.writeString(run.resolve("a.json"), "{\"messages\": []}");
        Files.writeString(run.resolve("b.json"), "{\"messages\": []}");
        Path results = run.resolveSibling("results.jsonl");
        Files.writeString(
                results,
                "{\"format\": 1}\n{\"case\": \"" + id + "\", \"transcript\": \"transcripts/a.json\"}\n"
                        + "{\"case\": \"other\", \"transcript\": \"transcripts/b.json\"}\n");

        Path answer =
                Files.createDirectories(work.directory().file("answers/ab")).resolve("abcd");
        Files.writeString(answer, "wrong-tone");

        List<String> removed =
                ForgetStep.run(work, reference, List.of(project.resolve("target/retrial")), TODAY, false);

        assertThat(removed).anyMatch(line -> line.contains(id)).anyMatch(line -> line.contains("results.jsonl"));
        assertThat(suite()).allSatisfy((file, text) -> {
            assertThat(file).doesNotContain(id);
            if (!file.endsWith("forgotten.jsonl")) {
                assertThat(text).doesNotContain(reference);
            }
        });
        assertThat(Files.readString(work.directory().file("tickets.ndjson"))).doesNotContain(reference);
        assertThat(Files.readString(work.directory().file(TriageFile.NAME))).doesNotContain(reference);
        assertThat(Files.readString(results)).contains("other").doesNotContain(id);
        assertThat(run.resolve("a.json")).doesNotExist();
        assertThat(run.resolve("b.json")).exists();
        assertThat(answer).doesNotExist();
        ImportStep.Result again = ImportStep.run(work, List.of(SampleExport.FILES), null, SampleExport.KEY, false);
        assertThat(again.forgotten()).isEqualTo(1);
        TriageStep.run(work, false);
        assertThat(draft(0, false).written()).isEmpty();
    }

    @Test
    void an_accepted_case_that_is_forgotten_leaves_a_tombstone_without_content() throws Exception {
        draft(0, false);
        String reference = SampleExport.KEY.reference("zendesk", "48305");
        Path file;
        try (Stream<Path> files = Files.walk(work.suite())) {
            file = files.filter(one -> one.getFileName().toString().startsWith("wrong-tone-"))
                    .findFirst()
                    .orElseThrow();
        }
        String text = Files.readString(file);
        Files.writeString(
                file, text.substring(0, text.indexOf("\ndraft:") + 1).replace("status: draft", "status: active"));

        ForgetStep.run(work, reference, List.of(), TODAY, false);

        assertThat(file).content().contains("retired").contains("2026-11-23").doesNotContain("SOC 2", reference);
        assertThat(FailureStories.cases(work.suite()))
                .anyMatch(one -> one.status() == dev.retrial.suite.Status.RETIRED);
    }

    @Test
    void a_rejected_draft_cannot_be_taken_back_once_its_ticket_is_forgotten() throws Exception {
        draft(0, false);
        String reference = SampleExport.KEY.reference("zendesk", "48305");
        try (CaseEdits edits = CaseEdits.open(work.suite(), work.directory().path())) {
            for (QueuedDraft one : edits.queue()) {
                edits.reject(one.id(), one.version(), RejectReason.UNCLEAR);
            }
        }
        Path undo = work.directory().file(CaseEdits.UNDO);
        int before = Files.readAllLines(undo).size();
        Path typed = Files.createDirectories(work.directory().file("unsaved")).resolve("0a1b.json");
        Files.writeString(typed, "{\"yaml\": \"ticket: {ref: \\\"" + reference + "\\\"}\"}");

        ForgetStep.run(work, reference, List.of(), TODAY, false);

        assertThat(undo).content().doesNotContain(reference).contains("hmac:");
        assertThat(Files.readAllLines(undo)).hasSize(before - 1);
        assertThat(work.directory().file("decisions.jsonl")).content().doesNotContain(reference);
        assertThat(typed).doesNotExist();
    }

    private List<String> find(String... numbers) throws IOException {
        List<String> lines = new java.util.ArrayList<>();
        for (String number : numbers) {
            lines.addAll(WhereIs.find(work, SampleExport.KEY.reference("zendesk", number))
                    .lines());
        }
        return lines;
    }

    private DraftStep.Result draft(int most, boolean dryRun) throws IOException {
        return DraftStep.run(work, SampleExport.KEY, most, dryRun);
    }

    /** Every file of the suite. */
    private Map<String, String> suite() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(work.suite())) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                texts.put(work.suite().relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
