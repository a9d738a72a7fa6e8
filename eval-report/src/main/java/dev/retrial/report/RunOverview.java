package dev.retrial.report;

import dev.retrial.report.CellOverview.Cost;
import dev.retrial.results.CohortsRecord;
import dev.retrial.results.GateRecord;
import dev.retrial.results.LeafRecord;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunHeader;
import dev.retrial.results.RunLine;
import dev.retrial.results.RunReader;
import dev.retrial.results.RunSummary;
import dev.retrial.results.StoppedRun;
import dev.retrial.results.TrialRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A run as its results tell it, cell by cell, without what was said.
 *
 * @param directory where the results lie
 * @param header what the run was about to do
 * @param summary what it says of itself, or null where it is not complete
 * @param stopped what it says of itself where it was stopped; null where it is complete, or was killed
 * @param truncated whether the last line is incomplete
 * @param cells the planned cells, in the order of the plan
 * @param redLeaves the red tests that are no cells, in the order in which they ended
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RunOverview(
        RunDirectory directory,
        RunHeader header,
        @Nullable RunSummary summary,
        @Nullable StoppedRun stopped,
        boolean truncated,
        List<CellOverview> cells,
        List<RedLeaf> redLeaves) {

    /** Copies the lists. */
    public RunOverview {
        cells = List.copyOf(cells);
        redLeaves = List.copyOf(redLeaves);
    }

    /**
     * Reads the results, trial by trial; what is kept is a few hundred bytes a cell.
     *
     * @throws IOException where they cannot be read; the message says why
     */
    public static RunOverview read(RunDirectory directory) throws IOException {
        try (RunReader reader = RunReader.open(directory)) {
            RunHeader header = reader.header();
            Map<String, Map<String, CellFold>> folds = new LinkedHashMap<>();
            header.planned().forEach((caseId, cohorts) -> cohorts.forEach(cohort -> fold(folds, caseId, cohort)));
            Map<String, String> names = new HashMap<>();
            List<RedLeaf> redLeaves = new ArrayList<>();
            for (RunLine line = reader.nextOfAny(); line != null; line = reader.nextOfAny()) {
                if (line instanceof TrialRecord trial) {
                    fold(folds, trial.caseId(), trial.cohort()).add(trial, names);
                } else if (line instanceof LeafRecord leaf) {
                    redLeaves.add(RedLeaf.of(leaf));
                } else if (line instanceof CohortsRecord cohorts) {
                    RedLeaf red = RedLeaf.of(cohorts);
                    if (red != null) {
                        redLeaves.add(red);
                    }
                }
            }
            RunSummary summary = RunReader.summary(directory);
            StoppedRun stopped = summary == null ? RunReader.stopped(directory) : null;
            GateRecord gate = gate(summary, stopped);
            List<CellOverview> cells = new ArrayList<>(header.plannedCells());
            // A gate that compares takes the first attempt of each cell alone; the others are made where it fails.
            boolean firstOnly = gate != null && gate.by().equals("baseline");
            int attempts = firstOnly ? 1 : header.attempts();
            int pass = firstOnly ? 1 : header.pass();
            for (Map<String, CellFold> cohorts : folds.values()) {
                for (CellFold cell : cohorts.values()) {
                    cells.add(cell.finish(attempts, pass));
                }
            }
            return new RunOverview(directory, header, summary, stopped, reader.truncated(), cells, redLeaves);
        }
    }

    private static @Nullable GateRecord gate(@Nullable RunSummary summary, @Nullable StoppedRun stopped) {
        return summary != null
                ? summary.gate()
                : stopped != null ? stopped.soFar().gate() : null;
    }

    /** What the run's own gate decided, on what it had seen where it was stopped; null where it has none. */
    @Nullable
    GateRecord gate() {
        return gate(summary, stopped);
    }

    private static CellFold fold(Map<String, Map<String, CellFold>> folds, String caseId, String cohort) {
        return folds.computeIfAbsent(caseId, id -> new LinkedHashMap<>(4))
                .computeIfAbsent(cohort, id -> new CellFold(caseId, cohort));
    }

    /** Whether every planned cell has an outcome. */
    public boolean complete() {
        return summary != null && !truncated && count(CellOutcome.MISSING) == 0;
    }

    /** How many red tests there are of a kind of {@link RedLeaf}. */
    int redLeaves(String kind) {
        int count = 0;
        for (RedLeaf leaf : redLeaves) {
            count += leaf.kind().equals(kind) ? 1 : 0;
        }
        return count;
    }

    /** Whether it ran where a cell that diverged is red. */
    public boolean inCi() {
        return header.mode().equals("ci");
    }

    /** Whether this cell makes the run red. */
    public boolean isRed(CellOverview cell) {
        return cell.outcome().isRed() || (cell.outcome() == CellOutcome.DIVERGED && inCi());
    }

    /** The cells that make the run red, what failed first. */
    public List<CellOverview> red() {
        return cells.stream()
                .filter(this::isRed)
                .sorted((a, b) -> a.outcome().compareTo(b.outcome()))
                .toList();
    }

    /** How many cells ended so. */
    public int count(CellOutcome outcome) {
        int count = 0;
        for (CellOverview cell : cells) {
            count += cell.outcome() == outcome ? 1 : 0;
        }
        return count;
    }

    /** The cells that count in rates. */
    public Stream<CellOverview> counting() {
        return cells.stream().filter(CellOverview::counts);
    }

    /** What all trials took. */
    public Cost cost() {
        Cost cost = Cost.NONE;
        for (CellOverview cell : cells) {
            cost = cost.plus(cell.cost());
        }
        return cost;
    }
}
