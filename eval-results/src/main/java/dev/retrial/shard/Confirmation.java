package dev.retrial.shard;

import dev.retrial.baseline.Baseline;
import dev.retrial.baseline.Blessing;
import dev.retrial.baseline.CellKey;
import dev.retrial.gate.FreshAttempts;
import dev.retrial.gate.Gate;
import dev.retrial.gate.GateDecision;
import dev.retrial.gate.GateRules;
import dev.retrial.gate.GatedCell;
import dev.retrial.gate.PassCount;
import dev.retrial.gate.Slice;
import dev.retrial.gate.Wanted;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunHeader;
import dev.retrial.results.RunReader;
import dev.retrial.results.TrialRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a merged run means for the change, by the main branch's record and what was tried again, and what has still to be tried.
 *
 * @param names the name of each cell that gates
 * @param records the record of each on the main branch, or null where it has none that can be compared
 * @param slices the name of each slice
 * @param decision what is found of these, in their order
 * @param unjudged the cells whose first attempt could not be evaluated
 * @param gone the cells of the record that are not there any more, and that nobody removed on purpose
 * @param needs how many attempts of which cells are still to be made
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Confirmation(
        List<CellKey> names,
        List<@Nullable PassCount> records,
        List<String> slices,
        GateDecision decision,
        List<CellKey> unjudged,
        List<CellKey> gone,
        SortedMap<CellKey, Integer> needs) {

    /**
     * Decides as far as can be.
     *
     * @param baseline the main branch's record
     * @param run the merged run
     * @param again runs in which cells of it were tried again, of the same agent; every attempt of theirs is a fresh one
     * @throws IOException where results cannot be read, or cannot be compared; the message says why
     */
    public static Confirmation of(Baseline baseline, RunDirectory run, List<RunDirectory> again) throws IOException {
        return new Reading(baseline).decide(run, again);
    }

    /** Whether the change may land; {@code INCONCLUSIVE} too where the run left cells out. */
    public GateDecision.Verdict verdict() {
        if (!gone.isEmpty()) {
            return GateDecision.Verdict.RED;
        }
        return decision.verdict() == GateDecision.Verdict.GREEN && !(unjudged.isEmpty() && needs.isEmpty())
                ? GateDecision.Verdict.INCONCLUSIVE
                : decision.verdict();
    }

    private static final class Reading {

        private final Baseline baseline;
        private final Map<CellKey, TrialRecord> first = new TreeMap<>();
        private final Map<CellKey, List<Boolean>> fresh = new TreeMap<>();
        private final List<CellKey> unjudged = new ArrayList<>();
        private final List<CellKey> gone = new ArrayList<>();
        private final SortedMap<CellKey, Integer> needs = new TreeMap<>();

        Reading(Baseline baseline) {
            this.baseline = baseline;
        }

        Confirmation decide(RunDirectory run, List<RunDirectory> again) throws IOException {
            RunHeader header = readFirst(run);
            for (RunDirectory other : again) {
                readAgain(other, header, run);
            }
            List<CellKey> keys = List.copyOf(first.keySet());
            List<GatedCell> cells = new ArrayList<>();
            List<@Nullable PassCount> records = new ArrayList<>();
            for (CellKey key : keys) {
                TrialRecord trial = first.get(key);
                PassCount record = trial == null ? null : baseline.record(key, Blessing.hashOf(trial));
                records.add(record);
                cells.add(new GatedCell(
                        key.toString(), record, trial != null && trial.outcome().equals("passed")));
            }
            List<Slice> slices = slices(keys);
            FreshAttempts attempts = wanted -> told(wanted, keys);
            GateDecision decision = Gate.decide(GateRules.DEFAULT, cells, slices, attempts, false);
            return new Confirmation(
                    keys, records, slices.stream().map(Slice::name).toList(), decision, unjudged, gone, needs);
        }

        private RunHeader readFirst(RunDirectory run) throws IOException {
            try (RunReader reader = RunReader.open(run)) {
                RunHeader header = reader.header();
                mustBeComparable(header, run);
                for (TrialRecord trial = reader.next(); trial != null; trial = reader.next()) {
                    if (trial.status().equals("active") && trial.stage().equals(TrialRecord.FIRST)) {
                        add(trial);
                    }
                }
                if (reader.truncated() || RunReader.summary(run) == null) {
                    throw new IOException(run + " is not complete; run what is missing, and merge again");
                }
                for (CellKey key : baseline.cells().keySet()) {
                    if (!header.planned().getOrDefault(key.caseId(), List.of()).contains(key.cohort())
                            && !header.skipped().containsKey(key.caseId())
                            && !baseline.isRemoved(key)) {
                        gone.add(key);
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
            if (trial.trial() > 1) {
                addFresh(key, trial);
            } else if (trial.outcome().equals("error")) {
                unjudged.add(key);
            } else {
                first.put(key, trial);
            }
        }

        private void addFresh(CellKey key, TrialRecord trial) {
            if (!trial.outcome().equals("error")) {
                fresh.computeIfAbsent(key, any -> new ArrayList<>())
                        .add(trial.outcome().equals("passed"));
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
                    addFresh(new CellKey(trial.caseId(), trial.cohort()), trial);
                }
            }
        }

        private List<Slice> slices(List<CellKey> keys) {
            Map<String, List<Integer>> slices = new LinkedHashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                TrialRecord trial = first.get(keys.get(i));
                if (trial != null) {
                    add(slices, "cohort", trial.cohort(), i);
                    add(slices, "difficulty", trial.difficulty(), i);
                    add(slices, "failure", trial.failure(), i);
                }
            }
            List<Slice> all = new ArrayList<>();
            slices.forEach((name, cells) -> all.add(new Slice(name, cells, false)));
            return all;
        }

        private static void add(Map<String, List<Integer>> slices, String by, @Nullable String value, int cell) {
            if (value != null) {
                slices.computeIfAbsent(by + "=" + value, any -> new ArrayList<>())
                        .add(cell);
            }
        }

        /** What was made; what is missing becomes the plan. */
        private List<List<Boolean>> told(List<Wanted> wanted, List<CellKey> keys) {
            List<List<Boolean>> told = new ArrayList<>();
            for (Wanted one : wanted) {
                CellKey key = keys.get(one.cell());
                List<Boolean> made = fresh.getOrDefault(key, List.of());
                int passes = 0;
                int counted = Math.min(made.size(), one.attempts());
                for (int i = 0; i < counted; i++) {
                    passes += Boolean.TRUE.equals(made.get(i)) ? 1 : 0;
                }
                if (!one.isSettledBy(new PassCount(passes, counted))) {
                    needs.merge(key, one.attempts() - counted, Math::max);
                }
                told.add(made);
            }
            return told;
        }
    }
}
