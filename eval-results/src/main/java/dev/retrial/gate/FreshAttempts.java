package dev.retrial.gate;

import java.util.List;
import org.apiguardian.api.API;

/** Makes the attempts that a decision asks for, or tells those that were made before. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface FreshAttempts {

    /**
     * Makes attempts.
     *
     * <p>A cell and stage may be asked for again with more attempts; the outcomes then begin with those told before.
     *
     * @param wanted what is needed; may run side by side, and a comparison is to be interleaved with its control
     * @return for each, in the same order, the outcomes in the order in which they were made, at least until they settle it; fewer where they cannot be had (a budget, a shard's part), which leaves the decision open
     */
    List<List<Boolean>> make(List<Wanted> wanted);
}
