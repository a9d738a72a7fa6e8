package dev.retrial.run;

import dev.retrial.agent.Answer.Usage;
import dev.retrial.agent.Fingerprint;
import dev.retrial.replay.Replayed;
import dev.retrial.replay.TranscriptSource;
import dev.retrial.replay.TrialRequest;
import dev.retrial.suite.EvalCase;
import dev.retrial.transcript.Transcript;
import java.util.List;

/** Sources of transcripts for tests: what an agent says, without an agent. */
@FunctionalInterface
interface Sources extends TranscriptSource {

    /** An agent that always says the same. */
    static Sources saying(String reply) {
        return request -> complete(reply);
    }

    static Replayed complete(String reply) {
        return new Replayed.Complete(
                Transcript.builder().customer("Hello?").agent(reply).build(), new Usage(10, 20), List.of());
    }

    static Replayed broken(String reason) {
        return new Replayed.Broken(Transcript.of(List.of()), Usage.UNKNOWN, List.of(), reason, null);
    }

    static Replayed diverged(String reason) {
        return new Replayed.Diverged(Transcript.of(List.of()), Usage.UNKNOWN, List.of(), reason);
    }

    @Override
    Replayed replay(TrialRequest request) throws InterruptedException;

    @Override
    default Fingerprint fingerprint() {
        return new Fingerprint("small", null, null);
    }

    @Override
    default List<String> warnings(List<EvalCase> cases) {
        return List.of();
    }

    @Override
    default void close() {}
}
