package dev.retrial.cli;

import dev.retrial.tickets.coverage.Coverage;
import dev.retrial.tickets.coverage.CoverageJson;
import dev.retrial.tickets.coverage.CoverageMarkdown;
import dev.retrial.tickets.coverage.CoveragePage;
import dev.retrial.tickets.coverage.Window;
import dev.retrial.tickets.work.CoverageStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retrial coverage}: what the tickets say beside the suite's cases. */
@Command(
        name = "coverage",
        description =
                "Says which failures a case covers, how hard tickets were, and who was handed to people too early or too late.",
        mixinStandardHelpOptions = true)
final class CoverageCommand extends TicketCommand {

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "target/retrial/tickets",
            description = "Where coverage.html, coverage.md and coverage.json are written (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("target", "retrial", "tickets");

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "90",
            description = "The days that figures are of (default: ${DEFAULT-VALUE}).")
    private int days = Window.DAYS;

    CoverageCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Integer call() throws IOException {
        if (days < 1 || days > 36_525) {
            throw wrong("--days takes a number from 1 to 36525");
        }
        Coverage coverage = CoverageStep.run(
                work(), key(), Window.endingAt(Clock.systemUTC().instant(), days));
        Files.createDirectories(output);
        CoveragePage.write(coverage, output.resolve("coverage.html"));
        String markdown = CoverageMarkdown.of(coverage);
        Files.writeString(output.resolve("coverage.md"), markdown);
        Files.writeString(output.resolve("coverage.json"), CoverageJson.of(coverage));
        out().print(markdown);
        out().println();
        out().println("Page: " + output.resolve("coverage.html"));
        out().flush();
        return ExitCode.GREEN;
    }
}
