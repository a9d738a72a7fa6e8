package dev.retrial.run;

import dev.retrial.agent.AgentClient;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One run of a suite: its trials, its limits and its results.
 *
 * <p>The JUnit engine calls {@link #execute}; whoever has a test method of its own (the Jupiter extension) takes the cells one by one with {@link #begin}.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SuiteRun implements AutoCloseable {

    private final Path directory;

    private SuiteRun(Path directory) {
        this.directory = directory;
    }

    /**
     * Opens a run: makes its directory and writes the header of its results.
     *
     * @param plan what to run
     * @param agent what the header says about the agent, and what {@link #execute} replays against; closed by whoever made it
     * @throws java.io.UncheckedIOException where the results cannot be written
     */
    public static SuiteRun open(RunPlan plan, AgentClient agent) {
        throw new UnsupportedOperationException("comes next");
    }

    /** The directory of this run's results. */
    public Path directory() {
        return directory;
    }

    /**
     * Runs every planned cell and returns when the last has finished.
     *
     * <p>No more trials than the concurrency limit are under way at any time. Cells start in the order of the plan.
     */
    public void execute(CellListener listener, Cancellation cancellation) {
        throw new UnsupportedOperationException("comes next");
    }

    /** Begins one planned cell whose trials somebody else calls. */
    public CellRun begin(Cell cell) {
        return new CellRun(cell);
    }

    /** Why the cell is not to be run (a draft, in quarantine), or null where it is. */
    public @Nullable String skips(Cell cell) {
        return null;
    }

    /** Completes the results where every planned cell has ended, and closes them. */
    @Override
    public void close() {}
}
