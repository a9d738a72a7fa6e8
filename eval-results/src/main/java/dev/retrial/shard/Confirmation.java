package dev.retrial.shard;

import dev.retrial.baseline.Baseline;
import dev.retrial.baseline.Blessing;
import dev.retrial.baseline.CellKey;
import dev.retrial.baseline.Weakening;
import dev.retrial.decision.Decision;
import dev.retrial.decision.RunCell;
import dev.retrial.decision.Terms;
import dev.retrial.gate.GateRules;
import dev.retrial.gate.Part;
import dev.retrial.results.GateRecord;
import dev.retrial.results.GateRecord.Notice;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunFingerprint;
import dev.retrial.results.RunHeader;
import dev.retrial.results.RunReader;
import dev.retrial.results.TrialRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a merged run means for the change, by the main branch's record and what was tried again, and what has still to be tried.
 *
 * @param gate what is decided, on the terms that the suite had in that run
 * @param needs how many attempts of which cells are still to be made; empty where nothing is left to try
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Confirmation(GateRecord gate, SortedMap<CellKey, Integer> needs) {

    /**
     * Decides as far as can be.
     *
     * @param baseline the main branch's record
     * @param name what it is called
     * @param run the merged run
     * @param again runs in which cells of it were tried again, of the same agent; every attempt of theirs is a fresh one
     * @throws IOException where results cannot be read, or cannot be compared; the message says why
     */
    public static Confirmation of(Baseline baseline, String name, RunDirectory run, List<RunDirectory> again)
            throws IOException {
        return new Reading(baseline).decide(name, run, again);
    }

    private static final class Reading {

        private final Baseline baseline;
        private final SortedMap<CellKey, TrialRecord> cells = new TreeMap<>();
        private final Map<CellKey, String> leftOut = new TreeMap<>();
        private final Map<String, String> cases = new HashMap<>();
        private final Map<String, Integer> stages = new TreeMap<>();
        private final ToldAttempts told = new ToldAttempts();

        Reading(Baseline baseline) {
            this.baseline = baseline;
        }

        Confirmation decide(String name, RunDirectory run, List<RunDirectory> again) throws IOException {
            RunHeader header = readFirst(run);
            for (RunDirectory other : again) {
                readAgain(other, header, run);
            }
            List<RunCell> runCells = new ArrayList<>();
            for (Map.Entry<CellKey, TrialRecord> cell : cells.entrySet()) {
                runCells.add(runCell(cell.getKey(), cell.getValue()));
            }
            told.of(cells.keySet());
            List<Notice> notices = new ArrayList<>();
            for (String weakened :
                    Weakening.byGuards(baseline.guards(), header.yardstick().guards())) {
                notices.add(new Notice("weakened", weakened));
            }
            Decision decision = Decision.of(
                    terms(header.yardstick().guards()), runCells, leftOut, baseline, told, false, List.of());
            GateRecord record = decision.record(
                    new GateRecord.Reference(
                            name,
                            baseline.runs().size(),
                            baseline.cells().size(),
                            baseline.fingerprint().parts()),
                    RunFingerprint.of(header, cases).parts(),
                    stages,
                    notices);
            return new Confirmation(record, told.needs());
        }

        private RunHeader readFirst(RunDirectory run) throws IOException {
            try (RunReader reader = RunReader.open(run)) {
                RunHeader header = reader.header();
                mustBeComparable(header, run);
                for (TrialRecord trial = reader.next(); trial != null; trial = reader.next()) {
                    cases.put(trial.caseId(), trial.hashes().getOrDefault("case", ""));
                    if (trial.stage().equals(TrialRecord.FIRST)) {
                        add(trial);
                    }
                }
                if (reader.truncated() || RunReader.summary(run) == null) {
                    throw new IOException(run + " is not complete; run what is missing, and merge again");
                }
                for (CellKey key : baseline.cells().keySet()) {
                    String status = header.skipped().get(key.caseId());
                    if (status != null) {
                        leftOut.put(key, status);
                    }
                }
                return header;
            }
        }

        private void mustBeComparable(RunHeader header, RunDirectory run) throws IOException {
            String vocabulary = header.yardstick().vocabulary();
            if (!vocabulary.equals(baseline.vocabulary())) {
                throw new IOException(run + " was judged by version " + (vocabulary.isEmpty() ? "unknown" : vocabulary)
                        + " of the checks, the baseline by " + baseline.vocabulary()
                        + ", so nothing can be compared; run the main branch, and bless that");
            }
            if (!header.suite().equals(baseline.suite())) {
                throw new IOException(run + " is of " + header.suite() + ", the baseline of " + baseline.suite());
            }
            if (header.partial()) {
                throw new IOException(run + " holds a part of the suite only, and a part says nothing about the rest;"
                        + " run the whole suite");
            }
        }

        private void add(TrialRecord trial) {
            CellKey key = new CellKey(trial.caseId(), trial.cohort());
            // One whose quarantine is over gates again.
            if (!trial.status().equals("active") && !trial.status().equals("quarantined")) {
                leftOut.put(key, trial.status());
                return;
            }
            stages.merge("first", 1, Integer::sum);
            told.broke(key, trial);
            if (trial.trial() > 1) {
                told.add(key, trial);
            } else {
                cells.put(key, trial);
            }
        }

        private void readAgain(RunDirectory other, RunHeader header, RunDirectory run) throws IOException {
            try (RunReader reader = RunReader.open(other)) {
                String difference = Alike.difference(reader.header(), header);
                if (difference != null) {
                    throw new IOException(
                            other + " does not confirm anything of " + run + ": they differ in " + difference);
                }
                for (TrialRecord trial = reader.next(); trial != null; trial = reader.next()) {
                    CellKey key = new CellKey(trial.caseId(), trial.cohort());
                    TrialRecord first = cells.get(key);
                    if (first != null && !Blessing.hashOf(first).equals(Blessing.hashOf(trial))) {
                        throw new IOException(
                                other + " does not confirm anything of " + run + ": " + key + " is not what it was");
                    }
                    stages.merge("confirm", 1, Integer::sum);
                    told.broke(key, trial);
                    told.add(key, trial);
                }
            }
        }

        private static RunCell runCell(CellKey key, TrialRecord first) {
            Boolean passed = first.outcome().equals("error")
                    ? null
                    : Boolean.valueOf(first.outcome().equals("passed"));
            return new RunCell(
                    key,
                    passed == null ? null : Blessing.hashOf(first),
                    first.difficulty(),
                    first.failure(),
                    first.tags(),
                    passed);
        }

        /** What the suite's gate demands, as the run wrote it down. */
        private static Terms terms(Map<String, String> guards) {
            List<Part> slices = new ArrayList<>();
            List<Terms.Floor> floors = new ArrayList<>();
            guards.forEach((name, value) -> {
                Part part = Part.named(name.substring(name.indexOf(':') + 1));
                if (name.startsWith("slice:")) {
                    slices.add(part);
                } else if (name.startsWith("floor:")) {
                    floors.add(new Terms.Floor(part, number(value, 1)));
                }
            });
            return new Terms(GateRules.DEFAULT, slices, floors, number(guards.get("complete"), 1));
        }

        private static double number(@Nullable String text, double otherwise) {
            try {
                return text == null ? otherwise : Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return otherwise;
            }
        }
    }
}
