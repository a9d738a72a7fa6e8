package dev.retrial.run;

import dev.retrial.replay.TranscriptSource;
import dev.retrial.results.GateRecord;
import dev.retrial.results.LeafRecord;
import dev.retrial.results.RunHeader;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Trials;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One run of a suite: its trials, its limits and its results.
 *
 * <p>The JUnit engine calls {@link #execute}; whoever has a test method of its own (the Jupiter extension) takes the cells one by one with {@link #begin} and {@link #end}.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SuiteRun implements AutoCloseable {

    private final RunPlan plan;
    private final TranscriptSource source;
    private final Trials trials;
    private final LocalDate today;
    private final AcrossCohorts across;
    private final Journal journal;
    private final Semaphore permits;
    private final Patience patience;
    private final Progress progress;
    private final RuleCoverage coverage;
    private final SuiteTexts texts;
    private final ReportedFindings reported = new ReportedFindings();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable GateRecord decided;
    private @Nullable String broke;
    private volatile @Nullable String cancelled;

    private SuiteRun(RunPlan plan, TranscriptSource source, LocalDate today) {
        this.plan = plan;
        this.source = source;
        this.trials = plan.settings().trials(plan.suite());
        this.today = today;
        Map<String, String> skipped = new LinkedHashMap<>();
        List<Cell> running = new ArrayList<>(plan.cells().size());
        for (Cell cell : plan.cells()) {
            if (skips(cell) != null) {
                skipped.put(cell.evalCase().id(), cell.evalCase().status().key());
            } else {
                running.add(cell);
            }
        }
        this.across = new AcrossCohorts(plan.suite(), running);
        this.journal = Journal.open(plan, trials, source.fingerprint(), skipped);
        announcePortion();
        this.permits = new Semaphore(plan.settings().concurrency(plan.suite()));
        this.patience = new Patience(plan.settings().concurrency(plan.suite()));
        this.progress = new Progress(plan.cells().size());
        this.coverage = new RuleCoverage(plan.suite());
        this.texts = new SuiteTexts(plan.suite());
    }

    /**
     * Opens a run: makes its directory and writes the header of its results.
     *
     * @param plan what to run
     * @param source what {@link #execute} replays against, and what the results say of the agent; closed by whoever made it
     * @throws java.io.UncheckedIOException where the results cannot be written
     */
    public static SuiteRun open(RunPlan plan, TranscriptSource source) {
        return open(plan, source, LocalDate.now(ZoneOffset.UTC));
    }

    /** Opens a run as on a day. */
    static SuiteRun open(RunPlan plan, TranscriptSource source, LocalDate today) {
        return new SuiteRun(plan, source, today);
    }

    private void announcePortion() {
        Shard shard = plan.settings().shard();
        if (shard.isPart()) {
            plan.console().accept("Retrial: this is " + shard + "; put the results of all together with 'merge'.");
        }
        String since = plan.settings().changedSince();
        if (since != null && plan.partial()) {
            plan.console()
                    .accept("Retrial: a partial run: only cells whose inputs changed since " + since
                            + "; what no input names, such as the agent's own code, is not looked at.");
        }
    }

    /** The directory of this run's results. */
    public Path directory() {
        return journal.directory();
    }

    /**
     * Runs every planned cell and returns when the last has finished.
     *
     * <p>No more trials than the concurrency limit are under way at any time. Cells start in the order of the plan.
     * Where the calling thread is interrupted, the trials under way are interrupted too, the other cells are skipped, and the thread stays interrupted.
     */
    public void execute(CellListener listener, Cancellation cancellation) {
        new Execution(this, source, listener, cancellation).run();
    }

    /**
     * Runs further trials, for whoever holds cells back; as many at once as the run allows. Returns when none is left, or the run was cancelled.
     *
     * <p>They are written to the results with their stage, and count neither for their cell's ending nor for what cohorts have in common.
     */
    public void further(FurtherTrials.Wishes wishes, Cancellation cancellation) {
        new FurtherTrials(this, source, wishes, cancellation).run();
    }

    /** What the run is about to do, as its results say. */
    public RunHeader header() {
        return journal.header();
    }

    /** Whether the run was cancelled; nothing more is tried then. */
    public boolean isCancelled() {
        return cancelled != null;
    }

    void cancelled(String why) {
        cancelled = why;
    }

    /** Notes that the run cannot go on, whatever of it is done: its results then say why, and count as incomplete. */
    public void broke(String why) {
        broke = why;
    }

    /** Why the run ended before every planned cell had an outcome; null where it did not. */
    private @Nullable String stopped() {
        if (broke != null) {
            return broke;
        }
        return progress.isComplete() ? null : cancelled != null ? cancelled : "it ended before its cells did";
    }

    /** Notes what was decided, which {@link #close} writes down. */
    public void decided(GateRecord gate) {
        decided = gate;
    }

    /** Why the cell is not to be run (a draft, in quarantine), or null where it is. */
    public @Nullable String skips(Cell cell) {
        return Endings.skips(cell.evalCase(), plan.settings().drafts(), today);
    }

    /** Whether the cells of the case that are planned are compared when the last of them has ended. */
    public boolean compares(EvalCase evalCase) {
        return across.compares(evalCase);
    }

    /** Begins one planned cell whose trials somebody else calls. */
    public CellRun begin(Cell cell) {
        return new CellRun(this, cell);
    }

    /** Ends a cell that {@link #begin} began, by its trials so far: how its test ends. */
    public Ending end(CellRun cell) {
        Ending ending = cell.ending();
        ended(ending);
        return ending;
    }

    /**
     * Notes that a cell has ended that somebody else runs.
     *
     * @param begun what {@link #begin} gave, or null where the cell was not begun
     * @return how its case ends across its cohorts, written to the results; null where other cells of the case are left, or nothing is compared
     */
    public @Nullable Ending compare(Cell cell, @Nullable CellRun begun) {
        return compareWhereLast(cell, begun != null && !begun.isIncomplete());
    }

    /** Notes that a planned cell does not begin, since {@link #skips} gives a reason. */
    public void skipped(Cell cell) {
        lock.lock();
        try {
            progress.skipped();
        } finally {
            lock.unlock();
        }
    }

    /** Writes a red test that is no cell to the results, without which a report of them would be green where the build is not. */
    public void red(LeafRecord leaf) {
        journal.leaf(leaf);
    }

    /** Ends the results, as complete where every planned cell has an outcome, says where they lie, and closes them. */
    @Override
    public void close() {
        try (journal) {
            lock.lock();
            try {
                journal.end(stopped(), progress.cells(), progress.trials(), coverage.uncovered(), decided);
                String warning = across.warning();
                if (warning != null) {
                    plan.console().accept("Retrial: warning: " + warning);
                }
                plan.console().accept(progress.lastLine(plan.name()));
                String found = reported.line();
                if (found != null) {
                    plan.console().accept(found);
                }
                List<String> uncovered = coverage.uncovered();
                if (progress.isComplete() && progress.hasVerdicts() && !plan.partial() && !uncovered.isEmpty()) {
                    plan.console().accept(RuleCoverage.line(uncovered));
                }
                plan.console().accept("Results: " + directory().resolve("results.jsonl"));
            } finally {
                lock.unlock();
            }
        }
    }

    RunPlan plan() {
        return plan;
    }

    Trials trials() {
        return trials;
    }

    AcrossCohorts across() {
        return across;
    }

    /**
     * Notes that a cell has ended.
     *
     * @param complete whether all its trials have an outcome
     * @return how its case ends across its cohorts, written to the results; null where other cells of the case are left, or nothing is compared
     */
    @Nullable
    Ending compareWhereLast(Cell cell, boolean complete) {
        AcrossCohorts.Compared compared = across.ended(cell, complete);
        if (compared == null) {
            return null;
        }
        try {
            journal.cohorts(compared);
            return compared.ending();
        } catch (UncheckedIOException e) {
            return TrialReport.of(e);
        }
    }

    Journal journal() {
        return journal;
    }

    Semaphore permits() {
        return permits;
    }

    Patience patience() {
        return patience;
    }

    /** Held while a listener is called, and while the counts change. */
    ReentrantLock lock() {
        return lock;
    }

    SuiteTexts texts() {
        return texts;
    }

    ReportedFindings reported() {
        return reported;
    }

    RuleCoverage coverage() {
        return coverage;
    }

    Progress progress() {
        return progress;
    }

    void counted(Trial.Outcome outcome) {
        lock.lock();
        try {
            progress.trial(outcome);
        } finally {
            lock.unlock();
        }
    }

    void ended(Ending ending) {
        lock.lock();
        try {
            progress.finished(ending);
        } finally {
            lock.unlock();
        }
    }
}
