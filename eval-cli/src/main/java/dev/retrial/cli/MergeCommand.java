package dev.retrial.cli;

import dev.retrial.baseline.Baseline;
import dev.retrial.baseline.BaselineFile;
import dev.retrial.baseline.CellKey;
import dev.retrial.gate.GateDecision;
import dev.retrial.gate.PassCount;
import dev.retrial.report.RedLeaf;
import dev.retrial.report.RunOverview;
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
        Confirmation found = Confirmation.of(record, run, again);
        if (plan != null) {
            ConfirmationPlan.write(plan, found.needs());
        }
        tell(found, out);
        // No record says that they may fail.
        List<RedLeaf> others = RunOverview.read(run).redLeaves();
        if (!others.isEmpty()) {
            out.println("Red: tests of the suite that are no cells fail, whatever its cells do.");
        }
        for (RedLeaf leaf : others) {
            out.println("  " + leaf.name() + ": " + leaf.sentence().replace('\n', ' '));
        }
        out.flush();
        if (!others.isEmpty()) {
            return ExitCode.REGRESSION;
        }
        return switch (found.verdict()) {
            case GREEN -> ExitCode.GREEN;
            case RED -> ExitCode.REGRESSION;
            case INCONCLUSIVE -> ExitCode.UNKNOWN;
        };
    }

    private static void tell(Confirmation found, PrintWriter out) {
        out.println(
                switch (found.verdict()) {
                    case GREEN -> "Green: nothing is worse than the main branch's record.";
                    case RED -> "Red: worse than the main branch's record.";
                    case INCONCLUSIVE ->
                        found.needs().isEmpty()
                                ? "Inconclusive: it cannot be told whether this is worse than the main branch's record."
                                : "Inconclusive: " + found.needs().size()
                                        + (found.needs().size() == 1 ? " cell has" : " cells have")
                                        + " to be tried again before it can be decided.";
                });
        for (CellKey cell : found.gone()) {
            out.println("  " + cell + ": is no longer there; retire its case, or bless --remove it");
        }
        for (CellKey cell : found.unjudged()) {
            out.println("  " + cell + ": could not be evaluated");
        }
        for (int i = 0; i < found.names().size(); i++) {
            GateDecision.CellFinding finding = found.decision().cells().get(i);
            if (finding.kind() != GateDecision.CellKind.PASSED) {
                PassCount main = found.records().get(i);
                out.println("  " + found.names().get(i) + ": " + words(finding.kind()) + "; " + finding.fresh()
                        + " fresh attempts passed, " + (main == null ? "main has no record" : "main passed " + main));
            }
        }
        for (int i = 0; i < found.slices().size(); i++) {
            GateDecision.SliceFinding finding = found.decision().slices().get(i);
            if (finding.kind() == GateDecision.SliceKind.REGRESSION || finding.kind() == GateDecision.SliceKind.OPEN) {
                out.println("  " + found.slices().get(i) + ": "
                        + (finding.kind() == GateDecision.SliceKind.OPEN ? "to be tried again" : "regression") + "; "
                        + finding.first() + " first attempts passed, " + finding.fresh() + " fresh ones");
            }
        }
        if (!found.needs().isEmpty()) {
            out.println("To be tried again, one run each, and then merged with --confirmed:");
            ConfirmationPlan.runs(found.needs()).forEach(run -> out.println("  mvn test " + run));
        }
    }

    private static String words(GateDecision.CellKind kind) {
        return switch (kind) {
            case PASSED -> "passed";
            case NOT_CONFIRMED -> "failed at first, which was not confirmed";
            case SUSPECT -> "suspect";
            case REGRESSION -> "regression";
            case MAIN_FAILS_TOO -> "main fails too";
            case NEW_FAILING -> "new, failing";
            case OPEN -> "to be tried again";
        };
    }
}
