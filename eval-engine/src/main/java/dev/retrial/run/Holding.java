package dev.retrial.run;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Decides which cells are not finished when their trials have ended, but when the whole run has: a finished test cannot be changed.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface Holding {

    /** Nothing is held. */
    Holding NONE = (cell, ending) -> false;

    /** Whether to hold the cell back; called once a cell, never for two at once. */
    boolean holds(Cell cell, Ending ending);

    /**
     * Called once when every other cell has finished, also after a cancellation; may run further trials.
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
