package dev.retrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The commands that {@code docs/report.md} shows are run. */
class ReportPageTest {

    private static final Pattern COMMAND =
            Pattern.compile("^java -jar eval-cli-executable.jar (.*)$", Pattern.MULTILINE);

    @TempDir
    private Path project;

    @Test
    void every_command_does_what_the_page_says() throws IOException {
        new Results(project.resolve("main/retrial")).run("acme.A", "1", "passed", "failed");
        new Results(project.resolve("target/retrial")).run("acme.A", "2", "passed", "passed");
        List<String> commands =
                COMMAND.matcher(page()).results().map(found -> found.group(1)).toList();

        assertThat(commands).hasSize(3);
        for (String command : commands) {
            String[] arguments = command.split(" ");
            for (int i = 1; i < arguments.length; i++) {
                if (arguments[i].endsWith("/retrial") || arguments[i].matches("[a-z-]+\\.[a-z]+")) {
                    arguments[i] = project.resolve(arguments[i]).toString();
                }
            }
            StringWriter said = new StringWriter();
            PrintWriter out = new PrintWriter(said, true);
            assertThat(Main.run(out, out, Map.of(), arguments)).as(command).isZero();
            assertThat(said.toString()).startsWith("Green: ");
        }
        assertThat(project.resolve("report.html")).isNotEmptyFile();
        assertThat(project.resolve("comment.md")).content().contains("Fixed (1)");
        assertThat(project.resolve("gl-code-quality-report.json")).isNotEmptyFile();
    }

    @Test
    void every_option_is_explained() throws IOException {
        String page = page();

        for (OptionSpec option :
                new CommandLine(new ReportCommand(Map.of())).getCommandSpec().options()) {
            if (!option.usageHelp() && !option.versionHelp()) {
                assertThat(page).contains("`" + option.longestName() + " ");
            }
        }
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "report.md"));
    }
}
