package dev.retrial.shard;

import dev.retrial.baseline.CellKey;
import dev.retrial.decision.Evidence;
import dev.retrial.gate.PassCount;
import dev.retrial.gate.Wanted;
import dev.retrial.results.CheckRecord;
import dev.retrial.results.TrialRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The attempts that results tell of; what a decision wants beyond them is the plan. */
final class ToldAttempts implements Evidence {

    private final Map<CellKey, List<Boolean>> fresh = new HashMap<>();
    private final Map<CellKey, Map<String, Integer>> critical = new HashMap<>();
    private final SortedMap<CellKey, Integer> needs = new TreeMap<>();
    private List<CellKey> cells = List.of();

    /** The cells by their index. */
    void of(Collection<CellKey> all) {
        cells = List.copyOf(all);
    }

    /** Adds a fresh attempt; one that could not be evaluated is none. */
    void add(CellKey key, TrialRecord trial) {
        if (!trial.outcome().equals("error")) {
            fresh.computeIfAbsent(key, any -> new ArrayList<>())
                    .add(trial.outcome().equals("passed"));
        }
    }

    /** Notes the critical rules that an attempt broke. */
    void broke(CellKey key, TrialRecord trial) {
        Set<String> broken = new HashSet<>();
        for (CheckRecord check : trial.checks()) {
            if (check.severity().equals("critical") && check.outcome().equals("failed") && broken.add(check.check())) {
                critical.computeIfAbsent(key, any -> new TreeMap<>()).merge(check.check(), 1, Integer::sum);
            }
        }
    }

    @Override
    public Map<String, Integer> critical(int cell) {
        return critical.getOrDefault(cells.get(cell), Map.of());
    }

    @Override
    public List<List<Boolean>> make(List<Wanted> wanted) {
        List<List<Boolean>> told = new ArrayList<>();
        for (Wanted one : wanted) {
            CellKey key = cells.get(one.cell());
            List<Boolean> made = fresh.getOrDefault(key, List.of());
            int counted = Math.min(made.size(), one.attempts());
            int passes = 0;
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

    /** How many attempts of which cells were wanted and not there. */
    SortedMap<CellKey, Integer> needs() {
        return needs;
    }
}
