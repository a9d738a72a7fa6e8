package dev.retrial.jupiter;

import dev.retrial.agent.AgentClient;
import dev.retrial.suite.Cohort;
import dev.retrial.suite.EvalCase;
import dev.retrial.transcript.Transcript;
import org.apiguardian.api.API;

/** Case × cohort, ready to be replayed by the test method that was called with it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Cell {

    private final CellReplay replay;

    Cell(CellReplay replay) {
        this.replay = replay;
    }

    /** The case. */
    public EvalCase evalCase() {
        return replay.cell().evalCase();
    }

    /** The cohort. */
    public Cohort cohort() {
        return replay.cell().cohort();
    }

    /**
     * Replays the case against an agent, as often as {@code trials} asks for, and waits for the end; grades it and writes it to the results.
     *
     * <p>The verdict falls when the test method returns. Where the agent gave no answer that can be graded, or left the ticket's story, this method does not return.
     *
     * @param agent the agent; it is not closed
     * @return what was said and done, in the last trial where there are several
     */
    public Transcript replay(AgentClient agent) {
        return replay.with(agent);
    }

    /** {@code ID [cohort]}. */
    @Override
    public String toString() {
        return replay.cell().displayName();
    }
}
