package dev.retrial.jupiter;

import dev.retrial.agent.AgentClient;
import dev.retrial.junit.Thrown;
import dev.retrial.results.LeafRecord;
import dev.retrial.run.Cell;
import dev.retrial.run.CellRun;
import dev.retrial.run.Ending;
import dev.retrial.run.Trial;
import dev.retrial.suite.Status;
import dev.retrial.transcript.Transcript;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** One cell in one invocation of the test method: what the method replays, and how the invocation ends. */
final class CellReplay {

    private static final Ending REPLAYED_NOTHING =
            Ending.failed("the test method replayed nothing, so nothing was tested; call cell.replay(agent) in it");

    private final EvalTestRun run;
    private final Cell cell;
    private @Nullable CellRun begun;

    /** What the results tell of already; null where there is no such thing. */
    private @Nullable Throwable told;

    private @Nullable Throwable nothingReplayed;

    CellReplay(EvalTestRun run, Cell cell) {
        this.run = run;
        this.cell = cell;
    }

    Cell cell() {
        return cell;
    }

    synchronized Transcript with(AgentClient agent) {
        CellRun cellRun = begun;
        if (cellRun == null) {
            cellRun = run.begin(cell);
            begun = cellRun;
        }
        Transcript last = null;
        for (int i = 0; last == null || i < run.attempts(); i++) {
            Trial trial;
            try {
                trial = run.replay(cellRun, agent);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unfinished("interrupted");
            }
            if (trial.outcome() == Trial.Outcome.ERROR || trial.outcome() == Trial.Outcome.DIVERGED) {
                throw new Unfinished(trial.outcome().key());
            }
            last = trial.transcript();
        }
        return last;
    }

    /** The case's place in its suite. */
    private String place() {
        return cell.evalCase().file() + ":" + cell.evalCase().line();
    }

    /**
     * What the invocation throws.
     *
     * @param own what the test method threw itself, or null
     */
    synchronized @Nullable Throwable end(@Nullable Throwable own) {
        Throwable thrown = endWithCohorts(own);
        told = thrown == own || begun == null ? null : thrown;
        return thrown;
    }

    /**
     * Notes that the invocation has failed.
     *
     * <p>A trial that passed says nothing of what the method asserts itself, nor of what broke before it replayed anything, so what failed then has a line of its own.
     * What is thrown may tell anything, so only its type and place are written down.
     */
    synchronized void failed(Throwable cause, Class<?> test) {
        if (cause == told) {
            return;
        }
        run.add(new LeafRecord(
                "method",
                run.name(),
                cell.displayName(),
                cause == nothingReplayed ? REPLAYED_NOTHING.message() : "the test failed: " + described(cause, test),
                cell.evalCase().file(),
                cell.evalCase().line()));
    }

    /** The type, and the line of the test where there is one. */
    private static String described(Throwable cause, Class<?> test) {
        String type = cause.getClass().getName();
        for (StackTraceElement frame : cause.getStackTrace()) {
            if (frame.getClassName().startsWith(test.getName())) {
                return type + " at " + frame.getFileName() + ":" + frame.getLineNumber();
            }
        }
        return type;
    }

    private @Nullable Throwable endWithCohorts(@Nullable Throwable own) {
        Throwable thrown = endCell(own);
        Ending across = run.compare(cell, begun);
        if (across == null || !across.isRed()) {
            return thrown;
        }
        // JUnit gives a method no invocation but those of its cells, so the last cell of a case says it.
        String name = cell.evalCase().id() + " [cohorts]";
        Throwable differs = Thrown.by(across, name, place());
        if (thrown == null || differs == null) {
            return differs == null ? thrown : differs;
        }
        if (thrown instanceof TestAbortedException) {
            differs.addSuppressed(thrown);
            return differs;
        }
        thrown.addSuppressed(differs);
        return thrown;
    }

    private @Nullable Throwable endCell(@Nullable Throwable own) {
        CellRun cellRun = begun;
        if (cellRun == null) {
            nothingReplayed = own != null ? null : Thrown.by(REPLAYED_NOTHING, cell.displayName(), null);
            return own != null ? own : nothingReplayed;
        }
        Ending ending = run.end(cellRun);
        Throwable verdict = Thrown.by(ending, cell.displayName(), place());
        if (own == null || own instanceof Unfinished) {
            return verdict;
        }
        if (own instanceof AssertionError && cell.evalCase().status() == Status.KNOWN_FAILING) {
            return ending.kind() == Ending.Kind.ERROR
                    ? verdict
                    : new TestAbortedException(cell.displayName() + " is known to fail: " + own.getMessage(), own);
        }
        if (verdict == null || !ending.isRed()) {
            return own;
        }
        verdict.addSuppressed(own);
        return verdict;
    }

    /** Ends the test method where there is no transcript that is worth looking at; never seen outside. */
    private static final class Unfinished extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        Unfinished(String outcome) {
            super("The trial ended without a transcript to look at: " + outcome, null, false, false);
        }
    }
}
