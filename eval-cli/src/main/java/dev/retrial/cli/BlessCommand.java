package dev.retrial.cli;

import dev.retrial.baseline.Baseline;
import dev.retrial.baseline.BaselineFile;
import dev.retrial.baseline.Blessing;
import dev.retrial.baseline.CellHistory;
import dev.retrial.baseline.CellKey;
import dev.retrial.results.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code retrial bless}: keeps the record of the main branch. */
@Command(
        name = "bless",
        description = "Adds the first attempt of each cell of a complete run to the record of the main branch.",
        mixinStandardHelpOptions = true)
final class BlessCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            description =
                    "A run's directory, or one above it, of which the newest run is taken (default: target/retrial, unless something is removed).")
    private @Nullable Path run;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description =
                    "The record (default: baseline.json in the suite's directory below src/test/resources, which is found by itself).")
    private @Nullable Path baseline;

    @Option(
            names = "--anchor",
            description = "Hold later runs against this record too, however main drifts from now on.")
    private boolean anchor;

    @Option(
            names = "--remove",
            paramLabel = "NAME",
            description = "Remove a case (refund-late) or a cell ('refund-late [enterprise]') on purpose.")
    private @Nullable String remove;

    @Option(names = "--because", paramLabel = "TEXT", description = "Why it is removed; goes with --remove.")
    private @Nullable String because;

    @Override
    public Integer call() throws IOException {
        if ((remove == null) != (because == null)) {
            throw new ParameterException(spec.commandLine(), "--remove and --because go together");
        }
        RunDirectory directory = run == null && (remove != null || anchor)
                ? null
                : Runs.newest(run == null ? Path.of("target", "retrial") : run);
        Path file = baseline != null ? baseline : beside(directory);
        Baseline before = BaselineFile.read(file);
        Baseline after = before;
        if (remove != null && because != null) {
            after = existing(after, file).without(remove, because);
        }
        if (directory != null) {
            after = Blessing.bless(after, directory);
        }
        after = existing(after, file);
        if (anchor) {
            after = after.anchored();
        }
        BaselineFile.write(file, after);
        tell(before, after, directory, file);
        return ExitCode.GREEN;
    }

    private Path beside(@Nullable RunDirectory directory) throws IOException {
        Path suite = directory == null ? null : Runs.suiteDirectory(directory);
        if (suite == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the suite's directory cannot be told from " + (directory == null ? "nothing" : directory)
                            + "; name the record with --baseline");
        }
        return suite.resolve("baseline.json");
    }

    private static Baseline existing(@Nullable Baseline baseline, Path file) throws IOException {
        if (baseline == null) {
            throw new IOException(file + ": no such file; bless a run first");
        }
        return baseline;
    }

    private void tell(@Nullable Baseline before, Baseline after, @Nullable RunDirectory directory, Path file) {
        PrintWriter out = spec.commandLine().getOut();
        int anew = 0;
        int passed = 0;
        int attempts = 0;
        for (CellKey cell : after.cells().keySet()) {
            CellHistory history = after.cells().get(cell);
            if (history != null) {
                CellHistory was = before == null ? null : before.cells().get(cell);
                anew += was == null || !was.hash().equals(history.hash()) ? 1 : 0;
                passed += history.recent().passes();
                attempts += history.recent().attempts();
            }
        }
        if (directory != null) {
            out.println("Blessed " + directory.run() + ": " + after.cells().size()
                    + (after.cells().size() == 1 ? " cell, " : " cells, ") + anew
                    + " with a record that begins anew; " + passed + " of " + attempts + " attempts of the last "
                    + (after.runs().size() == 1 ? "run" : after.runs().size() + " runs") + " passed.");
        }
        if (remove != null) {
            out.println("Removed " + remove + ": " + because);
        }
        if (anchor) {
            out.println("Anchored: later runs are held against this record too.");
        }
        out.println("Baseline: " + file.toAbsolutePath().normalize());
        out.flush();
    }
}
