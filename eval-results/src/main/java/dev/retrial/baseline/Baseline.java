package dev.retrial.baseline;

import dev.retrial.gate.PassCount;
import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param vocabulary the version of the checks that judged it; results of another one cannot be compared
 * @param agent what the agent of the newest run was made of, by name
 * @param runs the ids of the blessed runs whose attempts are kept, oldest first
 * @param cells what each cell did
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Baseline(
        String suite,
        String vocabulary,
        Map<String, String> agent,
        List<String> runs,
        SortedMap<CellKey, CellHistory> cells) {

    /** Copies the collections. */
    public Baseline {
        agent = Collections.unmodifiableMap(new LinkedHashMap<>(agent));
        runs = List.copyOf(runs);
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }

    /** The record of a cell, or null where there is none that can be compared: it is new, or what its verdicts rest on is another. */
    public @Nullable PassCount record(CellKey cell, String hash) {
        CellHistory history = cells.get(cell);
        return history == null || !history.hash().equals(hash) ? null : history.recent();
    }

    /** The same, with the attempts of now as what later runs are held against beside the rolling record. */
    public Baseline anchored() {
        SortedMap<CellKey, CellHistory> anchored = new TreeMap<>();
        cells.forEach((cell, history) -> anchored.put(cell, history.anchored()));
        return new Baseline(suite, vocabulary, agent, runs, anchored);
    }
}
