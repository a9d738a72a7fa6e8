package dev.retrial.run;

import dev.retrial.agent.Fingerprint;
import dev.retrial.replay.Replayed;
import dev.retrial.replay.TranscriptSource;
import dev.retrial.replay.TrialRequest;
import dev.retrial.suite.EvalCase;
import java.util.List;

/** The agent of a run that could not begin: there is none, and nobody asks it. */
enum NoAgent implements TranscriptSource {
    INSTANCE;

    @Override
    public Replayed replay(TrialRequest request) {
        throw new IllegalStateException("the run did not begin");
    }

    @Override
    public Fingerprint fingerprint() {
        return new Fingerprint(null, null, null);
    }

    @Override
    public List<String> warnings(List<EvalCase> cases) {
        return List.of();
    }

    @Override
    public void close() {}
}
