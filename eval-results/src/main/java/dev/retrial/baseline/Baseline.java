package dev.retrial.baseline;

import dev.retrial.gate.PassCount;
import dev.retrial.results.RunFingerprint;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The record of a suite on the main branch.
 *
 * @param suite the suite's name
 * @param fingerprint what the newest run was made of
 * @param guards what made its gate strict, by name
 * @param runs the ids of the blessed runs whose attempts are kept, oldest first
 * @param removed the cells that were removed on purpose, as a case ({@code refund-late}) or a cell ({@code refund-late [enterprise]}), to the reason
 * @param cells what each cell did
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Baseline(
        String suite,
        RunFingerprint fingerprint,
        Map<String, String> guards,
        List<String> runs,
        Map<String, String> removed,
        SortedMap<CellKey, CellHistory> cells) {

    /** Copies the collections, sorting what has names. */
    public Baseline {
        guards = Collections.unmodifiableMap(new TreeMap<>(guards));
        runs = List.copyOf(runs);
        removed = Collections.unmodifiableMap(new TreeMap<>(removed));
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }

    /** The version of the checks that judged it; results of another one cannot be compared. */
    public String vocabulary() {
        return fingerprint.parts().getOrDefault("vocabulary", "");
    }

    /** The record of a cell, or null where there is none that can be compared: it is new, or what its verdicts rest on is another. */
    public @Nullable PassCount record(CellKey cell, String hash) {
        CellHistory history = history(cell, hash);
        return history == null ? null : history.recent();
    }

    /** All that is known of a cell, or null where nothing can be compared. */
    public @Nullable CellHistory history(CellKey cell, String hash) {
        CellHistory history = cells.get(cell);
        return history == null || !history.hash().equals(hash) ? null : history;
    }

    /** Whether a cell that is not there any more was removed on purpose. */
    public boolean isRemoved(CellKey cell) {
        return removed.containsKey(cell.caseId()) || removed.containsKey(cell.toString());
    }

    /** The same, with the attempts of now as what later runs are held against beside the rolling record. */
    public Baseline anchored() {
        SortedMap<CellKey, CellHistory> anchored = new TreeMap<>();
        cells.forEach((cell, history) -> anchored.put(cell, history.anchored()));
        return new Baseline(suite, fingerprint, guards, runs, removed, anchored);
    }

    /**
     * The same without a case or a cell, which was removed on purpose.
     *
     * @param name {@code refund-late} or {@code refund-late [enterprise]}
     * @param because why
     * @throws Refused where the baseline has no such case or cell
     */
    public Baseline without(String name, String because) {
        SortedMap<CellKey, CellHistory> left = new TreeMap<>();
        cells.forEach((cell, history) -> {
            if (!cell.caseId().equals(name) && !cell.toString().equals(name)) {
                left.put(cell, history);
            }
        });
        if (left.size() == cells.size()) {
            throw new Refused("the baseline has no case or cell '" + name
                    + "'; a case is named as refund-late, a cell as 'refund-late [enterprise]'");
        }
        Map<String, String> all = new TreeMap<>(removed);
        all.put(name, because);
        return new Baseline(suite, fingerprint, guards, runs, all, left);
    }
}
