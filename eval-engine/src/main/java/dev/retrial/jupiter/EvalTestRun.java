package dev.retrial.jupiter;

import dev.retrial.agent.AgentClient;
import dev.retrial.agent.AgentFailure;
import dev.retrial.judge.Judge;
import dev.retrial.junit.Announcement;
import dev.retrial.junit.Selection;
import dev.retrial.junit.SuiteHome;
import dev.retrial.junit.SuiteJudges;
import dev.retrial.replay.ReplayLimits;
import dev.retrial.replay.TranscriptSource;
import dev.retrial.results.LeafRecord;
import dev.retrial.run.Cell;
import dev.retrial.run.CellRun;
import dev.retrial.run.Ending;
import dev.retrial.run.RunPlan;
import dev.retrial.run.RunSettings;
import dev.retrial.run.SuiteRun;
import dev.retrial.run.Trial;
import dev.retrial.suite.Suite;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The run of one test method: its results, and the agents that its invocations bring along. */
final class EvalTestRun implements RedTests, AutoCloseable {

    private final SuiteRun run;
    private final RunPlan plan;
    private final ReplayLimits limits;
    private final int attempts;
    private final Map<AgentClient, TranscriptSource> sources = new IdentityHashMap<>();

    private EvalTestRun(SuiteRun run, RunPlan plan, ReplayLimits limits, int attempts) {
        this.run = run;
        this.plan = plan;
        this.limits = limits;
        this.attempts = attempts;
    }

    static RunPlan plan(String name, SuiteHome home, Selection selection, List<Cell> cells) {
        Suite suite = selection.suite();
        RunSettings settings = selection.settings();
        return RunPlan.of(name, suite, settings, home.output(settings), cells, cells.size() < Selection.cellsOf(suite));
    }

    static EvalTestRun open(SuiteHome home, RunPlan planned, Class<? extends Judge> judge) {
        RunPlan plan = planned;
        Suite suite = plan.suite();
        RunSettings settings = plan.settings();
        Path output = plan.output();
        if (plan.asksTheJudge()) {
            plan = plan.judgedBy(SuiteJudges.of(home, suite, output, judge));
        }
        Announcement.of(suite, plan.cells().size(), plan.console());
        ReplayLimits limits = ReplayLimits.of(settings.timeouts(suite));
        AgentClient unknown = opening -> {
            throw new AgentFailure(AgentFailure.Kind.HOPELESS, "the test method brings the agent along");
        };
        SuiteRun run = SuiteRun.open(plan, TranscriptSource.of(unknown, limits));
        return new EvalTestRun(run, plan, limits, settings.trials(suite).attempts());
    }

    /** The name of the suite in the results. */
    String name() {
        return plan.name();
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    String skips(Cell cell) {
        String reason = run.skips(cell);
        if (reason != null) {
            run.skipped(cell);
        }
        return reason;
    }

    CellRun begin(Cell cell) {
        return run.begin(cell);
    }

    Trial replay(CellRun cell, AgentClient agent) throws InterruptedException {
        TranscriptSource source;
        synchronized (sources) {
            source = sources.get(agent);
            if (source == null) {
                source = TranscriptSource.of(agent, limits);
                sources.put(agent, source);
                Announcement.of(plan, source.fingerprint());
            }
        }
        return cell.replay(source);
    }

    Ending end(CellRun cell) {
        return run.end(cell);
    }

    @Override
    public void add(LeafRecord leaf) {
        run.red(leaf);
    }

    /** How the case ends across its cohorts, where this was the last of its cells that runs; else null. */
    @Nullable
    Ending compare(Cell cell, @Nullable CellRun begun) {
        return run.compare(cell, begun);
    }

    /** Closes the results. The agents belong to the test. */
    @Override
    public void close() {
        synchronized (sources) {
            for (TranscriptSource source : sources.values()) {
                Announcement.ofAnswers(source, plan.cells(), plan.console());
            }
        }
        run.close();
        Announcement.ofAgreement(plan);
    }
}
