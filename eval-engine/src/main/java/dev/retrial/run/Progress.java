package dev.retrial.run;

import dev.retrial.results.RunSummary;
import java.util.concurrent.TimeUnit;

/** How far a run is: small counts, and what is said of them. Used under the run's lock. */
final class Progress {

    private final int cells;
    private final long begin = System.nanoTime();
    private final int[] endings = new int[Ending.Kind.values().length];
    private final int[] trials = new int[Trial.Outcome.values().length];
    private int skipped;
    private int cancelled;

    Progress(int cells) {
        this.cells = cells;
    }

    void trial(Trial.Outcome outcome) {
        trials[outcome.ordinal()]++;
    }

    void finished(Ending ending) {
        endings[ending.kind().ordinal()]++;
    }

    void skipped() {
        skipped++;
    }

    void cancelled() {
        cancelled++;
    }

    /** Whether a trial could be judged, so that there was something for a rule to apply to. */
    boolean hasVerdicts() {
        return trials[Trial.Outcome.PASSED.ordinal()] + trials[Trial.Outcome.FAILED.ordinal()] > 0;
    }

    /** Whether every cell has an outcome. */
    boolean isComplete() {
        return cancelled == 0 && done() == cells;
    }

    /** {@code 120 of 3,000 cells: 115 passed, 5 failed; 30 s, 4 cells/s}. */
    String line() {
        long seconds = seconds();
        int done = done();
        StringBuilder line = new StringBuilder("Retrial: ");
        number(line, done).append(" of ");
        number(line, cells).append(" cells: ");
        return counts(line)
                .append("; ")
                .append(duration(seconds))
                .append(", ")
                .append(seconds == 0 ? done : (done + seconds / 2) / seconds)
                .append(" cells/s")
                .toString();
    }

    /** {@code 3,000 cells of acme.SupportAgentTest: 2,990 passed, 10 failed; 41 s}. */
    String lastLine(String suite) {
        StringBuilder line = new StringBuilder("Retrial: ");
        if (!isComplete()) {
            line.append("incomplete, ");
            number(line, done()).append(" of ");
        }
        number(line, cells)
                .append(cells == 1 ? " cell of " : " cells of ")
                .append(suite)
                .append(": ");
        return counts(line).append("; ").append(duration(seconds())).toString();
    }

    RunSummary.Cells cells() {
        return new RunSummary.Cells(
                count(Ending.Kind.PASSED),
                count(Ending.Kind.FAILED),
                count(Ending.Kind.ERROR),
                count(Ending.Kind.ABORTED),
                skipped);
    }

    RunSummary.Trials trials() {
        return new RunSummary.Trials(
                trials[Trial.Outcome.PASSED.ordinal()],
                trials[Trial.Outcome.FAILED.ordinal()],
                trials[Trial.Outcome.DIVERGED.ordinal()],
                trials[Trial.Outcome.ERROR.ordinal()]);
    }

    private int done() {
        int done = skipped;
        for (int count : endings) {
            done += count;
        }
        return done;
    }

    private int count(Ending.Kind kind) {
        return endings[kind.ordinal()];
    }

    private StringBuilder counts(StringBuilder line) {
        number(line, count(Ending.Kind.PASSED)).append(" passed");
        count(line, count(Ending.Kind.FAILED), " failed");
        count(line, count(Ending.Kind.ERROR), count(Ending.Kind.ERROR) == 1 ? " error" : " errors");
        count(line, count(Ending.Kind.ABORTED), " aborted");
        count(line, skipped, " skipped");
        return line;
    }

    private static void count(StringBuilder line, int count, String word) {
        if (count > 0) {
            number(line.append(", "), count).append(word);
        }
    }

    private long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    }

    private static String duration(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds / 60 + " min " + seconds % 60 + " s";
    }

    /** With a comma between thousands. */
    private static StringBuilder number(StringBuilder line, int number) {
        String digits = Integer.toString(number);
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                line.append(',');
            }
            line.append(digits.charAt(i));
        }
        return line;
    }
}
