package dev.retrial.cli;

import dev.retrial.baseline.Baseline;
import dev.retrial.baseline.BaselineFile;
import dev.retrial.report.Report;
import dev.retrial.report.TerminalSummary;
import dev.retrial.results.RunDirectory;
import dev.retrial.shard.Confirmation;
import dev.retrial.shard.ConfirmationPlan;
import dev.retrial.shard.MergedRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code retrial merge}: the results of shards as one run. */
@Command(
        name = "merge",
        description =
                "Puts the results of shards together, and decides by the main branch's record where there is one.",
        mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "SHARD",
            description = "The shards' runs, or directories above them, whose runs are all taken.")
    private List<Path> shards = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "target/retrial",
            description = "The directory below which the merged run lies (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("target", "retrial");

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "The record of the main branch, by which it is decided whether the change may land.")
    private @Nullable Path baseline;

    @Option(
            names = "--confirmed",
            paramLabel = "DIR",
            description =
                    "Runs that tried again what the plan asked for, or directories above them; may be given several times.")
    private List<Path> confirmed = new ArrayList<>();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Write what has to be tried again before it can be decided; empty where nothing has.")
    private @Nullable Path plan;

    @Override
    public Integer call() throws IOException {
        if (baseline == null && (plan != null || !confirmed.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "--plan and --confirmed go with --baseline");
        }
        PrintWriter out = spec.commandLine().getOut();
        MergedRun merged = MergedRun.of(Runs.all(shards), output);
        out.println("Merged: " + merged.run());
        if (!merged.missing().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("Incomplete: " + String.join("; ", merged.missing()) + "; run what is missing again.");
            return ExitCode.UNKNOWN;
        }
        return baseline == null ? ExitCode.GREEN : decide(baseline, merged.run(), out);
    }

    private int decide(Path file, RunDirectory run, PrintWriter out) throws IOException {
        Baseline record = BaselineFile.read(file);
        if (record == null) {
            throw new IOException(file + ": no such file; bless a run of the main branch first");
        }
        List<RunDirectory> again = confirmed.isEmpty() ? List.of() : Runs.all(confirmed);
        Confirmation found = Confirmation.of(record, String.valueOf(file.getFileName()), run, again);
        run.decide(found.gate());
        if (plan != null) {
            ConfirmationPlan.write(plan, found.needs());
        }
        Report report = Report.of(run);
        TerminalSummary.of(report).forEach(out::println);
        if (!found.needs().isEmpty()) {
            int cells = found.needs().size();
            out.println(
                    (cells == 1 ? "1 cell has" : cells + " cells have")
                            + " to be tried again before it can be decided, one run each, which are then merged with --confirmed:");
            ConfirmationPlan.runs(found.needs()).forEach(one -> out.println("  mvn test " + one));
        }
        out.flush();
        return ExitCode.of(report.judgement().verdict());
    }
}
