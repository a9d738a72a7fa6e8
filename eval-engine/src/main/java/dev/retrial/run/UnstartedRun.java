package dev.retrial.run;

import dev.retrial.results.GateRecord;
import dev.retrial.results.LeafRecord;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunHeader;
import dev.retrial.results.RunSummary;
import dev.retrial.results.RunWriter;
import dev.retrial.results.StoppedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The results of a run that could not begin: without them, whoever looks next takes an older run for it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class UnstartedRun {

    private UnstartedRun() {}

    /**
     * Of a suite that was read.
     *
     * @param plan what was to run
     * @param why what kept it from running, as a clause
     * @param red the red tests that are no cells
     * @param gate what the suite's gate makes of it; null where it has none
     */
    public static void write(RunPlan plan, String why, List<LeafRecord> red, @Nullable GateRecord gate) {
        try (SuiteRun run = SuiteRun.open(plan, NoAgent.INSTANCE)) {
            red.forEach(run::red);
            run.broke(why);
            if (gate != null) {
                run.decided(gate);
            }
        }
    }

    /**
     * Of a suite that could not be read.
     *
     * @param output the directory below which results lie
     * @param suite the suite's name
     * @param why what kept it from being read, as a clause
     * @param red the red tests that say so
     * @throws IOException where they cannot be written
     */
    public static void write(Path output, String suite, String why, List<LeafRecord> red) throws IOException {
        RunDirectory directory = RunDirectory.create(output, suite);
        Instant now = Instant.now();
        // Of two modes the one that is stricter.
        String mode = Mode.CI.key();
        RunHeader header =
                new RunHeader(directory.run(), suite, now, mode, false, 1, 1, Map.of(), Map.of(), Map.of(), Map.of());
        try (RunWriter writer = RunWriter.open(directory, header)) {
            for (LeafRecord leaf : red) {
                writer.leaf(leaf);
            }
            writer.stopped(new StoppedRun(
                    why,
                    new RunSummary(
                            directory.run(),
                            suite,
                            now,
                            now,
                            mode,
                            false,
                            new RunSummary.Cells(0, 0, 0, 0, 0),
                            new RunSummary.Trials(0, 0, 0, 0),
                            List.of())));
        }
    }
}
