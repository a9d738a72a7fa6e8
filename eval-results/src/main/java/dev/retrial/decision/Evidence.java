package dev.retrial.decision;

import dev.retrial.gate.FreshAttempts;
import java.util.Map;
import org.apiguardian.api.API;

/** The attempts of a run: those that were made, and those that can still be made. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Evidence extends FreshAttempts {

    /**
     * The critical rules that attempts of a cell broke, each with the number of these attempts; those of the control do not count.
     *
     * @param cell the cell's index among those that {@link Decision} was given
     */
    Map<String, Integer> critical(int cell);
}
