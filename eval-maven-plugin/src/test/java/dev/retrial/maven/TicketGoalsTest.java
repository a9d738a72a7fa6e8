package dev.retrial.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketGoalsTest {

    private static final Map<String, String> KEY =
            Map.of("RETRIAL_KEY", "0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff0");
    private static final File EXPORT =
            Path.of("..", "eval-samples", "tickets", "zendesk").toFile();

    @TempDir
    private Path project;

    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void suite() throws IOException {
        Path suite = Files.createDirectories(project.resolve("evals"));
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
    void an_export_becomes_drafts_goal_by_goal() throws Exception {
        ImportMojo imported = on(new ImportMojo());
        imported.exports = List.of(EXPORT);
        imported.execute();
        on(new TriageMojo()).execute();
        DraftMojo draft = on(new DraftMojo());
        draft.most = 1;
        draft.execute();
        FindMojo find = on(new FindMojo());
        find.ticket = List.of("zendesk", "48240");
        find.execute();

        assertThat(said)
                .anyMatch(line -> line.startsWith("Imported 7 tickets"))
                .anyMatch(line -> line.contains("5 failures of the agent"))
                .anyMatch(line -> line.startsWith("Wrote 1 draft"));
        try (var drafts = Files.list(project.resolve("evals/cases/drafts"))) {
            assertThat(drafts).hasSize(1);
        }
    }

    @Test
    void the_chain_the_figures_and_the_end_of_a_ticket() throws Exception {
        TicketsMojo tickets = on(new TicketsMojo());
        tickets.exports = List.of(EXPORT);
        tickets.execute();
        CoverageMojo coverage = on(new CoverageMojo());
        coverage.output = project.resolve("target").toFile();
        coverage.days = 36_500;
        coverage.execute();
        ForgetMojo forget = on(new ForgetMojo());
        forget.ticket = List.of("zendesk", "48305");
        forget.results = project.resolve("none").toFile();
        forget.execute();

        assertThat(said).anyMatch(line -> line.startsWith("Wrote 4 drafts")).anyMatch(line -> line.endsWith(": gone:"));
        assertThat(project.resolve("target/coverage.html")).isNotEmptyFile();
    }

    @Test
    void without_a_key_the_build_says_how_to_make_one() {
        ImportMojo imported = on(new ImportMojo());
        imported.environment = Map.of();
        imported.exports = List.of(EXPORT);

        assertThatThrownBy(imported::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("openssl rand -hex 32");
    }

    @Test
    void what_could_not_be_read_fails_the_build() throws Exception {
        ImportMojo imported = on(new ImportMojo());
        imported.exports = List.of(
                EXPORT,
                Files.writeString(project.resolve("x.json"), "{\"tickets\": [{").toFile());

        assertThatThrownBy(imported::execute).isInstanceOf(MojoFailureException.class);
        assertThat(said).anyMatch(line -> line.contains("x.json"));
    }

    private <M extends TicketMojo> M on(M goal) {
        goal.environment = KEY;
        goal.suite = project.resolve("evals").toFile();
        goal.work = project.resolve("work").toFile();
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                said.add(line.toString());
            }
        });
        return goal;
    }
}
