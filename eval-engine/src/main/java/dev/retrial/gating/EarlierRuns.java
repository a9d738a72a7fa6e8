package dev.retrial.gating;

import dev.retrial.baseline.CellKey;
import dev.retrial.gate.Wanted.Stage;
import dev.retrial.results.CheckRecord;
import dev.retrial.results.GateRecord;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunReader;
import dev.retrial.results.RunSummary;
import dev.retrial.results.StoppedRun;
import dev.retrial.results.TrialRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was decided before, beside this run's results: attempts of the same fingerprint, which stay what they are however often the run is started again.
 *
 * <p>Started again until it is green, a gate would be none.
 */
final class EarlierRuns {

    /** As many as a branch may have without anybody cleaning up. */
    private static final int MOST = 100;

    private final Map<CellKey, Kept> cells = new TreeMap<>();
    private final List<String> same = new ArrayList<>();
    private final Set<Map<String, String>> tried = new HashSet<>();

    /** What earlier runs said of a cell. */
    static final class Kept {

        /** Whether its very first attempt passed; null where none could be evaluated. */
        @Nullable
        Boolean first;

        final Map<Stage, List<Boolean>> further = new EnumMap<>(Stage.class);
        final Map<String, Integer> critical = new HashMap<>();

        private void add(TrialRecord trial) {
            Stage stage = switch (trial.stage()) {
                case "compare" -> Stage.COMPARE;
                case "control" -> Stage.CONTROL;
                default -> Stage.CONFIRM;
            };
            if (stage != Stage.CONTROL) {
                for (CheckRecord check : trial.checks()) {
                    if (check.severity().equals("critical") && check.outcome().equals("failed")) {
                        critical.merge(check.check(), 1, Integer::sum);
                    }
                }
            }
            if (trial.outcome().equals("error")) {
                return;
            }
            boolean passed = trial.outcome().equals("passed");
            if (trial.stage().equals(TrialRecord.FIRST) && first == null) {
                first = passed;
            } else {
                further.computeIfAbsent(stage, each -> new ArrayList<>()).add(passed);
            }
        }
    }

    /** Nothing was decided before. */
    static EarlierRuns none() {
        return new EarlierRuns();
    }

    /**
     * The earlier runs of a suite.
     *
     * @param run the directory of this run
     * @param identity what this run is made of, its baseline and its revision
     */
    static EarlierRuns of(Path run, Map<String, String> identity) {
        EarlierRuns earlier = new EarlierRuns();
        earlier.tried.add(identity);
        try {
            for (RunDirectory directory : beside(run)) {
                earlier.read(directory, identity);
            }
        } catch (IOException e) {
            // A run whose results are gone half says nothing about this one: but then nobody may rely on it.
            throw new UncheckedIOException(
                    "what was decided before cannot be read; delete the run in question: " + e.getMessage(), e);
        }
        return earlier;
    }

    private static List<RunDirectory> beside(Path run) throws IOException {
        Path runs = run.toAbsolutePath().getParent();
        if (runs == null) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(runs)) {
            List<Path> others = all.filter(path -> !path.getFileName().equals(run.getFileName())
                            && (Files.isRegularFile(path.resolve(RunDirectory.SUMMARY))
                                    || Files.isRegularFile(path.resolve(RunDirectory.STOPPED))))
                    .sorted()
                    .toList();
            return others.subList(Math.max(0, others.size() - MOST), others.size()).stream()
                    .map(RunDirectory::new)
                    .toList();
        }
    }

    private void read(RunDirectory directory, Map<String, String> identity) throws IOException {
        GateRecord gate = decisionOf(directory);
        if (gate == null || !gate.by().equals("baseline")) {
            return;
        }
        if (identity.get(Identity.BASELINE) != null
                && identity.get(Identity.BASELINE).equals(gate.fingerprint().get(Identity.BASELINE))) {
            tried.add(gate.fingerprint());
        }
        if (!gate.fingerprint().equals(identity)) {
            return;
        }
        same.add(directory.run());
        // In the order of their numbers: which of two that ran at once ended first says nothing.
        Map<CellKey, TreeMap<Integer, TrialRecord>> trials = new TreeMap<>();
        try (RunReader reader = RunReader.open(directory)) {
            for (TrialRecord trial = reader.next(); trial != null; trial = reader.next()) {
                trials.computeIfAbsent(new CellKey(trial.caseId(), trial.cohort()), key -> new TreeMap<>())
                        .put(trial.trial(), trial);
            }
        }
        trials.forEach((key, all) -> {
            Kept kept = cells.computeIfAbsent(key, each -> new Kept());
            all.values().forEach(kept::add);
        });
    }

    /** To stop a run that looks bad is no way out, so what was stopped counts as well. */
    private static @Nullable GateRecord decisionOf(RunDirectory run) throws IOException {
        RunSummary summary = RunReader.summary(run);
        if (summary != null) {
            return summary.gate();
        }
        StoppedRun stopped = RunReader.stopped(run);
        return stopped == null ? null : stopped.soFar().gate();
    }

    /** What was said of a cell before, or null where it was not tried. */
    @Nullable
    Kept of(CellKey cell) {
        return cells.get(cell);
    }

    /** The runs that decided about the same, oldest first. */
    List<String> same() {
        return same;
    }

    /** How many fingerprints were held against the same baseline, this one included. */
    int tried() {
        return tried.size();
    }
}
