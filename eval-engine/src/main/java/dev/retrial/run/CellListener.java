package dev.retrial.run;

import dev.retrial.suite.EvalCase;
import org.apiguardian.api.API;

/**
 * Hears of the cells of a run.
 *
 * <p>Calls come from the threads that run the trials, but never two at once; what one call wrote the next one sees. Every planned cell is either skipped, or started and then finished.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface CellListener {

    /** The cell's first trial is about to begin. */
    void started(Cell cell);

    /** The cell has ended; for one that was held, when the run has decided. */
    void finished(Cell cell, Ending ending);

    /**
     * The case was compared across its cohorts; called once for each case of which {@link SuiteRun#compares} says so, when the last of its cells has ended, also where that one is held.
     */
    default void compared(EvalCase evalCase, Ending ending) {}

    /** The cell is not run: its status says so, or the run was cancelled. */
    void skipped(Cell cell, String reason);
}
