package dev.retrial.junit;

import dev.retrial.replay.ReplayLimits;
import dev.retrial.replay.TranscriptSource;
import dev.retrial.run.Ending;
import dev.retrial.run.RunPlan;
import dev.retrial.run.RunSettings;
import dev.retrial.run.SuiteRun;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/**
 * A run to which no cell falls: it is shown as skipped, and leaves results that say so.
 *
 * <p>Whoever puts shards together knows by them that this one was not lost. It is no failure either, since the others have the cells.
 */
final class EmptyRunLeaf extends OfflineLeaf {

    static final String SEGMENT = "nothing";

    private final SuiteNode node;
    private final String reason;
    private final @Nullable TestSource source;

    EmptyRunLeaf(SuiteNode node, UniqueId id, String reason, @Nullable TestSource source) {
        super(id);
        this.node = node;
        this.reason = reason;
        this.source = source;
    }

    @Override
    Ending run() {
        Selection selection = node.filters();
        RunSettings settings = selection.settings();
        RunPlan plan = RunPlan.of(
                node.home().name(), selection.suite(), settings, node.home().output(settings), List.of(), true);
        // The agent is made, so that its fingerprint tells whether all shards asked the same one.
        try (TranscriptSource agent = TranscriptSource.of(
                        SuiteAgents.of(node.home(), selection.suite()),
                        ReplayLimits.of(settings.timeouts(selection.suite())));
                SuiteRun run = SuiteRun.open(plan, agent)) {
            run.directory();
        }
        return Ending.aborted(reason);
    }

    @Override
    String kind() {
        return ProblemLeaf.SEGMENT;
    }

    @Override
    public String getDisplayName() {
        return "[nothing to run]";
    }

    @Override
    public Optional<TestSource> getSource() {
        return Optional.ofNullable(source);
    }
}
