package dev.retrial.run;

import dev.retrial.agent.AgentClient;
import org.apiguardian.api.API;

/** A cell while it runs: its trials are replayed, graded and recorded one by one. Several threads may replay at once. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CellRun {

    private final Cell cell;

    CellRun(Cell cell) {
        this.cell = cell;
    }

    /** The cell. */
    public Cell cell() {
        return cell;
    }

    /** Replays the cell once more, grades what happened and writes it to the results. */
    public Trial replay(AgentClient agent) {
        throw new UnsupportedOperationException("comes next");
    }

    /** How the cell ends by the trials so far; one without a trial is an error. Called once. */
    public Ending end() {
        throw new UnsupportedOperationException("comes next");
    }
}
