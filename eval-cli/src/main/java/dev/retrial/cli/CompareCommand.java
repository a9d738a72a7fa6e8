package dev.retrial.cli;

import dev.retrial.report.Comparison;
import dev.retrial.report.Judgement;
import dev.retrial.report.Report;
import dev.retrial.report.TerminalSummary;
import dev.retrial.results.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code retrial compare}: what is worse in one run than in another. */
@Command(
        name = "compare",
        description = "Tells which cells fail in a run that did not fail in one before it.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The run before.")
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private Path before;

    @Parameters(index = "1", paramLabel = "NOW", description = "The run that is judged.")
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private Path now;

    @Override
    public Integer call() throws IOException {
        RunDirectory earlier = Runs.complete(before);
        Report report = Report.of(Runs.newest(now)).comparedWith(earlier);
        Comparison comparison = report.comparison();
        PrintWriter out = spec.commandLine().getOut();
        if (comparison == null
                || !comparison
                        .before()
                        .header()
                        .suite()
                        .equals(report.run().header().suite())) {
            spec.commandLine().getErr().println("These are runs of different suites, which cannot be compared.");
            return ExitCode.UNKNOWN;
        }
        Judgement judgement = Judgement.byComparison(comparison);
        TerminalSummary.of(report.judgedBy(judgement)).forEach(out::println);
        out.flush();
        return ExitCode.of(judgement.verdict());
    }
}
