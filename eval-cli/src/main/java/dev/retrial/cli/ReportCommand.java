package dev.retrial.cli;

import dev.retrial.baseline.Baseline;
import dev.retrial.baseline.BaselineFile;
import dev.retrial.report.Annotations;
import dev.retrial.report.CellOverview;
import dev.retrial.report.HtmlReport;
import dev.retrial.report.MarkdownReport;
import dev.retrial.report.Prices;
import dev.retrial.report.Report;
import dev.retrial.report.TerminalSummary;
import dev.retrial.results.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code retrial report}: makes what people look at. */
@Command(
        name = "report",
        description = "Shows what came of a run: here, and in the files that are asked for.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            defaultValue = "target/retrial",
            paramLabel = "RUN",
            description =
                    "A run's directory, or one above it, of which the newest run is taken (default: ${DEFAULT-VALUE}).")
    private Path run = Path.of("target", "retrial");

    @Option(
            names = "--before",
            paramLabel = "RUN",
            description =
                    "A run to compare with, such as the main branch's; of a directory above runs, the newest complete one.")
    private @Nullable Path before;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description =
                    "The record of the main branch: says what is made otherwise than then, and where the gate was weakened.")
    private @Nullable Path baseline;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the page.")
    private @Nullable Path html;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the comment for a pull request.")
    private @Nullable Path markdown;

    @Option(names = "--gitlab", paramLabel = "FILE", description = "Write GitLab's code quality report.")
    private @Nullable Path gitlab;

    @Option(
            names = "--suite-dir",
            paramLabel = "DIR",
            description =
                    "The suite's directory as the repository names it, for annotations; found by itself in src/test/resources.")
    private @Nullable String suiteDirectory;

    @Option(
            names = "--prices",
            paramLabel = "IN/OUT",
            description = "What a million tokens cost, read and written: 0.15/0.60.")
    private @Nullable String prices;

    ReportCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        RunDirectory directory = Runs.newest(run);
        Report report = Report.of(directory);
        if (prices != null) {
            report = report.priced(prices(prices));
        }
        if (baseline != null) {
            Baseline record = BaselineFile.read(baseline);
            if (record == null) {
                throw new IOException(baseline + ": no such file; bless a run of the main branch first");
            }
            report = report.against(record);
        }
        if (before != null) {
            RunDirectory earlier = Runs.complete(before);
            if (!earlier.path().equals(directory.path())) {
                report = report.comparedWith(earlier);
            }
        }
        write(report);
        return ExitCode.of(report.judgement().verdict());
    }

    private void write(Report report) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (String line : TerminalSummary.of(report)) {
            out.println(line);
        }
        if (html != null) {
            HtmlReport.write(report, html);
            out.println("Report: " + html.toAbsolutePath().normalize());
        }
        if (markdown != null) {
            writeFile(markdown, MarkdownReport.of(report));
        }
        String summary = environment.get("GITHUB_STEP_SUMMARY");
        if (summary != null && !summary.isEmpty()) {
            Files.writeString(
                    Path.of(summary),
                    MarkdownReport.of(report) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        if (gitlab != null) {
            writeFile(gitlab, Annotations.gitlab(report, suite(report)));
        }
        if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
            Annotations.github(report, suite(report)).forEach(out::println);
        }
        out.flush();
    }

    private String suite(Report report) {
        if (suiteDirectory != null) {
            return suiteDirectory;
        }
        List<CellOverview> cells = report.run().cells();
        String workspace = environment.getOrDefault("GITHUB_WORKSPACE", environment.getOrDefault("CI_PROJECT_DIR", ""));
        for (CellOverview cell : cells) {
            if (!cell.file().isEmpty()) {
                String found = Runs.suiteSources(report.run().directory(), cell.file(), Path.of(workspace));
                return found == null ? "" : found;
            }
        }
        return "";
    }

    private static void writeFile(Path file, String content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Files.writeString(file, content);
    }

    private Prices prices(String given) {
        int slash = given.indexOf('/');
        try {
            return new Prices(
                    Double.parseDouble(given.substring(0, Math.max(0, slash))),
                    Double.parseDouble(given.substring(slash + 1)),
                    "$");
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--prices: expected two prices such as 0.15/0.60, was '" + given + "'", e);
        }
    }
}
