package dev.retrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketCommandsTest {

    private static final String EXPORT =
            Path.of("..", "eval-samples", "tickets", "zendesk").toString();
    private static final Map<String, String> KEY =
            Map.of("RETRIAL_KEY", "0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff0");

    @TempDir
    Path project;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void suite() throws IOException {
        Path suite = Files.createDirectories(project.resolve("evals/cases")).getParent();
        Files.writeString(suite.resolve("suite.yaml"), """
                agent:
                  type: http
                  url: "http://localhost:8080/chat"
                  request: {conversation: "${conversation.id}", message: "${message}"}
                  response: {reply: /reply}
                """);
        Files.writeString(suite.resolve("tickets.yaml"), "ai-authors: {names: [Halden Assistant]}\n");
    }

    @Test
    void one_command_goes_from_the_export_to_drafts() {
        assertThat(run(KEY, "tickets", EXPORT)).isZero();

        assertThat(out.toString())
                .contains("Imported 7 tickets (zendesk 7)")
                .contains("5 failures of the agent")
                .contains("Wrote 4 drafts")
                .contains("Next: retrial review");
        assertThat(project.resolve("evals/cases/drafts")).isDirectoryContaining("glob:**wrong-policy-*.yaml");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void without_a_key_nothing_is_read_and_it_is_said_how_to_make_one() {
        assertThat(run(Map.of(), "import", EXPORT)).isEqualTo(2);

        assertThat(err.toString()).contains("RETRIAL_KEY").contains("openssl rand -hex 32");
        assertThat(project.resolve("work/tickets.ndjson")).doesNotExist();
    }

    @Test
    void records_that_cannot_be_read_are_told_and_show_in_the_exit_code() throws IOException {
        Path broken = Files.writeString(project.resolve("page.json"), "{\"tickets\": [{\"id\": 1, ");

        assertThat(run(KEY, "import", EXPORT, broken.toString())).isEqualTo(1);

        assertThat(out.toString())
                .contains("Imported 7 tickets")
                .contains("could not be read")
                .contains("page.json");
    }

    @Test
    void a_mistake_in_the_settings_stops_everything_at_its_place() throws IOException {
        Files.writeString(project.resolve("evals/tickets.yaml"), "redaction: {hid: [x]}\n");

        assertThat(run(KEY, "import", EXPORT)).isEqualTo(3);

        assertThat(err.toString()).contains("tickets.yaml:1:").contains("'hide'");
    }

    @Test
    void a_suite_that_is_not_there_is_told() {
        List<String> arguments =
                List.of("triage", "--suite", project.resolve("nowhere").toString());

        assertThat(Main.run(new PrintWriter(out), new PrintWriter(err), KEY, arguments.toArray(new String[0])))
                .isEqualTo(3);
        assertThat(err.toString()).contains("there is no suite.yaml here");
    }

    @Test
    void a_ticket_is_found_by_its_number_and_gone_when_it_is_forgotten() {
        run(KEY, "tickets", EXPORT);
        assertThat(run(KEY, "find", "zendesk", "48305")).isZero();
        assertThat(out.toString()).contains("draft case wrong-tone-");

        assertThat(run(
                        KEY,
                        "forget",
                        "zendesk",
                        "48305",
                        "--results",
                        project.resolve("none").toString()))
                .isZero();

        assertThat(out.toString()).contains(": gone:").contains("earlier commits");
        assertThat(run(KEY, "find", "zendesk", "48305")).isZero();
        assertThat(out.toString()).contains("forgotten on 20");
        assertThat(run(KEY, "find", "zendesk", "1")).isEqualTo(1);
        assertThat(run(KEY, "find", "48305")).isEqualTo(2);
    }

    @Test
    void coverage_is_printed_and_written_as_a_page() {
        run(KEY, "tickets", EXPORT);

        assertThat(run(
                        KEY,
                        "coverage",
                        "--days",
                        "36500",
                        "--output",
                        project.resolve("target").toString()))
                .isZero();

        assertThat(out.toString()).contains("0 of 5 failures");
        assertThat(project.resolve("target/coverage.html"))
                .content()
                .contains("<!DOCTYPE html>")
                .doesNotContain("Olsen");
        assertThat(project.resolve("target/coverage.json")).isNotEmptyFile();
    }

    @Test
    void the_lint_tells_place_and_type_and_never_the_value() throws IOException {
        assertThat(run(KEY, "lint")).isZero();
        Files.writeString(
                project.resolve("evals/cases/x.yaml"),
                "title: T\nconversation: [customer: Write to jane.roe@gmail.com]\nexpect: {tone: {emoji: none}}\n");

        assertThat(run(KEY, "lint")).isEqualTo(1);

        assertThat(out.toString())
                .contains("cases/x.yaml:2:")
                .contains("1 finding")
                .doesNotContain("jane.roe");
    }

    private int run(Map<String, String> environment, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(
                1,
                List.of(
                        "--suite",
                        project.resolve("evals").toString(),
                        "--work",
                        project.resolve("work").toString()));
        return Main.run(
                new PrintWriter(out, true), new PrintWriter(err, true), environment, all.toArray(new String[0]));
    }
}
