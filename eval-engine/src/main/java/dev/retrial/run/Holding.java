package dev.retrial.run;

import dev.retrial.agent.Answer.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Decides which cells are not finished when their trials have ended, but when the whole run has: a finished test cannot be changed.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface Holding {

    /** Nothing is held. */
    Holding NONE = (cell, ending) -> false;

    /** Whether to hold the cell back; called once for each cell whose trials have ended, never for two at once. */
    boolean holds(Cell cell, Ending ending);

    /**
     * Hears of each trial that has ended and is written to the results; called from the threads that run the trials, by several at once.
     *
     * @param trial the trial
     * @param stage what it was for, as in the results
     * @param usage what the agent's answers cost
     * @param hashes what its verdict rests on
     */
    default void ended(Trial trial, String stage, Usage usage, Map<String, String> hashes) {}

    /** Why no further trial is to begin; null where one may. Asked before each, so it should be cheap. */
    default @Nullable String stops() {
        return null;
    }

    /**
     * Called once when every other cell has finished, also after a cancellation and where none is held; may run further trials with {@link SuiteRun#further}.
     *
     * @param held the cells held back, in the order of the plan
     * @param run the run, still open
     * @return how each ends, in the same order
     */
    default List<Ending> release(List<Held> held, SuiteRun run) {
        List<Ending> endings = new ArrayList<>(held.size());
        for (Held one : held) {
            endings.add(one.ending());
        }
        return endings;
    }

    /**
     * A cell held back.
     *
     * @param cell the cell
     * @param ending how it would have ended
     */
    record Held(Cell cell, Ending ending) {}
}
