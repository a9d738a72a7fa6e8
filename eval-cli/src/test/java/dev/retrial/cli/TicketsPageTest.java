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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/tickets.md} shows is read, and its commands are run as a newcomer runs them. */
class TicketsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "tickets.md");
    private static final Path EXPORT = Path.of("..", "eval-samples", "tickets", "zendesk");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern OUTPUT = Pattern.compile("```\n(Imported .*?)```", Pattern.DOTALL);
    private static final Map<String, String> KEY =
            Map.of("RETRIAL_KEY", "0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff0");

    @TempDir
    Path project;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void every_command_does_what_the_page_says() throws IOException {
        String page = Files.readString(PAGE);
        Path suite = Files.createDirectories(project.resolve("evals"));
        Files.writeString(suite.resolve("suite.yaml"), """
                agent:
                  type: http
                  url: "http://localhost:8080/chat"
                  request: {conversation: "${conversation.id}", message: "${message}"}
                  response: {reply: /reply}
                """);
        Files.writeString(
                suite.resolve("cohorts.yaml"),
                "cohorts:\n  enterprise: {description: Large customers}\n  self-serve: {description: Small shops}\n");
        Files.writeString(
                suite.resolve("tickets.yaml"),
                YAML.matcher(page).results().findFirst().orElseThrow().group(1));

        List<String> commands = Commands.of(page);

        assertThat(commands)
                .extracting(command -> Commands.split(command).get(0))
                .containsExactly(
                        "tickets", "import", "triage", "draft", "review", "coverage", "find", "lint", "forget");
        for (String command : commands) {
            if (!command.equals("review")) {
                assertThat(run(command)).as(command + "\n" + out + err).isZero();
            }
        }
        assertThat(out.toString())
                .contains(
                        OUTPUT.matcher(page).results().findFirst().orElseThrow().group(1))
                .contains("Wrote 4 drafts")
                .containsPattern("(draft|counted in) case wrong-policy-")
                .contains("Nothing found.");
    }

    private int run(String command) {
        List<String> arguments = new ArrayList<>(Commands.split(command));
        arguments.replaceAll(argument -> argument.equals("exports/zendesk") ? EXPORT.toString() : argument);
        int named = arguments.indexOf("--suite");
        if (named > 0) {
            arguments.subList(named, named + 2).clear();
        }
        arguments.addAll(
                1,
                List.of(
                        "--suite",
                        project.resolve("evals").toString(),
                        "--work",
                        project.resolve("work").toString()));
        if (arguments.get(0).equals("coverage")) {
            arguments.addAll(List.of("--output", project.resolve("target").toString()));
        }
        if (arguments.get(0).equals("forget")) {
            arguments.addAll(List.of("--results", project.resolve("target").toString()));
        }
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), KEY, arguments.toArray(new String[0]));
    }
}
