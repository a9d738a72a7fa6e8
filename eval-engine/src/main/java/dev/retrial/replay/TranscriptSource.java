package dev.retrial.replay;

import dev.retrial.agent.Agent;
import dev.retrial.agent.AgentClient;
import dev.retrial.agent.Fingerprint;
import dev.retrial.agent.Recordings;
import dev.retrial.suite.EvalCase;
import java.util.List;
import org.apiguardian.api.API;

/** Where the transcript of a trial comes from; used by several threads at once. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface TranscriptSource extends AutoCloseable {

    /**
     * The transcript of one trial; what goes wrong is a {@link Replayed.Broken}, never an exception.
     *
     * <p>Blocks for the trial's limit and a few seconds more at most, whatever the agent does. To cancel, interrupt the thread.
     *
     * @throws InterruptedException where the run was cancelled
     */
    Replayed replay(TrialRequest request) throws InterruptedException;

    /** What the agent is made of. */
    Fingerprint fingerprint();

    /** What the run should print once before it begins. */
    List<String> warnings(List<EvalCase> cases);

    /** What the run should print once when it has ended. */
    default List<String> remarks(List<EvalCase> cases) {
        return List.of();
    }

    /** Called once at the end of the run; closes the agent. */
    @Override
    void close();

    /**
     * The transcripts of an agent.
     *
     * @param agent the agent, which the source closes
     * @param limits how long it may take and how often something is tried
     */
    static TranscriptSource of(Agent agent, ReplayLimits limits) {
        return agent instanceof Recordings recordings
                ? new RecordedReplay(recordings)
                : new LiveReplay((AgentClient) agent, limits);
    }
}
