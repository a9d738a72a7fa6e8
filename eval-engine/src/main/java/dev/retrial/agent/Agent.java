package dev.retrial.agent;

import dev.retrial.suite.EvalCase;
import java.util.List;
import org.apiguardian.api.API;

/** What a suite grades: an agent that answers now, or what one said elsewhere. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Agent extends AutoCloseable permits AgentClient, Recordings {

    /** What the agent is made of; unknown unless it says. */
    default Fingerprint fingerprint() {
        return Fingerprint.UNKNOWN;
    }

    /**
     * What a run should say once before it begins, because these cases promise something that the agent will not see.
     *
     * @param cases the cases that will run
     * @return sentences that say what to do; empty where all is well
     */
    default List<String> warnings(List<EvalCase> cases) {
        return List.of();
    }

    /**
     * What a run should say once when it has ended, because what the agent answered makes expectations of these cases worth little.
     *
     * @param cases the cases that ran
     * @return sentences that say what to do; empty where all is well
     */
    default List<String> remarks(List<EvalCase> cases) {
        return List.of();
    }

    /** Called once at the end of the run. */
    @Override
    default void close() {}
}
