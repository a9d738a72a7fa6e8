package dev.retrial.replay;

import dev.retrial.agent.AgentClient;
import dev.retrial.agent.Fingerprint;
import dev.retrial.suite.EvalCase;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Transcripts of an agent that answers now. */
final class LiveReplay implements TranscriptSource {

    private final AgentClient client;
    private final ReplayLimits limits;
    private final Reachability reachability = new Reachability();
    private final ConversationIds ids = new ConversationIds();

    LiveReplay(AgentClient client, ReplayLimits limits) {
        this.client = client;
        this.limits = limits;
    }

    @Override
    public Replayed replay(TrialRequest request) throws InterruptedException {
        if (request.evalCase().conversation().isEmpty()) {
            return TrialReplay.nothingToSay();
        }
        TrialReplay trial = new TrialReplay(client, limits, request, ids, reachability);
        return client.endsWhenInterrupted() ? trial.run(null) : new ReplayApart(trial).replay();
    }

    @Override
    public Fingerprint fingerprint() {
        return client.fingerprint();
    }

    @Override
    public List<String> warnings(List<EvalCase> cases) {
        return client.warnings(cases);
    }

    @Override
    public List<String> remarks(List<EvalCase> cases) {
        return client.remarks(cases);
    }

    @Override
    public void close() {
        client.close();
    }

    /** Ids that no other conversation has, in this run or another; counted, since random ones cost more than the rest of a turn. */
    static final class ConversationIds {

        private final String prefix;
        private final AtomicLong count = new AtomicLong();

        ConversationIds() {
            long start = System.currentTimeMillis() * 1_000_003
                    ^ System.nanoTime() * 31
                    ^ ProcessHandle.current().pid() << 44;
            prefix = "retrial-" + Long.toUnsignedString(start, Character.MAX_RADIX) + "-";
        }

        String next() {
            return prefix + count.incrementAndGet();
        }
    }

    /**
     * Whether the agent has ever answered in this run. Where it has not and a trial has tried for as long as it may, the others
     * do not wait all over again: a suite whose agent is not there is red at once.
     */
    static final class Reachability {

        private volatile boolean answered;
        private volatile boolean givenUp;

        void answered() {
            if (!answered) {
                answered = true;
            }
        }

        void gaveUp() {
            if (!answered) {
                givenUp = true;
            }
        }

        boolean hopeless() {
            return givenUp && !answered;
        }
    }
}
