package dev.retrial.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.agent.Answer.Usage;
import dev.retrial.replay.Replayed;
import dev.retrial.replay.TranscriptSource;
import dev.retrial.replay.TrialRequest;
import dev.retrial.results.TrialRecord;
import dev.retrial.run.Trial.Finding;
import dev.retrial.run.Trial.Outcome;
import dev.retrial.suite.Trials;
import dev.retrial.transcript.Transcript;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A cell while it runs: its trials are replayed, graded and recorded one by one; several threads may replay at once.
 *
 * <p>Of a trial that has ended it keeps the outcome, and of each outcome the first report.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CellRun {

    private final SuiteRun run;
    private final Cell cell;
    private final ObjectNode context;
    private final Grader grader;
    private final Map<String, String> hashes;

    /** Of each outcome the first report; most cells never need one. */
    private @Nullable Map<Outcome, Ending> firsts;

    private Tally tally = Tally.NONE;
    private int begun;
    private int planned;
    private int abandoned;

    CellRun(SuiteRun run, Cell cell) {
        this.run = run;
        this.cell = cell;
        this.context = cell.context();
        this.grader = new Grader(run.plan().suite(), cell, context, run.plan().judge(), run.texts());
        this.hashes = Grounding.of(run.journal().header(), cell, grader.checks());
        this.planned = run.trials().attempts();
    }

    /** The cell once more, for trials beside the planned ones; these have been made. */
    static CellRun again(SuiteRun run, Cell cell) {
        CellRun again = new CellRun(run, cell);
        again.begun = run.trials().attempts();
        return again;
    }

    /** The cell. */
    public Cell cell() {
        return cell;
    }

    /**
     * Replays the cell once more, grades what happened and writes it to the results. Waits while as many trials are under way as may be.
     *
     * @throws InterruptedException where the thread was interrupted; nothing is recorded then
     * @throws UncheckedIOException where the results cannot be written
     */
    public Trial replay(TranscriptSource source) throws InterruptedException {
        return replay(source, TrialRecord.FIRST);
    }

    /** As {@link #replay(TranscriptSource)}, for a stage of its own. */
    Trial replay(TranscriptSource source, String stage) throws InterruptedException {
        int number;
        synchronized (this) {
            number = ++begun;
        }
        run.permits().acquire();
        try {
            return replay(source, stage, number);
        } finally {
            run.permits().release();
        }
    }

    private Trial replay(TranscriptSource source, String stage, int number) throws InterruptedException {
        Instant startedAt = Instant.now();
        long begin = System.nanoTime();
        String over = run.patience().over();
        Replayed replayed = over == null
                ? source.replay(new TrialRequest(cell.evalCase(), cell.cohort(), context, number))
                : new Replayed.Broken(Transcript.of(List.of()), Usage.UNKNOWN, List.of(), over, null);
        long millis = (System.nanoTime() - begin) / 1_000_000;
        if (over == null) {
            run.patience().ended(replayed, millis);
        }
        Trial trial = graded(replayed, number);
        run.journal().trial(trial, stage, hashes, replayed.usage(), startedAt, millis);
        run.across().add(trial);
        run.plan().holding().ended(trial, stage, replayed.usage(), hashes);
        if (trial.outcome() == Outcome.PASSED) {
            count(Outcome.PASSED, null);
        } else {
            Throwable cause = replayed instanceof Replayed.Broken broken ? broken.cause() : null;
            count(trial.outcome(), TrialReport.of(trial, cause));
        }
        return trial;
    }

    private Trial graded(Replayed replayed, int number) throws InterruptedException {
        if (replayed instanceof Replayed.Complete complete) {
            List<Finding> findings = grader.grade(complete.transcript());
            run.coverage().note(findings);
            run.reported().note(findings);
            Outcome outcome = Grader.outcome(findings);
            if (outcome == Outcome.ERROR && Thread.interrupted()) {
                // The run was cancelled while a judge was asked.
                throw new InterruptedException();
            }
            String reason = outcome == Outcome.ERROR ? TrialReport.notEvaluated(findings) : null;
            return new Trial(cell, number, outcome, complete.transcript(), findings, reason);
        }
        if (replayed instanceof Replayed.Diverged diverged) {
            return new Trial(cell, number, Outcome.DIVERGED, diverged.transcript(), List.of(), diverged.reason());
        }
        Replayed.Broken broken = (Replayed.Broken) replayed;
        return new Trial(cell, number, Outcome.ERROR, broken.transcript(), List.of(), withNotes(broken));
    }

    /** The reason, and what went before it; the same failure over and over is told once. */
    private static String withNotes(Replayed.Broken broken) {
        StringBuilder text = new StringBuilder(broken.reason());
        for (String note : broken.notes()) {
            int done = note.lastIndexOf("; ");
            if (done < 0 || !broken.reason().startsWith(note.substring(0, done))) {
                text.append("\n  before that: ").append(note);
            }
        }
        return text.toString();
    }

    /** How the cell ends by the trials so far; one without a trial is an error. */
    synchronized Ending ending() {
        Trials rule = run.trials();
        int tried = tally.trials();
        if (tried > 0 && tried != rule.attempts()) {
            rule = new Trials(tried, Math.min(rule.pass(), tried));
        }
        Outcome decisive = switch (Endings.verdict(rule, tally)) {
            case PASS -> Outcome.PASSED;
            case FAIL -> Outcome.FAILED;
            case DIVERGED -> Outcome.DIVERGED;
            case ERROR -> Outcome.ERROR;
        };
        return Endings.of(
                cell.evalCase(),
                rule,
                tally,
                run.plan().settings().mode(),
                firsts == null ? null : firsts.get(decisive));
    }

    /** A trial that could not be replayed, graded or recorded. */
    void broke(Throwable failure) {
        count(Outcome.ERROR, TrialReport.of(failure));
    }

    /** A trial that was begun and will have no outcome. */
    synchronized void abandonOne() {
        abandoned++;
    }

    /** The trials that have not begun will not. */
    synchronized void cutShort() {
        planned = begun;
    }

    /** Whether no planned trial is left. */
    synchronized boolean hasEnded() {
        return tally.trials() + abandoned >= planned;
    }

    /** Whether fewer trials have an outcome than the cell should have. */
    synchronized boolean isIncomplete() {
        return tally.trials() < run.trials().attempts();
    }

    private void count(Outcome outcome, @Nullable Ending report) {
        synchronized (this) {
            tally = tally.plus(outcome);
            if (report != null) {
                Map<Outcome, Ending> reports = firsts;
                if (reports == null) {
                    reports = new EnumMap<>(Outcome.class);
                    firsts = reports;
                }
                reports.putIfAbsent(outcome, report);
            }
        }
        run.counted(outcome);
    }
}
