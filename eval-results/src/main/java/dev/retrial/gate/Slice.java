package dev.retrial.gate;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Cells that are judged together: a cohort, a difficulty, a failure class.
 *
 * @param name what it is called: {@code cohort=enterprise}
 * @param cells the indices of its cells
 * @param named whether the suite asks for it, so that too few cells are no verdict; a derived slice that small is only shown
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Slice(String name, List<Integer> cells, boolean named) {

    /** Copies the list. */
    public Slice {
        cells = List.copyOf(cells);
    }
}
