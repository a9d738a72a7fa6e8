package dev.retrial.junit;

import dev.retrial.gating.MainsStatuses;
import dev.retrial.gating.ShardHolding;
import dev.retrial.gating.SuiteGate;
import dev.retrial.replay.ReplayLimits;
import dev.retrial.replay.TranscriptSource;
import dev.retrial.results.LeafRecord;
import dev.retrial.run.Cancellation;
import dev.retrial.run.Cell;
import dev.retrial.run.CellListener;
import dev.retrial.run.Ending;
import dev.retrial.run.RunPlan;
import dev.retrial.run.RunSettings;
import dev.retrial.run.SuiteRun;
import dev.retrial.run.UnstartedRun;
import dev.retrial.suite.Cohort;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.GateSpec;
import dev.retrial.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestExecutionResult;

/**
 * Runs one suite and tells JUnit about it.
 *
 * <p>The run calls back from the threads of its trials, one call at a time, so nothing here is locked. A case starts with its first test and ends with its last.
 */
final class SuiteExecution implements CellListener {

    static final String CANCELLED = "Execution cancelled";

    private final SuiteNode node;
    private final EngineExecutionListener listener;
    private final Cancellation cancellation;
    private final Map<Cell, Pending> pending = new IdentityHashMap<>();
    private final Map<EvalCase, OpenCase> toCompare = new IdentityHashMap<>();
    private @Nullable SuiteGate gate;
    private @Nullable LintLeaf lint;

    /** The red tests that are not in the results yet. */
    private final List<LeafRecord> red = new ArrayList<>(0);

    /** Whether the run has results, so that nobody takes an older one for it. */
    private boolean told;

    /** What kept the cells from running; null where nothing did. */
    private @Nullable String broke;

    SuiteExecution(SuiteNode node, EngineExecutionListener listener, Cancellation cancellation) {
        this.node = node;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    void run() {
        listener.executionStarted(node);
        List<Cell> cells = new ArrayList<>();
        List<OpenCase> withoutCells = new ArrayList<>();
        MainsStatuses statuses = statuses();
        for (Node child : node.nodes()) {
            if (child instanceof CaseNode caseNode) {
                OpenCase open = new OpenCase(caseNode);
                plan(open, statuses.of(caseNode.evalCase()), cells);
                if (open.left == 0) {
                    withoutCells.add(open);
                }
            } else if (child instanceof LintLeaf leaf) {
                lint = leaf;
            } else if (child instanceof OfflineLeaf leaf) {
                runOffline(leaf);
            }
        }
        if (lint != null && !cancellation.requested()) {
            lint.begin();
        }
        for (OpenCase open : withoutCells) {
            finish(open);
        }
        if (!cells.isEmpty()) {
            runCells(cells, node.filters());
        }
        finishLint();
        tellWhereNothingRan(cells);
        if (node.selection() != null && node.filters().suite().gate() != null) {
            finishGate(cells.size());
        }
        listener.executionFinished(node, TestExecutionResult.successful());
    }

    /** What main says of the cases' statuses, where this run decides on a change. */
    private MainsStatuses statuses() {
        Selection selection = node.selection();
        if (selection == null || selection.suite().gate() == null || !node.isWhole()) {
            return MainsStatuses.NONE;
        }
        int cells = 0;
        for (Node child : node.nodes()) {
            for (Node leaf : child.nodes()) {
                cells += leaf instanceof CellLeaf ? 1 : 0;
            }
        }
        Suite suite = selection.suite();
        return MainsStatuses.of(suite, node.home().name(), selection.settings(), cells, Selection.cellsOf(suite));
    }

    private void plan(OpenCase open, EvalCase evalCase, List<Cell> cells) {
        for (Node leaf : open.node.nodes()) {
            if (leaf instanceof CellLeaf cellLeaf) {
                Cohort cohort =
                        Objects.requireNonNull(node.filters().suite().cohorts().get(cellLeaf.cohort()));
                Cell cell = new Cell(evalCase, cohort);
                cells.add(cell);
                pending.put(cell, new Pending(cellLeaf, open));
                open.left++;
            }
        }
    }

    private void runCells(List<Cell> cells, Selection selection) {
        Suite suite = selection.suite();
        RunSettings settings = selection.settings();
        boolean partial = !node.isWhole() || cells.size() < Selection.cellsOf(suite);
        Path output = node.output();
        RunPlan plan = RunPlan.of(node.home().name(), suite, settings, output, cells, partial);
        if (plan.asksTheJudge()) {
            plan = plan.judgedBy(SuiteJudges.of(node.home(), suite, output));
        }
        Announcement.of(suite, cells.size(), plan.console());
        GateSpec spec = suite.gate();
        if (spec != null && !plan.partial()) {
            gate = SuiteGate.of(
                    spec, node.home().place(spec.baseline()), plan, () -> control(spec, suite, settings), cancellation);
            plan = plan.heldBy(gate);
        } else if (spec != null && ShardHolding.appliesTo(spec, plan)) {
            plan = plan.heldBy(new ShardHolding());
        }
        try (TranscriptSource source = TranscriptSource.of(
                        SuiteAgents.of(node.home(), suite), ReplayLimits.of(settings.timeouts(suite)));
                SuiteRun run = SuiteRun.open(plan, source)) {
            told = true;
            run(run, plan, source);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            broke = "the run broke: " + e;
            abandon(cells, e);
        }
        abandon(cells, null);
    }

    private void run(SuiteRun run, RunPlan plan, TranscriptSource source) {
        try {
            for (Cell cell : plan.cells()) {
                awaitComparison(cell, run);
            }
            Announcement.of(source, plan.cells(), plan.console());
            Announcement.of(plan, source.fingerprint());
            if (gate != null) {
                gate.begins(run);
            }
            run.execute(this, cancellation);
            Announcement.ofAnswers(source, plan.cells(), plan.console());
            Announcement.ofAgreement(plan);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            String why = "the run broke: " + e;
            run.broke(why);
            GateSpec spec = plan.suite().gate();
            if (gate != null && spec != null) {
                run.decided(SuiteGate.undecided(spec, why));
            }
            throw e;
        } finally {
            finishLint();
            red.forEach(run::red);
        }
    }

    /** Results of a suite of which nothing ran though something is red. */
    private void tellWhereNothingRan(List<Cell> cells) {
        if (told || (cells.isEmpty() && red.isEmpty())) {
            return;
        }
        String why = broke != null ? broke : "no cell could run";
        try {
            Selection selection = node.selection();
            if (selection == null) {
                UnstartedRun.write(node.output(), node.home().name(), why, red);
                return;
            }
            Suite suite = selection.suite();
            boolean partial = !node.isWhole() || cells.size() < Selection.cellsOf(suite);
            RunPlan plan = RunPlan.of(node.home().name(), suite, selection.settings(), node.output(), cells, partial);
            GateSpec spec = suite.gate();
            UnstartedRun.write(plan, why, red, spec == null || plan.partial() ? null : SuiteGate.undecided(spec, why));
        } catch (IOException | UncheckedIOException e) {
            // What is red is red without them.
            System.out.println("Retrial: warning: the run left no results: " + e.getMessage());
        }
    }

    private TranscriptSource control(GateSpec spec, Suite suite, RunSettings settings) {
        return TranscriptSource.of(
                SuiteAgents.control(node.home(), suite, spec), ReplayLimits.of(settings.timeouts(suite)));
    }

    /** The gate comes last; where a filter of the build left it out, it is there all the same, since what it says is about those that are missing. */
    private void finishGate(int cells) {
        GateLeaf leaf = null;
        for (Node child : node.nodes()) {
            leaf = child instanceof GateLeaf found ? found : leaf;
        }
        if (leaf == null && cells == 0) {
            return;
        }
        if (leaf == null) {
            leaf = node.gateLeaf();
            node.addChild(leaf);
            listener.dynamicTestRegistered(leaf);
        }
        Suite suite = node.filters().suite();
        Ending ending = gate != null
                ? gate.ending()
                : SuiteGate.partial(
                        cells, Selection.cellsOf(suite), node.filters().settings());
        listener.executionStarted(leaf);
        listener.executionFinished(leaf, Thrown.result(ending, leaf));
    }

    /** Behind the cells, and before the results are closed that tell of it. */
    private void finishLint() {
        LintLeaf leaf = lint;
        if (leaf != null) {
            lint = null;
            runOffline(leaf);
        }
    }

    private void awaitComparison(Cell cell, SuiteRun run) {
        Pending one = pending.get(cell);
        if (one != null && run.compares(cell.evalCase()) && toCompare.put(cell.evalCase(), one.open) == null) {
            one.open.left++;
        }
    }

    /** No cell is ever forgotten: what the run did not finish is red. */
    private void abandon(List<Cell> cells, @Nullable Throwable cause) {
        for (Cell cell : cells) {
            Pending one = pending.get(cell);
            if (one != null) {
                if (!one.started) {
                    started(cell);
                }
                String why = cause == null ? "the run ended before the cell did" : "the run broke: " + cause;
                finished(cell, Ending.error(cell.displayName() + ": " + why + "."));
            }
        }
        for (EvalCase evalCase : List.copyOf(toCompare.keySet())) {
            compared(evalCase, Ending.error(evalCase.id() + ": the run ended before its cohorts were compared."));
        }
    }

    @Override
    public void started(Cell cell) {
        Pending one = pending.get(cell);
        if (one != null) {
            start(one.open);
            one.started = true;
            listener.executionStarted(one.leaf);
        }
    }

    @Override
    public void finished(Cell cell, Ending ending) {
        Pending one = pending.remove(cell);
        if (one != null) {
            listener.executionFinished(one.leaf, Thrown.result(ending, one.leaf));
            end(one.open);
        }
    }

    @Override
    public void compared(EvalCase evalCase, Ending ending) {
        OpenCase open = toCompare.remove(evalCase);
        if (open == null) {
            return;
        }
        CohortsLeaf leaf = open.node.cohortsLeaf();
        if (leaf != null) {
            open.compared = true;
            start(open);
            if (ending.kind() == Ending.Kind.ABORTED) {
                listener.executionSkipped(leaf, ending.message());
            } else {
                listener.executionStarted(leaf);
                listener.executionFinished(leaf, Thrown.result(ending, leaf));
            }
        }
        end(open);
    }

    @Override
    public void skipped(Cell cell, String reason) {
        Pending one = pending.remove(cell);
        if (one != null) {
            start(one.open);
            one.open.skipped = reason;
            listener.executionSkipped(one.leaf, reason);
            end(one.open);
        }
    }

    private void start(OpenCase open) {
        if (!open.started) {
            open.started = true;
            listener.executionStarted(open.node);
        }
    }

    private void end(OpenCase open) {
        if (--open.left == 0) {
            finish(open);
        }
    }

    /** Runs what a case has beside its cells, and ends it. */
    private void finish(OpenCase open) {
        start(open);
        for (Node leaf : open.node.nodes()) {
            if (leaf instanceof OfflineLeaf offline) {
                runOffline(offline);
            } else if (leaf instanceof CohortsLeaf && !open.compared) {
                listener.executionSkipped(leaf, open.nothingToCompare());
            }
        }
        listener.executionFinished(open.node, TestExecutionResult.successful());
    }

    private void runOffline(OfflineLeaf leaf) {
        String skipped = cancellation.requested() ? CANCELLED : leaf.skips();
        if (skipped != null) {
            listener.executionSkipped(leaf, skipped);
            return;
        }
        listener.executionStarted(leaf);
        Ending ending;
        try {
            ending = leaf.run();
        } catch (RuntimeException e) {
            ending = Ending.error(leaf.getDisplayName() + ": it broke in our own code, which is a bug: " + e);
        }
        if (ending.isRed()) {
            red.add(new LeafRecord(
                    leaf.kind(),
                    node.home().name(),
                    leaf.getDisplayName(),
                    ending.message(),
                    leaf.file(),
                    leaf.line()));
        }
        listener.executionFinished(leaf, Thrown.result(ending, leaf));
    }

    /** A case with the number of its cells that have not ended, and one more where they are compared then. */
    private static final class OpenCase {

        final CaseNode node;
        int left;
        boolean started;
        boolean compared;

        @Nullable
        String skipped;

        OpenCase(CaseNode node) {
            this.node = node;
        }

        /** Why the cohorts were not compared. */
        String nothingToCompare() {
            return skipped != null ? skipped : "cohorts are compared where at least two of a case run together";
        }
    }

    /** A cell that has not ended. */
    private static final class Pending {

        final CellLeaf leaf;
        final OpenCase open;
        boolean started;

        Pending(CellLeaf leaf, OpenCase open) {
            this.leaf = leaf;
            this.open = open;
        }
    }
}
