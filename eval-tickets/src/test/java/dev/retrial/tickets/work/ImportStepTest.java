package dev.retrial.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.agent.Environment;
import dev.retrial.tickets.triage.Decision;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportStepTest {

    @TempDir
    Path project;

    @Test
    void nothing_that_an_import_writes_names_anybody_of_the_export() throws Exception {
        TicketWork work = SampleExport.work(project);

        ImportStep.Result result = run(work, SampleExport.FILES, false);

        assertThat(result.read().tickets()).isEqualTo(7);
        assertThat(result.added()).isEqualTo(7);
        assertThat(result.hidden()).containsKeys("person", "email", "phone");
        assertThat(result.from()).isEqualTo(LocalDate.of(2026, 10, 6));
        assertThat(everythingBelow(project))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContainIgnoringCase(SampleExport.PEOPLE));
    }

    @Test
    void the_same_export_again_changes_nothing() throws Exception {
        TicketWork work = SampleExport.work(project);
        run(work, SampleExport.FILES, false);
        String before = tickets(work);

        ImportStep.Result again = run(work, SampleExport.FILES, false);

        assertThat(again.unchanged()).isEqualTo(7);
        assertThat(again.added() + again.updated() + again.kept() + again.removed())
                .isZero();
        assertThat(tickets(work)).isEqualTo(before);
    }

    @Test
    void a_later_export_puts_in_what_is_new_and_keeps_the_rest() throws Exception {
        TicketWork work = SampleExport.work(project);
        run(work, SampleExport.FILES, false);
        Path later = Files.createDirectory(project.resolve("later"));
        String page = Files.readString(SampleExport.FILES.resolve("tickets.json"));
        Files.writeString(
                later.resolve("tickets.json"), page.replace("\"subject\": \"money back\"", "\"subject\": \"money\""));
        Files.copy(SampleExport.FILES.resolve("ticket_events.json"), later.resolve("ticket_events.json"));

        ImportStep.Result result = run(work, later, false);

        assertThat(result.updated()).isEqualTo(1);
        assertThat(result.unchanged()).isEqualTo(6);
        assertThat(tickets(work).lines()).hasSize(7).anyMatch(line -> line.contains("\"subject\":\"money\""));
    }

    @Test
    void a_ticket_that_the_help_desk_deleted_goes() throws Exception {
        TicketWork work = SampleExport.work(project);
        run(work, SampleExport.FILES, false);
        Path later = Files.createDirectory(project.resolve("later"));
        Files.writeString(
                later.resolve("tickets.json"),
                "{\"tickets\":[{\"id\":48240,\"status\":\"deleted\",\"updated_at\":\"2026-11-20T00:00:00Z\","
                        + "\"generated_timestamp\":1795000000}],\"end_of_stream\":true}");

        ImportStep.Result result = run(work, later, false);

        assertThat(result.removed()).isEqualTo(1);
        assertThat(result.kept()).isEqualTo(6);
        assertThat(tickets(work)).doesNotContain(SampleExport.KEY.reference("zendesk", "48240"));
    }

    @Test
    void a_ticket_that_was_to_be_forgotten_does_not_come_back() throws Exception {
        TicketWork work = SampleExport.work(project);
        String reference = SampleExport.KEY.reference("zendesk", "48211");
        new TombstoneFile(work.suite()).add(reference, LocalDate.of(2026, 11, 1));

        ImportStep.Result result = run(work, SampleExport.FILES, false);

        assertThat(result.forgotten()).isEqualTo(1);
        assertThat(result.added()).isEqualTo(6);
        assertThat(tickets(work)).doesNotContain(reference);
    }

    @Test
    void a_list_of_tombstones_that_cannot_be_read_stops_the_import() throws Exception {
        TicketWork work = SampleExport.work(project);
        Files.createDirectories(work.suite().resolve("tickets"));
        Files.writeString(work.suite().resolve(TombstoneFile.NAME), "<<<<<<< HEAD\n");

        assertThatThrownBy(() -> run(work, SampleExport.FILES, false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("forgotten.jsonl:1")
                .hasMessageContaining("restore the file");
        assertThat(work.store().isEmpty()).isTrue();
    }

    @Test
    void a_dry_run_says_what_would_happen_and_keeps_nothing() throws Exception {
        TicketWork work = SampleExport.work(project);

        ImportStep.Result result = run(work, SampleExport.FILES, true);

        assertThat(result.added()).isEqualTo(7);
        assertThat(work.store().isEmpty()).isTrue();
        assertThat(work.directory().file("tickets.ndjson.new")).doesNotExist();
    }

    @Test
    void two_commands_at_once_do_not_lose_what_one_of_them_wrote() throws Exception {
        TicketWork work = SampleExport.work(project);
        Closeable other = work.directory().lock();
        try {
            assertThatThrownBy(() -> run(work, SampleExport.FILES, false))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another command is at work");
        } finally {
            other.close();
        }

        assertThat(run(work, SampleExport.FILES, false).added()).isEqualTo(7);
    }

    @Test
    void an_import_that_ends_half_way_leaves_what_was_there() throws Exception {
        TicketWork work = SampleExport.work(project);
        run(work, SampleExport.FILES, false);
        String before = tickets(work);

        try (TicketStore.Update update = work.store().update()) {
            update.add("hmac:0000000000000000", "{}");
        }

        assertThat(tickets(work)).isEqualTo(before);
    }

    @Test
    void a_line_that_nobody_imported_is_told_by_its_place_and_not_by_its_text() throws Exception {
        TicketWork work = SampleExport.work(project);
        run(work, SampleExport.FILES, false);
        Path file = work.directory().file("tickets.ndjson");
        Files.writeString(file, Files.readString(file) + "{\"system\": \"x\", \"secret of dana\n");

        assertThatThrownBy(() -> TriageStep.run(work, false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tickets.ndjson:8")
                .hasMessageNotContaining("dana");
    }

    @Test
    void the_failures_among_the_tickets_are_told() throws Exception {
        TicketWork work = SampleExport.work(project);
        run(work, SampleExport.FILES, false);

        TriageStep.Result result = TriageStep.run(work, false);

        assertThat(result.tickets()).isEqualTo(7);
        assertThat(result.of(Decision.FAILURE)).isEqualTo(5);
        assertThat(result.of(Decision.NO_FAILURE)).isEqualTo(2);
        assertThat(result.categories()).containsEntry("billing", 2L).containsEntry("security", 1L);
        assertThat(Files.readString(work.directory().file(TriageFile.NAME)).lines())
                .hasSize(7);
    }

    @Test
    void before_an_import_there_is_nothing_to_triage_and_it_is_said() throws Exception {
        TicketWork work = SampleExport.work(project);

        assertThatThrownBy(() -> TriageStep.run(work, false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing was imported yet");
    }

    @Test
    void a_suite_without_a_judge_cannot_be_triaged_by_one_and_it_is_said() throws Exception {
        TicketWork work = SampleExport.work(project);
        run(work, SampleExport.FILES, false);

        Files.writeString(work.suite().resolve("suite.yaml"), "agent: {type: recorded, from: recordings}\n");

        assertThatThrownBy(() -> TriageStep.judged(work, false, Environment.of(Map.of())))
                .isInstanceOf(IOException.class)
                .hasMessage("suite.yaml names no `judge`, which could be asked about tickets");
    }

    private static ImportStep.Result run(TicketWork work, Path export, boolean dryRun) throws IOException {
        return ImportStep.run(work, List.of(export), null, SampleExport.KEY, dryRun);
    }

    private static String tickets(TicketWork work) throws IOException {
        return Files.readString(work.directory().file("tickets.ndjson"));
    }

    private static List<String> everythingBelow(Path directory) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                texts.add(file.getFileName() + "\n" + Files.readString(file));
            }
        }
        return texts;
    }
}
