package dev.retrial.baseline;

import dev.retrial.results.CheckRecord;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunFingerprint;
import dev.retrial.results.RunHeader;
import dev.retrial.results.RunReader;
import dev.retrial.results.RunSummary;
import dev.retrial.results.TrialRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Takes a run of the main branch into its baseline. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Blessing {

    private static final int MOST_NAMED = 5;

    private Blessing() {}

    /**
     * Adds the first attempt of each active cell to the record.
     *
     * <p>A retry never counts, and neither does the better of two: what was tried until it passed makes later innocent changes red. A cell whose hash is another begins anew. The record of one that is quarantined, known to fail or a draft stays as it is; that of a retired one leaves.
     *
     * @param baseline the record so far, or null for a first one
     * @param run a complete run of the whole suite
     * @throws Refused where the run is incomplete, partial, of another suite, blessed already, lacks a cell that was not {@linkplain Baseline#without removed on purpose}, or has trials without a
     *     verdict
     */
    public static Baseline bless(@Nullable Baseline baseline, RunDirectory run) throws IOException {
        RunSummary summary = RunReader.summary(run);
        if (summary == null) {
            throw new Refused(
                    run + " is not complete (it has no " + RunDirectory.SUMMARY + "); run the suite to its end");
        }
        if (summary.portion().isShard()) {
            throw new Refused(
                    run + " is shard " + summary.portion().shardText() + "; merge the shards, and bless that");
        }
        if (summary.partial()) {
            throw new Refused(run + " is a partial run; run the whole suite, without a filter");
        }
        if (summary.trials().error() > 0) {
            throw new Refused(run + " has " + summary.trials().error()
                    + " trials without a verdict (errors); see what broke and run again");
        }
        if (baseline != null && !baseline.suite().equals(summary.suite())) {
            throw new Refused(run + " is of " + summary.suite() + ", the baseline of " + baseline.suite()
                    + "; keep a baseline for each suite");
        }
        if (baseline != null && baseline.runs().contains(summary.run())) {
            throw new Refused(run + " is in the baseline already");
        }
        SortedMap<CellKey, CellHistory> cells = new TreeMap<>();
        RunHeader header;
        Baseline kept;
        Map<String, String> cases = new HashMap<>();
        try (RunReader reader = RunReader.open(run)) {
            header = reader.header();
            kept = comparable(baseline, run, header);
            Map<CellKey, CellHistory> before = kept == null ? Map.of() : kept.cells();
            Set<CellKey> seen = new HashSet<>();
            for (TrialRecord trial = reader.next(); trial != null; trial = reader.next()) {
                seen.add(new CellKey(trial.caseId(), trial.cohort()));
                cases.put(trial.caseId(), trial.hashes().getOrDefault("case", ""));
                if (trial.stage().equals(TrialRecord.FIRST)
                        && trial.trial() == 1
                        && trial.status().equals("active")) {
                    CellKey cell = new CellKey(trial.caseId(), trial.cohort());
                    cells.put(cell, history(before.get(cell), trial));
                }
            }
            if (reader.truncated()) {
                throw new Refused(run + " ends in the middle of a line; it cannot be trusted");
            }
            for (Map.Entry<String, List<String>> planned : header.planned().entrySet()) {
                for (String cohort : planned.getValue()) {
                    CellKey cell = new CellKey(planned.getKey(), cohort);
                    if (!seen.contains(cell)) {
                        throw new Refused(
                                run + " has no attempt of " + cell + ", which it planned; run the suite again");
                    }
                }
            }
        }
        if (cells.isEmpty()) {
            throw new Refused(run + " has no active cell, so there is nothing to record");
        }
        keepWhatRests(kept, header, cells);
        List<String> runs = new ArrayList<>(kept == null ? List.of() : kept.runs());
        runs.add(summary.run());
        Map<String, String> removed = new TreeMap<>(baseline == null ? Map.of() : baseline.removed());
        for (CellKey cell : cells.keySet()) {
            removed.remove(cell.caseId());
            removed.remove(cell.toString());
        }
        return new Baseline(
                summary.suite(),
                RunFingerprint.of(header, cases),
                header.yardstick().guards(),
                runs.subList(Math.max(0, runs.size() - CellHistory.LONGEST), runs.size()),
                removed,
                cells);
    }

    /** The record so far where the same version of the checks judged it, else null; refuses a run that lacks some of it. */
    private static @Nullable Baseline comparable(@Nullable Baseline baseline, RunDirectory run, RunHeader header) {
        String vocabulary = header.yardstick().vocabulary();
        if (vocabulary.isEmpty()) {
            throw new Refused(run + " does not say which version of the checks judged it; an older version of Retrial"
                    + " wrote it: run the suite again");
        }
        if (baseline == null) {
            return null;
        }
        SortedSet<CellKey> gone = Weakening.goneFrom(baseline.cells().keySet(), header);
        if (!gone.isEmpty()) {
            String named =
                    gone.stream().limit(MOST_NAMED).map(CellKey::toString).collect(Collectors.joining(", "));
            throw new Refused(run + " has no " + named
                    + (gone.size() > MOST_NAMED ? " and " + (gone.size() - MOST_NAMED) + " more" : "")
                    + ", which the baseline has; where that is on purpose, retire the case, or tell the baseline: bless --remove '"
                    + gone.first() + "' --because '…'");
        }
        return baseline.vocabulary().equals(vocabulary) ? baseline : null;
    }

    /** Adds the record of the cells that do not gate at present, and may again. */
    private static void keepWhatRests(
            @Nullable Baseline kept, RunHeader header, SortedMap<CellKey, CellHistory> cells) {
        if (kept != null) {
            kept.cells().forEach((cell, history) -> {
                if (!"retired".equals(header.skipped().get(cell.caseId()))) {
                    cells.putIfAbsent(cell, history);
                }
            });
        }
    }

    /** What the verdicts of a trial rest on, as one text: {@code case=9ceab00e5c2de66d cohort=… policies=…}. */
    public static String hashOf(TrialRecord trial) {
        return hashOf(trial.hashes());
    }

    /** These hashes by their names, as one text. */
    public static String hashOf(Map<String, String> hashes) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(hashes)
                .forEach((name, hash) -> all.append(all.isEmpty() ? "" : " ")
                        .append(name)
                        .append('=')
                        .append(hash, 0, Math.min(16, hash.length())));
        return all.toString();
    }

    private static CellHistory history(@Nullable CellHistory before, TrialRecord trial) {
        String hash = hashOf(trial);
        CellHistory known = before != null && before.hash().equals(hash) ? before : CellHistory.of(hash);
        char outcome = trial.outcome().equals("passed") ? 'P' : trial.outcome().equals("diverged") ? 'D' : 'F';
        return known.and(outcome, failed(trial));
    }

    private static List<String> failed(TrialRecord trial) {
        Set<String> failed = new LinkedHashSet<>();
        for (CheckRecord check : trial.checks()) {
            if (check.outcome().equals("failed") && !check.severity().equals("advisory")) {
                failed.add(check.check());
            }
        }
        return List.copyOf(failed);
    }
}
